"""Whether a passage never tells as done what a sentence tells as done. PURE.

What is planned or supposed has not happened yet, what depends on a condition may never
happen. An order or a demand is not the deed either, but tells nothing against it; nor
does an estimate or a question: of these on public data none of five is a conflict, of
the others seven of ten.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claims.facets.events import near
from claims.facets.senses import Sense, related
from claims.facets.types import Facet, Frame, Kind, Level, Modality, StatementRecord
from claims.linkage.items import EMPTY
from claims.linkage.types import FacetComparison

# Worlds in which a thing has not happened.
UNDONE = (Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL)


# "Was to have": what it binds, in the rest of its clause, was planned and came to
# nothing.
UNREAL = re.compile(
    r"\b(?:was|were)\s+(?:due\s+|scheduled\s+|meant\s+)?to\s+have\b[^,;:]*$"
)


class Plan(NamedTuple):
    """A comparison of what is told as done (a) with what is not (b).

    undone  it has not happened, as far as the passage tells; of an order nobody knows
    unreal  it never will
    """

    comparison: FacetComparison
    statement: StatementRecord
    undone: bool
    unreal: bool


def only_planned(
    claim: StatementRecord, passage: Sequence[StatementRecord]
) -> Plan | None:
    """What the sentence tells first as done, and the passage has, never as done."""
    told = [f for f in claim.frames if not f.nominal]
    if not told or told[0].predicate in EMPTY or told[0].modality != Modality.ASSERTED:
        return None
    there = [
        (statement, frame)
        for statement in passage
        for frame in statement.frames
        if not frame.nominal and _of_one_event(told[0], frame)
    ]
    if not there or any(f.modality == Modality.ASSERTED for _, f in there):
        return None
    statement, frame = there[0]
    a, b = _world(claim, told[0]), _world(statement, frame)
    how = f"“{a.text}” is told as done, “{b.text}” as {b.value}"
    comparison = FacetComparison(Kind.MODALITY, "predicate", Level.CONFLICT, a, b, how)
    undone = all(f.modality in UNDONE for _, f in there)
    unreal = all(UNREAL.search(s.text[: f.start]) for s, f in there)
    return Plan(comparison, statement, undone, unreal)


def _of_one_event(one: Frame, other: Frame) -> bool:
    return (
        near(one.predicate, other.predicate)
        or related(one.lemma, other.lemma, verbs=True) == Sense.SAME
    )


def _world(record: StatementRecord, frame: Frame) -> Facet:
    """The world in which a predicate holds: its cue where one is printed."""
    for facet in record.facets:
        if facet.kind == Kind.MODALITY and facet.start == frame.start:
            return facet
    return Facet(
        kind=Kind.MODALITY,
        start=frame.start,
        end=frame.end,
        text=record.text[frame.start : frame.end],
        value=frame.modality,
        role="predicate",
        frame=frame.index,
    )
