"""Durations: which are found, how long they are, how two compare."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from claims.facets.duration import KIND, compare, find_text, keys
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Kind, Level

TUESDAY = date(2025, 6, 10)


def only(text: str) -> Facet:
    facets = find_text(text, TUESDAY)
    assert len(facets) == 1, [facet.text for facet in facets]
    return facets[0]


@pytest.mark.parametrize(
    ("text", "seconds", "timex"),
    [
        ("It lasted 90 minutes.", 5400, "PT90M"),
        ("It lasted one and a half hours.", 5400, "PT1H30M"),
        ("It lasted an hour and a half.", 5400, "PT1H30M"),
        ("It lasted 1.5 hours.", 5400, "PT1H30M"),
        ("It lasted 1h30m.", 5400, "PT1H30M"),
        ("It lasted an hour and 20 minutes.", 4800, "PT1H20M"),
        ("It lasted half an hour.", 1800, "PT30M"),
        ("It lasted three quarters of an hour.", 2700, "PT45M"),
        ("It lasted a quarter of an hour.", 900, "PT15M"),
        ("It was a one-hour call.", 3600, "PT1H"),
        ("It lasted two days.", 172800, "P2D"),
        ("It lasted a decade.", 315360000, "P10Y"),
        ("It lasted 3.5 years.", 110376000, "P3Y6M"),
        ("It lasted 2 1/2 years.", 78840000, "P2Y6M"),
        ("It lasted twenty-five minutes.", 1500, "PT25M"),
        ("It lasted all day.", 86400, "P1D"),
        ("It was a week-long fair.", 604800, "P1W"),
    ],
)
def test_lengths(text: str, seconds: int, timex: str) -> None:
    facet = only(text)
    assert facet.kind is KIND is Kind.DURATION
    assert (facet.number, facet.unit, facet.timex) == (Decimal(seconds), "s", timex)
    assert facet.value == f"{seconds} s"


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It lasted several months.", "PXM"),
        ("It lasted a few minutes.", "PTXM"),
        ("It went on for years.", "PXY"),
    ],
)
def test_vague_lengths_have_no_number(text: str, timex: str) -> None:
    facet = only(text)
    assert (facet.number, facet.timex, facet.hedge) == (None, timex, "vague")


def test_a_printed_range_bounds_the_number() -> None:
    facet = only("It takes two to three weeks.")
    bounds = (facet.number_low, facet.number_high)
    assert bounds == (Decimal(1209600), Decimal(1814400))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It lasted about 90 minutes.", "about"),
        ("It lasted nearly two hours.", "nearly"),
        ("It lasted more than two hours.", "over"),
        ("It lasted at least two hours.", "at_least"),
        ("It lasted two hours.", ""),
        ("It rose over the past two months.", ""),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert only(text).hedge == hedge


def test_the_past_months_hold_their_days() -> None:
    facet = only("Prices rose in the past two months.")
    days = (facet.date_from, facet.date_to, facet.anchor)
    assert days == (date(2025, 4, 10), date(2025, 6, 11), TUESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "They met two weeks ago.",
        "A second call was made.",
        "Three quarters of the houses stand.",
        "It costs $5 a month.",
        "A 38-year-old man sang.",
        "The 400-meter race took place.",
        "They met on June 5.",
        "We had day after day of it.",
    ],
)
def test_what_is_no_duration(text: str) -> None:
    assert find_text(text, TUESDAY) == []


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("lasted one hour", "lasted 60 minutes", Level.AGREE),
        ("lasted an hour", "lasted about one and a half hours", Level.CONFLICT),
        ("lasted one hour", "lasted one and a half hours", Level.CONFLICT),
        ("lasted about 1.5 hours", "lasted 90 minutes", Level.REFINES),
        ("lasted about 1.5 hours", "lasted 80 minutes", Level.REFINES),
        ("lasted about 90 minutes", "lasted about 90 minutes", Level.AGREE),
        ("lasted more than two hours", "lasted 130 minutes", Level.REFINES),
        ("lasted more than two hours", "lasted 90 minutes", Level.CONFLICT),
        ("lasted nearly two hours", "lasted 110 minutes", Level.REFINES),
        ("lasted at least two days", "lasted four days", Level.REFINES),
        ("lasted two to three weeks", "lasted 18 days", Level.REFINES),
        ("lasted two to three weeks", "lasted five weeks", Level.CONFLICT),
        ("lasted a month", "lasted four weeks", Level.REFINES),
        ("lasted three months", "lasted 12 weeks", Level.REFINES),
        ("lasted two months", "lasted three months", Level.CONFLICT),
        ("lasted 10 years", "lasted 11 years", Level.CONFLICT),
        ("lasted a decade", "lasted 10 years", Level.AGREE),
        ("lasted several months", "lasted three months", Level.REFINES),
        ("lasted several months", "lasted several months", Level.AGREE),
        ("lasted several months", "lasted two hours", Level.CONFLICT),
        ("lasted several months", "lasted a few weeks", Level.UNKNOWN),
    ],
)
def test_compare(left: str, right: str, level: Level) -> None:
    a, b = only(left), only(right)
    one, other = compare(a, b, DEFAULT), compare(b, a, DEFAULT)
    assert (one.level, other.level) == (level, level)
    assert a.text in one.how
    assert b.text in one.how


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lasted one hour", {"duration:3600 s"}),
        ("lasted 60 minutes", {"duration:3600 s"}),
        ("lasted for years", set()),
    ],
)
def test_keys(text: str, expected: set[str]) -> None:
    assert keys(only(text)) == expected
