"""Conflicts that the rest of the two statements explains. PURE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.facets import BY_KIND
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.config import LinkageConfig
from claims.linkage.extents import (
    of_one_extent,
    of_one_whole,
    without_what_tells_apart,
)
from claims.linkage.kinds import QUANTITIES, VALUES
from claims.linkage.moving import moved
from claims.linkage.types import FacetComparison
from claims.linkage.values import DIFFERENT_PERIODS, SAME_PERIOD

# How the reason of a comparison says that the two are not of one thing.
OF_OTHERS = "said of different things"
PART_OF_TOTAL = "one is a total, the other of a part"


def taken_back(
    found: list[FacetComparison],
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> list[FacetComparison]:
    """The comparisons; conflicts that a change of state or time explains are none."""
    found = [_unless_elsewhere(c, a, b, config) for c in found]
    if any(DIFFERENT_PERIODS in c.reason for c in found):
        found = [apart(c, "of other periods", Kind.POLARITY) for c in found]
    if any(_is_one_day(c) for c in found):
        found = [_of_one_day(c) for c in found]
    return of_two_states(found, a, b)


def of_two_states(
    found: list[FacetComparison], a: StatementRecord, b: StatementRecord
) -> list[FacetComparison]:
    """The comparisons; numbers that have changed since are updates, of two days."""
    found = [_moved(c, a, b) for c in found]
    if has(found, Level.UPDATED):
        found = [apart(c, "days of two states", Kind.DATE) for c in found]
    return found


def _moved(
    found: FacetComparison, a: StatementRecord, b: StatementRecord
) -> FacetComparison:
    """A number that has changed since, if it was of the same whole."""
    later = moved(found, a, b)
    return later if later is found or of_one_whole(found, a, b) else found


def _is_one_day(found: FacetComparison) -> bool:
    """Whether both sides give one day: within a month a thing may have changed."""
    if found.kind != Kind.DATE or found.level != Level.AGREE:
        return False
    return all(
        f and f.date_from and f.date_to and (f.date_to - f.date_from).days == 1
        for f in (found.a, found.b)
    )


def _of_one_day(found: FacetComparison) -> FacetComparison:
    """Two states of one day contradict: neither is the later one."""
    if found.level != Level.UPDATED or found.kind != Kind.POLARITY:
        return found
    how = f"{found.reason}; both on one day"
    return replace(found, level=Level.CONFLICT, reason=how)


def has(found: Sequence[FacetComparison], level: Level) -> bool:
    return any(c.level == level for c in found)


def _unless_elsewhere(
    found: FacetComparison,
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> FacetComparison:
    """No conflict where the other text gives the same value too, in another frame.

    Values of one period stay, for two figures for it contradict whatever else is said;
    unless each text gives both.
    """
    if found.level != Level.CONFLICT or found.kind not in VALUES:
        return found
    if found.a is None or found.b is None:
        return found
    given = [
        value
        for value, others in ((found.a, b.facets), (found.b, a.facets))
        if _gives(others, value, config)
    ]
    if not given or (SAME_PERIOD in found.reason and len(given) == 1):
        return found
    how = f"“{given[0].text}” is given by both, of another event"
    return replace(found, level=Level.NOT_COMPARABLE, reason=how)


def _gives(facets: Sequence[Facet], value: Facet, config: LinkageConfig) -> bool:
    """Whether a text gives a value, or its number of whatever it is."""
    compare_kind = BY_KIND[value.kind].compare
    return any(
        compare_kind(value, other, config.tolerances).level == Level.AGREE
        or (value.kind in QUANTITIES and value.value == other.value)
        for other in facets
        if other.kind == value.kind and other.role != "report"
    )


def of_one_thing(
    found: list[FacetComparison],
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> tuple[list[FacetComparison], bool]:
    """The comparisons without conflicts of numbers of two extents, parts or measures,
    and whether any two numbers are of two.
    """
    kept = [of_one_extent(c, a, b, config.tolerances) for c in found]
    parted = any(x is not y for x, y in zip(found, kept, strict=True)) or any(
        PART_OF_TOTAL in c.reason or (OF_OTHERS in c.reason and c.kind in QUANTITIES)
        for c in kept
    )
    return without_what_tells_apart(kept), parted


def apart(
    comparison: FacetComparison, how: str, kind: Kind | None = None
) -> FacetComparison:
    """A conflict that is none, because the two values are of different things; of one
    kind only, where it is given.
    """
    if comparison.level != Level.CONFLICT or kind not in (None, comparison.kind):
        return comparison
    return replace(
        comparison, level=Level.NOT_COMPARABLE, reason=f"{comparison.reason}; {how}"
    )
