"""Ages: a measure, and neither a length of time nor a count."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.facets import amount, count, duration
from claims.facets.ages import find_ages
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Level


@pytest.mark.parametrize(
    ("text", "age", "unit"),
    [
        ("A 38-year-old man sang.", 38, "years old"),
        ("The man is 38 years old.", 38, "years old"),
        ("A 38-Year-Old Man Sang", 38, "years old"),
        ("A six-month-old calf was sold.", 6, "months old"),
        ("The thirty-year-old mill closed.", 30, "years old"),
        ("Two 12-year-olds sang.", 12, "years old"),
        ("He died, aged 81.", 81, "years old"),
        ("She left school at age 15.", 15, "years old"),
        ("She left school at the age of 15.", 15, "years old"),
    ],
)
def test_ages(text: str, age: int, unit: str) -> None:
    (reading,) = find_ages(text)
    assert (reading.number, reading.unit) == (Decimal(age), unit)
    assert duration.find_text(text, None) == []
    assert [c.number for c in count.find_text(text) if c.number == age] == []


@pytest.mark.parametrize(
    "text",
    ["It is open to people aged 18 to 34.", "Children aged 6-12 sing.", "ages 6 and 9"],
)
def test_a_range_of_ages_is_bounded(text: str) -> None:
    (reading,) = find_ages(text)
    assert reading.number is None
    assert None not in (reading.low, reading.high)


@pytest.mark.parametrize(
    "text",
    [
        "The call lasted 38 minutes.",
        "An old mill was sold for $38.",
        "The age of steam ended in 1960.",
        "Average wages rose 3%.",
        "The share aged 3.5%.",
        "Three years ago an old man sang.",
    ],
)
def test_what_is_no_age(text: str) -> None:
    assert find_ages(text) == []


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("a 38-year-old man", "a man aged 38", Level.AGREE),
        ("a 38-year-old man", "a 41-year-old man", Level.CONFLICT),
        ("a 38-year-old man", "a 38-day-old calf", Level.NOT_COMPARABLE),
        ("a 38-year-old man", "people aged 30 to 40", Level.REFINES),
    ],
)
def test_compare(left: str, right: str, level: Level) -> None:
    (a,), (b,) = amount.find_text(left), amount.find_text(right)
    assert amount.compare(a, b, DEFAULT).level is level
