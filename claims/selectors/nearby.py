"""Claims that may be one with another, and statements that print given words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from claims.linkage.types import Relation
from claims.models import Claim, ClaimMember, Link, Statement, StatementFacet
from claims.store.query import parse_query
from claims.store.search import Corpus, search

# Claims that a page proposes for a merge, statements that a search shows.
PROPOSED = 10
FOUND = 20
# Days between two claims' reports beyond which a name in common says little.
APART_DAYS = 60
# A name in more claims than this is everybody's: it is not looked up.
NAMES_LOOKED_UP = 30


@dataclass(frozen=True, slots=True)
class Near:
    """A claim with what it shares: links across, statements, names."""

    claim: Claim
    links: int
    statements: int
    names: int


def near_claims(claim: Claim) -> list[Near]:
    """The likeliest others, linked ones first; a constant number of queries."""
    inside = set(
        ClaimMember.objects.filter(claim=claim, state=ClaimMember.State.IN).values_list(
            "statement_id", flat=True
        )
    )
    others = ClaimMember.objects.filter(
        state=ClaimMember.State.IN, claim__merged_into=None
    ).exclude(claim=claim)
    shared = Counter(
        others.filter(statement__in=inside).values_list("claim_id", flat=True)
    )
    linked = Counter(
        others.filter(statement__in=_partners(inside)).values_list(
            "claim_id", flat=True
        )
    )
    named = _named(claim, inside, others)
    ranked = sorted(
        {*shared, *linked, *named},
        key=lambda pk: (-linked[pk] - shared[pk], -named[pk], pk),
    )[:PROPOSED]
    claims = Claim.objects.in_bulk(ranked)
    return [Near(claims[pk], linked[pk], shared[pk], named[pk]) for pk in ranked]


def _partners(inside: set[int]) -> set[int]:
    rows = (
        Link.objects.filter(Q(low__in=inside) | Q(high__in=inside))
        .exclude(Q(state=Link.State.REJECTED) | Q(relation=Relation.NONE))
        .values_list("low_id", "high_id")
    )
    return {end for pair in rows for end in pair} - inside


def _named(
    claim: Claim, inside: set[int], others: QuerySet[ClaimMember]
) -> Counter[int]:
    """How many names other claims of the same weeks have in common with this one."""
    names = (
        StatementFacet.objects.filter(statement__in=inside, name__isnull=False)
        .values("name")
        .annotate(number=Count("pk"))
        .order_by("-number", "name")
        .values_list("name", flat=True)[:NAMES_LOOKED_UP]
    )
    near = others.filter(statement__facets__name__in=list(names))
    if claim.first_reported and claim.last_reported:
        apart = timedelta(days=APART_DAYS)
        near = near.filter(
            claim__first_reported__lte=claim.last_reported + apart,
            claim__last_reported__gte=claim.first_reported - apart,
        )
    rows = (
        near.values("claim_id")
        .annotate(number=Count("statement__facets__name", distinct=True))
        .order_by("-number", "claim_id")
    )
    return Counter(dict(rows.values_list("claim_id", "number")[:PROPOSED]))


def members_shown(claim: Claim) -> list[Statement]:
    """The statements of the claim that readers see, earliest publication first."""
    rows = Statement.objects.filter(
        memberships__claim=claim,
        memberships__state=ClaimMember.State.IN,
        hidden_by=None,
        article__withdrawn_at=None,
    )
    return list(
        rows.select_related("article__outlet")
        .defer("frames")
        .order_by("article__published_date", "pk")
    )


def statements_with(words: str) -> list[Statement]:
    """Statements that a search for the words finds, the best first."""
    hits = search(Corpus.STATEMENTS, parse_query(words), limit=FOUND)
    shown = Statement.objects.select_related("article__outlet").defer("frames")
    rows = shown.in_bulk(hits.ids)
    return [rows[pk] for pk in hits.ids if pk in rows]
