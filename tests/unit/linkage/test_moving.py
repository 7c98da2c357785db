"""Which numbers may have moved between two days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.moving import as_of, moved
from claims.linkage.types import FacetComparison, Relation
from tests.unit.linkage.made import DAY, day, facet, money, record

NEXT = DAY + timedelta(days=1)
PLAIN, SAID = "The mine counts 4.", "The number has risen to 4."


def count(number, measure="deaths"):
    text = str(number)
    return facet(Kind.COUNT, text, number=Decimal(number), measure=measure)


def level(one, other, *, texts=(PLAIN, PLAIN), days=(DAY, NEXT), of=Level.CONFLICT):
    a, b = (record(t, published=d) for t, d in zip(texts, days, strict=True))
    found = FacetComparison(Kind(one.kind), "", of, one, other, "4 and 9")
    return moved(found, a, b).level


@pytest.mark.parametrize(
    "given",
    [
        {"one": count(4), "other": count(9)},
        {"one": count(9), "other": count(4)},
        {"one": count(4), "other": count(9, "missing")},
        {"one": count(4, "boats"), "other": count(9, "boats"), "texts": (PLAIN, SAID)},
        {"one": count(4, "boats"), "other": count(9, "boats"), "texts": (SAID, PLAIN)},
        {"one": money(3), "other": money(4), "texts": (PLAIN, "Revised to 4.")},
    ],
)
def test_a_number_that_moved(given):
    assert level(**given) == Level.UPDATED


@pytest.mark.parametrize(
    "given",
    [
        # No toll, and no text says that it moved.
        {"one": count(4, "boats"), "other": count(9, "boats")},
        {"one": count(4), "other": count(9, "boats")},
        {"one": money(3), "other": money(4)},
        # Told on one day, or nobody knows when.
        {"one": count(4), "other": count(9), "days": (DAY, DAY)},
        {"one": count(4), "other": count(9), "days": (DAY, None)},
        {
            "one": count(4),
            "other": count(9),
            "texts": (PLAIN, SAID),
            "days": (DAY,) * 2,
        },
        # Days and names do not move.
        {"one": day(DAY), "other": day(NEXT), "texts": (PLAIN, SAID)},
        {"one": facet(Kind.PERSON, "orla"), "other": facet(Kind.PERSON, "tavi")},
    ],
)
def test_a_number_that_contradicts(given):
    assert level(**given) == Level.CONFLICT


@pytest.mark.parametrize("of", [Level.AGREE, Level.NOT_COMPARABLE, Level.UNKNOWN])
def test_only_conflicts_are_read_again(of):
    assert level(count(4), count(9), of=of) == of


def test_the_reason_says_when_each_was_told():
    a, b = record(PLAIN), record(PLAIN, published=NEXT)
    found = FacetComparison(Kind.COUNT, "", Level.CONFLICT, count(4), count(9), "4, 9")
    assert moved(found, a, b).reason == "4, 9; told on 2031-03-12 and on 2031-03-13"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (record("x"), DAY),
        (record("x", published=None), None),
        (record("x", day(date(2031, 3, 2), role="report")), date(2031, 3, 2)),
        (record("x", day(date(2031, 3, 2), role="event")), DAY),
        (record("x", facet(Kind.DATE, "recently", role="report")), DAY),
    ],
)
def test_the_day_that_a_number_holds_for(given, expected):
    assert as_of(given) == expected


FIRE = "the nursing home fire in Halden"


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (
            f"The death toll from {FIRE} stood at 12 on Monday.",
            f"The death toll from {FIRE} rose to 15 on Tuesday.",
            Relation.UPDATES,
        ),
        (
            f"The death toll from {FIRE} rose to 12 on Monday.",
            f"The death toll from {FIRE} rose to 15 on Tuesday.",
            Relation.UPDATES,
        ),
        (
            f"At least 12 people had died in {FIRE} by Monday.",
            f"At least 15 people had died in {FIRE} by Tuesday.",
            Relation.UPDATES,
        ),
        (
            f"The death toll from {FIRE} stood at 12 on Monday.",
            f"The death toll from {FIRE} stood at 15 on Monday.",
            Relation.CONFLICTS,
        ),
        (
            f"On Monday {FIRE} killed 12 people.",
            f"On Monday {FIRE} killed 15 people.",
            Relation.CONFLICTS,
        ),
        (
            f"The death toll from {FIRE} is 12.",
            f"The death toll from {FIRE} is 15.",
            Relation.CONFLICTS,
        ),
        (
            "Rescuers in Halden have found 14 bodies so far, police said on Monday.",
            "Rescuers in Halden have found 22 bodies so far, police said on Tuesday.",
            Relation.UPDATES,
        ),
        (
            "Twelve people died in the fire in Halden.",
            "The fire in Halden killed 12.",
            Relation.CORROBORATES,
        ),
        (
            "Twelve people died in the fire in Halden.",
            "The flood in Ostrik killed 12.",
            Relation.NONE,
        ),
    ],
)
def test_the_day_that_a_toll_is_told_of_counts(relate, a, b, relation):
    assert relate(a, b).relation == relation


def test_two_forecasts_for_two_years_are_no_update(relate):
    a, b = (
        f"The population of Halden will have grown to {number} million by {year}."
        for number, year in ((12, 2040), (15, 2045))
    )
    assert relate(a, b).relation != Relation.UPDATES
