"""One version read by one engine version: what is done and what is still to do."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from claims.models.choices import ENGINE_VERSION_CHARACTERS
from sources.models import ArticleVersion


class ProcessingRun(models.Model):
    """Work to do = current versions without a finished run of this engine version.

    counts: what came of it ({"statements": 12, "links": 3} or {"not_analysed": "xx"});
    error: the last failure in words, empty when there was none.
    """

    version = models.ForeignKey(
        ArticleVersion, on_delete=models.PROTECT, related_name="runs"
    )
    engine_version = models.CharField(max_length=ENGINE_VERSION_CHARACTERS)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["version", "engine_version"], name="run_version_engine"
            ),
            models.CheckConstraint(
                name="run_finished_after_started",
                condition=models.Q(finished_at__isnull=True)
                | models.Q(finished_at__gte=models.F("started_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} by {self.engine_version}"
