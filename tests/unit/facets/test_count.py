"""Counts and what they count; and numbers that count nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import count
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Hedge, Level

Finder = Callable[[str], list[Facet]]


@pytest.fixture(params=["text", "parse"])
def find(request: pytest.FixtureRequest, sentence: Callable[[str], Span]) -> Finder:
    """Both ways to find: without and with the parse."""
    if request.param == "text":
        return count.find_text

    def parsed(text: str) -> list[Facet]:
        return count.find(sentence(text), Context())

    return parsed


@pytest.mark.parametrize(
    ("text", "printed", "value", "measure"),
    [
        ("It employs 200,000 people.", "200,000", "200000 person", ""),
        ("It bought three companies.", "three", "3 company", ""),
        ("It bought three small chip makers.", "three", "3 maker", ""),
        ("It has 5m users.", "5m", "5000000 user", ""),
        ("It sold 2.5 million cars.", "2.5 million", "2500000 car", ""),
        ("It closed a dozen schools.", "dozen", "12 school", ""),
        ("It has dozens of offices.", "dozens", "24..144 office", ""),
        ("It has several hundred members.", "several hundred", "300..1000 member", ""),
        ("It opened 300 to 400 shops.", "300 to 400", "300..400 shop", ""),
        ("A storm left 17 dead.", "17", "17 person", "dead"),
        ("In Orlo 17 people were killed.", "17", "17 person", "dead"),
        ("The blast killed 17 people.", "17", "17 person", "dead"),
        ("The blast wounded 30.", "30", "30 person", "injured"),
        ("The storm caused 17 deaths.", "17", "17 person", "dead"),
        ("Police arrested 38 protesters.", "38", "38 protester", "arrested"),
        ("Nine are still missing.", "Nine", "9 person", "missing"),
        ("The toll stood at 17 on Monday.", "17", "17 person", "dead"),
        (
            "The death toll from the Orlo nursing home fire had reached 17.",
            "17",
            "17 person",
            "dead",
        ),
        ("The storm claimed at least 17 lives.", "17", "17 person", "dead"),
        ("The storm cost 17 lives.", "17", "17 person", "dead"),
        ("The belt saved 17 lives.", "17", "17 life", ""),
        ("There were no survivors.", "no survivors", "0 survivor", ""),
        ("Only one company answered.", "one", "1 company", ""),
        ("A 17-member board met.", "17", "17 member", ""),
        ("It hired 25 more workers.", "25", "25 worker", ""),
        ("Orlo is a town of 17,000.", "17,000", "17000 person", ""),
        ("It has a population of 2.5 million.", "2.5 million", "2500000 person", ""),
        ("It has 2.5 baths.", "2.5", "2.5 bath", ""),
    ],
)
def test_counts(
    find: Finder, text: str, printed: str, value: str, measure: str
) -> None:
    (facet,) = find(text)
    assert (facet.text, facet.value, facet.measure) == (printed, value, measure)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They read 7,000 of 9,000 ballots.", ["7000 ballot", "9000 ballot"]),
        ("It sold 3,000 cars, up from 2,400.", ["3000 car", "2400 car"]),
        ("Sales fell a third to 4,500 cars.", ["4500 car"]),
        # nothing says that the second number counts the same
        ("It sold 3,000 cars and went to 2,400.", ["3000 car"]),
        ("One of the 12 largest banks failed.", ["12 bank"]),
        ("Of the 240 ballots cast, 31 were spoiled.", ["240 ballot", "31 ballot"]),
        ("Of the 12 clinics, in 2019 two closed.", ["12 clinic"]),
        ("Of the 12 clinics, 25 were sued.", ["12 clinic"]),
    ],
)
def test_numbers_without_a_noun(find: Finder, text: str, values: list[str]) -> None:
    assert [facet.value for facet in find(text)] == values


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("At least 17 people died.", Hedge.AT_LEAST),
        ("Some 300 people came.", Hedge.ABOUT),
        ("More than 300 people came.", Hedge.OVER),
        ("Fewer than 300 people came.", Hedge.UNDER),
        ("As many as 300 people came.", Hedge.AT_MOST),
        ("It has 300 or more members.", Hedge.AT_LEAST),
        ("It has hundreds of members.", Hedge.VAGUE),
    ],
)
def test_hedges(find: Finder, text: str, hedge: Hedge) -> None:
    assert find(text)[0].hedge is hedge


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 2019.",
        "The 2024 elections were held.",
        "The bridge toll rose to 12 on Monday.",
        "It happened on June 5.",
        "They met on 5 June.",
        "They met at 5:30 p.m. there.",
        "The trip took two days.",
        "He left three years ago.",
        "She is a 45-year-old lawyer.",
        "Orlo won 3-1 at home.",
        "The bill breaks Article 5 rules.",
        "He was on Flight 370.",
        "Call 555-0199 now.",
        "It uses the QX7 chip.",
        "One of the ministers resigned.",
        "One minister said so.",
        "No one came.",
        "It cost $5 million.",
        "It grew 5 percent.",
        "It is 5 km away.",
        "There was no comment.",
        "The index rose 120.5 points.",
        "It rose for the third time.",
        "",
    ],
)
def test_no_count(text: str) -> None:
    assert count.find_text(text) == []


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("200,000 people came", "200,000 people", Level.AGREE),
        ("17 dead", "17 people were killed", Level.AGREE),
        ("200,000 people", "198,500 people", Level.REFINES),
        ("more than 200 people", "250 people", Level.REFINES),
        ("up to 300 people", "250 people", Level.REFINES),
        ("hundreds of people", "450 people", Level.REFINES),
        ("200 people", "200 workers", Level.REFINES),
        ("17 dead", "18 dead", Level.CONFLICT),
        ("more than 200 people", "150 people", Level.CONFLICT),
        ("three companies", "four companies", Level.CONFLICT),
        ("hundreds of people", "12 people", Level.CONFLICT),
        ("17 dead", "17 injured", Level.NOT_COMPARABLE),
        ("200 people", "150 workers", Level.NOT_COMPARABLE),
        ("three companies", "three cars", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    (one,), (other,) = count.find_text(a), count.find_text(b)
    assert count.compare(one, other, DEFAULT).level is level
    assert count.compare(other, one, DEFAULT).level is level


def test_small_counts_make_no_key() -> None:
    assert count.keys(count.find_text("three companies")[0]) == frozenset()
    assert count.keys(count.find_text("130 companies")[0]) == {"count:company:1.3e2"}
