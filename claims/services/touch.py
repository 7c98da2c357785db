"""Claims that an editor works on, or no longer, once an act is taken back.

Touched is rated, assigned, commented, titled, adjudicated, something put in or taken
out by hand, a verdict from elsewhere among it, a link between its statements confirmed
(SCHEMA rule 6).
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from claims.models import (
    Assignment,
    By,
    Claim,
    ClaimMember,
    Comment,
    Link,
    OutsideVerdict,
    Rating,
    Verdict,
)


def claims_let_go(claim_ids: Collection[int]) -> None:
    """Give claims back to the engine on which no editor's work hangs.

    Else their members would stay for good because of an act that is taken back.
    """
    Claim.objects.filter(pk__in=claim_ids).exclude(_worked_on()).update(touched_at=None)


def claims_take_up(claim_ids: Collection[int]) -> None:
    """Mark the claims on which an editor's work hangs."""
    Claim.objects.filter(_worked_on(), pk__in=claim_ids, touched_at=None).update(
        touched_at=timezone.now()
    )


def _worked_on() -> Q:
    inside = ClaimMember.objects.filter(
        claim=OuterRef(OuterRef("pk")), state=ClaimMember.State.IN
    ).values("statement")
    confirmed = Link.objects.filter(
        by=By.EDITOR, state=Link.State.CONFIRMED, low__in=inside, high__in=inside
    )
    work = [
        model._default_manager.filter(claim=OuterRef("pk"))
        for model in (Rating, Assignment, Comment, Verdict)
    ]
    by_hand = ClaimMember.objects.filter(claim=OuterRef("pk"), by=By.EDITOR)
    placed = OutsideVerdict.objects.filter(
        claim=OuterRef("pk"), matched_by=By.EDITOR, removed_at=None
    )
    found = (*work, by_hand, placed, confirmed)
    traces = Q(*(Exists(rows) for rows in found), _connector=Q.OR)
    return traces | ~Q(state=Claim.State.OPEN) | Q(title_by=By.EDITOR)


def claims_of(statement_ids: Collection[int]) -> set[int]:
    """The claims that hold any of the statements."""
    rows = ClaimMember.objects.filter(
        statement__in=statement_ids, state=ClaimMember.State.IN
    )
    return set(rows.values_list("claim_id", flat=True))
