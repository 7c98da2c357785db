"""What a statement says, as weighted items that can be held against another's. PURE.

An item is a content word under its event's name ("talks" and "meeting" are one item) or
a name under its canonical value. Numbers and dates are none: facets compare those.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.facets.bodies import body_signs
from claims.facets.events import event, near_events
from claims.facets.names import person_signs
from claims.facets.opposites import opposite_signs, signs
from claims.facets.types import (
    Argument,
    Facet,
    Frame,
    Granularity,
    Kind,
    StatementRecord,
)
from claims.lexicon.calendar import MONTHS, WEEKDAYS
from claims.lexicon.generics import GENERICS
from claims.linkage.kept import Kept
from claims.linkage.kinds import NAMED, QUANTITIES
from claims.linkage.rarity import weight

# A name is worth at least this much, however common its letters are as words: two texts
# about one person share more than two texts with one common noun.
NAME_WEIGHT = 0.6
PLACE_WEIGHT = 0.35

# A kind of event with a name of two words is about as telling as a name.
COMPOUND_EVENT = 0.6

# Predicates too general to tell one event from another.
EMPTY = frozenset(
    [
        "be",
        "have",
        "do",
        "say",
        "make",
        "take",
        "get",
        "go",
        "come",
        "see",
        "give",
        "put",
        "keep",
        "tell",
        "add",
        "include",
    ]
)

# Words that facets hold, not items.
NO_ITEMS = (
    EMPTY
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(
        [
            "hundred",
            "thousand",
            "million",
            "billion",
            "trillion",
            "percent",
            "dr",
            "mr",
            "mrs",
            "ms",
        ]
    )
)

Items = dict[str, float]

NO_KINDS: frozenset[str] = frozenset()
SLOTS = ("agent", "patient")


@lru_cache(maxsize=100_000)
def item(word: str) -> str:
    """The event's name for a lower-case lemma, read as a noun.

    Verbs come in by their frames, which know the sense: "storm" is no attack.
    """
    return event(word, "NOUN")


def name_weight(name: str) -> float:
    """Weight of a "kind:value" item."""
    return PLACE_WEIGHT if name.startswith(Kind.PLACE) else NAME_WEIGHT


@lru_cache(maxsize=100_000)
def _weighed(word: str) -> tuple[str, float] | None:
    """The item of a content lemma with its weight; None for a number."""
    if not word or word[0].isdigit() or word in NO_ITEMS:
        return None
    return item(word), weight(word)


def word_items(words: tuple[str, ...]) -> Items:
    """Items of content lemmas, numbers left out."""
    found: Items = {}
    for word in words:
        weighed = _weighed(word)
        if weighed is not None:
            name, value = weighed
            if value > found.get(name, 0.0):
                found[name] = value
    return found


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


class Participant(NamedTuple):
    """An argument with its items, whatever else stands in the sentence.

    slot        agent, patient or other
    stands_for  kinds of names that its noun may stand for ("the leaders")
    kinds       kinds of the names in it
    """

    argument: Argument
    slot: str
    items: Items
    stands_for: frozenset[str]
    kinds: frozenset[str]


class Told(NamedTuple):
    """A frame with its items, and the days that its own dates begin on.

    event  weight of its kind of event
    signs, reach  see _signs
    words  items of all participants with their summed weights
    stands_for, kinds  those of all participants together
    """

    frame: Frame
    predicate: tuple[str, str, bool]  # predicate, lemma, whether it is a noun
    signs: frozenset[str]
    reach: frozenset[str]
    items: Items
    total: float
    participants: tuple[Participant, ...]
    event: float
    words: Items
    stands_for: frozenset[str]
    kinds: frozenset[str]
    days: tuple[date, ...]


class Profile(NamedTuple):
    """A statement's items: of the whole sentence, and of each frame.

    names     its names in order, each once; values  the first of each value
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
    for name in names:
        items[name.key] = name_weight(name.key)
        values.setdefault(name.value, name)
    days = _days(record)
    frames = tuple(
        [_told(frame, hidden, days.get(frame.index, ())) for frame in record.frames]
    )
    return Profile(
        record=record,
        items=items,
        total=sum(items.values()),
        frames=frames,
        names=names,
        values=values,
        lemmas=frozenset(record.lemmas),
        measured=frozenset(
            (f.kind, f.measure)
            for f in record.facets
            if f.measure and f.kind in QUANTITIES
        ),
        about=frozenset(record.context),
        signs=NO_KINDS.union(*[frame.signs for frame in frames]),
        reach=NO_KINDS.union(*[frame.reach for frame in frames]),
    )


# The profile of a statement; one meets many others.
profile = Kept(_profile)


def _name(facet: Facet, record: StatementRecord) -> Name:
    office = office_of(facet, record) if facet.kind == Kind.PERSON else ""
    key = f"{facet.kind}:{facet.value}"
    signs = name_signs(facet.kind, facet.value, facet.text)
    return Name(key, facet.kind, facet.value, facet.text, office, signs)


@lru_cache(maxsize=16_384)
def name_signs(kind: Kind, value: str, text: str) -> frozenset[str]:
    """What a name goes by, see Name."""
    if kind == Kind.PERSON:
        return person_signs(value) | {f"text {text}"}
    return body_signs(value) if kind == Kind.ORGANISATION else frozenset()


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


def _told(frame: Frame, hidden: frozenset[str], days: tuple[date, ...]) -> Told:
    items: Items = {}
    if frame.predicate not in EMPTY:
        items[frame.predicate] = event_weight(frame)
    participants = tuple([_participant(argument) for argument in frame.arguments])
    words: Items = {}
    for participant in participants:
        own = participant.items
        for key, value in own.items():
            words[key] = words.get(key, 0.0) + value
        if hidden.isdisjoint(own):
            items.update(own)
        else:
            names = participant.argument.names
            for key, value in own.items():
                if key not in hidden or key in names:
                    items[key] = value
    predicate = frame.predicate, frame.lemma, frame.nominal
    signs, reach = _signs(predicate)
    return Told(
        frame=frame,
        predicate=predicate,
        signs=signs,
        reach=reach,
        items=items,
        total=sum(items.values()),
        participants=participants,
        event=items.get(frame.predicate, 0.0),
        words=words,
        stands_for=NO_KINDS.union(*[p.stands_for for p in participants]),
        kinds=NO_KINDS.union(*[p.kinds for p in participants]),
        days=days,
    )


@lru_cache(maxsize=100_000)
def _signs(predicate: tuple[str, str, bool]) -> tuple[frozenset[str], frozenset[str]]:
    """What a predicate goes by, and what those go by that may tell of its event.

    Two predicates whose signs and reach do not meet have no event in common: that is
    seen of most pairs of statements without a look at any of their frames.
    """
    name, lemma, nominal = predicate
    own = frozenset([f"event {name}"])
    if name in EMPTY:
        return own, own
    reach = own | {f"event {other}" for other in near_events(name)}
    if nominal:
        return own, reach
    return own | signs(lemma, name), reach | opposite_signs(lemma, name)


def _participant(argument: Argument) -> Participant:
    kinds = stands_for = NO_KINDS
    if argument.names:
        kinds = frozenset([name.partition(":")[0] for name in argument.names])
    else:
        stands_for = _stands_for(argument.head)
    slot = argument.role if argument.role in SLOTS else "other"
    return Participant(argument, slot, argument_items(argument), stands_for, kinds)


@lru_cache(maxsize=100_000)
def _stands_for(noun: str) -> frozenset[str]:
    return frozenset(kind for kind, nouns in GENERICS.items() if noun in nouns)


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


def event_weight(frame: Frame) -> float:
    """Evidence of an event's kind: a compound event ("phone_call") is a rare one."""
    return _event_weight(frame.lemma, frame.predicate)


@lru_cache(maxsize=100_000)
def _event_weight(lemma: str, predicate: str) -> float:
    if "_" in predicate:
        return COMPOUND_EVENT
    return max(weight(lemma), weight(predicate), 0.2)


def argument_items(argument: Argument, hidden: frozenset[str] = frozenset()) -> Items:
    """Items of one participant: its names and its other words."""
    items = word_items(argument.words)
    if hidden:
        items = {key: value for key, value in items.items() if key not in hidden}
    for name in argument.names:
        items[name] = name_weight(name)
    return items


def shared(a: Items, b: Items, same: dict[str, str]) -> float:
    """Summed weight of the items of a that b has too.

    same maps names of a to the names of b that are the same person or thing.
    """
    # A loop, since a comprehension takes nearly twice the time in Python 3.11.
    both = 0.0
    if not same:
        for key in a:
            if key in b:
                both += a[key]
        return both
    for key in a:
        if key in b or same.get(key, "") in b:
            both += a[key]
    return both


def cover(a: Items, b: Items, same: dict[str, str]) -> float:
    """Share of a's weight that b has too, 0 when a is empty."""
    total = sum(a.values())
    return shared(a, b, same) / total if total else 0.0
