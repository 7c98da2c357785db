"""One frame of a statement with its items: what is told, and of whom. PURE."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claims.facets.events import near_events
from claims.facets.opposites import opposite_signs, signs
from claims.facets.types import Argument, Frame
from claims.lexicon.generics import GENERICS
from claims.linkage.items import EMPTY, Items, argument_items, event_weight

NO_KINDS: frozenset[str] = frozenset()
SLOTS = ("agent", "patient")


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


class Said(NamedTuple):
    """What is said in a frame, and of whom.

    event  weight of its kind of event
    words  items of all participants with their summed weights
    stands_for, kinds  those of all participants together
    """

    event: float
    words: Items
    stands_for: frozenset[str]
    kinds: frozenset[str]
    participants: tuple[Participant, ...]


class Told:
    """A frame, and the days that its own dates begin on.

    predicate  its predicate, its lemma, whether it is a noun
    signs, reach  see _signs
    said       its event and its participants
    items      its kind of event, and the items of who takes part in it: of names those,
               not their words
    total      the summed weight of its items

    The last three are worked out when somebody asks: of half of the frames nobody does.
    """

    said: Said
    items: Items
    total: float

    __slots__ = (
        "days",
        "frame",
        "hidden",
        "items",
        "predicate",
        "reach",
        "said",
        "signs",
        "total",
    )

    def __init__(
        self, frame: Frame, hidden: frozenset[str], days: tuple[date, ...]
    ) -> None:
        self.frame = frame
        self.hidden = hidden
        self.days = days
        self.predicate = frame.predicate, frame.lemma, frame.nominal
        self.signs, self.reach = _signs(self.predicate)

    def __getattr__(self, name: str) -> Said | Items | float:
        """What is asked for the first time; later it is found before this is asked.

        said   its event and its participants
        items  its kind of event, and the items of who takes part in it: of names those,
               not their words
        total  the summed weight of its items
        """
        found: Said | Items | float
        if name == "said":
            self.said = found = _said(self.frame, self.hidden)
        elif name == "items":
            self.items = found = _items(self.frame, self.said.participants, self.hidden)
        elif name == "total":
            self.total = found = sum(self.items.values())
        else:
            raise AttributeError(name)
        return found


def _said(frame: Frame, hidden: frozenset[str]) -> Said:
    participants = tuple([_participant(each) for each in frame.arguments])
    words: Items = {}
    stands_for = kinds = NO_KINDS
    for _, _, items, may_mean, named in participants:
        if words:
            for key, value in items.items():
                words[key] = words.get(key, 0.0) + value
        else:
            words = items.copy()
        stands_for |= may_mean
        kinds |= named
    event = 0.0 if frame.predicate in EMPTY else event_weight(frame)
    if frame.predicate in words:
        event = _items(frame, participants, hidden).get(frame.predicate, 0.0)
    return Said(event, words, stands_for, kinds, participants)


def _items(
    frame: Frame, participants: Iterable[Participant], hidden: frozenset[str]
) -> Items:
    items: Items = {}
    if frame.predicate not in EMPTY:
        items[frame.predicate] = event_weight(frame)
    for participant in participants:
        own, names = participant.items, participant.argument.names
        if hidden.isdisjoint(own):
            items.update(own)
            continue
        for key, value in own.items():
            if key not in hidden or key in names:
                items[key] = value
    return items


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
    return Participant(
        argument,
        argument.role if argument.role in SLOTS else "other",
        argument_items(argument),
        NO_KINDS if argument.names else _stands_for(argument.head),
        _kinds(argument) if argument.names else NO_KINDS,
    )


def _kinds(argument: Argument) -> frozenset[str]:
    return frozenset([name.partition(":")[0] for name in argument.names])


@lru_cache(maxsize=100_000)
def _stands_for(noun: str) -> frozenset[str]:
    return frozenset(kind for kind, nouns in GENERICS.items() if noun in nouns)
