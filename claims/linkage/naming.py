"""The names that two statements have in common, and whether they spell them alike.
PURE.

A name that words of a statement stand for ("the company") counts like a printed one.
"""

from __future__ import annotations

from claims.facets.types import Facet, Level
from claims.linkage.config import LinkageConfig
from claims.linkage.kinds import AGREEING, NAMED
from claims.linkage.namesakes import name_level
from claims.linkage.pair import Pair
from claims.linkage.referents import told_of
from claims.linkage.types import FacetComparison


def names_of(
    pair: Pair, same: dict[str, str], config: LinkageConfig
) -> list[FacetComparison]:
    """Names that both statements print, and whether they spell them alike."""
    if not same:
        return []
    a, b = pair.a.record, pair.b.record
    printed: dict[str, Facet] = {}
    for facet in told_of(b):
        printed.setdefault(f"{facet.kind}:{facet.value}", facet)
    found = []
    for facet in told_of(a):
        if facet.kind in NAMED:
            other = printed.get(same.get(f"{facet.kind}:{facet.value}", ""))
            if other is not None:
                found.append(_name(facet, other, pair, config))
    return found


def _name(
    facet: Facet, other: Facet, pair: Pair, config: LinkageConfig
) -> FacetComparison:
    """Two names that stand for the same: never a conflict, at most another spelling."""
    if facet.kind != other.kind:
        level, how = Level.AGREE, f"one name, read as {facet.kind} and {other.kind}"
    else:
        sides = pair.a.record, pair.b.record
        compared = name_level(facet, other, sides, config)
        level, how = compared.level, compared.how
        if level not in AGREEING:
            level = Level.NAMING_VARIANT
            how = f"“{facet.value}” and “{other.value}” are printed alike"
    return FacetComparison(facet.kind, facet.role, level, facet, other, how)
