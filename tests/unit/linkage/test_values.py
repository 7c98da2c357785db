"""Which values are held against each other, and at which level."""

from datetime import date

import pytest

from claims.facets.types import Facet, Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.values import SAME_PERIOD, compare_values, level_of
from tests.unit.linkage.made import day, facet, money, quarter

Q1, Q2 = quarter(1), quarter(2)
FIFTH, SIXTH = day(date(2031, 3, 5)), day(date(2031, 3, 6))


def at(start: int, value: Facet) -> Facet:
    """The same value at another place of its sentence."""
    return Facet(
        **{
            name: getattr(value, name)
            for name in Facet.__dataclass_fields__
            if name not in ("start", "end")
        },
        start=start,
        end=start + len(value.text),
    )


def levels(a, b):
    found = compare_values(
        [(v, p) for v, p in a], [(v, p) for v, p in b], DEFAULT_CONFIG
    )
    return [(c.a.value, c.b.value, c.level) for c in found]


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (money(3), money(3), Level.AGREE),
        (money(3), money(8), Level.CONFLICT),
        (money(3), money(4, unit="EUR"), Level.NOT_COMPARABLE),
        (money(3), money(3, unit="EUR"), Level.CONFLICT),
        (money(3, measure="loss"), money(8, measure="loss"), Level.CONFLICT),
        (money(3, measure="loss"), money(3, measure="profit"), Level.NOT_COMPARABLE),
        (money(3, measure="loss"), money(8, measure=""), Level.CONFLICT),
        (FIFTH, FIFTH, Level.AGREE),
        (FIFTH, SIXTH, Level.CONFLICT),
    ],
)
def test_one_against_one(a, b, level):
    [(_, _, found)] = levels([(a, ())], [(b, ())])
    assert found == level


@pytest.mark.parametrize(
    ("a", "periods_a", "b", "periods_b", "level", "words"),
    [
        (money(3), (Q1,), money(8), (Q1,), Level.CONFLICT, SAME_PERIOD),
        (money(3), (Q1,), money(3), (Q1,), Level.AGREE, SAME_PERIOD),
        (money(3), (Q1,), money(8), (Q2,), Level.NOT_COMPARABLE, "different periods"),
        (money(3), (Q1,), money(3), (Q2,), Level.NOT_COMPARABLE, "different periods"),
        (money(3), (Q1,), money(8), (), Level.CONFLICT, ""),
        (money(3), (), money(8), (), Level.CONFLICT, ""),
        (
            money(3),
            (quarter(1, implied=True),),
            money(8),
            (Q1,),
            Level.CONFLICT,
            "implied",
        ),
    ],
)
def test_the_period_decides_what_compares(a, periods_a, b, periods_b, level, words):
    comparison, _ = level_of((a, periods_a), (b, periods_b), DEFAULT_CONFIG)
    assert comparison.level == level
    assert words in comparison.how


def test_values_are_paired_by_period_before_anything_else():
    a = [(at(0, money(3)), (Q1,)), (at(20, money(8)), (Q2,))]
    b = [(at(0, money(8)), (Q1,)), (at(20, money(3)), (Q2,))]
    assert sorted(levels(a, b)) == [
        ("USD 3", "USD 8", Level.CONFLICT),
        ("USD 8", "USD 3", Level.CONFLICT),
    ]


def test_what_agrees_is_paired_before_what_differs():
    a = [(at(0, money(3)), ()), (at(20, money(8)), ())]
    b = [(at(0, money(8)), ()), (at(20, money(5)), ())]
    found = levels(a, b)
    assert found[0] == ("USD 8", "USD 8", Level.AGREE)
    assert found[1:] == [("USD 3", "USD 5", Level.CONFLICT)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([1, 2], [8, 9]),
        ([1, 2, 3], [8]),
        ([1], [7, 8, 9]),
        ([], [8]),
        ([1], []),
        ([], []),
    ],
)
def test_nobody_can_tell_which_of_several_was_meant(a, b):
    assert (
        levels(
            [(at(10 * n, money(v)), ()) for n, v in enumerate(a)],
            [(at(10 * n, money(v)), ()) for n, v in enumerate(b)],
        )
        == []
    )


def test_each_value_is_used_once():
    a = [(at(0, money(3)), ()), (at(20, money(3)), ())]
    assert len(levels(a, [(money(3), ())])) == 1


def test_an_unresolved_date_compares_with_nothing():
    unresolved = facet(Kind.DATE, "XXXX-XX-XX", text="Monday", timex="XXXX-WXX-1")
    assert levels([(unresolved, ())], [(FIFTH, ())]) == []
