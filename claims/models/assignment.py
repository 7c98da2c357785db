"""Who is asked to look at a claim, by when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.claim import Claim


class Assignment(models.Model):
    """Open until done_at: set when the editor rates, or when it is taken back."""

    claim = models.ForeignKey(
        Claim, on_delete=models.PROTECT, related_name="assignments"
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    by_whom = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assigned"
    )
    due = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["claim_id", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "editor"],
                condition=Q(done_at__isnull=True),
                name="assignment_open",
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.claim_id} to {self.editor_id}"
