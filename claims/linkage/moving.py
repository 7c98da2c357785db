"""Numbers that move: a later count of the dead is an update, no contradiction. PURE."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from claims.facets.types import Facet, Kind, Level, Modality, StatementRecord
from claims.lexicon.moving import MOVED, TELLING_STATES, TOLLS
from claims.linkage.edits import told_in
from claims.linkage.kinds import QUANTITIES
from claims.linkage.types import FacetComparison
from claims.linkage.values import SAME_PERIOD

# What stands before the day up to which something was counted.
UNTIL = re.compile(r"\b(?:by|as\s+of)\s+(?:late\s+|early\s+)?\Z", re.IGNORECASE)


def moved(
    found: FacetComparison, a: StatementRecord, b: StatementRecord
) -> FacetComparison:
    """A conflict of two numbers as an update, where the number may have moved.

    It may when the statements were made on different days, and either it is a toll or a
    text says that it has changed. What is said of one period stays as it is, and so
    does by how much something changed: "rose 8 percent", "rose 6 percent".
    """
    if found.level != Level.CONFLICT or found.kind not in QUANTITIES:
        return found
    if SAME_PERIOD in found.reason or _is_change(found.a) or _is_change(found.b):
        return found
    if found.a is None or found.b is None:
        return found
    days = _as_of(found.a, a), _as_of(found.b, b)
    if None in days or days[0] == days[1]:
        return found
    said = any(not MOVED.isdisjoint(told_in(r.text)) for r in (a, b))
    if not said and not (_is_toll(found.a) and _is_toll(found.b)):
        return found
    how = f"{found.reason}; told on {days[0]} and on {days[1]}"
    return replace(found, level=Level.UPDATED, reason=how)


def as_of(record: StatementRecord) -> date | None:
    """The day for which a statement's numbers hold: when it was reported."""
    for facet in record.facets:
        if facet.kind == Kind.DATE and facet.role == "report" and facet.date_from:
            return facet.date_from
    return record.published


def _as_of(number: Facet, record: StatementRecord) -> date | None:
    """The day for which a number holds: the one that its own state is told of, unless
    that is only planned or expected.
    """
    if record.frames and record.frames[number.frame].modality != Modality.ASSERTED:
        return as_of(record)
    for facet in record.facets:
        if facet.kind == Kind.DATE and facet.date_from and _until(facet, record):
            return facet.date_from
    if record.frames and record.frames[number.frame].lemma in TELLING_STATES:
        for facet in record.facets:
            of_it = facet.frame == number.frame and facet.role != "period"
            if facet.kind == Kind.DATE and of_it and facet.date_from:
                return facet.date_from
    return as_of(record)


def _until(day: Facet, record: StatementRecord) -> bool:
    """ "12 had died by Monday", "as of Monday"."""
    return UNTIL.search(record.text[: day.start]) is not None


def _is_change(facet: Facet | None) -> bool:
    """Whether a quantity is how far something moved (extraction.measures)."""
    return facet is not None and facet.measure.endswith(" change")


def _is_toll(facet: Facet) -> bool:
    return facet.kind == Kind.COUNT and facet.measure in TOLLS
