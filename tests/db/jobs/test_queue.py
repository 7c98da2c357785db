"""What the queue brings and a worker does with it: nothing twice, nothing lost."""

from __future__ import annotations

from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs import queue
from factcheck.operations.jobs.ledger import lease_renew
from factcheck.operations.jobs.queue import chunks_enqueue, run_chunk
from factcheck.operations.jobs.reaper import reap
from factcheck.operations.models import JobChunk
from tests.db import job_kinds
from tests.db.jobs.asked import WAIT_SECONDS, deliver, later, start, told

pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_is_told_to_the_queue_before_it_is_stored() -> None:
    with transaction.atomic():
        start([1])
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.count() == 1


def test_a_job_is_told_to_the_queue_a_window_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queue, "WINDOW", 2)
    job = start([1], [2], [3], [4], [5])
    assert DBTaskResult.objects.count() == 2
    assert chunks_enqueue(job_id=job.pk, now=timezone.now()) == 0
    assert deliver() == 5
    assert job_kinds.calls == [0, 1, 2, 3, 4]
    assert told(job)["state"] == "done"


def test_a_chunk_that_comes_twice_is_done_once() -> None:
    job = start([1])
    chunk = job.chunks.get()
    run_chunk.enqueue(chunk.pk)
    assert deliver() == 2
    assert job_kinds.calls == [0]
    assert told(job)["done"] == 1


def test_a_lease_that_is_renewed_is_not_taken_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A chunk that lasts longer than its lease: a beat comes before the reaper."""
    monkeypatch.setattr(queue, "RENEW_EVERY", timedelta(milliseconds=20))
    renewed = Event()
    renew = lease_renew

    def noted(**given: Any) -> bool:
        held = renew(**given)
        renewed.set()
        return held

    monkeypatch.setattr(queue, "lease_renew", noted)

    def long(chunk: JobChunk) -> None:
        later()
        renewed.clear()
        assert renewed.wait(WAIT_SECONDS)
        reap()
        assert JobChunk.objects.get(pk=chunk.pk).state == "running"

    job_kinds.meanwhile.append(long)
    job = start([1])
    assert deliver() == 1
    assert job_kinds.calls == [0]
    assert told(job)["state"] == "done"


def test_a_queue_that_does_not_answer_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*args: Any) -> None:
        raise ConnectionError("no Redis")

    with monkeypatch.context() as patched:
        patched.setattr(type(run_chunk), "enqueue", refuse)
        job = start([1])
    assert told(job)["state"] == "queued"
    reap()
    assert deliver() == 1
    assert told(job)["state"] == "done"


def test_a_worker_that_is_told_twice_gives_its_chunk_back() -> None:
    def stop(chunk: JobChunk) -> None:
        job_kinds.meanwhile.clear()
        raise SystemExit(1)

    job_kinds.meanwhile.append(stop)
    job = start([1])
    with pytest.raises(SystemExit):
        deliver()
    chunk = job.chunks.get()
    assert (chunk.state, chunk.attempts, chunk.lease_until) == ("queued", 0, None)
    reap()
    assert deliver() == 1
    assert told(job)["state"] == "done"
