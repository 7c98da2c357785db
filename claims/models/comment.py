"""What editors say to each other about a claim. Never counted as disagreement."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.claim import Claim
from factcheck.operations.models import AppendOnlyModel


class Comment(AppendOnlyModel):
    """round: that of the claim then. Who has not rated in it does not see it yet."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="comments")
    round = models.PositiveSmallIntegerField(default=1)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments"
    )
    body = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["claim_id", "id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(name="comment_body_given", condition=~Q(body="")),
            models.CheckConstraint(
                name="comment_round_from_one", condition=Q(round__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.author_id} on claim {self.claim_id}"
