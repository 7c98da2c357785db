"""A job as the tests ask for it, what a worker does with it, and how it stands."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs import job_start
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.models import Job, JobChunk
from tests.db.job_kinds import parts

WAIT_SECONDS = 20


def start(*numbers: list[int], key: str = "k", **more: Any) -> Job:
    return job_start(kind="count", key=key, parts=parts(*numbers), **more)


def deliver() -> int:
    """What a worker does: the tasks in the queue, oldest first, until it is empty."""
    done = 0
    while task := DBTaskResult.objects.ready().order_by("enqueued_at").first():
        DBTaskResult.objects.filter(pk=task.pk).update(status="SUCCESSFUL")
        run_chunk.call(*task.args_kwargs["args"])
        done += 1
    return done


def told(job: Job) -> dict[str, Any]:
    job.refresh_from_db()
    return {name: getattr(job, name) for name in ("state", "total", "done", "failed")}


def later(**columns: Any) -> None:
    """Every lease is over."""
    past = timezone.now() - timedelta(seconds=1)
    JobChunk.objects.exclude(lease_until=None).update(lease_until=past, **columns)
