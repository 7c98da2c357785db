"""What somebody should hear of: an entry of the audit, until it is read."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from factcheck.operations.models.audit import AuditEntry


class Notification(models.Model):
    """Its words are made when it is shown, by what the reader may see then."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    entry = models.ForeignKey(
        AuditEntry, on_delete=models.PROTECT, related_name="notifications"
    )
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["user", "id"],
                name="notification_unread",
                condition=models.Q(read_at__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "entry"], name="notification_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.entry_id}"
