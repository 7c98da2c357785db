"""A claim leads on to another, and what people keep on it is there as well.

Followers, open assignments and drafts are copied, not moved: nobody comes to a claim
that leads on, and should that be taken back, each finds there what was left.
"""

from __future__ import annotations

from collections.abc import Collection

from claims.models import Assignment, Claim, Follow, RatingDraft


def claims_lead_on(claim_ids: Collection[int], to: int) -> None:
    """Point the claims on to another. In the transaction that moves their statements.

    Those that lead elsewhere already have handed over before. Who has been asked to
    rate the other one is not asked twice; to a draft on it that of the claim which goes
    is added.
    """
    rows = Claim.objects.filter(pk__in=claim_ids)
    going = list(rows.filter(merged_into=None).values_list("pk", flat=True))
    rows.update(merged_into=to)
    followers = Follow.objects.filter(claim__in=going).order_by("pk")
    Follow.objects.bulk_create(
        [
            Follow(user_id=user, claim_id=to)
            for user in followers.values_list("user_id", flat=True)
        ],
        ignore_conflicts=True,
    )
    asked = Assignment.objects.filter(claim__in=going, done_at=None).order_by("pk")
    Assignment.objects.bulk_create(
        [
            Assignment(
                claim_id=to,
                editor_id=row.editor_id,
                by_whom_id=row.by_whom_id,
                due=row.due,
                at=row.at,
            )
            for row in asked
        ],
        ignore_conflicts=True,
    )
    for draft in RatingDraft.objects.filter(claim__in=going).order_by("pk"):
        _add(draft, to)


def _add(draft: RatingDraft, to: int) -> None:
    """Keep a draft on another claim, after what its editor has written there."""
    there, made = RatingDraft.objects.get_or_create(
        claim_id=to,
        editor_id=draft.editor_id,
        defaults={
            "value": draft.value,
            "rationale": draft.rationale,
            "at": draft.at,
        },
    )
    texts = there.rationale.strip(), draft.rationale.strip()
    if not made and texts[1] and texts[1] not in texts[0]:
        there.rationale = "\n\n".join(filter(None, texts))
        there.save(update_fields=["rationale"])
