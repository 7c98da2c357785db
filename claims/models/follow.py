"""Who wants to hear what happens to a claim."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from claims.models.claim import Claim


class Follow(models.Model):
    """Deleted when the user follows no longer."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows"
    )
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="follows")

    class Meta:
        ordering = ["claim_id", "user_id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "claim"], name="follow_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} follows claim {self.claim_id}"
