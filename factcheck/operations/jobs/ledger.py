"""The rows that say what is to be done, by whom it is held, and what came of it.

A chunk is held by a lease: RUNNING until `lease_until`, by `worker`, in its try number
`attempts`. Each step is one conditional UPDATE on these columns, so whoever has lost
the lease changes nothing any more. Conditions on the chunk stand in the UPDATE itself
and never in a subquery: PostgreSQL checks only those again after it waited for a row.

While a chunk is QUEUED, `lease_until` is the moment until which the queue is trusted to
bring it to a worker; None or past, and it is put into the queue again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from factcheck.operations.audit import audit
from factcheck.operations.jobs.kinds import Outcome, Part
from factcheck.operations.models import Job, JobChunk, JobState, Token, User
from factcheck.operations.models.job import LIVE

# How long a worker is believed without a sign of life. It gives one every quarter of
# that; a writer on SQLite was seen to wait 8 s.
LEASE = timedelta(seconds=60)
# Tries of a chunk before it is given up: what broke two workers breaks a third.
MAX_ATTEMPTS = 3
# Before a chunk that raised is tried again, times the number of tries so far.
RETRY_AFTER = timedelta(seconds=10)
# Characters of what went wrong that are kept.
ERROR_CHARACTERS = 2_000
# Chunks written by one statement.
CHUNKS_AT_ONCE = 200

# Codes of the error of a chunk that was given up.
CRASHED, WORKER_LOST = "crashed", "worker_lost"


class JobLiveError(Exception):
    """A job of this kind and key lives already."""

    def __init__(self, job: Job | None) -> None:
        super().__init__("Such a job is waiting or running already.")
        self.job = job


def job_write(
    *,
    kind: str,
    key: str,
    parts: Iterable[Part],
    args: dict[str, Any] | None = None,
    actor: User | None = None,
    token: Token | None = None,
) -> Job:
    """Write a job and its chunks. Raises JobLiveError; see queue.job_start."""
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind, key=key, args=args or {}, requested_by=actor
            )
    except IntegrityError as error:
        live = Job.objects.filter(kind=kind, key=key, state__in=LIVE).first()
        raise JobLiveError(live) from error
    job.total = _write_chunks(job, parts)
    job.save(update_fields=["total"])
    if actor is not None:
        after = {"kind": kind, "rows": job.total}
        audit(actor=actor, verb="job.start", target=job, after=after, token=token)
    job_close_if_over(job_id=job.pk, now=timezone.now())
    return job


def _write_chunks(job: Job, parts: Iterable[Part]) -> int:
    rows = 0
    numbered = enumerate(parts)
    while batch := list(islice(numbered, CHUNKS_AT_ONCE)):
        JobChunk.objects.bulk_create(
            JobChunk(job=job, ordinal=number, payload=part.payload, rows=part.rows)
            for number, part in batch
        )
        rows += sum(part.rows for _, part in batch)
    return rows


def chunk_take(*, chunk_id: int, worker: str, now: datetime) -> JobChunk | None:
    """Hold the chunk; None when it is done, held, cancelled or gone."""
    wanted = Job.objects.filter(
        pk=OuterRef("job"), state__in=LIVE, cancel_requested=False
    )
    taken = JobChunk.objects.filter(
        Exists(wanted), pk=chunk_id, state=JobState.QUEUED
    ).update(
        state=JobState.RUNNING,
        attempts=F("attempts") + 1,
        lease_until=now + LEASE,
        worker=worker,
    )
    if not taken:
        return None
    chunk = JobChunk.objects.select_related("job__requested_by").get(pk=chunk_id)
    Job.objects.filter(pk=chunk.job_id, state=JobState.QUEUED).update(
        state=JobState.RUNNING, started_at=now
    )
    return chunk


def lease_renew(*, chunk: JobChunk, now: datetime) -> bool:
    """Hold the chunk longer; False when it is held no more."""
    return bool(_held(chunk).update(lease_until=now + LEASE))


@transaction.atomic
def chunk_done(*, chunk: JobChunk, outcome: Outcome, now: datetime) -> bool:
    """Write what came of it; False, and nothing written, when it is held no more."""
    held = _held(chunk).update(
        state=JobState.DONE,
        lease_until=None,
        errors=[error.as_json() for error in outcome.errors],
        result={"counts": dict(outcome.counts), **outcome.result},
    )
    if held:
        failed = min(len({error.row for error in outcome.errors}), chunk.rows)
        # The job's row is written before its chunks are counted: of two workers that
        # finish at once, the second then sees the first.
        Job.objects.filter(pk=chunk.job_id).update(
            done=F("done") + chunk.rows - failed, failed=F("failed") + failed
        )
        job_close_if_over(job_id=chunk.job_id, now=now)
    return bool(held)


@transaction.atomic
def chunk_failed(*, chunk: JobChunk, code: str, detail: str, now: datetime) -> bool:
    """Have it tried again after a while, or give it up after MAX_ATTEMPTS."""
    error = {"row": None, "code": code, "detail": detail[:ERROR_CHARACTERS]}
    if chunk.attempts < MAX_ATTEMPTS:
        state, lease = JobState.QUEUED, now + RETRY_AFTER * chunk.attempts
        if code == WORKER_LOST:
            lease = now
    else:
        state, lease = JobState.FAILED, None
    held = _held(chunk).update(state=state, lease_until=lease, errors=[error])
    if held and state == JobState.FAILED:
        Job.objects.filter(pk=chunk.job_id).update(failed=F("failed") + chunk.rows)
        job_close_if_over(job_id=chunk.job_id, now=now)
    return bool(held)


def chunk_give_back(*, chunk: JobChunk) -> None:
    """The worker is told to stop in the middle of it: no try is counted."""
    _held(chunk).update(
        state=JobState.QUEUED, lease_until=None, attempts=F("attempts") - 1
    )


def job_close_if_over(*, job_id: int, now: datetime) -> None:
    """End a job of which nothing is left to do. Called inside a transaction."""
    chunks = JobChunk.objects.filter(job=job_id)
    if chunks.filter(state__in=LIVE).exists():
        return
    states = set(chunks.order_by().values_list("state", flat=True).distinct())
    ended = next(
        state
        for state in (JobState.CANCELLED, JobState.FAILED, JobState.DONE)
        if state in states or state == JobState.DONE
    )
    counts: Counter[str] = Counter()
    for result in chunks.values_list("result__counts", flat=True):
        counts.update(result or {})
    Job.objects.filter(pk=job_id, state__in=LIVE).update(
        state=ended, finished_at=now, result={"counts": dict(counts)}
    )


def _held(chunk: JobChunk) -> QuerySet[JobChunk]:
    return JobChunk.objects.filter(
        pk=chunk.pk,
        state=JobState.RUNNING,
        worker=chunk.worker,
        attempts=chunk.attempts,
    )
