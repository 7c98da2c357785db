"""What the newsroom decides on a claim, and publishes. Append-only."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.choices import one_of
from claims.models.claim import Claim
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from factcheck.operations.models import AppendOnlyModel


class Verdict(AppendOnlyModel):
    """The last of a claim's round counts; each round may have several (seq).

    label     settled: every disputed facet has a value that stands; partly; open: none
    value     how consistent the outlets are, 1 to 5, null = cannot tell or not judged
    text      what readers see; empty on a card that only shows what is disputed
    reasons   why, for the raters
    decided   [{"kind", "role", "value"}]: the value that stands; "" = left open
    evidence  as on Rating: what the verdict was given on
    card      what readers see of the claim, frozen: values, outlets, origins, days
    published_at, withdrawn_at, withdrawn_reason   set later; what is taken back
              leaves a note with when and why
    """

    class Label(models.TextChoices):
        SETTLED = "settled", _("settled")
        PARTLY = "partly", _("partly settled")
        OPEN = "open", _("still open")

    changeable: ClassVar[tuple[str, ...]] = (
        "published_at",
        "withdrawn_at",
        "withdrawn_reason",
    )

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    round = models.PositiveSmallIntegerField(default=1)
    seq = models.PositiveSmallIntegerField(default=1)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts"
    )
    label = models.CharField(max_length=8, choices=Label, default=Label.OPEN)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    decided = models.JSONField(default=list, blank=True)
    evidence = models.JSONField(default=dict, blank=True)
    card = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["claim_id", "round", "seq", "id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "round", "seq"], name="verdict_seq"
            ),
            models.CheckConstraint(
                name="verdict_value_on_scale",
                condition=Q(value__isnull=True)
                | Q(value__gte=VALUE_LOWEST, value__lte=VALUE_HIGHEST),
            ),
            models.CheckConstraint(
                name="verdict_text_unless_open",
                condition=Q(label="open") | ~Q(text=""),
            ),
            models.CheckConstraint(
                name="verdict_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True)
                | (Q(published_at__isnull=False) & ~Q(withdrawn_reason="")),
            ),
            models.CheckConstraint(
                name="verdict_from_one", condition=Q(round__gte=1, seq__gte=1)
            ),
            one_of("label", ["settled", "partly", "open"], table="verdict"),
        ]

    def __str__(self) -> str:
        return f"verdict {self.round}.{self.seq} on claim {self.claim_id}: {self.label}"
