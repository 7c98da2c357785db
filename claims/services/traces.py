"""Statements on which an editor's work hangs, and the removal of those without."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from claims.models import (
    AttributionHop,
    By,
    ClaimMember,
    FacetComparison,
    Link,
    Statement,
    StatementFacet,
)
from claims.store.candidates import CandidateStore


def with_editor_traces(statement_ids: Collection[int]) -> set[int]:
    """Those that an editor has touched.

    Hidden, marked by hand, a facet, the chain or the origin corrected, a link decided,
    put into or out of a claim, or in a claim that is touched.
    """
    ids = set(statement_ids)
    if not ids:
        return set()
    rows = [
        Statement.objects.filter(pk__in=ids)
        .filter(
            Q(hidden_by__isnull=False)
            | Q(marked_by__isnull=False)
            | Q(origin_by=By.EDITOR)
        )
        .values_list("pk"),
        StatementFacet.objects.filter(statement__in=ids, by=By.EDITOR).values_list(
            "statement_id"
        ),
        AttributionHop.objects.filter(statement__in=ids, by=By.EDITOR).values_list(
            "statement_id"
        ),
        ClaimMember.objects.filter(statement__in=ids)
        .filter(Q(by=By.EDITOR) | Q(claim__touched_at__isnull=False))
        .values_list("statement_id"),
        Link.objects.filter(
            Q(by=By.EDITOR) | Q(comparisons__by=By.EDITOR), low__in=ids
        ).values_list("low_id"),
        Link.objects.filter(
            Q(by=By.EDITOR) | Q(comparisons__by=By.EDITOR), high__in=ids
        ).values_list("high_id"),
    ]
    first, *others = (query.order_by() for query in rows)
    return {pk for (pk,) in first.union(*others)}


def statements_delete(
    *, statement_ids: Collection[int], store: CandidateStore
) -> tuple[set[int], set[int]]:
    """Delete statements without a trace, with all that the engine hung on them.

    Returns the statements that were linked to them and the claims they were in: both
    must be looked at again. PROTECT stops it should a trace appear meanwhile.
    """
    ids = set(statement_ids)
    if not ids:
        return set(), set()
    links = Link.objects.filter(Q(low__in=ids) | Q(high__in=ids))
    ends = {end for pair in links.values_list("low_id", "high_id") for end in pair}
    members = ClaimMember.objects.filter(statement__in=ids)
    claims = set(members.values_list("claim_id", flat=True))
    FacetComparison.objects.filter(link__in=links).delete()
    links.delete()
    members.delete()
    StatementFacet.objects.filter(statement__in=ids).delete()
    AttributionHop.objects.filter(statement__in=ids).delete()
    store.delete_keys(ids)
    Statement.objects.filter(pk__in=ids).delete()
    return ends - ids, claims
