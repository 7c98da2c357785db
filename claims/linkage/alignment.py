"""Which frame of one statement tells of the same event as which frame of the other. PURE.

Two frames are aligned when their predicates are one event (or opposites of one, or near)
and enough of what takes part in them is shared: a share of the smaller frame, and an
absolute amount of evidence, so that two calls between nobody in particular stay apart.
Participants in the same slot count in full, in another slot by half, so that "A sued B"
does not pass for "B sued A".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import JaroWinkler

from claims.facets import BY_KIND, person
from claims.facets.events import near
from claims.facets.opposites import opposite, opposite_events
from claims.facets.types import (
    Argument,
    Comparison,
    Facet,
    Frame,
    Granularity,
    Kind,
    Level,
    StatementRecord,
)
from claims.lexicon.generics import GENERICS, SYMMETRIC
from claims.linkage.config import LinkageConfig
from claims.linkage.profile import EMPTY, NAMED, Profile, argument_items, shared

# Credit for a participant that stands in another slot (agent against patient).
OTHER_SLOT = 0.5
# Credit of a near predicate ("arrested" beside "charged") against an equal one.
NEAR_PREDICATE = 0.6

# Credit for a noun that may stand for the other side's name ("the leaders").
GENERIC = 0.4
# Jaro-Winkler likeness of two forenames that may be one name, misspelt or transcribed.
FORENAME = 0.75
# Days and evidence: events of one kind that happened almost together are likely one.
NEAR_DAYS = 3
NEAR_DATE = 0.4
# Evidence of articles that are about the same names, each, and at most.
CONTEXT_NAME = 0.1
MOST_CONTEXT = 0.3

SAME_LEVELS = (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two frames of one event. opposed: their predicates are opposites."""

    a: Frame
    b: Frame
    strength: float  # share of the smaller frame, 0 to 1
    evidence: float  # summed weight of what they share
    opposed: bool = False


def same_names(
    a: StatementRecord, b: StatementRecord, config: LinkageConfig
) -> dict[str, str]:
    """Names of a ("kind:value") to the names of b that stand for the same.

    One value under two kinds is one name: the kinds of unknown names are guesses.
    """
    found: dict[str, str] = {}
    for one in a.facets:
        key = f"{one.kind}:{one.value}"
        if one.kind not in NAMED or key in found:
            continue
        names = [f for f in b.facets if f.kind in NAMED]
        equal = [f for f in names if f.value == one.value]
        match = equal or [f for f in names if _same_name(one, f, (a, b), config)]
        if match:
            found[key] = f"{match[0].kind}:{match[0].value}"
    return found


def _same_name(
    one: Facet,
    other: Facet,
    sides: tuple[StatementRecord, StatementRecord],
    config: LinkageConfig,
) -> bool:
    if one.kind != other.kind:
        return one.value == other.value
    level = name_level(one, other, sides, config).level
    return level in SAME_LEVELS or _same_surname(one, other)


def name_level(
    one: Facet,
    other: Facet,
    sides: tuple[StatementRecord, StatementRecord],
    config: LinkageConfig,
) -> Comparison:
    """The level of two names of one kind; of people with the offices told of them."""
    if one.kind != Kind.PERSON:
        return BY_KIND[one.kind].compare(one, other, config.tolerances)
    offices = _office(one, sides[0]), _office(other, sides[1])
    roles = offices if all(offices) else None
    return person.compare(one, other, config.tolerances, roles=roles)


def _office(facet: Facet, record: StatementRecord) -> str:
    return next(
        (
            f.value
            for f in record.facets
            if f.kind == Kind.TITLE and f.measure == facet.value
        ),
        "",
    )


def _same_surname(one: Facet, other: Facet) -> bool:
    """People printed by one surname whose full names differ in a forename's spelling."""
    if one.kind != Kind.PERSON or one.text != other.text or " " in one.text:
        return False
    first, second = one.value.split()[0], other.value.split()[0]
    return JaroWinkler.similarity(first, second) >= FORENAME


def aligned(
    a: Profile, b: Profile, same: dict[str, str], config: LinkageConfig
) -> list[Aligned]:
    """Aligned frames, strongest first; each frame may stand in several."""
    pairs = [
        pair
        for frame_a in a.record.frames
        for frame_b in b.record.frames
        if (pair := _pair(a, b, frame_a, frame_b, same)) is not None
        and pair.strength >= config.same_event
        and pair.evidence >= config.shared_evidence
    ]
    return sorted(pairs, key=lambda p: (-p.strength * p.evidence, p.a.index, p.b.index))


def _pair(
    a: Profile, b: Profile, one: Frame, other: Frame, same: dict[str, str]
) -> Aligned | None:
    credit, opposed = _predicates(one, other)
    if not credit:
        return None
    items_a, items_b = a.frames[one.index], b.frames[other.index]
    together = _shared_participants(one, other, same)
    own = credit * min(
        items_a.get(one.predicate, 0.0), items_b.get(other.predicate, 0.0)
    )
    smaller = min(sum(items_a.values()), sum(items_b.values()))
    if not smaller:
        return None
    evidence = own + together
    if together or not (one.arguments and other.arguments):
        evidence += _near_dates(a.record, b.record, one, other)
        evidence += _context(a.record, b.record)
    return Aligned(one, other, min(1.0, evidence / smaller), evidence, opposed)


def _predicates(one: Frame, other: Frame) -> tuple[float, bool]:
    """Credit 0 to 1 for the two predicates, and whether they are opposites."""
    if one.predicate in EMPTY or other.predicate in EMPTY:
        return (1.0 if one.predicate == other.predicate else 0.0), False
    if one.predicate == other.predicate:
        return 1.0, False
    # A noun presupposes its event, it does not tell it: "lift" is no opposite of the
    # "restrictions" that it is done to.
    verbal = not one.nominal and not other.nominal
    if verbal and _opposed(one, other):
        return 1.0, True
    return (
        (NEAR_PREDICATE, False)
        if near(one.predicate, other.predicate)
        else (0.0, False)
    )


def _opposed(one: Frame, other: Frame) -> bool:
    return opposite_events(one.predicate, other.predicate) or opposite(
        one.lemma, other.lemma, "VERB"
    )


def _shared_participants(one: Frame, other: Frame, same: dict[str, str]) -> float:
    symmetric = one.predicate in SYMMETRIC
    total = 0.0
    for argument in one.arguments:
        items = argument_items(argument)
        best = 0.0
        for candidate in other.arguments:
            alike = symmetric or _slot(argument.role) == _slot(candidate.role)
            credit = 1.0 if alike else OTHER_SLOT
            together = shared(items, argument_items(candidate), same)
            together = together or _generic(argument, candidate)
            best = max(best, credit * together)
        total += best
    return total


def _generic(one: Argument, other: Argument) -> float:
    """Credit when one side is a noun that may stand for the other side's name."""
    for noun, named in ((one, other), (other, one)):
        if noun.names:
            continue
        for name in named.names:
            if noun.head in GENERICS.get(name.partition(":")[0], ()):
                return GENERIC
    return 0.0


def _days(record: StatementRecord, frame: Frame) -> list[date]:
    return [
        facet.date_from
        for facet in record.facets
        if facet.kind == Kind.DATE
        and facet.frame == frame.index
        and facet.granularity in (Granularity.DAY, Granularity.RANGE)
        and facet.date_from is not None
    ]


def _near_dates(
    a: StatementRecord, b: StatementRecord, one: Frame, other: Frame
) -> float:
    near = any(
        abs((day - another).days) <= NEAR_DAYS
        for day in _days(a, one)
        for another in _days(b, other)
    )
    return NEAR_DATE if near else 0.0


def _context(a: StatementRecord, b: StatementRecord) -> float:
    return min(MOST_CONTEXT, CONTEXT_NAME * len(set(a.context) & set(b.context)))


def _slot(role: str) -> str:
    return role if role in ("agent", "patient") else "other"
