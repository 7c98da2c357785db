"""Conflicts that the rest of two statements explains, and what then is said."""

from datetime import timedelta
from decimal import Decimal

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.comparison import compare
from claims.linkage.config import DEFAULT_CONFIG
from tests.unit.linkage.made import (
    DAY,
    argument,
    day,
    facet,
    frame,
    money,
    person,
    quarter,
    record,
)

LATER = DAY + timedelta(days=30)
VENN, RUSK = person("orla venn"), person("tavi rusk")
SLOTS = (
    argument("agent", "orla", "venn", names=("person:orla venn",)),
    argument("patient", "tavi", "rusk", names=("person:tavi rusk",)),
)


def sued(*facets, of="sue", first=(), published=DAY, **values):
    """Orla Venn did something to Tavi Rusk."""
    told = frame(of, *SLOTS, index=len(first), **values)
    facets = (VENN, RUSK, *facets)
    text = "Orla Venn sued Tavi Rusk."
    return record(text, *facets, *first, told, published=published)


def count(number, unit, **values):
    text = str(number)
    return facet(Kind.COUNT, text, number=Decimal(number), unit=unit, **values)


def found(a, b, kind):
    pair = compare(a, b, DEFAULT_CONFIG)
    return [c for c in pair.comparisons if c.kind == kind and c.a and c.b]


def levels(a, b, kind):
    there = [c.level for c in found(a, b, kind)]
    assert there == [c.level for c in found(b, a, kind)]
    return there


def asking(*facets):
    """A statement that asks for what the other tells."""
    asked = frame("demand", argument("agent", "union"))
    return sued(*(f for f in facets), first=(asked,))


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (sued(money(3)), sued(money(5)), Level.CONFLICT),
        (sued(money(3)), asking(money(5, frame=1)), Level.NOT_COMPARABLE),
        # What agrees stays, and two demands are of one world.
        (sued(money(3)), asking(money(3, frame=1)), Level.AGREE),
        (asking(money(3, frame=1)), asking(money(5, frame=1)), Level.CONFLICT),
    ],
)
def test_what_one_side_only_asks_for(a, b, level):
    assert levels(a, b, Kind.AMOUNT) == [level]


def test_a_demand_corroborates_no_fact():
    pair = compare(sued(money(3)), asking(money(3, frame=1)), DEFAULT_CONFIG)
    assert pair.filled_otherwise
    assert not compare(sued(), sued(), DEFAULT_CONFIG).filled_otherwise


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ((), (), Level.CONFLICT),
        ((money(3), quarter(1)), (money(5), quarter(1)), Level.CONFLICT),
        ((money(3), quarter(1)), (money(5), quarter(2)), Level.NOT_COMPARABLE),
    ],
)
def test_what_is_told_of_other_periods(a, b, level):
    assert levels(sued(*a), sued(*b, negated=True), Kind.POLARITY) == [level]


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ((), (), Level.UPDATED),
        ((day(DAY, role="deadline"),), (day(DAY, role="deadline"),), Level.CONFLICT),
        (
            (day(DAY, role="deadline"),),
            (day(DAY + timedelta(days=9), role="deadline"),),
            Level.UPDATED,
        ),
        ((day(DAY, role="deadline"),), (), Level.UPDATED),
    ],
)
def test_two_states_of_one_day_contradict(a, b, level):
    one, other = sued(*a), sued(*b, negated=True, published=LATER)
    assert levels(one, other, Kind.POLARITY) == [level]


def test_the_days_of_two_states_are_no_conflict():
    when = day(DAY, role="deadline"), day(DAY + timedelta(days=9), role="deadline")
    one = sued(when[0])
    assert levels(one, sued(when[1]), Kind.DATE) == [Level.CONFLICT]
    other = sued(when[1], negated=True, published=LATER)
    assert levels(one, other, Kind.DATE) == [Level.NOT_COMPARABLE]


@pytest.mark.parametrize(
    ("published", "measure", "level"),
    [
        (LATER, "deaths", Level.UPDATED),
        (DAY, "deaths", Level.CONFLICT),
        (LATER, "", Level.CONFLICT),
    ],
)
def test_a_toll_of_another_day_is_a_later_one(published, measure, level):
    a = sued(count(4, "person", measure=measure))
    b = sued(count(9, "person", measure=measure), published=published)
    assert levels(a, b, Kind.COUNT) == [level]


@pytest.mark.parametrize(
    ("elsewhere", "level"),
    [
        (money(3, frame=1, start=30), Level.NOT_COMPARABLE),
        (money(4, frame=1, start=30), Level.CONFLICT),
    ],
)
def test_a_value_that_the_other_gives_of_another_event(elsewhere, level):
    a, other = sued(money(3)), sued(money(5))
    b = record(
        other.text,
        *other.facets,
        elsewhere,
        *other.frames,
        frame("paint", index=1, start=30),
    )
    pair = compare(a, b, DEFAULT_CONFIG)
    amounts = [c for c in pair.comparisons if c.kind == Kind.AMOUNT and c.a and c.b]
    assert amounts[0].level == level
