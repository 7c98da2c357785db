"""Places by any of their names, and which lies in which."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import gazetteer, place
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level
from claims.lexicon.places import PART_CODES

Read = Callable[[str], Span]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The talks were held in London.", ["london, gb"]),
        ("U.S. and British troops left.", ["us", "gb"]),
        ("Norwegian officials spoke in Oslo.", ["no", "oslo, no"]),
        ("They met in Geneva, Switzerland on Monday.", ["geneva, ch"]),
        ("The plant in Springfield, Illinois closed.", ["springfield, us"]),
        ("The ship left for the Middle East.", ["middle east"]),
        ("Finance Minister Jane Olten resigned.", []),
        ("Turkey was served on Monday.".lower().capitalize(), ["tr"]),
        ("The company sold its plant.", []),
    ],
)
def test_find(sentence: Read, text: str, keys: list[str]) -> None:
    found = place.find(sentence(text), Context())
    assert [f.value for f in found] == keys
    assert all(text[f.start : f.end] == f.text for f in found)


def _facet(name: str) -> Facet:
    known = gazetteer.lookup(name)
    return Facet(Kind.PLACE, 0, len(name), name, known.key if known else name.lower())


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("UK", "Britain", Level.AGREE),
        ("Bombay", "Mumbai", Level.AGREE),
        ("America", "U.S.", Level.AGREE),
        ("London", "Britain", Level.REFINES),
        ("Oslo", "Europe", Level.REFINES),
        ("Scotland", "UK", Level.REFINES),
        ("Manchester", "England", Level.REFINES),
        ("Chicago", "Illinois", Level.REFINES),
        ("Palermo", "Sicily", Level.REFINES),
        ("Toronto", "Ontario", Level.REFINES),
        ("Tarnowick", "Tarnovick", Level.NAMING_VARIANT),
        ("Tel Zorrin", "Tal Zorreen", Level.NAMING_VARIANT),
        ("Glasgow", "England", Level.CONFLICT),
        ("Chicago", "Texas", Level.CONFLICT),
        ("Manchester", "Liverpool", Level.CONFLICT),
        ("Illinois", "Texas", Level.CONFLICT),
        ("Tel Zorrin", "Tel Zarrun", Level.CONFLICT),
        ("Tel Zorrin", "Tel Barrin", Level.CONFLICT),
        ("London", "Paris", Level.CONFLICT),
        ("Norway", "Sweden", Level.CONFLICT),
        ("London", "France", Level.CONFLICT),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    assert place.compare(_facet(a), _facet(b), DEFAULT).level is level
    assert place.compare(_facet(b), _facet(a), DEFAULT).level is level


def test_keys() -> None:
    assert place.keys(_facet("London")) == {"london, gb", "london", "gb"}
    assert place.keys(_facet("Britain")) == {"gb"}


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("the Netherlands", "nl"),
        ("NAIROBI", "nairobi, ke"),
        ("Georgia", "ge"),
        ("Washington", "washington, us"),
        ("Nowhereville", None),
    ],
)
def test_gazetteer(name: str, key: str | None) -> None:
    found = gazetteer.lookup(name)
    assert (found.key if found else None) == key


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("chicago, us", "illinois, us", True),
        ("chicago, us", "us", True),
        ("chicago, us", "north america", True),
        ("glasgow, gb", "scotland, gb", True),
        ("illinois, us", "chicago, us", False),
        ("illinois, us", "illinois, us", False),
        ("glasgow, gb", "england, gb", False),
        ("nowhereville", "us", False),
    ],
)
def test_within(a: str, b: str, expected: int) -> None:
    assert gazetteer.within(a, b) is bool(expected)


def test_every_part_with_codes_is_a_place() -> None:
    known = {place.key for place in gazetteer._table().values()}
    found = {
        f"{each.partition('=')[0].replace('_', ' ')}, {line.split()[0].lower()}"
        for line in PART_CODES.strip().splitlines()
        for each in line.split()[1:]
    }
    assert found <= known
    assert found <= frozenset().union(*gazetteer._parts_of_cities().values())
