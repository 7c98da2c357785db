"""Counting right dates against labels: what is right, wrong, missed, too much."""

from __future__ import annotations

import pytest

from claims.quality.timex import Counts, read, recognizer_row, timex_row


def row(text: str, *marks: tuple[str, str, str]) -> dict:
    timexes = [
        {
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "type": kind,
            "value": value,
            "text": words,
        }
        for words, kind, value in marks
    ]
    return {"id": "one", "text": text, "dct": "2025-06-10", "timexes": timexes}


@pytest.mark.parametrize(
    ("marks", "counts"),
    [
        ((("Monday", "DATE", "2025-06-09"),), Counts(1, 1, 1, 1, 1)),
        ((("Monday", "DATE", "2025-06-02"),), Counts(1, 1, 1, 1, 0)),
        ((("Monday", "TIME", "2025-06-09"),), Counts(1, 1, 1, 0, 0)),
        ((("It rained", "DATE", "2025"),), Counts(1, 1, 0, 0, 0)),
        ((), Counts(0, 1, 0, 0, 0)),
    ],
)
def test_timex_counts(marks: tuple[tuple[str, str, str], ...], counts: Counts) -> None:
    assert timex_row(row("It rained on Monday.", *marks))[0] == counts


def test_a_range_counts_as_its_ends() -> None:
    text = "It rained from June 2 to June 4."
    marks = (("June 2", "DATE", "2025-06-02"), ("June 4", "DATE", "2025-06-04"))
    assert timex_row(row(text, *marks))[0] == Counts(2, 2, 2, 2, 2)


def test_misses_name_both_sides() -> None:
    labelled = row("It rained on Monday.", ("It rained", "DATE", "2025"))
    _, (missed, surplus) = timex_row(labelled)
    assert missed.found is None
    assert surplus.gold is None
    assert surplus.found is not None
    assert surplus.found.value == "2025-06-09"


def test_f1() -> None:
    counts = Counts(4, 2, 2, 2, 1) + Counts(0, 2, 0, 0, 0)
    assert counts.f1(counts.value) == 0.25
    assert Counts().f1(0) == 0.0


def case(values: list[dict[str, str]], kind: str = "date") -> dict:
    values = [{"type": kind, **value} for value in values]
    result = {"Start": 13, "End": 18, "Resolution": {"values": values}}
    return {
        "input": "It rained on Monday.",
        "reference": "2025-06-10T00:00:00",
        "results": [result],
    }


@pytest.mark.parametrize(
    ("values", "right"),
    [
        ([{"value": "2025-06-09"}], True),
        ([{"value": "2025-06-16"}, {"value": "2025-06-09"}], True),
        ([{"value": "2025-06-16"}], False),
        ([{"timex": "2025-06-09", "value": "not resolved"}], True),
        ([{"start": "2025-06-09", "end": "2025-06-10"}], True),
        ([{"start": "2025-06-01", "end": "2025-06-10"}], False),
    ],
)
def test_recognizer_cases(values: list[dict[str, str]], *, right: bool) -> None:
    assert recognizer_row(case(values)) is right


def test_expecting_nothing_is_right_only_without_a_find() -> None:
    labelled = {**case([]), "results": []}
    assert not recognizer_row(labelled)
    assert recognizer_row({**labelled, "input": "It rained on the roof."})


def test_read_passes_over_blank_lines() -> None:
    assert list(read(['{"a": 1}\n', "\n"])) == [{"a": 1}]
