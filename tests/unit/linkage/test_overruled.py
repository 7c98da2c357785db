"""A pair decided with an editor's levels, from either side."""

from __future__ import annotations

from datetime import date

import pytest

from claims.engine import load_engine
from claims.facets.types import Level, StatementRecord
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.decision import relate
from claims.linkage.overruled import (
    at_places,
    comparisons_of,
    place_of,
    relate_overruled,
)
from claims.linkage.types import Relation

A = "The council of Ostrava Bay voted on 5 March 2031 to close the harbour mill."
B = "The council of Ostrava Bay voted on 6 March 2031 to close the harbour mill."
C = "Ferries to the outer islands carried 4,000 passengers in April."
PUBLISHED = date(2031, 3, 12)


def read(text: str) -> StatementRecord:
    (record,) = load_engine().extract(text, published=PUBLISHED, all_sentences=True)
    return record


@pytest.fixture(scope="module")
def records() -> dict[str, StatementRecord]:
    return {text: read(text) for text in (A, B, C)}


@pytest.mark.parametrize(("one", "other"), [(A, B), (B, A)])
def test_a_conflict_set_aside(
    records: dict[str, StatementRecord], one: str, other: str
) -> None:
    a, b = records[one], records[other]
    table = relate(a, b)
    conflicts = {place_of(c) for c in table.comparisons if c.level == Level.CONFLICT}
    assert table.relation == Relation.CONFLICTS
    assert conflicts
    levels = dict.fromkeys(conflicts, Level.NOT_COMPARABLE.value)
    now = relate_overruled(a, b, at_places(levels), DEFAULT_CONFIG)
    assert now.relation == Relation.CORROBORATES
    assert {
        place_of(c) for c in now.comparisons if c.level == Level.NOT_COMPARABLE
    } == conflicts
    for c in now.comparisons:
        assert c.a is None or a.text[c.a.start : c.a.end] == c.a.text
        assert c.b is None or b.text[c.b.start : c.b.end] == c.b.text


@pytest.mark.parametrize(("one", "other"), [(A, B), (B, A), (A, C), (A, A)])
def test_without_a_word_of_an_editor_it_is_the_table(
    records: dict[str, StatementRecord], one: str, other: str
) -> None:
    a, b = records[one], records[other]
    nowhere = {("date", "", 999, 999): Level.NOT_COMPARABLE.value}
    for levels in ({}, nowhere):
        assert relate_overruled(a, b, at_places(levels), DEFAULT_CONFIG) == relate(a, b)


def test_what_the_table_does_not_relate_shows_no_difference(
    records: dict[str, StatementRecord],
) -> None:
    a, c = records[A], records[C]
    assert relate(a, c).relation == Relation.NONE
    assert not {x.level for x in comparisons_of(a, c, DEFAULT_CONFIG)} & {
        Level.CONFLICT,
        Level.UPDATED,
    }


@pytest.mark.parametrize(("one", "other"), [(A, B), (B, A)])
def test_the_sides_are_those_given(
    records: dict[str, StatementRecord], one: str, other: str
) -> None:
    a, b = records[one], records[other]
    found = comparisons_of(a, b, DEFAULT_CONFIG)
    assert found
    for c in found:
        assert c.a is None or a.text[c.a.start : c.a.end] == c.a.text
        assert c.b is None or b.text[c.b.start : c.b.end] == c.b.text
