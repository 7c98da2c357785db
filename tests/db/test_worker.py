"""Real workers: they stop when told, share one queue, and may be killed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from django.utils import timezone

from factcheck.operations.jobs import Part, job_start
from factcheck.operations.models import Job, JobChunk
from tests.db.workers import WAIT_SECONDS, manage, redis_server, until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def redis() -> Iterator[str]:
    with redis_server() as url:
        yield url


@pytest.fixture(autouse=True)
def kinds(settings: Any) -> None:
    settings.SCHEDULE = "tests.db.job_kinds"


@pytest.fixture(params=["database", "redis"])
def queue(request: pytest.FixtureRequest) -> str:
    """REDIS_URL of the workers. The test itself always enqueues in the database."""
    if request.param == "database":
        return ""
    url: str = request.getfixturevalue("redis")
    return url


def waiting_job(folder: Path, *, chunks: int, queue: str) -> Job:
    parts = [Part({"folder": str(folder)})] * chunks
    job = job_start(kind="wait", key="k", parts=parts)
    if queue:  # have the worker itself put it into Redis
        JobChunk.objects.update(lease_until=None)
    return job


def states(job: Job) -> list[str]:
    return list(job.chunks.order_by("ordinal").values_list("state", flat=True))


def is_done(job: Job) -> bool:
    return Job.objects.get(pk=job.pk).state == "done"


def done_in(folder: Path) -> list[str]:
    return sorted((folder / "done").read_text().split())


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT])
def test_an_idle_worker_stops(
    queue: str, tmp_path: Path, with_signal: signal.Signals
) -> None:
    job = job_start(kind="count", key="", parts=[Part({"numbers": [1]})])
    JobChunk.objects.update(lease_until=None)
    with manage("worker", data=tmp_path, redis=queue) as worker:
        until(lambda: is_done(job), "a worker that works")
        worker.send_signal(with_signal)
        assert worker.wait(WAIT_SECONDS) == 0


def test_a_worker_stops_after_the_present_chunk(queue: str, tmp_path: Path) -> None:
    job = waiting_job(tmp_path, chunks=2, queue=queue)
    with manage("worker", data=tmp_path, redis=queue) as worker:
        until((tmp_path / "begun 0").exists, "a chunk that has begun")
        worker.send_signal(signal.SIGTERM)
        assert states(job) == ["running", "queued"]
        (tmp_path / "go on").touch()
        assert worker.wait(WAIT_SECONDS) == 0
    assert states(job) == ["done", "queued"]
    assert not (tmp_path / "begun 1").exists()


def test_a_worker_that_is_told_twice_stops_at_once(tmp_path: Path, queue: str) -> None:
    job = waiting_job(tmp_path, chunks=1, queue=queue)
    with manage("worker", data=tmp_path, redis=queue) as worker:
        until((tmp_path / "begun 0").exists, "a chunk that has begun")
        worker.send_signal(signal.SIGTERM)
        # RQ takes two signals within a second for one.
        until(lambda: _told_again(worker), "a worker that stopped")
        assert worker.returncode != 0
    chunk = job.chunks.get()
    assert (chunk.state, chunk.attempts) == ("queued", 0)


def _told_again(worker: Any) -> bool:
    worker.send_signal(signal.SIGTERM)
    return worker.poll() is not None


def test_two_workers_work_at_once_and_do_each_chunk_once(
    queue: str, tmp_path: Path
) -> None:
    job = waiting_job(tmp_path, chunks=6, queue=queue)
    with ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(manage("worker", data=tmp_path, redis=queue))
        until(lambda: len(list(tmp_path.glob("begun *"))) == 2, "two at once")
        held = job.chunks.filter(state="running").values_list("worker", flat=True)
        assert len(set(held)) == 2
        (tmp_path / "go on").touch()
        until(lambda: is_done(job), "the end of the job")
    assert done_in(tmp_path) == [str(number) for number in range(6)]


def test_what_a_killed_worker_held_is_done_by_the_next(
    queue: str, tmp_path: Path
) -> None:
    job = waiting_job(tmp_path, chunks=3, queue=queue)
    with manage("worker", data=tmp_path, redis=queue) as worker:
        until((tmp_path / "begun 0").exists, "a chunk that has begun")
        worker.kill()
        worker.wait()
    assert states(job) == ["running", "queued", "queued"]
    (tmp_path / "go on").touch()
    with manage("worker", data=tmp_path, redis=queue):
        until(lambda: states(job)[1:] == ["done", "done"], "what nobody held")
        assert states(job)[0] == "running"  # its lease is not over yet
        JobChunk.objects.filter(state="running").update(
            lease_until=timezone.now() - timedelta(seconds=1)
        )
        until(lambda: is_done(job), "the end of the job")
    assert done_in(tmp_path) == ["0", "1", "2"]


def test_a_batch_ends_when_the_queue_is_empty(queue: str, tmp_path: Path) -> None:
    (tmp_path / "go on").touch()
    job = waiting_job(tmp_path, chunks=2, queue=queue)
    with manage("worker", "--batch", data=tmp_path, redis=queue) as worker:
        assert worker.wait(WAIT_SECONDS) == 0
    assert is_done(job)


def test_a_redis_that_starts_anew_has_forgotten_and_loses_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / "go on").touch()
    with TemporaryDirectory(prefix="redis-") as name, ExitStack() as stack:
        with redis_server(Path(name)) as url:
            worker = stack.enter_context(manage("worker", data=tmp_path, redis=url))
            job = waiting_job(tmp_path, chunks=1, queue=url)
            until(lambda: is_done(job), "a worker that works")
        job = waiting_job(tmp_path, chunks=1, queue=url)
        with redis_server(Path(name)):
            until(lambda: is_done(job), "a worker that works again")
            worker.terminate()
            assert worker.wait(WAIT_SECONDS) == 0


@contextmanager
def bereft_worker(data: Path) -> Iterator[tuple[Any, Path, str]]:
    """A worker whose Redis went away in the middle of a chunk, which it has done since;
    the folder and the address of that Redis.
    """
    with TemporaryDirectory(prefix="redis-") as name, ExitStack() as stack:
        with redis_server(Path(name)) as url:
            worker = stack.enter_context(manage("worker", data=data, redis=url))
            job = waiting_job(data, chunks=1, queue=url)
            until((data / "begun 0").exists, "a chunk that has begun")
        (data / "go on").touch()
        until(lambda: is_done(job), "the chunk, without a queue")
        yield worker, Path(name), url


def test_a_redis_that_goes_away_in_the_middle_of_a_chunk_loses_nothing(
    tmp_path: Path,
) -> None:
    with bereft_worker(tmp_path) as (worker, folder, url):
        job = waiting_job(tmp_path, chunks=1, queue=url)
        with redis_server(folder):
            until(lambda: is_done(job), "a worker that works again")
            worker.terminate()
            assert worker.wait(WAIT_SECONDS) == 0


def test_a_worker_whose_redis_is_away_stops_when_told(tmp_path: Path) -> None:
    with bereft_worker(tmp_path) as (worker, _, _):
        assert worker.stdout is not None
        assert any("looked for again" in line for line in worker.stdout)
        worker.terminate()
        assert worker.wait(WAIT_SECONDS) == 0
