"""Who wants to be told of what happens, and each attempt to tell them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from factcheck.operations.models.audit import AuditEntry


class Webhook(models.Model):
    """An address of a newsroom tool that gets signed messages (Standard Webhooks).

    events      the names it listens to
    secret      "whsec_" and base64; the receiver needs it, so it is kept as it is
    old_secret  signs as well until old_secret_until, while the receiver is changed
    failures    deliveries given up in a row, for switching it off
    held_until  nobody else sends to it before: a worker does, or it rests
    """

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="webhooks"
    )
    name = models.CharField(max_length=100, blank=True)
    url = models.URLField(max_length=2000)
    events = models.JSONField(default=list)
    secret = models.CharField(max_length=128)
    old_secret = models.CharField(max_length=128, blank=True, editable=False)
    old_secret_until = models.DateTimeField(null=True, blank=True, editable=False)
    allow_private = models.BooleanField(
        default=False,
        help_text="may lie in a private network: an administrator allows it",
    )
    failures = models.PositiveIntegerField(default=0)
    disabled_at = models.DateTimeField(null=True, blank=True)
    disabled_reason = models.TextField(blank=True)
    held_until = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["id"]
        # add: have some of one's own; view, change: look after those of all.
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name or self.url


class WebhookDelivery(models.Model):
    """One event for one webhook. response: {status, body, error, milliseconds}."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DELIVERED = "delivered", _("delivered")
        FAILED = "failed", _("failed")

    webhook = models.ForeignKey(
        Webhook, on_delete=models.CASCADE, related_name="deliveries"
    )
    entry = models.ForeignKey(
        AuditEntry, on_delete=models.PROTECT, related_name="deliveries"
    )
    event = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField(null=True, blank=True)
    response = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ("view",)
        indexes = [
            models.Index(
                fields=["webhook", "next_at"],
                name="delivery_due_by_webhook",
                condition=models.Q(state="waiting"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "entry", "event"], name="delivery_once"
            ),
            models.CheckConstraint(
                name="delivery_state_known",
                condition=models.Q(state__in=["waiting", "delivered", "failed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.webhook_id}: {self.event} {self.entry_id}"
