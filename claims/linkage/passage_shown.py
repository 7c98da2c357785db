"""What of a sentence and of a passage contradict, as facets of both. PURE."""

from __future__ import annotations

from claims.facets.ties import Member
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.types import FacetComparison

# A comparison of the sentence (a) with a statement of the passage (b), and that.
Shown = tuple[FacetComparison, StatementRecord]


def shown(
    laid: Laid, kind: Kind, mine: tuple[int, str], other: tuple[Spot, str], how: str
) -> Shown:
    """A conflict of two members, each (which, value), as facets of their statements."""
    index, value = mine
    spot, other_value = other
    statement = laid.passage[spot[0]]
    a = facet_of(laid.claim, laid.tied.members[index], kind, value)
    b = facet_of(statement, laid.member(spot), kind, other_value)
    role = "predicate" if kind == Kind.POLARITY else b.role
    return FacetComparison(kind, role, Level.CONFLICT, a, b, how), statement


def facet_of(record: StatementRecord, member: Member, kind: Kind, value: str) -> Facet:
    """The facet of a kind that was read where a member stands, else its words."""
    for facet in record.facets:
        if facet.kind == kind and facet.start <= member.start < facet.end:
            return facet
    text = record.text[member.start : member.end]
    return Facet(kind, member.start, member.end, text, value)
