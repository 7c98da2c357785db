"""Weighted items, by which two texts are held to say the same. PURE.

An item is a content word under its event's name ("talks" and "meeting" are one item) or
a name under its canonical value. Numbers and dates are none: facets compare those.
"""

from __future__ import annotations

from functools import lru_cache

from claims.facets.events import event
from claims.facets.types import Argument, Frame, Kind
from claims.lexicon.calendar import MONTHS, WEEKDAYS
from claims.lexicon.zones import SEASONAL_ZONES, ZONES
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
    | ZONES.keys()
    | SEASONAL_ZONES.keys()
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
            "a.m.",
            "p.m.",
            "noon",
            "midnight",
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
    for weighed in map(_weighed, words):
        if weighed is not None:
            name, value = weighed
            if name not in found or value > found[name]:
                found[name] = value
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


def shared_of_both(a: Items, b: Items) -> tuple[float, float]:
    """The same of a and of b, where no two names stand for one: in one go."""
    of_a = of_b = 0.0
    for key in a:
        if key in b:
            of_a += a[key]
            of_b += b[key]
    return of_a, of_b


def cover(a: Items, b: Items, same: dict[str, str]) -> float:
    """Share of a's weight that b has too, 0 when a is empty."""
    total = sum(a.values())
    return shared(a, b, same) / total if total else 0.0
