"""The answer to a POST with an Idempotency-Key, so that its repeat is no second."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class IdempotencyKey(models.Model):
    """One request that a program may send again.

    fingerprint  SHA-256 (hex) of method, path and body: another body under the same key
                 is a mistake of the program
    status       of the answer; none while the first request is still at work
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="idempotency_keys",
    )
    key = models.CharField(max_length=255)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    headers = models.JSONField(default=dict, blank=True)
    body = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="idempotency_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.key}"
