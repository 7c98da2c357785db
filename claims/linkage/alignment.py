"""Which frame of one statement tells of the same event as which frame of the other.
PURE.

Two frames are aligned when their predicates are one event (or opposites of one, or
near) and enough of what takes part in them is shared: a share of the smaller frame, and
an absolute amount of evidence, so that two calls between nobody in particular stay
apart. Participants in the same slot count in full, in another slot by half, so that "A
sued B" does not pass for "B sued A".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.facets.events import near
from claims.facets.opposites import opposite, opposite_events
from claims.facets.senses import Sense, related
from claims.facets.types import (
    Argument,
    Frame,
    Kind,
)
from claims.lexicon.generics import SYMMETRIC
from claims.linkage.config import LinkageConfig
from claims.linkage.items import EMPTY, argument_items, cover, shared
from claims.linkage.profile import Profile
from claims.linkage.told import SLOTS, Participant, Told

# Credit for a participant that stands in another slot (agent against patient).
OTHER_SLOT = 0.5
# Credit of a near predicate ("arrested" beside "charged") against an equal one.
NEAR_PREDICATE = 0.6

# Credit for a noun that may stand for the other side's name ("the leaders").
GENERIC = 0.4
# Strength from which a frame is found whole, and the share of the sentence that counts
# as shared for it: "the government banned the drug" needs no name to be the same act.
WHOLE = 0.9
WHOLE_CREDIT = 0.6
# Slots that say who and what; and those whose fillers may differ in one event: where
# to, after what, by which way of telling.
CORE = frozenset({"agent", "patient"})
LOOSE = frozenset(
    [
        "to",
        "from",
        "by",
        "after",
        "before",
        "since",
        "until",
        "as",
        "with",
        "during",
        "through",
        "attribute",
        "than",
        "amid",
        "following",
        "despite",
    ]
)
# Part of the words that two fillers of one slot share when they may be one thing.
ALIKE = 0.5
# Days and evidence: events of one kind that happened almost together are likely one.
NEAR_DAYS = 3
NEAR_DATE = 0.4
# Evidence of articles that are about the same names, each, and at most.
CONTEXT_NAME = 0.1
MOST_CONTEXT = 0.3


# What summing floats in two orders may differ by.
ROUNDING = 1e-6

# Nouns so related name one thing: "curbs" and "controls".
ALIKE_SENSES = (Sense.SYNONYM, Sense.NEAR)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two frames of one event.

    opposed  their predicates are opposites
    clashes  slots that both fill, with things that have little in common: values of the
             two frames are then not held against each other
    other_agents  the slot of who did it is one of them
    """

    a: Frame
    b: Frame
    strength: float  # share of the smaller frame, 0 to 1
    evidence: float  # summed weight of what they share
    opposed: bool = False
    clashes: int = 0
    other_agents: bool = False

    @property
    def against(self) -> bool:
        """Whether one tells what the other denies, or its opposite."""
        if self.a.nominal or self.b.nominal:
            return self.opposed
        return self.opposed != (self.a.negated != self.b.negated)


def aligned(
    a: Profile, b: Profile, same: dict[str, str], config: LinkageConfig
) -> list[Aligned]:
    """Aligned frames, strongest first; each frame may stand in several.

    The more of both sentences is shared, the less evidence a frame needs of its own.
    """
    if a.reach.isdisjoint(b.signs):
        return []
    # Nothing passes below what all words in common would ask for: most pairs end here.
    matches = list(_matches(a, b, same, config, needed(1.0, config)))
    if not matches:
        return []
    both = min(cover(a.items, b.items, same), cover(b.items, a.items, same))
    kept = [m for m in matches if m.evidence >= needed(max(both, _whole(m)), config)]
    return sorted(
        [_aligned(match, same) for match in kept],
        key=lambda p: (-p.strength * p.evidence, p.a.index, p.b.index),
    )


def alike(
    a: Profile, b: Profile, same: dict[str, str], config: LinkageConfig, least: float
) -> Iterator[Aligned]:
    """Frames that may tell of one event by so little evidence, and do not clash."""
    for match in _matches(a, b, same, config, least):
        found = _aligned(match, same)
        if not found.clashes:
            yield found


class _Match(NamedTuple):
    """Two frames that may be of one event; see Aligned."""

    one: Told
    other: Told
    strength: float
    evidence: float
    opposed: bool


def _matches(
    a: Profile, b: Profile, same: dict[str, str], config: LinkageConfig, least: float
) -> Iterator[_Match]:
    """Frames with so much evidence in common at least, and a share of the smaller."""
    context = min(MOST_CONTEXT, CONTEXT_NAME * len(a.about & b.about))
    for one, other in _in_reach(a, b):
        if one.predicate[0] == other.predicate[0]:
            credit, opposed = 1.0, False
        else:
            credit, opposed = _credit(one.predicate, other.predicate)
        if not credit or _most_evidence(one, other, credit, same, context) < least:
            continue
        evidence = _evidence(one, other, credit, same, context)
        if evidence < least or not (smaller := min(one.total, other.total)):
            continue
        strength = min(1.0, evidence / smaller)
        if strength >= config.same_event and not _other_people(one, other, same):
            yield _Match(one, other, strength, evidence, opposed)


def _in_reach(a: Profile, b: Profile) -> Iterator[tuple[Told, Told]]:
    for one in a.frames:
        if not one.reach.isdisjoint(b.signs):
            for other in b.frames:
                if not one.reach.isdisjoint(other.signs):
                    yield one, other


def _aligned(match: _Match, same: dict[str, str]) -> Aligned:
    clashes = _clashes(match.one, match.other, same)
    return Aligned(
        a=match.one.frame,
        b=match.other.frame,
        strength=match.strength,
        evidence=match.evidence,
        opposed=match.opposed,
        clashes=len(clashes),
        other_agents="agent" in clashes,
    )


def needed(share: float, config: LinkageConfig) -> float:
    """Evidence that two frames of sentences sharing so much must have in common."""
    return config.shared_evidence - config.evidence_relief * share


def _whole(match: _Match) -> float:
    """Credit for a frame that is found whole, with who did it and to whom."""
    whole = match.strength >= WHOLE and {"agent", "patient"} <= {
        argument.role for argument in match.one.frame.arguments
    } & {argument.role for argument in match.other.frame.arguments}
    return WHOLE_CREDIT if whole else 0.0


def _evidence(
    one: Told, other: Told, credit: float, same: dict[str, str], context: float
) -> float:
    """Summed weight of what two frames share; credit: how far the predicates count."""
    together = _shared_participants(one, other, same)
    evidence = credit * min(one.said.event, other.said.event) + together
    if together or not (one.said.participants and other.said.participants):
        if one.days and other.days:
            evidence += _near_dates(one, other)
        evidence += context
    return evidence


def _most_evidence(
    one: Told, other: Told, credit: float, same: dict[str, str], context: float
) -> float:
    """What _evidence is not above, in a fraction of its time."""
    mine, theirs = one.said, other.said
    together = 0.0
    if same or not mine.words.keys().isdisjoint(theirs.words):
        together = shared(mine.words, theirs.words, same)
    if (mine.stands_for and not mine.stands_for.isdisjoint(theirs.kinds)) or (
        theirs.stands_for and not theirs.stands_for.isdisjoint(mine.kinds)
    ):
        together += GENERIC * len(mine.participants)
    most = credit * min(mine.event, theirs.event) + together + ROUNDING
    if together or not (mine.participants and theirs.participants):
        most += context
        if one.days and other.days:
            most += NEAR_DATE
    return most


@lru_cache(maxsize=100_000)
def _credit(
    one: tuple[str, str, bool], other: tuple[str, str, bool]
) -> tuple[float, bool]:
    """Credit 0 to 1 for the two predicates, and whether they are opposites."""
    predicate, lemma, nominal = one
    other_predicate, other_lemma, other_nominal = other
    if predicate in EMPTY or other_predicate in EMPTY:
        return 0.0, False
    # A noun presupposes its event, it does not tell it: "lift" is no opposite of the
    # "restrictions" that it is done to.
    told = not nominal and not other_nominal
    if told and (
        opposite_events(predicate, other_predicate)
        or opposite(lemma, other_lemma, "VERB")
    ):
        return 1.0, True
    return (NEAR_PREDICATE, False) if near(predicate, other_predicate) else (0.0, False)


def _shared_participants(one: Told, other: Told, same: dict[str, str]) -> float:
    symmetric = one.frame.predicate in SYMMETRIC
    total = 0.0
    for mine in one.said.participants:
        best, words = 0.0, mine.items.keys()
        for candidate in other.said.participants:
            if same or not words.isdisjoint(candidate.items):
                together = shared(mine.items, candidate.items, same)
            else:
                together = 0.0
            if not together and (mine.stands_for or candidate.stands_for):
                together = _generic(mine, candidate)
            if together and not (symmetric or mine.slot == candidate.slot):
                together *= OTHER_SLOT
            if together > best:
                best = together
        total += best
    return total


def _generic(one: Participant, other: Participant) -> float:
    """Credit when one side is a noun that may stand for the other side's name."""
    if one.stands_for & other.kinds or other.stands_for & one.kinds:
        return GENERIC
    return 0.0


def _clashes(one: Told, other: Told, same: dict[str, str]) -> set[str]:
    """Slots that both frames fill, with things that have little in common.

    "The museum" is not "the zoo", though both are said of one town.
    """
    if one.frame.predicate in SYMMETRIC:
        return set()
    found = set()
    for role in CORE | {p.argument.role for p in one.said.participants} - LOOSE:
        fillers = [x for x in one.said.participants if x.argument.role == role]
        others = [x for x in other.said.participants if x.argument.role == role]
        alike = any(_alike(a, b, same) for a in fillers for b in others)
        if fillers and others and not alike:
            found.add(role)
    return found


def _alike(a: Participant, b: Participant, same: dict[str, str]) -> bool:
    items_a, items_b = _own(a.argument), _own(b.argument)
    if not items_a or not items_b or _generic(a, b):
        return True
    if related(a.argument.head, b.argument.head) in ALIKE_SENSES:
        return True
    back = {value: key for key, value in same.items()}
    share = max(cover(items_a, items_b, same), cover(items_b, items_a, back))
    return share >= ALIKE


def _own(argument: Argument) -> dict[str, float]:
    """Items of what fills a slot; where it stands counts only when nothing else
    does.
    """
    printed = {w.strip(",") for n in argument.names for w in n.split(":")[1].split()}
    items = argument_items(argument, frozenset(printed))
    things = {k: v for k, v in items.items() if not k.startswith(Kind.PLACE)}
    return things or items


def _other_people(one: Told, other: Told, same: dict[str, str]) -> bool:
    """Whether one slot is filled by names on both sides, and by none in common."""
    named = one.said.kinds and other.said.kinds
    if one.frame.predicate in SYMMETRIC or not named:
        return False
    for role in SLOTS:
        a, b = _subjects(one.frame, role), _subjects(other.frame, role)
        if a and b and not any(name in b or same.get(name) in b for name in a):
            return True
    return False


def _subjects(frame: Frame, role: str) -> set[str]:
    return {
        name
        for argument in frame.arguments
        if argument.role == role
        for name in argument.names
        if not name.startswith(Kind.PLACE)
    }


def _near_dates(one: Told, other: Told) -> float:
    near = any(
        abs((day - another).days) <= NEAR_DAYS
        for day in one.days
        for another in other.days
    )
    return NEAR_DATE if near else 0.0
