"""Percents, points and shares told in words; and words that tell no share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import percent
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Hedge, Level


def _one(text: str) -> Facet:
    (facet,) = percent.find_text(text)
    return facet


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("It grew 12%", "12%", "12 %"),
        ("It grew 12 percent", "12 percent", "12 %"),
        ("It grew 2.5 per cent", "2.5 per cent", "2.5 %"),
        ("It grew 12 pct", "12 pct", "12 %"),
        ("It grew twelve percent", "twelve percent", "12 %"),
        ("It grew minus five percent", "minus five percent", "-5 %"),
        ("a 5-percent rise", "5-percent", "5 %"),
        ("It rose 2 percentage points", "2 percentage points", "2 pp"),
        ("It rose half a percentage point", "half a percentage point", "0.5 pp"),
        ("It rose 25 basis points", "25 basis points", "0.25 pp"),
        ("a rise of 10 to 15 percent", "10 to 15 percent", "10..15 %"),
        ("a rise of 10-15%", "10-15%", "10..15 %"),
        ("between 3% and 4%", "3% and 4%", "3..4 %"),
        ("from 3% to 4%", "3%", "3 %"),
        ("a loss of 3% to 4%", "3% to 4%", "3..4 %"),
        ("Profit fell by a third.", "a third", "33.33 %"),
        ("Sales were down a quarter in May.", "a quarter", "25 %"),
        ("It rose by nearly half since 2019.", "half", "50 %"),
        ("It cut rates by a percentage point.", "percentage point", "1 pp"),
        ("A basis point is little.", "basis point", "0.01 pp"),
        ("The bank cut rates by a quarter point.", "a quarter point", "0.25 pp"),
        ("The Fed made a half-point cut.", "a half-point", "0.5 pp"),
        ("Rate cuts of half a point", "half a point", "0.5 pp"),
        ("The yield fell a quarter of a point.", "a quarter of a point", "0.25 pp"),
        ("The key rate fell 0.25 points.", "0.25 points", "0.25 pp"),
        ("It grew 12 pct. Then it fell.", "12 pct", "12 %"),
        ("half of the town", "half", "50 %"),
        ("two-thirds of voters", "two-thirds", "66.67 %"),
        ("a quarter of its staff", "a quarter", "25 %"),
        ("one in five pupils", "one in five", "20 %"),
        ("nine out of 10 pupils", "nine out of 10", "90 %"),
        ("most of the town", "most", "50..100 %"),
        ("a 12.5pc rise", "12.5pc", "12.5 %"),
        ("a 20 per-cent rise", "20 per-cent", "20 %"),
        ("a share of 100 percentage.", "100 percentage", "100 %"),
        ("one hundred percents", "one hundred percents", "100 %"),
        ("negative 2 percent", "negative 2 percent", "-2 %"),
        ("a fall of -5%", "-5%", "-5 %"),
        ("it yields 2-1/2 percent", "2-1/2 percent", "2.5 %"),
        ("it yields 5-1/4%", "5-1/4%", "5.25 %"),
        ("it yields 2\u00bd%", "2\u00bd%", "2.5 %"),
        ("half a percent", "half a percent", "0.5 %"),
        ("half of one percent", "half of one percent", "0.5 %"),
        ("seven-tenths of 1 percent", "seven-tenths of 1 percent", "0.7 %"),
        ("a third of a percent", "a third of a percent", "0.33 %"),
        (
            "three quarters of a percentage point",
            "three quarters of a percentage point",
            "0.75 pp",
        ),
        ("a rise of 25bp", "25bp", "0.25 pp"),
        ("a 50-basis-point cut", "50-basis-point", "0.5 pp"),
        ("25 to 50 basis points", "25 to 50 basis points", "0.25..0.5 pp"),
        ("3 to 4 percentage points", "3 to 4 percentage points", "3..4 pp"),
        ("three of every five pupils", "three of every five", "60 %"),
        ("one out of every four pupils", "one out of every four", "25 %"),
        ("20 out of 100 pupils", "20 out of 100", "20 %"),
        ("7 or 8 percent of it", "7 or 8 percent", "7..8 %"),
        ("a 20%-30% share", "20%-30%", "20..30 %"),
        ("the vast majority of them", "the vast majority", "60..100 %"),
    ],
)
def test_percents(text: str, printed: str, value: str) -> None:
    facet = percent.find_text(text)[0]
    assert (facet.text, facet.value) == (printed, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose from 5 to 6 percent.", ["5 %", "6 %"]),
        ("They grew 3, 5 and 7 percent.", ["3 %", "5 %", "7 %"]),
        ("Of 40 firms 5 percent failed.", ["5 %"]),
    ],
)
def test_several_percents(text: str, values: list[str]) -> None:
    assert [facet.value for facet in percent.find_text(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "the first quarter of 2025",
        "the second half of the year",
        "half an hour",
        "half a million people",
        "a third party",
        "Profit rose by a third party's luck",
        "He fell down a quarter mile away",
        "percentage points count",
        "the percentage point system",
        "the percentage of pupils",
        "made the most of it",
        "The Dow fell half a point.",
        "She won the match by half a point.",
        "the most important town",
        "one in 2025",
        "12 in 17 attacks",
        "three in five days",
        "see example.org/a%20b",
        "a 5-point plan",
        "in 2024 percentage gains were small",
        "BP bought 5 BP shares",
        "5 PCs were stolen",
        "three of five",
        "",
    ],
)
def test_no_percent(text: str) -> None:
    assert percent.find_text(text) == []


def test_most_before_a_plural_noun_needs_the_parse(
    sentence: Callable[[str], Span],
) -> None:
    def found(text: str) -> list[Facet]:
        return percent.find(sentence(text), Context())

    (facet,) = found("Most farmers opposed the plan.")
    assert (facet.text, facet.hedge) == ("Most", Hedge.VAGUE)
    for text in ("Most Kelden farmers opposed it.", "Most young farmers opposed it."):
        (facet,) = found(text)
        assert facet.text == "Most"
    assert found("The most senior farmers opposed the plan.") == []
    assert found("It is the most northern of towns.") == []


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("12%", "12 percent", Level.AGREE),
        ("a quarter of them", "25%", Level.AGREE),
        ("90%", "most of them", Level.REFINES),
        ("90%", "89.6%", Level.REFINES),
        ("more than 90%", "93%", Level.REFINES),
        ("10-15%", "12%", Level.REFINES),
        ("90%", "80%", Level.CONFLICT),
        ("5.79%", "5.84%", Level.CONFLICT),
        ("20%", "most of them", Level.CONFLICT),
        ("38%", "most of them", Level.CONFLICT),
        ("49%", "most of them", Level.CONFLICT),
        ("49.6%", "most of them", Level.REFINES),
        ("half of them", "most of them", Level.REFINES),
        ("nearly half of them", "most of them", Level.CONFLICT),
        ("less than half of them", "a majority of them", Level.CONFLICT),
        ("more than half of them", "a majority of them", Level.REFINES),
        ("more than half of them", "a minority of them", Level.CONFLICT),
        ("more than 40%", "a majority of them", Level.REFINES),
        ("about 40%", "a majority of them", Level.CONFLICT),
        ("about 52%", "a minority of them", Level.CONFLICT),
        ("about 52%", "a majority of them", Level.REFINES),
        ("about 50%", "a minority of them", Level.REFINES),
        ("nearly 60%", "a majority of them", Level.REFINES),
        ("56%", "the vast majority of them", Level.REFINES),
        ("45%", "the vast majority of them", Level.CONFLICT),
        ("a majority of them", "a minority of them", Level.CONFLICT),
        ("most of Halden's staff", "a minority of them", Level.CONFLICT),
        ("most of them", "the vast majority of them", Level.REFINES),
        ("2%", "2 percentage points", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    one, other = _one(a), _one(b)
    assert percent.compare(one, other, DEFAULT).level is level
    assert percent.compare(other, one, DEFAULT).level is level


def test_a_conflict_tells_points() -> None:
    how = percent.compare(_one("90%"), _one("80%"), DEFAULT).how
    assert how == "90% (90%) and 80% (80%) differ by 10 points"
