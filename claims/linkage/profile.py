"""What a statement says, in the form in which it meets many others. PURE."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.facets.bodies import body_signs
from claims.facets.names import person_signs
from claims.facets.types import Facet, Granularity, Kind, StatementRecord
from claims.linkage.items import (
    EMPTY,
    Items,
    event_weight,
    item,
    name_weight,
    word_items,
)
from claims.linkage.kept import Kept
from claims.linkage.kinds import NAMED, QUANTITIES
from claims.linkage.referents import referred
from claims.linkage.told import Told

NOTHING: frozenset[str] = frozenset()

# What every name goes by beside which an office is told: no word of any name.
OFFICE = "an office"


# Tuples, since every candidate has some fifteen of them to be built.
class Name(NamedTuple):
    """A name as one statement prints it; office is what is told beside it, or "".

    signs  of two names of a kind that may be one at least one is the same; none of
           places, which are compared by likeness
    """

    key: str  # "kind:value"
    kind: Kind
    value: str
    text: str
    office: str
    signs: frozenset[str]


class Profile(NamedTuple):
    """A statement's items: of the whole sentence, and of each frame.

    names     its names in order, and those that its words stand for, each once
    values    the first of each value
    called    what they go by; names of two statements that may be one share some of it
    measured  kind and measure of each quantity that has one
    about     what its article is about
    signs, reach  those of all frames
    """

    record: StatementRecord
    items: Items
    total: float
    frames: tuple[Told, ...]
    names: tuple[Name, ...]
    values: dict[str, Name]
    called: frozenset[str]
    lemmas: frozenset[str]
    measured: frozenset[tuple[str, str]]
    about: frozenset[str]
    signs: frozenset[str]
    reach: frozenset[str]


def _profile(record: StatementRecord) -> Profile:
    named = [facet for facet in record.facets if facet.kind in NAMED]
    hidden = _name_words(named)
    told = {item(frame.lemma) for frame in record.frames}
    items = {
        word: value
        for word, value in word_items(record.lemmas).items()
        if word not in hidden and word not in told
    }
    for frame in record.frames:
        if frame.predicate not in EMPTY:
            items[frame.predicate] = event_weight(frame)
    names = tuple(dict.fromkeys(_name(facet, record) for facet in named))
    values: dict[str, Name] = {}
    names = tuple(dict.fromkeys([*names, *map(_meant, referred(record))]))
    for name in names:
        items[name.key] = name_weight(name.key)
        values.setdefault(name.value, name)
    days = _days(record)
    frames = tuple(
        [Told(frame, hidden, days.get(frame.index, ())) for frame in record.frames]
    )
    return Profile(
        record=record,
        items=items,
        total=sum(items.values()),
        frames=frames,
        names=names,
        values=values,
        called=_called(names),
        lemmas=frozenset(record.lemmas),
        measured=frozenset(
            [
                (f.kind, f.measure)
                for f in record.facets
                if f.measure and f.kind in QUANTITIES
            ]
        ),
        about=frozenset(record.context),
        signs=NOTHING.union(*[frame.signs for frame in frames]),
        reach=NOTHING.union(*[frame.reach for frame in frames]),
    )


# The profile of a statement; one meets many others.
profile = Kept(_profile)


def _meant(facet: Facet) -> Name:
    """A name that other words stand for: it is its value that tells it apart."""
    key = f"{facet.kind}:{facet.value}"
    signs = name_signs(facet.kind, facet.value, facet.value)
    return Name(key, facet.kind, facet.value, facet.value, "", signs)


def _name(facet: Facet, record: StatementRecord) -> Name:
    office = office_of(facet, record) if facet.kind == Kind.PERSON else ""
    key = f"{facet.kind}:{facet.value}"
    signs = name_signs(facet.kind, facet.value, facet.text)
    return Name(key, facet.kind, facet.value, facet.text, office, signs)


def _called(names: Iterable[Name]) -> frozenset[str]:
    called: set[str] = set()
    for name in names:
        called.add(name.value)
        called |= name.signs or {name.kind}
        if name.office:
            called.add(OFFICE)
    return frozenset(called)


@lru_cache(maxsize=16_384)
def name_signs(kind: Kind, value: str, text: str) -> frozenset[str]:
    """What a name goes by, see Name."""
    if kind == Kind.PERSON:
        return person_signs(value) | {f"text {text}"}
    if kind == Kind.ORGANISATION:
        return body_signs(value) or frozenset([value])
    return NOTHING


def office_of(person: Facet, record: StatementRecord) -> str:
    """The office that a statement tells of a person, "" for none."""
    for facet in record.facets:
        if facet.kind == Kind.TITLE and facet.measure == person.value:
            return facet.value
    return ""


def _name_words(names: list[Facet]) -> frozenset[str]:
    """Words that stand inside a name: the name is the item, not its words."""
    return frozenset(
        [item(word) for name in names for word in name.text.lower().split()]
    )


def _days(record: StatementRecord) -> dict[int, tuple[date, ...]]:
    """The days that the dates of each frame begin on, by the frame's index."""
    found: dict[int, tuple[date, ...]] = {}
    for facet in record.facets:
        if (
            facet.kind == Kind.DATE
            and facet.granularity in (Granularity.DAY, Granularity.RANGE)
            and facet.date_from is not None
        ):
            found[facet.frame] = (*found.get(facet.frame, ()), facet.date_from)
    return found
