"""Weights fitted on labelled pairs: recovered where they exist, equal on every run."""

import json

import numpy as np
import pytest

from claims.engine import load_engine
from scripts.fit_edits import fitted, main, nearest, samples
from tests.unit.linkage.made import record

PAID = "The council of the old town paid {} builders for the long bridge in spring."
OPENED = "The council of the old town {} the long bridge near the market in spring."


@pytest.fixture(scope="module")
def engine():
    return load_engine()


def rows(*found):
    x = np.array([numbers for numbers, _ in found], dtype=float)
    y = np.array([float(conflict) for _, conflict in found])
    return x, y, np.ones(len(found))


def likelihood(x, intercept, own):
    return 1 / (1 + np.exp(-(intercept + x @ own)))


SEPARABLE = rows(
    *[((1, n % 3), True) for n in range(12)], *[((0, n % 3), False) for n in range(12)]
)


def test_a_separable_case_is_recovered():
    x, y, counts = SEPARABLE
    intercept, own = fitted(x, y, counts)
    assert ((likelihood(x, intercept, own) > 0.5) == (y == 1)).all()
    assert own[0] > 1
    assert own[1] == pytest.approx(0, abs=1e-6)


def test_the_other_way_round_the_weight_is_negative():
    x, y, counts = SEPARABLE
    intercept, own = fitted(x, 1 - y, counts)
    assert own[0] < -1
    assert intercept > 0


def test_what_says_nothing_has_no_weight():
    x, y, counts = rows(*[((n % 2,), n // 2 % 2 == 0) for n in range(16)])
    intercept, own = fitted(x, y, counts)
    assert own == pytest.approx([0], abs=1e-6)
    assert likelihood(x, intercept, own) == pytest.approx(0.5)


def test_a_number_that_never_varies_has_no_weight():
    x, y, counts = SEPARABLE
    same = np.c_[x, np.full(len(x), 7.0)]
    intercept, own = fitted(same, y, counts)
    assert own[2] == pytest.approx(0, abs=1e-6)
    assert np.isfinite([intercept, *own]).all()


def test_a_line_that_counts_little_moves_little():
    x, y, counts = SEPARABLE
    against = np.r_[x, [[1, 0]] * 12], np.r_[y, np.zeros(12)]
    full = fitted(*against, np.r_[counts, np.ones(12)])[1][0]
    little = fitted(*against, np.r_[counts, np.full(12, 0.1)])[1][0]
    assert full < little < fitted(x, y, counts)[1][0]


def test_the_same_numbers_give_the_same_weights():
    one, other = (fitted(*SEPARABLE) for _ in range(2))
    assert one[0] == other[0]
    assert one[1].tobytes() == other[1].tobytes()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["Snow fell.", PAID.format(12)], [PAID.format(14)], [(1, 0)]),
        ([PAID.format(12), PAID.format(15)], [PAID.format(12)], []),
        (["Snow fell on the hills."], [PAID.format(14)], []),
        ([], [PAID.format(14)], []),
        ([PAID.format(14)], [], []),
    ],
)
def test_the_statement_that_another_is_most_a_copy_of(a, b, expected):
    ones, others = ([record(text) for text in texts] for texts in (a, b))
    found = [
        (ones.index(one), others.index(other))
        for one, other, _ in nearest(ones, others)
    ]
    assert found == expected


def write(path, *pairs):
    lines = (json.dumps({"a": a, "b": b, "label": label}) for a, b, label in pairs)
    path.write_text("\n".join(lines), "utf-8")
    return path


CONFLICT = (PAID.format("12"), PAID.format("14"), "conflicts")
AGREEMENT = (PAID.format("12"), PAID.format("16"), "corroborates")
REWORDED = (OPENED.format("opened"), OPENED.format("inaugurated"), "corroborates")
FREE = ("Snow fell on the hills.", PAID.format("12"), "conflicts")


@pytest.mark.parametrize(
    ("pairs", "labels"),
    [
        ([CONFLICT], [True]),
        ([AGREEMENT], [False]),
        ([CONFLICT, REWORDED, AGREEMENT], [True, False]),
        ([REWORDED], []),
        ([FREE], []),
        ([], []),
    ],
)
def test_only_copies_that_exchange_something_telling_are_fitted(
    engine, tmp_path, pairs, labels
):
    found = list(samples(write(tmp_path / "pairs.jsonl", *pairs), engine))
    assert [label for _, label in found] == labels
    assert all(numbers["number"] == 1 and numbers["hard"] for numbers, _ in found)


def test_what_is_written_is_the_module_of_the_weights(tmp_path, capsys):
    said = ("did pay", "did not pay", "conflicts")
    first = write(
        tmp_path / "first.jsonl",
        *(CONFLICT, AGREEMENT),
        (OPENED.format(said[0]), OPENED.format(said[1]), said[2]),
    )
    second = write(tmp_path / "second.jsonl", AGREEMENT)
    main([first, second])
    printed = capsys.readouterr().out
    main([first, second])
    assert capsys.readouterr().out == printed
    module: dict[str, object] = {}
    exec(compile(printed, "weights.py", "exec"), module)
    assert isinstance(module["INTERCEPT"], float)
    weights = module["WEIGHTS"]
    assert list(weights) == sorted(weights)
    assert {"number", "negation", "likeness"} <= weights.keys()
    assert weights["negation"] > weights["number"]
