"""Which of two facets keeps the words they both claim. PURE.

Settled here for all kinds at once: what is a date, a sum of money, a share or a length
of time is not counted a second time as a number; of two names, or of a name and a date,
the longer one wins, and at the same length the kind that stands first in RANK. Titles,
polarity and modality describe words of others and compete with nobody.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.facets.types import Facet, Kind

RANK = (
    Kind.DATE,
    Kind.DURATION,
    Kind.AMOUNT,
    Kind.PERCENT,
    Kind.PERSON,
    Kind.PRODUCT,
    Kind.ORGANISATION,
    Kind.PLACE,
    Kind.ORDINAL,
    Kind.COUNT,
)
# Bare numbers give way to whatever else claims one of their words.
GIVING_WAY = frozenset({Kind.ORDINAL, Kind.COUNT})

_PLACE_OF = {kind: position for position, kind in enumerate(RANK)}


def without_overlaps(facets: Iterable[Facet]) -> tuple[Facet, ...]:
    """The facets that keep their words, by start."""
    kept: list[Facet] = []
    free: list[Facet] = []
    rivals: list[Facet] = []
    for facet in facets:
        (rivals if facet.kind in _PLACE_OF else free).append(facet)
    for facet in sorted(rivals, key=_precedence):
        if not any(f.start < facet.end and facet.start < f.end for f in kept):
            kept.append(facet)
    return tuple(sorted([*kept, *free], key=lambda f: (f.start, f.end, f.kind)))


def _precedence(facet: Facet) -> tuple[bool, int, int, int]:
    return (
        facet.kind in GIVING_WAY,
        facet.start - facet.end,
        _PLACE_OF[facet.kind],
        facet.start,
    )
