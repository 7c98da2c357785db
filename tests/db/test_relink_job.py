"""The job "relink", what a command hands over, and the command `jobs`."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.jobs import importing, relinking
from claims.models import Link, ProcessingRun, Statement
from claims.services.pipeline import process_version
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.models import Job
from sources.models import Article
from sources.services import parsed_pack, parsed_unpack, submission_parse
from tests.db.fakes import LineEngine, print_text, publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (importing, relinking):
        engine = LineEngine(version="lines 2")
        monkeypatch.setattr(module, "load_engine", lambda engine=engine: engine)


def worked(job: Job) -> Job:
    for pk in job.chunks.order_by("ordinal").values_list("pk", flat=True):
        run_chunk.call(pk)
    job.refresh_from_db()
    return job


def run_command(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_every_text_is_read_by_the_new_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relinking, "ROWS_A_CHUNK", 2)
    for number in range(5):
        publish(f"Mill closed {number % 2}", engine=LineEngine())
    links = set(Link.objects.values_list("low", "high", "relation"))
    run_command("relink")
    job = Job.objects.get()
    assert (job.kind, job.total, job.chunks.count()) == ("relink", 5, 3)
    with pytest.raises(CommandError, match="does it already"):
        run_command("relink")
    job = worked(job)
    assert (job.state, job.done) == ("done", 5)
    assert job.result["counts"]["read"] == 5
    assert ProcessingRun.objects.filter(engine_version="lines 2").count() == 5
    assert set(Link.objects.values_list("low", "high", "relation")) == links
    versions = Statement.objects.values_list("engine_version", flat=True)
    assert set(versions) == {"lines 2"}
    run_command("relink")
    assert Job.objects.latest("pk").total == 0


def test_what_was_read_meanwhile_is_not_read_again() -> None:
    version = print_text("Mill closed 40")
    run_command("relink")
    job = Job.objects.get()
    process_version(version, engine=LineEngine(version="lines 2"))
    assert worked(job).result["counts"] == {"read": 0, "read before": 1}


def test_a_text_that_cannot_be_read_is_told_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    print_text("Mill closed 40")
    print_text("Ferry sank 2")

    class Failing(LineEngine):
        def extract(self, text: str, **more: Any) -> list[Any]:
            if text.startswith("Ferry"):
                raise RuntimeError("too deep")
            return LineEngine.extract(self, text, **more)

    monkeypatch.setattr(relinking, "load_engine", Failing)
    run_command("relink")
    job = worked(Job.objects.get())
    assert (job.state, job.done, job.failed) == ("done", 1, 1)
    (error,) = job.chunks.get().errors
    assert (error["row"], error["code"]) == (1, "unread")
    assert "RuntimeError: too deep" in error["detail"]


def test_an_import_is_handed_over_and_gives_the_same_articles(tmp_path: Path) -> None:
    rows = [
        {"outlet": "Bell", "text": "Mill closed 40", "published": "2024-03"},
        {
            "external_id": "b",
            "outlet": "Bell",
            "text": "Ferry sank 2",
            "published": "2024-03-04T08:00+02:00",
            "authors": ["A. B."],
        },
        {"external_id": "c", "outlet": "Bell", "text": ""},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    with pytest.raises(CommandError, match="1 not imported"):
        run_command("import_articles", str(path), "--job")
    assert not Article.objects.exists()
    job = worked(Job.objects.get())
    assert (job.state, job.done, job.failed) == ("done", 2, 0)
    assert Statement.objects.count() == 2
    columns = ("external_id", "published_precision", "published_at", "authors")
    stored = list(Article.objects.order_by("pk").values_list(*columns))
    assert stored[1][0] == "b"
    assert stored[0][1] == "month"
    with pytest.raises(CommandError):
        run_command("import_articles", str(path), "--job", "--dry-run")


@pytest.mark.parametrize(
    "fields",
    [
        {"outlet": "Bell", "text": "Mill closed 40"},
        {"external_id": 7, "outlet": "Bell", "text": "x", "published": "2024-03-04"},
        {
            "url": "https://bell.example/a",
            "text": "x",
            "language": "fr",
            "published": "2024-03-04T08:00-05:00",
            "authors": ["A", "B"],
        },
    ],
)
def test_an_article_that_is_sent_on_is_the_same(fields: dict[str, Any]) -> None:
    parsed = submission_parse(fields=fields)
    sent = json.loads(json.dumps(parsed_pack(parsed)))
    assert parsed_unpack(sent) == parsed


def test_the_command_jobs() -> None:
    print_text("Mill closed 40")
    run_command("relink")
    job = Job.objects.get()
    number = str(job.pk)
    assert "relink" in run_command("jobs")
    assert "queued, 0 of 1" in run_command("jobs", number)
    assert "cancelled" in run_command("jobs", number, "--cancel")
    with pytest.raises(CommandError, match="over"):
        run_command("jobs", number, "--cancel")
    with pytest.raises(CommandError, match="is cancelled") as told:
        run_command("jobs", number, "--follow")
    assert told.value.returncode == 1
    run_command("jobs", number, "--resume")
    worked(job)
    assert "done, 1 of 1" in run_command("jobs", number, "--follow")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["99999"], "There is no job"),
        (["9" * 30], "There is no job"),
        (["--cancel"], "Say the number"),
    ],
)
def test_what_the_command_refuses(arguments: list[str], reason: str) -> None:
    with pytest.raises(CommandError, match=reason):
        run_command("jobs", *arguments)
