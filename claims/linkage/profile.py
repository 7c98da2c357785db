"""What a statement says, as weighted items that can be held against another's. PURE.

An item is a content word under its event's name ("talks" and "meeting" are one item) or
a name under its canonical value. Numbers and dates are none: facets compare those.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.facets.events import event
from claims.facets.types import Argument, Frame, Kind, StatementRecord
from claims.lexicon.calendar import MONTHS, WEEKDAYS
from claims.linkage.rarity import weight

NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)

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


@lru_cache(maxsize=100_000)
def item(word: str) -> str:
    """The event's name for a lower-case lemma, read as a noun.

    Verbs come in by their frames, which know the sense: "storm" is no attack.
    """
    return event(word, "NOUN")


# Profiles kept: the statements of some thirty articles with their candidates.
MOST_KEPT = 8192
_KEPT: dict[int, Profile] = {}


def name_weight(name: str) -> float:
    """Weight of a "kind:value" item."""
    return PLACE_WEIGHT if name.startswith(Kind.PLACE) else NAME_WEIGHT


def word_items(words: tuple[str, ...]) -> Items:
    """Items of content lemmas, numbers left out."""
    found: Items = {}
    for word in words:
        if word and not word[0].isdigit() and word not in NO_ITEMS:
            found[item(word)] = max(weight(word), found.get(item(word), 0.0))
    return found


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement's items: of the whole sentence, and of each frame."""

    record: StatementRecord
    items: Items
    frames: tuple[Items, ...]

    @property
    def total(self) -> float:
        return sum(self.items.values())


def profile(record: StatementRecord) -> Profile:
    """The profile of a statement; the latest are kept, since one meets many others.

    They are kept by identity: to hash a record takes longer than to relate two.
    """
    kept = _KEPT.get(id(record))
    if kept is None or kept.record is not record:
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        kept = _KEPT[id(record)] = _profile(record)
    return kept


def _profile(record: StatementRecord) -> Profile:
    hidden = _name_words(record)
    told = {item(frame.lemma) for frame in record.frames}
    items = {
        word: value
        for word, value in word_items(record.lemmas).items()
        if word not in hidden and word not in told
    }
    for frame in record.frames:
        if frame.predicate not in EMPTY:
            items[frame.predicate] = event_weight(frame)
    for facet in record.facets:
        if facet.kind in NAMED:
            name = f"{facet.kind}:{facet.value}"
            items[name] = name_weight(name)
    return Profile(
        record=record,
        items=items,
        frames=tuple(_frame_items(frame, hidden) for frame in record.frames),
    )


def _name_words(record: StatementRecord) -> frozenset[str]:
    """Words that stand inside a name: the name is the item, not its words."""
    return frozenset(
        item(word)
        for facet in record.facets
        if facet.kind in NAMED
        for word in facet.text.lower().split()
    )


def _frame_items(frame: Frame, hidden: frozenset[str]) -> Items:
    items: Items = {}
    if frame.predicate not in EMPTY:
        items[frame.predicate] = event_weight(frame)
    for argument in frame.arguments:
        items |= argument_items(argument, hidden)
    return items


def event_weight(frame: Frame) -> float:
    """Evidence of an event's kind: a compound event ("phone_call") is a rare one."""
    if "_" in frame.predicate:
        return COMPOUND_EVENT
    return max(weight(frame.lemma), weight(frame.predicate), 0.2)


def argument_items(argument: Argument, hidden: frozenset[str] = frozenset()) -> Items:
    """Items of one participant: its names and its other words."""
    items = {
        key: value
        for key, value in word_items(argument.words).items()
        if key not in hidden
    }
    return items | {name: name_weight(name) for name in argument.names}


def shared(a: Items, b: Items, same: dict[str, str]) -> float:
    """Summed weight of the items of a that b has too.

    same maps names of a to the names of b that are the same person or thing.
    """
    return sum(value for key, value in a.items() if key in b or same.get(key, "") in b)


def cover(a: Items, b: Items, same: dict[str, str]) -> float:
    """Share of a's weight that b has too, 0 when a is empty."""
    total = sum(a.values())
    return shared(a, b, same) / total if total else 0.0
