"""Pairing the values of two aligned frames, and the level of each pair. PURE.

Values are paired by what qualifies them first (period, measure, unit), by their level
second, and each value is used once. What is left over on one side alone is *unknown*:
that side states it, the other is silent. Two left-over values are a conflict only when
they are one against one: with several, nobody can tell which was meant. A left-over
value of another period or measure than its nearest partner is shown beside it as such.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.facets import BY_KIND
from claims.facets.tolerances import Tolerances
from claims.facets.types import (
    Comparison,
    Facet,
    Frame,
    Kind,
    Level,
    StatementRecord,
)
from claims.linkage.config import LinkageConfig
from claims.linkage.kept import Kept
from claims.linkage.kinds import QUANTITIES
from claims.linkage.types import FacetComparison

# Best first: the order in which candidate pairs of values are taken.
PREFERENCE = (
    Level.AGREE,
    Level.REFINES,
    Level.NAMING_VARIANT,
    Level.UPDATED,
    Level.CONFLICT,
    Level.NOT_COMPARABLE,
    Level.UNKNOWN,
)

# How well two values' qualifiers go together: of one period; open on a side; different.
SAME, OPEN, DIFFERENT = 0, 1, 2

# How the reason of a comparison says that both values are of one period.
SAME_PERIOD = "same period"
DIFFERENT_PERIODS = "different periods"

YEAR = re.compile(r"\b(?:19|20)\d\d\b")

Compare = Callable[[Facet, Facet, Tolerances], Comparison]
Qualified = tuple[Facet, tuple[Facet, ...]]  # a value and the periods of its frame


def compare_values(
    a: Sequence[Qualified], b: Sequence[Qualified], config: LinkageConfig
) -> list[FacetComparison]:
    """Comparisons of the values of one kind; a and b hold (value, its periods)."""
    pairs = [(one, other, *level_of(one, other, config)) for one in a for other in b]
    pairs.sort(key=lambda p: (p[3], PREFERENCE.index(p[2].level), _order(p[0], p[1])))
    used_a: set[int] = set()
    used_b: set[int] = set()
    found: list[FacetComparison] = []
    for one, other, comparison, fit in pairs:
        if id(one[0]) in used_a or id(other[0]) in used_b:
            continue
        if comparison.level == Level.UNKNOWN:
            continue
        if comparison.level == Level.CONFLICT:
            near = [p for p in pairs if p[3] == fit] if fit == SAME else pairs
            rivals_a = {id(p[0][0]) for p in near if p[1] is other} - used_a
            rivals_b = {id(p[1][0]) for p in near if p[0] is one} - used_b
            if not _one_to_one(len(rivals_a), len(rivals_b)):
                continue
        used_a.add(id(one[0]))
        used_b.add(id(other[0]))
        found.append(_comparison(one[0], other[0], comparison))
    for one, other, comparison, _ in pairs:
        apart = comparison.level == Level.NOT_COMPARABLE
        if apart and (id(one[0]) in used_a) != (id(other[0]) in used_b):
            used_a.add(id(one[0]))
            used_b.add(id(other[0]))
            found.append(_comparison(one[0], other[0], comparison))
    return found


def _one_to_one(left_a: int, left_b: int) -> bool:
    """Whether one value is left on a side, and few enough on the other."""
    return min(left_a, left_b) == 1 and max(left_a, left_b) <= 2


def _order(one: Qualified, other: Qualified) -> tuple[int, int]:
    return one[0].start, other[0].start


def _comparison(a: Facet, b: Facet, comparison: Comparison) -> FacetComparison:
    return FacetComparison(
        a.kind, a.role or b.role, comparison.level, a, b, comparison.how
    )


def level_of(
    one: Qualified, other: Qualified, config: LinkageConfig
) -> tuple[Comparison, int]:
    """The level of two values, and how well their qualifiers go together."""
    a, b = one[0], other[0]
    if a.kind in QUANTITIES and a.measure and b.measure and a.measure != b.measure:
        how = f"{a.text} is of {a.measure}, {b.text} of {b.measure}"
        return Comparison(Level.NOT_COMPARABLE, how), DIFFERENT
    fit, how = _periods(one[1], other[1], config)
    if fit == DIFFERENT:
        return Comparison(Level.NOT_COMPARABLE, how), DIFFERENT
    comparison = _compare(a, b, config)
    if how:
        comparison = Comparison(comparison.level, f"{comparison.how}; {how}")
    return comparison, fit


def _compare(a: Facet, b: Facet, config: LinkageConfig) -> Comparison:
    """The kind's own comparison; days without a printed year in one year if they agree.

    The year of "15 April" is read from the day of publication, and two readings may
    fall on two sides of it.
    """
    compare_kind: Compare = BY_KIND[a.kind].compare
    comparison = compare_kind(a, b, config.tolerances)
    if a.kind != Kind.DATE or comparison.level != Level.CONFLICT:
        return comparison
    for shift in (-1, 1):
        moved = _moved_year(a, shift)
        if moved is None or YEAR.search(a.text) or YEAR.search(b.text):
            continue
        again = compare_kind(moved, b, config.tolerances)
        if again.level in (Level.AGREE, Level.REFINES):
            return Comparison(again.level, f"{again.how}; no year is printed")
    return comparison


def _moved_year(facet: Facet, years: int) -> Facet | None:
    if facet.date_from is None or facet.date_to is None:
        return None
    try:
        start = facet.date_from.replace(year=facet.date_from.year + years)
        end = facet.date_to.replace(year=facet.date_to.year + years)
    except ValueError:  # 29 February
        return None
    text = facet.value.replace(str(facet.date_from.year), str(start.year))
    return replace(facet, date_from=start, date_to=end, value=text, timex=text)


def _periods(
    a: Sequence[Facet], b: Sequence[Facet], config: LinkageConfig
) -> tuple[int, str]:
    if not a or not b:
        return OPEN, ""
    date = BY_KIND[Kind.DATE]
    level = date.compare(a[0], b[0], config.tolerances)
    words = f"{a[0].text} against {b[0].text}"
    if level.level == Level.CONFLICT:
        return DIFFERENT, f"{DIFFERENT_PERIODS}: {words}"
    if level.level == Level.UNKNOWN:
        return OPEN, ""
    implied = ", implied by the results it was told with"
    return (
        SAME,
        f"{SAME_PERIOD}: {words}{implied if a[0].implied or b[0].implied else ''}",
    )


def qualified(record: StatementRecord, kind: Kind, frame: Frame) -> list[Qualified]:
    """The values of one kind that a frame states, each with the frame's periods."""
    return _stated(record).get((kind, frame.index), [])


def _by_frame(record: StatementRecord) -> dict[tuple[Kind, int], list[Qualified]]:
    """The values of each kind and frame that has any."""
    periods: dict[int, tuple[Facet, ...]] = {}
    for facet in record.facets:
        if facet.role == "period":
            periods[facet.frame] = (*periods.get(facet.frame, ()), facet)
    found: dict[tuple[Kind, int], list[Qualified]] = {}
    for facet in record.facets:
        if facet.role not in ("report", "period"):
            of = periods.get(facet.frame, ()) if facet.kind in QUANTITIES else ()
            found.setdefault((facet.kind, facet.frame), []).append((facet, of))
    return found


_stated = Kept(_by_frame)
