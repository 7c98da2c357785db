"""Whatever got stuck goes on: chunks of dead workers, chunks that the queue lost.

`reap` is called by every worker every few seconds; it asks rows and does nothing where
nothing is wrong. The queue's own rows are not asked: a task of a killed worker stays
"running" there for ever.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from factcheck.operations.jobs.ledger import (
    WORKER_LOST,
    chunk_failed,
    job_close_if_over,
)
from factcheck.operations.jobs.queue import chunks_enqueue
from factcheck.operations.models import Job, JobChunk, JobState
from factcheck.operations.models.job import LIVE


def reap() -> None:
    """Every few seconds."""
    now = timezone.now()
    leases_end(now=now)
    cancelled_close(now=now)
    for job in Job.objects.filter(state__in=LIVE).order_by("pk"):
        chunks_enqueue(job_id=job.pk, now=now)


def leases_end(*, now: datetime) -> int:
    """Take chunks from workers that gave no sign of life; how many it were."""
    lost = JobChunk.objects.filter(state=JobState.RUNNING, lease_until__lt=now)
    return sum(
        chunk_failed(
            chunk=chunk,
            code=WORKER_LOST,
            detail=f"Worker {chunk.worker} stopped in the middle of it.",
            now=now,
        )
        for chunk in lost
    )


def cancelled_close(*, now: datetime) -> None:
    """What was given back after its job was cancelled is not waited for."""
    for job in Job.objects.filter(state__in=LIVE, cancel_requested=True):
        with transaction.atomic():
            job.chunks.filter(state=JobState.QUEUED).update(
                state=JobState.CANCELLED, lease_until=None
            )
            job_close_if_over(job_id=job.pk, now=now)
