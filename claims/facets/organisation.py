"""Organisations: companies, ministries, bodies; short and long forms. PURE."""

from __future__ import annotations

from claims.facets.bodies import bare, compare_bodies, initials_of
from claims.facets.parsed import Span
from claims.facets.roster import roster_of
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Kind

KIND = Kind.ORGANISATION


def find(sent: Span, context: Context) -> list[Facet]:
    """One facet for every mention; value is the key of facets.bodies."""
    return [
        Facet(KIND, m.start, m.end, m.text, m.value)
        for m in roster_of(sent, context.roster).mentions(sent)
        if m.kind is KIND
    ]


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """Level of two organisations; CONFLICT says that they are two."""
    del tolerances
    return compare_bodies(a.value, b.value)


def keys(facet: Facet) -> frozenset[str]:
    """The name without its country, and the initials of a long name."""
    name = bare(facet.value)
    if not name:
        return frozenset()
    if " " not in name:
        return frozenset({name})
    return frozenset({name}) | frozenset(i for i in initials_of(name) if len(i) > 1)
