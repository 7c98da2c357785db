"""A pair decided with an editor's word on some of its facets. PURE.

The values are compared as ever; where an editor has said how a facet compares, that
level goes into the table of linkage.decision in place of the engine's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from claims.facets.types import Level, StatementRecord
from claims.linkage.comparison import compared
from claims.linkage.config import LinkageConfig
from claims.linkage.decision import NOTHING, backwards, decide, mirrored
from claims.linkage.pair import may_relate, side_by_side
from claims.linkage.types import Decision, FacetComparison

# Kind, role, and where the value starts in a and in b; -1 = not stated.
Place = tuple[str, str, int, int]
Levels = Mapping[Place, str]
# A comparison as an editor has it.
Said = Callable[[FacetComparison], FacetComparison]

NOT_STATED = -1

# A pair that the table does not relate shows what it has in common and nothing that
# would call it a difference.
TELLING_APART = frozenset({Level.CONFLICT, Level.UPDATED})


def relate_overruled(
    a: StatementRecord, b: StatementRecord, said: Said, config: LinkageConfig
) -> Decision:
    """The relation of two statements, with what an editor said of their comparisons."""
    if backwards(a, b):

        def other_way(compared: FacetComparison) -> FacetComparison:
            return _mirrored(said(_mirrored(compared)))

        return mirrored(_in_order(b, a, other_way, config))
    return _in_order(a, b, said, config)


def at_places(levels: Levels) -> Said:
    """The levels of an editor at their places.

    A place at which nothing is compared (any more) changes nothing.
    """

    def said(compared: FacetComparison) -> FacetComparison:
        level = levels.get(place_of(compared))
        return replace(compared, level=Level(level)) if level else compared

    return said


def comparisons_of(
    a: StatementRecord, b: StatementRecord, config: LinkageConfig
) -> tuple[FacetComparison, ...]:
    """What can be compared of a pair that an editor relates and the table does not."""
    swapped = backwards(a, b)
    pair = side_by_side(b, a, config) if swapped else side_by_side(a, b, config)
    found = compared(pair, config).comparisons
    return tuple(
        _mirrored(c) if swapped else c for c in found if c.level not in TELLING_APART
    )


def _in_order(
    a: StatementRecord, b: StatementRecord, said: Said, config: LinkageConfig
) -> Decision:
    pair = side_by_side(a, b, config)
    if not may_relate(pair, config):
        return NOTHING
    found = compared(pair, config)
    overruled = found._replace(comparisons=tuple(map(said, found.comparisons)))
    return decide(overruled, config)


def _mirrored(compared: FacetComparison) -> FacetComparison:
    return replace(compared, a=compared.b, b=compared.a)


def place_of(compared: FacetComparison) -> Place:
    """Where a comparison stands."""
    return (
        compared.kind.value,
        compared.role,
        compared.a.start if compared.a else NOT_STATED,
        compared.b.start if compared.b else NOT_STATED,
    )
