"""The engine with a scorer: asked once a batch, and nothing is lost by it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured

from claims.engine import Engine, load_engine, load_scorer, uncollected
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.decision import NOTHING
from claims.linkage.types import FacetComparison, Relation

PAIRS = [
    (StatementRecord(f"Mill {n} shut."), StatementRecord(f"Quay {n} shut."))
    for n in range(3)
]


def differing(a, b, table):
    """A conflict on the first words."""
    one, other = (Facet(Kind.PRODUCT, 0, 4, s.text[:4], s.text[:4]) for s in (a, b))
    compared = FacetComparison(Kind.PRODUCT, "", Level.CONFLICT, one, other)
    return replace(
        table, relation=Relation.CONFLICTS, score=0.5, comparisons=(compared,)
    )


class Scripted:
    """Answers as it is told, and remembers how often it was asked."""

    name = "scripted-1"

    def __init__(self, answer: Callable = lambda pairs: [None] * len(pairs)):
        self.answer = answer
        self.asked = []

    def judge(self, pairs):
        self.asked.append(len(pairs))
        return self.answer(pairs)


def nameless():
    return object()


def lettered():
    made = Scripted()
    made.name = "Scripted 1"
    return made


def broken():
    raise RuntimeError("the model's file is missing")


def engine(answer):
    return Engine(None, DEFAULT_CONFIG, "test", Scripted(answer))


def test_without_a_scorer_the_table_decides():
    alone = Engine(None, DEFAULT_CONFIG, "test", None)
    assert alone.relate_many(PAIRS) == [NOTHING] * 3


def test_a_scorer_is_asked_once_for_all_pairs():
    told = engine(lambda pairs: [differing(*each) for each in pairs])
    assert [d.relation for d in told.relate_many(PAIRS)] == ["conflicts"] * 3
    assert told.relate(*PAIRS[0]).rule == "scorer:scripted-1"
    assert told.scorer.asked == [3, 1]


def test_without_pairs_nobody_is_asked():
    told = engine(broken)
    assert told.relate_many([]) == []
    assert told.scorer.asked == []


def one_bad(bad):
    return lambda pairs: [differing(*pairs[0]), bad, differing(*pairs[2])]


@pytest.mark.parametrize(
    ("answer", "relations", "logged"),
    [
        (lambda pairs: broken(), ["none"] * 3, "RuntimeError"),
        (lambda pairs: [], ["none"] * 3, "0 answers to 3 pairs"),
        (lambda pairs: [None] * 4, ["none"] * 3, "4 answers to 3 pairs"),
        (lambda pairs: None, ["none"] * 3, "TypeError"),
        (lambda pairs: 3, ["none"] * 3, "TypeError"),
        (lambda pairs: "yes", ["none"] * 3, "3 of 3 answers refused"),
        (one_bad("conflicts"), ["conflicts", "none", "conflicts"], "1 of 3"),
        (one_bad(0.9), ["conflicts", "none", "conflicts"], "1 of 3"),
        (
            one_bad(replace(NOTHING, relation=Relation.CONFLICTS)),
            ["conflicts", "none", "conflicts"],
            "without a facet",
        ),
    ],
)
def test_what_fails_is_logged_and_the_table_decides(answer, relations, logged, caplog):
    found = engine(answer).relate_many(PAIRS)
    assert [decision.relation for decision in found] == relations
    assert found[1] is NOTHING
    assert "scripted-1" in caplog.text
    assert logged in caplog.text


def test_an_odd_facet_is_refused_too(caplog):
    def odd(pairs):
        (compared,) = differing(*pairs[0]).comparisons
        facet = replace(compared.a, start=None)
        given = differing(*pairs[0])
        return [replace(given, comparisons=(replace(compared, a=facet),)), None, None]

    assert engine(odd).relate_many(PAIRS) == [NOTHING] * 3
    assert "1 of 3" in caplog.text


@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("no.such.Scorer", ImproperlyConfigured, "No module"),
        ("scorer", ImproperlyConfigured, "module path"),
        (f"{__name__}.Missing", ImproperlyConfigured, "Missing"),
        (f"{__name__}.nameless", ImproperlyConfigured, "judge"),
        (f"{__name__}.lettered", ImproperlyConfigured, "Scripted 1"),
        (f"{__name__}.broken", RuntimeError, "missing"),
    ],
)
def test_what_is_no_scorer_stops_the_engine(path, error, says, settings):
    settings.SCORER = path
    with pytest.raises(error, match=says):
        load_engine.__wrapped__()


def test_the_setting_names_a_scorer_or_none(settings):
    assert settings.SCORER == ""
    assert load_scorer("") is None
    assert load_scorer(f"{__name__}.Scripted").name == "scripted-1"


def test_the_version_names_the_scorer(settings):
    plain = load_engine()
    settings.SCORER = f"{__name__}.Scripted"
    loaded = load_engine.__wrapped__()
    assert plain.scorer is None
    assert loaded.version == f"{plain.version}+scripted-1"
    assert isinstance(loaded.scorer, Scripted)


def test_the_collector_waits_and_goes_on() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()
