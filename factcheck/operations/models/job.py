"""Long work: what is asked for, how far it is, and which worker holds which part.

The queue that runs chunks (the database, or Redis) may forget; these rows are a ledger.
A worker takes a chunk by a conditional UPDATE, so that none is done twice, and holds it
by a lease; a chunk whose lease is over is queued again.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Of a job and of a chunk."""

    QUEUED = "queued", _("queued")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")
    CANCELLED = "cancelled", _("cancelled")


LIVE = (JobState.QUEUED, JobState.RUNNING)


class Job(models.Model):
    """One piece of long work.

    kind    the name that `operations.jobs` knows its work by
    key     what it is about: of one kind and key, one job lives at a time
    args    JSON-ready, as its work wants it; result as its work leaves it
    total, done, failed  rows, whatever its work counts
    """

    kind = models.CharField(max_length=32)
    key = models.CharField(max_length=128)
    args = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=12, choices=JobState, default=JobState.QUEUED)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    cancel_requested = models.BooleanField(default=False)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="jobs",
    )
    result = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                name="job_live_once",
                condition=models.Q(state__in=LIVE),
            ),
            models.CheckConstraint(
                name="job_state_known", condition=models.Q(state__in=JobState.values)
            ),
            models.CheckConstraint(
                name="job_finished_has_time",
                condition=models.Q(state__in=LIVE, finished_at__isnull=True)
                | (~models.Q(state__in=LIVE) & models.Q(finished_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class JobChunk(models.Model):
    """A part of a job that one worker does at once, and may do again after a crash.

    payload      what to do, JSON-ready; rows is how many rows it counts for
    lease_until  while this lies ahead, `worker` holds it
    errors       [{row, code, detail}] of rows that could not be done
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="chunks")
    ordinal = models.PositiveIntegerField()
    payload = models.JSONField(default=dict, blank=True)
    rows = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=JobState, default=JobState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=128, blank=True)
    errors = models.JSONField(default=list, blank=True)
    result = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["job", "ordinal"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["lease_until"],
                name="chunk_leases",
                condition=models.Q(state__in=LIVE),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["job", "ordinal"], name="chunk_once"),
            models.CheckConstraint(
                name="chunk_state_known", condition=models.Q(state__in=JobState.values)
            ),
            models.CheckConstraint(
                name="chunk_running_has_lease",
                condition=~models.Q(state=JobState.RUNNING)
                | models.Q(lease_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.job_id}.{self.ordinal}"
