"""Two days up to which, or from which, one state lasts. PURE.

A day that only bounds another leaves room for it ("by June", "on 4 May"). Where both
sides tell until when, or since when, one thing goes on, the two days are that end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.facets.date_compare import BOUND_ONLY
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.types import FacetComparison

# Characters before a day in which such a word stands, with "late" and the like.
REACH = 24

_ENDS = re.compile(
    r"\b(?P<until>until|till)\s+(?:\w+\s+)?\Z|\b(?P<since>since)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def of_one_end(
    found: Sequence[FacetComparison], a: StatementRecord, b: StatementRecord
) -> list[FacetComparison]:
    """The comparisons; two days of one end that are apart are a conflict."""
    return [_of_one_end(each, a, b) for each in found]


def _of_one_end(
    found: FacetComparison, a: StatementRecord, b: StatementRecord
) -> FacetComparison:
    if found.kind != Kind.DATE or not found.reason.endswith(BOUND_ONLY):
        return found
    one, other = _end(found.a, a), _end(found.b, b)
    if not one or one != other:
        return found
    how = f"{found.reason.removesuffix(BOUND_ONLY)}{one} one day and {one} another"
    return replace(found, level=Level.CONFLICT, reason=how)


def _end(day: Facet | None, record: StatementRecord) -> str:
    """ "until" or "since", if one of them stands before the day; else ""."""
    if day is None:
        return ""
    match = _ENDS.search(record.text[max(0, day.start - REACH) : day.start])
    return str(match.lastgroup) if match else ""
