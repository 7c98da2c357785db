"""Pairing the values of two aligned frames, and the level of each pair. PURE.

Values are paired by what qualifies them first (period, measure, unit), by their level
second, and each value is used once. What is left over on one side alone is *unknown*: that
side states it and the other is silent. Two left-over values are a conflict only when they
are one against one: with several, nobody can tell which was meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets import BY_KIND
from claims.facets.types import Comparison, Facet, Kind, Level
from claims.linkage.config import LinkageConfig
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

QUANTITIES = (Kind.AMOUNT, Kind.COUNT, Kind.PERCENT)

# How the reason of a comparison says that both values are of one period.
SAME_PERIOD = "same period"

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
    for one, other, comparison, _ in pairs:
        if id(one[0]) in used_a or id(other[0]) in used_b:
            continue
        if comparison.level == Level.UNKNOWN:
            continue
        if comparison.level == Level.CONFLICT and not _one_to_one(a, b, used_a, used_b):
            continue
        used_a.add(id(one[0]))
        used_b.add(id(other[0]))
        found.append(_comparison(one[0], other[0], comparison))
    return found


def _one_to_one(
    a: Sequence[Qualified], b: Sequence[Qualified], used_a: set[int], used_b: set[int]
) -> bool:
    """Whether at most one value is left on each side, or as many as on the other."""
    left_a = sum(id(one[0]) not in used_a for one in a)
    left_b = sum(id(other[0]) not in used_b for other in b)
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
    """The level of two values, and how well their qualifiers go together.

    The second is 0 for the same period, 1 for periods open on a side, 2 for different.
    """
    a, b = one[0], other[0]
    if a.kind in QUANTITIES and a.measure and b.measure and a.measure != b.measure:
        how = f"{a.text} is of {a.measure}, {b.text} of {b.measure}"
        return Comparison(Level.NOT_COMPARABLE, how), 2
    fit, how = _periods(one[1], other[1], config)
    if fit == 2:
        return Comparison(Level.NOT_COMPARABLE, how), 2
    comparison = BY_KIND[a.kind].compare(a, b, config.tolerances)
    if how:
        comparison = Comparison(comparison.level, f"{comparison.how}; {how}")
    return comparison, fit


def _periods(
    a: Sequence[Facet], b: Sequence[Facet], config: LinkageConfig
) -> tuple[int, str]:
    if not a or not b:
        return 1, ""
    date = BY_KIND[Kind.DATE]
    level = date.compare(a[0], b[0], config.tolerances)
    words = f"{a[0].text} against {b[0].text}"
    if level.level == Level.CONFLICT:
        return 2, f"different periods: {words}"
    implied = ", implied by the results it was told with"
    return 0, f"{SAME_PERIOD}: {words}{implied if a[0].implied or b[0].implied else ''}"
