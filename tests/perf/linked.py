"""What hangs on copied articles: links, claims, and what was noted of them.

A link is copied once both its statements are, a claim once all of them are: those that
reach from the part of a round that is copied into the part that is not are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Model

from claims.models import (
    Claim,
    ClaimFacet,
    ClaimMember,
    ClaimOutlet,
    FacetComparison,
    Link,
)
from factcheck.operations.models import AuditEntry
from sources.models import Article
from tests.perf.renamed import Renamed, again

ROWS_A_QUERY = 500

Renumbered = Mapping[int, int]  # id of an original: that of its copy


class Linked:
    """Of one round of copies."""

    def __init__(self, renamed: Renamed) -> None:
        self._renamed = renamed
        self._statements: dict[int, int] = {}

    def copy(self, articles: Renumbered, statements: Renumbered) -> None:
        """What hangs on these articles, and on them and those of earlier calls."""
        self._statements |= statements
        self._links(statements)
        claims = self._claims(statements)
        _entries(Article, articles)
        _entries(Claim, claims)

    def _links(self, new: Renumbered) -> None:
        copies = {}
        # The statements of a round are copied in their order: high comes after low.
        for link in Link.objects.filter(high__in=list(new)):
            if link.low_id in self._statements:
                copied = again(link, self._renamed, "engine_reason")
                copied.low_id = self._statements[link.low_id]
                copied.high_id = new[link.high_id]
                copies[link.pk] = copied
        Link.objects.bulk_create(copies.values(), batch_size=ROWS_A_QUERY)
        texts = ("low_text", "low_value", "high_text", "high_value", "reason")
        rows = []
        for row in FacetComparison.objects.filter(link__in=list(copies)):
            rows.append(again(row, self._renamed, *texts))
            rows[-1].link = copies[row.link_id]
        FacetComparison.objects.bulk_create(rows, batch_size=ROWS_A_QUERY)

    def _claims(self, new: Renumbered) -> Renumbered:
        touched = Claim.objects.filter(members__statement__in=list(new)).distinct()
        of_claims = ClaimMember.objects.filter(claim__in=touched)
        missing = {
            m.claim_id for m in of_claims if m.statement_id not in self._statements
        }
        copies = {
            claim.pk: again(claim, self._renamed, "title")
            for claim in touched.order_by("pk")
            if claim.pk not in missing
        }
        Claim.objects.bulk_create(copies.values(), batch_size=ROWS_A_QUERY)
        for model in (ClaimMember, ClaimFacet, ClaimOutlet):
            rows = []
            for row in model.objects.filter(claim__in=list(copies)):
                rows.append(again(row, self._renamed))
                rows[-1].claim = copies[row.claim_id]
                if isinstance(rows[-1], ClaimMember):
                    rows[-1].statement_id = self._statements[row.statement_id]
            model.objects.bulk_create(rows, batch_size=ROWS_A_QUERY)
        return {old: claim.pk for old, claim in copies.items()}


def _entries(model: type[Model], ids: Renumbered) -> None:
    """The audit entries of the objects; what they tell of is left as it was."""
    entries = AuditEntry.objects.filter(
        target_type=model._meta.label_lower, target_id__in=map(str, ids)
    )
    AuditEntry.objects.bulk_create(
        _told_of(entries.order_by("pk"), ids), batch_size=ROWS_A_QUERY
    )


def _told_of(entries: Iterable[AuditEntry], ids: Renumbered) -> Iterable[AuditEntry]:
    for entry in entries:
        copied = again(entry, str)
        copied.target_id = str(ids[int(entry.target_id)])
        copied.position = None
        yield copied
