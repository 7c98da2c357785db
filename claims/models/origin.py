"""The first-hand act or document at the end of an attribution chain."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from claims.models.name import Name
from sources.models import Outlet

ORIGIN_KEY_CHARACTERS = 500


class Origin(models.Model):
    """key: "kind|speaker|venue|date", as OriginKey.key makes it; speaker as the engine
    wrote it, speaker_name when the name is known to the tables."""

    key = models.CharField(max_length=ORIGIN_KEY_CHARACTERS, unique=True)
    kind = models.CharField(max_length=32)
    speaker = models.TextField(blank=True)
    speaker_name = models.ForeignKey(
        Name, null=True, blank=True, on_delete=models.PROTECT, related_name="origins"
    )
    venue = models.TextField(blank=True)
    outlet = models.ForeignKey(
        Outlet, null=True, blank=True, on_delete=models.PROTECT, related_name="origins"
    )
    date_from = models.DateField(null=True, blank=True)
    date_to = models.DateField(null=True, blank=True)
    label = models.TextField(blank=True)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="origin_kind_given", condition=~Q(kind="")),
            models.CheckConstraint(name="origin_key_given", condition=~Q(key="")),
            models.CheckConstraint(
                name="origin_dates_in_order",
                condition=Q(date_from__isnull=True)
                | Q(date_to__isnull=True)
                | Q(date_from__lt=F("date_to")),
            ),
            models.CheckConstraint(
                name="origin_merged_into_another",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.key
