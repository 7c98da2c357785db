"""The ledger of jobs: each chunk is done once, and counted once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from factcheck.operations.jobs import JobLiveError, job_start, ledger
from factcheck.operations.jobs.kinds import UnknownKindError
from factcheck.operations.jobs.ledger import chunk_done, chunk_take
from factcheck.operations.jobs.reaper import reap
from factcheck.operations.models import AuditEntry, Job, JobChunk
from tests.db import job_kinds
from tests.db.jobs.asked import WAIT_SECONDS, deliver, later, start, told

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_job_is_done_chunk_by_chunk_with_its_errors_by_row() -> None:
    job = start([1, 2, 13], [4], actor=None)
    assert told(job) == {"state": "queued", "total": 4, "done": 0, "failed": 0}
    assert deliver() == 2
    assert told(job) == {"state": "done", "total": 4, "done": 3, "failed": 1}
    assert job.result == {"counts": {"counted": 3}}
    assert job.started_at is not None and job.finished_at is not None
    first = job.chunks.get(ordinal=0)
    assert first.errors == [{"row": 2, "code": "unlucky", "detail": "13 is unlucky"}]
    assert first.result == {"counts": {"counted": 2}, "sum": 7}
    assert not AuditEntry.objects.exists()  # nobody asked


def test_nothing_to_do_is_done_at_once() -> None:
    assert told(start())["state"] == "done"


def test_an_unknown_kind_is_no_job() -> None:
    with pytest.raises(UnknownKindError):
        job_start(kind="other", key="", parts=[])
    assert not Job.objects.exists()


def test_one_lives_at_a_time_of_a_kind_and_key() -> None:
    first = start([1])
    with pytest.raises(JobLiveError) as refused:
        start([2])
    assert refused.value.job == first
    start([2], key="another")
    deliver()
    start([2])


def test_of_two_workers_one_takes_a_chunk() -> None:
    chunk = start([1]).chunks.get()
    barrier = Barrier(4)

    def take(number: int) -> bool:
        barrier.wait(WAIT_SECONDS)
        try:
            name, now = f"w{number}", timezone.now()
            return chunk_take(chunk_id=chunk.pk, worker=name, now=now) is not None
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(take, range(4))) == 1
    chunk.refresh_from_db()
    assert (chunk.state, chunk.attempts) == ("running", 1)


def test_two_workers_that_finish_at_once_end_the_job() -> None:
    job = start([1], [13])
    now = timezone.now()
    held = [
        chunk_take(chunk_id=pk, worker=str(pk), now=now)
        for pk in job.chunks.values_list("pk", flat=True)
    ]
    barrier = Barrier(2)

    def finish(chunk: JobChunk | None) -> bool:
        assert chunk is not None
        outcome = job_kinds.work(chunk)
        barrier.wait(WAIT_SECONDS)
        try:
            return chunk_done(chunk=chunk, outcome=outcome, now=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(finish, held)) == [True, True]
    assert told(job) == {"state": "done", "total": 2, "done": 1, "failed": 1}


def test_what_raises_is_tried_again_and_given_up() -> None:
    job = start([1], [-1, 5])
    assert deliver() == 2
    for attempts in range(1, ledger.MAX_ATTEMPTS):
        chunk = job.chunks.get(ordinal=1)
        assert (chunk.state, chunk.attempts) == ("queued", attempts)
        reap()
        assert deliver() == 0  # not at once
        later()
        reap()
        assert deliver() == 1
    assert told(job) == {"state": "failed", "total": 3, "done": 1, "failed": 2}
    assert job.chunks.get(ordinal=1).errors == [
        {"row": None, "code": "crashed", "detail": "RuntimeError: minus one"}
    ]
    later()
    reap()
    assert deliver() == 0
