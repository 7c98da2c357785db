"""An import by workers: nothing is lost and nothing is there twice, whoever dies."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from claims.engine import load_engine
from claims.jobs import importing
from claims.jobs.importing import import_start
from claims.models import BlockKey, Link, ProcessingRun, Statement
from factcheck.operations.jobs import job_cancel
from factcheck.operations.models import AuditEntry, Job, JobChunk
from factcheck.operations.roles import Role
from sources.models import Article, ArticleVersion, Outlet
from tests.db.job_kinds import HELD
from tests.db.workers import WAIT_SECONDS, manage, redis_server, until
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = 30
ROWS_A_CHUNK = 5
TOWNS = ("Harwick", "Selby Quay", "Northmere", "Oldbridge", "Carrow", "Pellstone")


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "ROWS_A_CHUNK", ROWS_A_CHUNK)


def text_of(number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    return (
        f"The council of {town} closed {40 + number} schools on 3 March 2024.\n\n"
        f"Mayor Edith Larkin of {town} said the repairs would cost ${number + 2} "
        "million.\n\n"
        f"About {120 + number} teachers will move to other schools in the county."
    )


def rows(*, bad: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    return [
        {
            "external_id": f"row-{number}",
            "outlet": f"Paper {number % 4}",
            "title": f"Schools {number}",
            "text": "" if number in bad else text_of(number),
            "published": "2024-03-04",
            "language": "en",
        }
        for number in range(ROWS)
    ]


def printed() -> int:
    """Statements that the engine cuts from the texts of all rows."""
    engine = load_engine()
    return sum(len(engine.extract(text_of(number))) for number in range(ROWS))


def is_over(job: Job) -> bool:
    return Job.objects.get(pk=job.pk).state not in ("queued", "running")


def in_the_middle(job: Job) -> bool:
    """A chunk is done, and of the next some articles are stored."""
    done = Job.objects.get(pk=job.pk).done
    return done > 0 and Article.objects.count() > done


def leases_over() -> None:
    """A minute later: of what was running, and of what the queue was to bring."""
    past = timezone.now() - timedelta(seconds=1)
    JobChunk.objects.exclude(lease_until=None).update(lease_until=past)


def links() -> list[tuple[Any, ...]]:
    return sorted(
        Link.objects.values_list(
            "low__words_hash", "high__words_hash", "relation", "engine_rule"
        )
    )


def assert_all_is_there_once(job: Job, *, actor: str) -> None:
    job.refresh_from_db()
    assert (job.state, job.total, job.done, job.failed) == ("done", ROWS, ROWS, 0)
    assert job.result["counts"]["created"] == ROWS
    assert "unchanged" not in job.result["counts"]
    assert Article.objects.count() == ArticleVersion.objects.count() == ROWS
    assert Outlet.objects.count() == 4
    assert (
        Statement.objects.count() == Statement.objects.filter(state="printed").count()
    )
    assert Statement.objects.count() == job.result["counts"]["statements"]
    assert ProcessingRun.objects.filter(finished_at__isnull=False).count() == ROWS
    assert ProcessingRun.objects.count() == ROWS
    for verb in ("article.create", "article.version"):
        entries = AuditEntry.objects.filter(verb=verb)
        assert entries.count() == ROWS
        assert set(entries.values_list("actor_name", flat=True)) == {actor}
        assert entries.values("target_id").distinct().count() == ROWS


def test_a_worker_is_killed_in_the_middle(tmp_path: Path) -> None:
    ada = UserFactory(username="ada", role=Role.EDITOR)
    job = import_start(rows=rows(), actor=ada)
    with manage("worker", data=tmp_path, schedule="factcheck.schedule") as worker:
        until(lambda: in_the_middle(job), "a chunk that is half done")
        worker.kill()
        worker.wait()
    stored = Article.objects.count()
    assert 0 < stored < ROWS
    assert job.chunks.filter(state="running").count() == 1
    leases_over()
    with manage("worker", data=tmp_path, schedule="factcheck.schedule"):
        until(lambda: is_over(job), "the end of the import")
    assert_all_is_there_once(job, actor="ada")
    assert Statement.objects.count() == printed()
    assert job.chunks.filter(attempts=2).count() == 1
    # The same links as without a crash, and the keys by which partners are found.
    before, keys = links(), BlockKey.objects.count()
    assert before
    ProcessingRun.objects.update(finished_at=None)
    again = import_start(rows=rows(), actor=ada)
    with manage("worker", "--batch", data=tmp_path, schedule="factcheck.schedule") as w:
        assert w.wait(WAIT_SECONDS) == 0
    again.refresh_from_db()
    assert again.result["counts"]["unchanged"] == ROWS
    assert (links(), BlockKey.objects.count()) == (before, keys)


@pytest.mark.parametrize("with_redis", [False, True], ids=["database", "redis"])
def test_two_workers_share_an_import_and_one_is_killed(
    tmp_path: Path, *, with_redis: bool
) -> None:
    with ExitStack() as stack:
        url = stack.enter_context(redis_server()) if with_redis else ""
        job = import_start(rows=rows(), actor=None)
        if with_redis:  # have a worker itself put it into Redis
            JobChunk.objects.update(lease_until=None)
        given: dict[str, Any] = {
            "data": tmp_path,
            "redis": url,
            "schedule": "tests.db.line_schedule",
        }
        first = stack.enter_context(manage("worker", **given))
        stack.enter_context(manage("worker", **given))
        until(lambda: Job.objects.get().done > 0, "a chunk that is done")
        first.kill()
        first.wait()
        leases_over()
        until(lambda: is_over(job), "the end of the import")
    assert_all_is_there_once(job, actor="system")


def test_cancelled_in_the_middle_and_resumed_by_the_command(tmp_path: Path) -> None:
    job = import_start(rows=rows(), actor=None)
    with manage("worker", data=tmp_path, schedule="tests.db.held_schedule"):
        until((tmp_path / f"begun {HELD}").exists, "the chunk that holds on")
        job_cancel(job=job, actor=None)
        (tmp_path / "go on").touch()
        until(lambda: is_over(job), "the end of what was begun")
    job.refresh_from_db()
    assert (job.state, job.done) == ("cancelled", ROWS_A_CHUNK * (HELD + 1))
    assert Article.objects.count() == job.done
    given: dict[str, Any] = {"data": tmp_path, "schedule": "tests.db.line_schedule"}
    with manage("jobs", str(job.pk), "--resume", **given) as resume:
        assert resume.wait(WAIT_SECONDS) == 0
    with manage("worker", "--batch", **given) as worker:
        assert worker.wait(WAIT_SECONDS) == 0
    assert_all_is_there_once(job, actor="system")


def test_rows_that_are_refused_stop_no_other(tmp_path: Path) -> None:
    job = import_start(rows=rows(bad=(0, 7, 29)), actor=None)
    given: dict[str, Any] = {"data": tmp_path, "schedule": "tests.db.line_schedule"}
    with manage("worker", "--batch", **given) as worker:
        assert worker.wait(WAIT_SECONDS) == 0
    job.refresh_from_db()
    assert (job.state, job.done, job.failed) == ("done", ROWS - 3, 3)
    errors = [error for chunk in job.chunks.all() for error in chunk.errors]
    assert [(error["row"], error["code"]) for error in errors] == [
        (0, "invalid"),
        (7, "invalid"),
        (29, "invalid"),
    ]
    assert {error["detail"] for error in errors} == {"empty text"}
    assert Article.objects.count() == ROWS - 3
