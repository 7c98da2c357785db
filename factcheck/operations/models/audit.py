"""Who did what to which object, before, after and why.

The one table is history, undo and outbox at once: a bulk action is one parent entry and
one entry an object; `undoes` marks an entry as taking another back; `dispatched_at` is
set when the entry has been delivered to those who listen.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from factcheck.operations.models.append_only import AppendOnlyModel


class AuditEntry(AppendOnlyModel):
    """One act. Written by `operations.audit.audit` alone, never changed.

    token_key is the beginning of the token that was used (the token itself may be
    revoked and gone); target_type is "app.model"; before and after hold what the act
    changed and nothing else. position: its place among those that have become visible,
    given after the act is committed, where ids do not tell it (claims.store.changes).
    """

    changeable = ("dispatched_at", "position")

    at = models.DateTimeField(default=timezone.now)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="audit_entries",
    )
    actor_name = models.CharField(max_length=150)
    token_key = models.CharField(max_length=25, blank=True)
    request_id = models.CharField(max_length=64, blank=True)
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    verb = models.CharField(max_length=64)
    target_type = models.CharField(max_length=64)
    target_id = models.CharField(max_length=64)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    reason = models.TextField(blank=True)
    undoes = models.OneToOneField(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="undone_by",
    )
    dispatched_at = models.DateTimeField(null=True, blank=True)
    position = models.BigIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "audit entries"
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["target_type", "target_id", "id"], name="audit_target"
            ),
            models.Index(
                fields=["id"],
                name="audit_undispatched",
                condition=models.Q(dispatched_at__isnull=True),
            ),
            models.Index(fields=["position"], name="audit_position"),
            models.Index(
                fields=["id"],
                name="audit_unplaced",
                condition=models.Q(position__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="audit_verb_given", condition=~models.Q(verb="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name} {self.verb} {self.target_type} {self.target_id}"
