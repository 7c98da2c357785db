"""The ledger of jobs: each chunk is done once, and nothing is waited for in vain."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs import (
    JobLiveError,
    JobStateError,
    job_cancel,
    job_resume,
    job_start,
    jobs_visible_to,
    ledger,
    queue,
    tidy,
)
from factcheck.operations.jobs.kinds import UnknownKindError
from factcheck.operations.jobs.ledger import chunk_done, chunk_take, lease_renew
from factcheck.operations.jobs.queue import chunks_enqueue, run_chunk
from factcheck.operations.jobs.reaper import reap
from factcheck.operations.models import AuditEntry, Job, JobChunk
from factcheck.operations.roles import Role
from tests.db import job_kinds
from tests.db.job_kinds import parts
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WAIT_SECONDS = 20


@pytest.fixture(autouse=True)
def kinds(settings: Any) -> Iterator[None]:
    settings.SCHEDULE = "tests.db.job_kinds"
    yield
    job_kinds.calls.clear()
    job_kinds.meanwhile.clear()


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


def states(job: Job) -> list[str]:
    return list(job.chunks.order_by("ordinal").values_list("state", flat=True))


def later(**columns: Any) -> None:
    """Every lease is over."""
    past = timezone.now() - timedelta(seconds=1)
    JobChunk.objects.exclude(lease_until=None).update(lease_until=past, **columns)


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


def test_what_the_queue_lost_is_brought_again() -> None:
    job = start([1], [2])
    DBTaskResult.objects.all().delete()
    reap()
    assert deliver() == 0  # it may still come
    later()
    reap()
    assert deliver() == 2
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


def test_cancelled_in_the_middle_and_resumed() -> None:
    actor = UserFactory(role=Role.EDITOR)
    job = start([1], [2], [3], actor=actor)

    def cancel(chunk: JobChunk) -> None:
        if chunk.ordinal == 1:
            assert job_cancel(job=Job.objects.get(), actor=actor).state == "running"

    job_kinds.meanwhile.append(cancel)
    deliver()
    assert states(job) == ["done", "done", "cancelled"]
    assert told(job) == {"state": "cancelled", "total": 3, "done": 2, "failed": 0}
    job_kinds.meanwhile.clear()
    with pytest.raises(JobStateError):
        job_cancel(job=job, actor=actor)
    job_resume(job=job, actor=actor)
    deliver()
    assert job_kinds.calls == [0, 1, 2]
    assert told(job) == {"state": "done", "total": 3, "done": 3, "failed": 0}
    verbs = list(AuditEntry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["job.start", "job.cancel", "job.resume"]


def test_cancelled_before_it_began() -> None:
    actor = UserFactory(role=Role.EDITOR)
    job = start([1], actor=actor)
    assert job_cancel(job=job, actor=actor).state == "cancelled"
    deliver()
    assert job_kinds.calls == []


def test_a_chunk_that_fails_after_cancelling_is_not_waited_for() -> None:
    job = start([-1], [1])

    def cancel(chunk: JobChunk) -> None:
        job_cancel(job=Job.objects.get(), actor=None)

    job_kinds.meanwhile.append(cancel)
    deliver()
    reap()
    assert states(job) == ["cancelled", "cancelled"]
    assert told(job)["state"] == "cancelled"


def test_resume_does_what_was_given_up_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger, "MAX_ATTEMPTS", 1)
    job = start([1, 13], [-1, 5])
    deliver()
    assert told(job) == {"state": "failed", "total": 4, "done": 1, "failed": 3}
    job.chunks.filter(ordinal=1).update(payload={"numbers": [4, 5]})
    job_resume(job=job, actor=None)
    assert told(job) == {"state": "queued", "total": 4, "done": 1, "failed": 1}
    deliver()
    assert job_kinds.calls == [0, 1, 1]
    assert told(job) == {"state": "done", "total": 4, "done": 3, "failed": 1}
    with pytest.raises(JobStateError):
        job_resume(job=job, actor=None)


def test_what_cannot_go_on_beside_another() -> None:
    job = start([1])
    job_cancel(job=job, actor=None)
    other = start([2])
    with pytest.raises(JobLiveError) as refused:
        job_resume(job=job, actor=None)
    assert refused.value.job == other
    assert told(job)["state"] == "cancelled"


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.READER, False),
        (Role.EDITOR, False),
        (Role.SENIOR_EDITOR, False),
        (Role.CURATOR, True),
        (Role.ADMINISTRATOR, True),
    ],
)
def test_who_sees_and_steers_the_jobs_of_others(role: Role, *, sees: bool) -> None:
    own = UserFactory(role=Role.EDITOR)
    other = UserFactory(role=role)
    job = start([1], actor=own)
    assert list(jobs_visible_to(own)) == [job]
    assert list(jobs_visible_to(other)) == [job] * sees
    if sees:
        assert job_cancel(job=job, actor=other).state == "cancelled"
        return
    for act in (job_cancel, job_resume):
        with pytest.raises(PermissionDenied):
            act(job=job, actor=other)
    assert told(job)["state"] == "queued"


def test_nothing_is_told_to_the_queue_before_it_is_stored() -> None:
    with transaction.atomic():
        start([1])
        assert not DBTaskResult.objects.exists()
    assert DBTaskResult.objects.count() == 1


@pytest.mark.parametrize(
    ("asked", "days", "stays"),
    [(False, 1, True), (False, 3, False), (True, 3, True), (True, 91, False)],
)
def test_what_is_old_goes(*, asked: bool, days: int, stays: bool) -> None:
    actor = UserFactory(role=Role.EDITOR) if asked else None
    job = start([1], actor=actor)
    deliver()
    at = timezone.now() - timedelta(days=days)
    Job.objects.filter(pk=job.pk).update(finished_at=at)
    live = start([1], key="live")
    Job.objects.filter(pk=live.pk).update(created_at=at)
    DBTaskResult.objects.update(enqueued_at=at)
    tidy.tidy()
    assert Job.objects.filter(pk=job.pk).exists() is stays
    assert Job.objects.filter(pk=live.pk).exists()
    assert DBTaskResult.objects.exists() is (days < 2)
