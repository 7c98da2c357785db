"""Whether two numbers in one place of two near-copies are two."""

from decimal import Decimal

import pytest

from claims.facets.types import Hedge, Kind
from claims.linkage.edits import Word
from claims.linkage.two_counts import is_one_number, two_counts
from tests.unit.linkage.made import facet


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("4", "four", True),
        ("twenty", "20", True),
        ("7", "7", True),
        ("4", "five", False),
        ("many", "many", False),
        ("four", "years", False),
    ],
)
def test_one_number(one, other, expected):
    words = [Word(text, 0, len(text)) for text in (one, other)]
    assert is_one_number(*words) is expected
    assert is_one_number(*reversed(words)) is expected


def lasting(days, timex, hedge=Hedge.NONE):
    return facet(
        Kind.DURATION, timex, number=Decimal(days * 86_400), timex=timex, hedge=hedge
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (lasting(540, "P18M"), lasting(548, "P1.5Y"), False),  # in another unit
        (lasting(540, "P18M"), lasting(570, "P19M"), True),
        (lasting(540, "P18M", Hedge.ABOUT), lasting(570, "P19M", Hedge.ABOUT), False),
        (lasting(540, "P18M"), lasting(570, "P19M", Hedge.OVER), False),
        (lasting(540, "P18M"), facet(Kind.COUNT, "18", number=Decimal(18)), False),
    ],
)
def test_two_counts(one, other, expected):
    assert two_counts(one, other) is expected
    assert two_counts(other, one) is expected
