"""Bringing chunks to workers: the queue, and what a worker does with one chunk.

The queue holds the numbers of chunks, of each job a few at a time, so that one with
thousands lets another in between. A number that comes twice is worked once.
"""

from __future__ import annotations

import logging
import os
import platform
from collections.abc import Iterable
from datetime import datetime, timedelta
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

from django.db import DatabaseError, connection, transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from factcheck.operations.jobs.kinds import Part, kind_of
from factcheck.operations.jobs.ledger import (
    CRASHED,
    LEASE,
    chunk_done,
    chunk_failed,
    chunk_give_back,
    chunk_take,
    job_write,
    lease_renew,
)
from factcheck.operations.models import Job, JobChunk, JobState, Token, User

log = logging.getLogger(__name__)

# Chunks of one job in the queue: as many as workers may want at once.
WINDOW = 32
# How long the queue is trusted to bring a chunk to a worker: one that is killed between
# taking the number and taking the chunk has both with it. A queue that is longer than
# that brings a chunk twice, which costs one query.
PATIENCE = timedelta(minutes=1)
RENEW_EVERY = LEASE / 4


def job_start(
    *,
    kind: str,
    key: str,
    parts: Iterable[Part],
    args: dict[str, Any] | None = None,
    actor: User | None = None,
    token: Token | None = None,
) -> Job:
    """Write a job and have workers told of it once the transaction is over.

    kind   a name in KINDS of factcheck/schedule.py
    key    what it is about: of one kind and key, one job lives at a time
    parts  what its chunks will be; none, and it is done at once
    actor  who asks: sees the job, and gets the entry; None for what asks itself
    Raises JobLiveError. Who may start what is asked by the caller.
    """
    kind_of(kind)
    with transaction.atomic():
        job = job_write(
            kind=kind, key=key, parts=parts, args=args, actor=actor, token=token
        )
        transaction.on_commit(lambda: chunks_enqueue(job_id=job.pk, now=job.created_at))
    return job


def chunks_enqueue(*, job_id: int, now: datetime) -> int:
    """Put chunks into the queue that are not there, up to WINDOW; how many it were."""
    chunks = JobChunk.objects.filter(job=job_id)
    waiting = Q(lease_until=None) | Q(lease_until__lte=now)
    under_way = chunks.filter(state__in=(JobState.QUEUED, JobState.RUNNING))
    room = WINDOW - under_way.filter(lease_until__gt=now).count()
    if room <= 0:
        return 0
    missing = chunks.filter(waiting, state=JobState.QUEUED).order_by("ordinal")
    sent = 0
    for pk in list(missing.values_list("pk", flat=True)[:room]):
        mine = JobChunk.objects.filter(waiting, pk=pk, state=JobState.QUEUED)
        if not mine.update(lease_until=now + PATIENCE):
            continue
        try:
            run_chunk.enqueue(pk)
        except Exception:  # Redis is away: the reaper tries again
            log.exception("The queue of jobs does not answer")
            JobChunk.objects.filter(pk=pk, state=JobState.QUEUED).update(
                lease_until=None
            )
            break
        sent += 1
    return sent


def worker_name() -> str:
    """Of this process, on whichever machine."""
    return f"{platform.node()[:100]}:{os.getpid()}"


@task()
def run_chunk(chunk_id: int) -> None:
    """Do a chunk, unless somebody has. Never raises for what the work does wrong."""
    chunk = chunk_take(chunk_id=chunk_id, worker=worker_name(), now=timezone.now())
    if chunk is None:
        return
    try:
        with Lease(chunk):
            outcome = kind_of(chunk.job.kind).work(chunk)
        held = chunk_done(chunk=chunk, outcome=outcome, now=timezone.now())
    except Exception as error:
        log.exception("Chunk %s of job %s", chunk.ordinal, chunk.job_id)
        detail = f"{type(error).__name__}: {error}"
        held = chunk_failed(
            chunk=chunk, code=CRASHED, detail=detail, now=timezone.now()
        )
    except BaseException:  # told twice to stop
        chunk_give_back(chunk=chunk)
        raise
    if not held:
        log.warning("Chunk %s of job %s was lost", chunk.ordinal, chunk.job_id)
    chunks_enqueue(job_id=chunk.job_id, now=timezone.now())


class Lease:
    """Renews the lease of a chunk while the work inside `with` goes on."""

    def __init__(self, chunk: JobChunk) -> None:
        self._chunk = chunk
        self._ended = Event()
        self._thread = Thread(target=self._beat, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._ended.wait(RENEW_EVERY.total_seconds()):
                try:
                    if not lease_renew(chunk=self._chunk, now=timezone.now()):
                        return
                except DatabaseError:  # SQLite is busy: there is time for more tries
                    log.warning("A lease was not renewed", exc_info=True)
                    connection.close()
        finally:
            connection.close()
