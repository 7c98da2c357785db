"""What is old goes: jobs that are over, their files, tasks that the queue keeps."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs.files import FILE_LIFE
from factcheck.operations.models import Job, JobChunk
from factcheck.operations.models.job import LIVE

# A job that nobody asked for, as a delivery: for looking into yesterday's trouble.
KEEP_UNASKED = timedelta(days=2)
# One that a person asked for: its errors by row are still looked up weeks later.
KEEP_ASKED = timedelta(days=90)
# Rows of the queue; a task of a killed worker stays "running" there for ever.
KEEP_TASKS = timedelta(days=2)
# Deleted in one transaction, so that no writer waits long.
ROWS_AT_ONCE = 500


def tidy() -> None:
    """Every hour or so."""
    now = timezone.now()
    over = Job.objects.exclude(state__in=LIVE).order_by("pk")
    unasked = over.filter(requested_by=None, finished_at__lt=now - KEEP_UNASKED)
    asked = over.filter(finished_at__lt=now - KEEP_ASKED)
    for jobs in (unasked, asked):
        while ids := list(jobs.values_list("pk", flat=True)[:ROWS_AT_ONCE]):
            Job.objects.filter(pk__in=ids).delete()
    chunks = JobChunk.objects.filter(
        job__args__has_key="file",
        job__finished_at__lt=now - FILE_LIFE,
        result__has_key="text",
    )
    while ids := list(chunks.values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        JobChunk.objects.filter(pk__in=ids).update(result={})
    tasks = DBTaskResult.objects.filter(enqueued_at__lt=now - KEEP_TASKS).order_by("pk")
    while keys := list(tasks.values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        DBTaskResult.objects.filter(pk__in=keys).delete()
