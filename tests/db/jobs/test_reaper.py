"""Whatever got stuck goes on, and what kills its workers is given up."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs import ledger
from factcheck.operations.jobs.ledger import chunk_done, chunk_take
from factcheck.operations.jobs.reaper import reap
from tests.db import job_kinds
from tests.db.jobs.asked import deliver, later, start, told

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_chunk_of_a_dead_worker_is_done_by_another() -> None:
    job = start([1, 13])
    chunk = job.chunks.get()
    dead = chunk_take(chunk_id=chunk.pk, worker="dead", now=timezone.now())
    assert dead is not None
    reap()
    assert deliver() == 1  # the queue brings what the dead one holds
    assert told(job)["state"] == "running"
    later()
    reap()
    assert deliver() == 1
    assert told(job) == {"state": "done", "total": 2, "done": 1, "failed": 1}
    # It was not dead after all, and comes too late.
    late = chunk_done(chunk=dead, outcome=job_kinds.work(dead), now=timezone.now())
    assert late is False
    assert told(job) == {"state": "done", "total": 2, "done": 1, "failed": 1}


def test_the_reaper_gives_up_what_kills_its_workers() -> None:
    job = start([1])
    pk = job.chunks.get().pk
    for attempt in range(ledger.MAX_ATTEMPTS):
        assert chunk_take(chunk_id=pk, worker=f"w{attempt}", now=timezone.now())
        later()
        reap()
    assert told(job) == {"state": "failed", "total": 1, "done": 0, "failed": 1}
    assert job.chunks.get().errors[0]["code"] == "worker_lost"
    assert not chunk_take(chunk_id=pk, worker="w", now=timezone.now())


def test_what_the_queue_lost_is_brought_again() -> None:
    job = start([1], [2])
    DBTaskResult.objects.all().delete()
    reap()
    assert deliver() == 0  # it may still come
    later()
    reap()
    assert deliver() == 2
    assert told(job)["state"] == "done"
