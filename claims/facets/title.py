"""Offices beside a person; measure is the person's value, value the office's words.
PURE.

Translations differ in the word for a rank (chairman, director, head): that is a variant
of naming, not another office.
"""

from __future__ import annotations

from claims.facets.names import fold
from claims.facets.offices import FORMER, overlap
from claims.facets.parsed import Span
from claims.facets.roster import roster_of
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind, Level

KIND = Kind.TITLE

# Share of the shorter office's words that both have, from which one adds to the other.
PARTLY = 0.5


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every office that is printed beside a person."""
    return [
        Facet(KIND, m.start, m.end, m.text, m.value, measure=m.person)
        for m in roster_of(sent, context.roster).mentions(sent)
        if m.kind is KIND
    ]


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Level of two offices. A person may hold several: only a former office against a
    present one is a disagreement, everything else that differs is not comparable.
    """
    del tolerances
    if a.value == b.value:
        same = set(fold(a.text).split()) & set(fold(b.text).split())
        if same == set(fold(a.text).split()) or same == set(fold(b.text).split()):
            return Comparison(Level.AGREE, "same office")
        return Comparison(Level.NAMING_VARIANT, "same office in other words")
    first, second = set(a.value.split()), set(b.value.split())
    if first - {FORMER} == second - {FORMER}:
        return Comparison(Level.CONFLICT, "one says that the office is over")
    if first < second or second < first:
        return Comparison(Level.REFINES, "one names more of the office")
    if overlap(a.value, b.value) >= PARTLY and (first & second) - _RANKS:
        return Comparison(Level.NAMING_VARIANT, "same field, office worded apart")
    return Comparison(Level.NOT_COMPARABLE, "a person may hold several offices")


_RANKS = frozenset({"head", "minister", "president", "deputy", "adviser", FORMER})


def keys(facet: Facet) -> frozenset[str]:
    """Offices block nothing: their people do."""
    del facet
    return frozenset()
