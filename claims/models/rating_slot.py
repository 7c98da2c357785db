"""Who is rating a claim right now, and what they have typed so far."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.claim import Claim
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST


class RatingSlot(models.Model):
    """One of the places for a rating in a round; Claim.slots says how many there are.

    expires_at  until when the place is held; null = the rating is saved, for good
    An expired slot is taken over by a conditional UPDATE on the row as it was seen.
    """

    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, related_name="slots_held"
    )
    round = models.PositiveSmallIntegerField(default=1)
    slot = models.PositiveSmallIntegerField()
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="slots_held"
    )
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claim_id", "round", "slot"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "round", "slot"], name="ratingslot_slot"
            ),
            models.UniqueConstraint(
                fields=["claim", "round", "editor"], name="ratingslot_editor"
            ),
            models.CheckConstraint(
                name="ratingslot_from_one", condition=Q(slot__gte=1, round__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id}, slot {self.slot}: {self.editor_id}"


class RatingDraft(models.Model):
    """What an editor has begun to say on a claim. Nobody else sees it.

    It outlives a reload and an expired slot; saving the rating deletes it.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="drafts")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts"
    )
    value = models.CharField(max_length=8, blank=True)
    rationale = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["claim_id", "editor_id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "editor"], name="ratingdraft_editor"
            ),
            models.CheckConstraint(
                name="ratingdraft_value_known",
                condition=Q(
                    value__in=[
                        "",
                        "unknown",
                        *map(str, range(VALUE_LOWEST, VALUE_HIGHEST + 1)),
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"draft of {self.editor_id} on claim {self.claim_id}"
