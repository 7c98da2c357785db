"""Values that a passage gives otherwise than a sentence that it contains. PURE."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.facets import BY_KIND
from claims.facets.events import near
from claims.facets.senses import Sense, related
from claims.facets.ties import OF, QUALITY
from claims.facets.types import (
    Comparison,
    Facet,
    Frame,
    Hedge,
    Kind,
    Level,
    StatementRecord,
)
from claims.linkage.config import LinkageConfig
from claims.linkage.extents import of_one_extent
from claims.linkage.items import EMPTY
from claims.linkage.kinds import AGREEING, COUNTED, VALUES
from claims.linkage.types import FacetComparison

# Roles of what is no part of the fact: when it was reported, and by whom.
ASIDE = frozenset(("report", "speaker"))

# Kinds of a value that is of nothing in particular unless its measure is the same.
MEASURED = (Kind.AMOUNT, Kind.PERCENT)

# Kinds of a value that is of what happened.
OF_EVENTS = (Kind.DATE, Kind.COUNT)

# Kinds that one predicate has once: a fall has many lengths, a death one day.
ONCE = (Kind.DATE, Kind.COUNT, Kind.AMOUNT, Kind.PERCENT)

# Hedges that leave room above, and below, the printed number.
ABOVE, BELOW = (Hedge.AT_LEAST, Hedge.OVER), (Hedge.AT_MOST, Hedge.UNDER)

# Words behind a number that counts those whom nobody has counted yet.
OTHERS = re.compile(r"\W*(?:others?|more|further|additional)\b", re.IGNORECASE)

# Two words of one event, or of events that go together.
ONE_EVENT = (Sense.SAME, Sense.SYNONYM, Sense.NEAR)


class Differing(NamedTuple):
    """A comparison of the claim's value (a) with one of a statement (b)."""

    comparison: FacetComparison
    statement: StatementRecord


class _Given(NamedTuple):
    facet: Facet
    statement: StatementRecord


def differing(
    claim: StatementRecord, passage: Sequence[StatementRecord], config: LinkageConfig
) -> Differing | None:
    """The first value of the claim that the passage contradicts."""
    for value in _values(claim):
        given = list(_given(passage, value.kind))
        found = _otherwise(value, claim, given, config) or _elsewhere(
            value, claim, given, config
        )
        if found is None:
            continue
        other, how = found
        role = value.role or other.facet.role
        comparison = of_one_extent(
            FacetComparison(value.kind, role, Level.CONFLICT, value, other.facet, how),
            claim,
            other.statement,
            config.tolerances,
        )
        if comparison.level == Level.CONFLICT and not _narrower(value, claim, passage):
            return Differing(comparison, other.statement)
    return None


def _narrower(
    value: Facet, claim: StatementRecord, passage: Sequence[StatementRecord]
) -> bool:
    """Whether a sentence counts only some of a kind, of which the passage has nothing:
    "four Jordanian hostages".
    """
    tied = claim.tied
    if value.kind != Kind.COUNT or tied is None:
        return False
    numbers = {
        i for i, m in enumerate(tied.members) if value.start <= m.start < value.end
    }
    counted = {t.head for t in tied.ties if t.part in numbers and t.role == QUALITY}
    kinds = [
        tied.members[t.part].lemma
        for t in tied.ties
        if t.head in counted and t.role in (QUALITY, OF) and t.part not in numbers
    ]
    there = {word for statement in passage for word in statement.lemmas}
    return any(kind not in there for kind in kinds)


def all_given(
    claim: StatementRecord, passage: Sequence[StatementRecord], config: LinkageConfig
) -> bool:
    """Whether the passage gives each number of the claim, and no other day for one."""
    for value in _values(claim):
        given = list(_given(passage, value.kind))
        if any(_says(value, other.facet, config) for other in given):
            continue
        if value.kind in COUNTED or any(_conflict(value, o, config) for o in given):
            return False
    return True


def _values(claim: StatementRecord) -> list[Facet]:
    return [f for f in claim.facets if f.kind in VALUES and f.role not in ASIDE]


def _given(passage: Iterable[StatementRecord], kind: Kind) -> Iterator[_Given]:
    for statement in passage:
        for facet in statement.facets:
            if facet.kind == kind:
                yield _Given(facet, statement)


def _otherwise(
    value: Facet,
    claim: StatementRecord,
    given: Sequence[_Given],
    config: LinkageConfig,
) -> tuple[_Given, str] | None:
    """A value that stands for the claim's, which the passage does not give at all."""
    if any(_agree(value, other.facet, config) for other in given):
        return None
    if value.kind == Kind.DATE and any(o.facet.date_from is None for o in given):
        return None  # "yesterday" may be the day
    for other in given:
        how = _conflict(value, other, config)
        if how and other.facet.role not in ASIDE and _of_one(value, claim, other):
            return other, f"{how}; the passage gives no {value.kind} like it"
    return None


def _of_one(value: Facet, claim: StatementRecord, other: _Given) -> bool:
    """Whether two values are of one measure, two days or counts of one event.

    What something has or is it has in any event: "the twelve towns of the league".
    """
    if value.kind in MEASURED:
        return value.measure == other.facet.measure
    mine = claim.frames[value.frame]
    if value.kind == Kind.COUNT and mine.predicate in EMPTY:
        return True
    frame = other.statement.frames[other.facet.frame]
    return value.kind not in OF_EVENTS or _one_event(mine, frame)


def _one_event(one: Frame, other: Frame) -> bool:
    if near(one.predicate, other.predicate):
        return one.predicate not in EMPTY
    return related(one.lemma, other.lemma) in ONE_EVENT


def _elsewhere(
    value: Facet,
    claim: StatementRecord,
    given: Sequence[_Given],
    config: LinkageConfig,
) -> tuple[_Given, str] | None:
    """The value that the claim's event has in the passage, which gives the claim's of
    another event: "three skiers died and 17 were hurt" against "17 skiers died".
    """
    mine = claim.frames[value.frame]
    if value.kind not in ONCE or mine.predicate in EMPTY:
        return None
    frames = [(other, other.statement.frames[other.facet.frame]) for other in given]
    for other, frame in frames:
        if _agree(value, other.facet, config) and _one_event(mine, frame):
            return None
    for other, frame in frames:
        how = _conflict(value, other, config)
        told = (mine.predicate, mine.modality) == (frame.predicate, frame.modality)
        if how and told and other.facet.role not in ASIDE:
            return other, f"{how}; “{value.text}” is given of another event"
    return None


def _says(value: Facet, other: Facet, config: LinkageConfig) -> bool:
    compare = BY_KIND[value.kind].compare
    return compare(value, other, config.tolerances).level in AGREEING


def _agree(value: Facet, other: Facet, config: LinkageConfig) -> bool:
    """Whether the one may be the other: the same number counts, of whatever it is."""
    if _says(value, other, config):
        return True
    if value.number is None or other.number is None:
        return False
    same = value.number == other.number
    return same or _leaves_room(value, other) or _leaves_room(other, value)


def _leaves_room(one: Facet, other: Facet) -> bool:
    """ "100 or more" is not contradicted by 400, however far that is."""
    if one.number is None or other.number is None or one.unit != other.unit:
        return False
    above = one.hedge in ABOVE and other.number >= one.number
    return above or (one.hedge in BELOW and other.number <= one.number)


def _conflict(value: Facet, other: _Given, config: LinkageConfig) -> str:
    """How two values exclude each other, "" when they do not."""
    compare = BY_KIND[value.kind].compare
    found: Comparison = compare(value, other.facet, config.tolerances)
    rest = other.statement.text[other.facet.end :]
    if found.level != Level.CONFLICT or OTHERS.match(rest):
        return ""
    return found.how
