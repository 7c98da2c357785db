"""One editor's judgement of how consistent the reports on a claim are. Append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.claim import Claim
from factcheck.operations.models import AppendOnlyModel

VALUE_LOWEST = 1
VALUE_HIGHEST = 5
# From this value on a rating may stand without a rationale.
VALUE_WITHOUT_RATIONALE = 4


class Rating(AppendOnlyModel):
    """value 1 (irreconcilable) to 5 (fully consistent), null = cannot tell.

    seq counts an editor's ratings in the round; changing one's mind adds a row. blind:
    given before a rating or comment of another could be seen; the last blind one counts
    (selectors.ratings.counted_ratings). evidence: {statement id: its words, publication
    date and what editors corrected} as seen (selectors.evidence).
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="ratings")
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="ratings"
    )
    round = models.PositiveSmallIntegerField(default=1)
    seq = models.PositiveSmallIntegerField(default=1)
    value = models.PositiveSmallIntegerField(null=True, blank=True)
    rationale = models.TextField(blank=True)
    blind = models.BooleanField(default=True)
    evidence = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["claim_id", "round", "seq", "id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "editor", "round", "seq"], name="rating_seq"
            ),
            models.CheckConstraint(
                name="rating_value_on_scale",
                condition=Q(value__isnull=True)
                | Q(value__gte=VALUE_LOWEST, value__lte=VALUE_HIGHEST),
            ),
            models.CheckConstraint(
                name="rating_rationale_needed",
                condition=Q(value__isnull=False, value__gte=VALUE_WITHOUT_RATIONALE)
                | ~Q(rationale=""),
            ),
            models.CheckConstraint(
                name="rating_round_from_one", condition=Q(round__gte=1)
            ),
            models.CheckConstraint(name="rating_seq_from_one", condition=Q(seq__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.editor_id} on claim {self.claim_id}: {self.value}"
