"""Who has the upper hand, told by a passage the other way round, in any words. PURE.

"Ostrel lost to Kell" against "Ostrel came away with a victory over Kell", "Selm Steel
bought Tesk Mining" against "Tesk Mining closed its purchase of Selm Steel".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.facets.types import Argument, Frame, Kind, Level, StatementRecord
from claims.lexicon.contests import LOST, OVER, OWNED, OWNING, TO, WON
from claims.linkage.swaps import filler, named, printed
from claims.linkage.types import FacetComparison


class Hands(NamedTuple):
    """Rare words of the names of both sides, and the frame that tells of them."""

    relation: str
    upper: frozenset[str]
    lower: frozenset[str]
    frame: Frame


class Turned(NamedTuple):
    """A comparison of the claim's upper hand (a) with a statement's (b)."""

    comparison: FacetComparison
    statement: StatementRecord


def turned(claim: StatementRecord, passage: Sequence[StatementRecord]) -> Turned | None:
    """The first relation of the claim that the passage turns round."""
    for one in _hands(claim):
        for statement in passage:
            for other in _hands(statement):
                if one.relation == other.relation and _crossed(one, other):
                    return Turned(_compared(claim, one, statement, other), statement)
    return None


def _crossed(one: Hands, other: Hands) -> bool:
    crossed = one.upper & other.lower and one.lower & other.upper
    return bool(crossed) and not (one.upper & other.upper or one.lower & other.lower)


def _hands(record: StatementRecord) -> Iterator[Hands]:
    for frame in record.frames:
        if frame.negated:
            continue
        sides = _owned(frame) or _won(frame, record.frames)
        if sides is not None:
            relation, upper, lower = sides
            both = upper & lower  # a forename that both have, a league's name
            if upper - both and lower - both:
                yield Hands(relation, upper - both, lower - both, frame)


Sides = tuple[str, frozenset[str], frozenset[str]]


def _owned(frame: Frame) -> Sides | None:
    """Of what says that one is a part of the other, or its owner."""
    for argument in frame.arguments:
        if argument.role != "attribute":
            continue
        subject, of = _of(frame, "agent"), _of(frame, "attribute")
        if argument.head in OWNED:
            return "owner", of, subject
        if argument.head in OWNING:
            return "owner", subject, of
    return None


def _won(frame: Frame, frames: Sequence[Frame]) -> Sides | None:
    relation = WON.get(frame.predicate) or LOST.get(frame.predicate)
    if relation is None:
        return None
    lost = frame.predicate in LOST
    doer = _of(frame, "agent")
    if frame.nominal:
        if relation == "victory" and frame.predicate not in ("win", "lose"):
            return None  # "their defeat" may be either side's
        doer |= _carried(frame, frames)
    other = _of(frame, *(TO if lost else OVER), "patient")
    doer -= other
    return (relation, other, doer) if lost else (relation, doer, other)


def _carried(noun: Frame, frames: Sequence[Frame]) -> frozenset[str]:
    """Who has what a noun tells, by the verb that it depends on: "took a win", "ended
    with a win", "led them to a win".
    """
    for verb in frames:
        if verb.nominal:
            continue
        for argument in verb.arguments:
            if not _holds(argument, noun):
                continue
            if argument.role in ("patient", "with"):
                return _of(verb, "agent")
            if argument.role == "to":
                return _of(verb, "patient")
    return frozenset()


def _holds(argument: Argument, noun: Frame) -> bool:
    return argument.head == noun.lemma and argument.start <= noun.start < argument.end


def _of(frame: Frame, *roles: str) -> frozenset[str]:
    return frozenset[str]().union(*[filler(frame, role) for role in roles])


def _compared(
    claim: StatementRecord, one: Hands, statement: StatementRecord, other: Hands
) -> FacetComparison:
    first, second = named(claim, set(one.upper)), named(statement, set(other.upper))
    known = first or second
    kind = known.kind if known is not None else Kind.ORGANISATION
    return FacetComparison(
        kind,
        "agent",
        Level.CONFLICT,
        first or printed(claim, set(one.upper), kind),
        second or printed(statement, set(other.upper), kind),
        f"“{one.frame.lemma}” and “{other.frame.lemma}” are told of the two"
        " the other way round",
    )
