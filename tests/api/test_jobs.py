"""/jobs/: who sees which, how far it is, cancel and resume; /exports/."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from claims.jobs.exporting import export_claims
from factcheck.operations.jobs.ledger import chunk_done, chunk_failed, chunk_take
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.jobs.tidy import tidy
from factcheck.operations.models import AuditEntry, Job, JobChunk, User
from factcheck.operations.roles import Role
from tests.api.asking import Api, refused, token_for
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(db: None) -> User:
    user: User = UserFactory(username="ada", role=Role.EDITOR)
    return user


def job_of(user: User | None, *, kind: str = "import", chunks: int = 2) -> Job:
    job = Job.objects.create(kind=kind, key=f"{kind} {user}", requested_by=user)
    for ordinal in range(chunks):
        JobChunk.objects.create(job=job, ordinal=ordinal, rows=5)
    Job.objects.filter(pk=job.pk).update(total=5 * chunks)
    return job


def test_how_far_a_job_is(ada: User) -> None:
    job = job_of(ada)
    api = Api(token_for(ada, "read"))
    told = api.one(f"jobs/{job.pk}/")
    assert (told["state"], told["progress"], told["file"]) == ("queued", 0.0, None)
    chunk = chunk_take(chunk_id=job.chunks.all()[0].pk, worker="w", now=timezone.now())
    assert chunk is not None
    JobChunk.objects.filter(pk=chunk.pk).update(attempts=3)
    chunk.attempts = 3
    chunk_failed(chunk=chunk, code="crashed", detail="oh", now=timezone.now())
    told = api.one(f"jobs/{job.pk}/")
    assert (told["state"], told["progress"], told["failed"]) == ("running", 0.5, 5)
    assert told["errors"] == [{"row": None, "code": "crashed", "detail": "oh"}]
    assert "errors" not in api.rows("jobs/")[0]


@pytest.mark.parametrize(
    ("role", "sees"),
    [(role, role in {Role.CURATOR, Role.ADMINISTRATOR}) for role in Role],
)
def test_who_sees_the_jobs_of_others(ada: User, role: Role, *, sees: bool) -> None:
    own = job_of(ada)
    job_of(None, kind="deliver")
    other = UserFactory(role=role)
    mine = job_of(other, kind="export")
    api = Api(token_for(other, "read", "ingest", "review", "curate"))
    assert len(api.ids("jobs/")) == (3 if sees else 1)
    assert api.ids("jobs/", kind="export") == [mine.pk]
    assert api.get(f"jobs/{own.pk}/").status_code == (200 if sees else 404)
    answer = api.post(f"jobs/{own.pk}/cancel/", {})
    assert answer.status_code == (200 if sees else 404)
    assert Job.objects.get(pk=own.pk).state == ("cancelled" if sees else "queued")


def test_nobody_sees_jobs(ada: User, public: Api) -> None:
    job = job_of(ada)
    assert public.rows("jobs/") == []
    refused(public.get(f"jobs/{job.pk}/"), 404)
    refused(public.post(f"jobs/{job.pk}/cancel/", {}), 401)


@pytest.mark.parametrize(
    ("kind", "scope"), [("import", "ingest"), ("export", "read"), ("relink", "curate")]
)
def test_a_token_steers_what_it_could_have_started(
    ada: User, kind: str, scope: str
) -> None:
    job = job_of(ada, kind=kind)
    others = {"read", "ingest", "review", "curate"} - {scope}
    refused(Api(token_for(ada, *others)).post(f"jobs/{job.pk}/cancel/", {}), 403)
    api = Api(token_for(ada, scope))
    assert api.post(f"jobs/{job.pk}/cancel/", {}).json()["state"] == "cancelled"
    assert api.post(f"jobs/{job.pk}/resume/", {}).json()["state"] == "queued"
    told = AuditEntry.objects.filter(target_type="operations.job").order_by("pk")
    assert list(told.values_list("verb", flat=True)) == ["job.cancel", "job.resume"]
    assert all(told.values_list("token_key", flat=True))


def test_what_is_over_is_not_cancelled_and_what_lives_not_resumed(ada: User) -> None:
    job = job_of(ada)
    api = Api(token_for(ada, "ingest"))
    problem = refused(api.post(f"jobs/{job.pk}/resume/", {}), 409)
    assert problem["current"] == {"id": job.pk, "state": "queued"}
    api.post(f"jobs/{job.pk}/cancel/", {})
    refused(api.post(f"jobs/{job.pk}/cancel/", {}), 409)
    other = Job.objects.create(kind=job.kind, key=job.key)
    problem = refused(api.post(f"jobs/{job.pk}/resume/", {}), 409)
    assert problem["current"]["id"] == other.pk


@pytest.mark.parametrize("pk", ["0", "9" * 40])
def test_no_such_job(ada: User, pk: str) -> None:
    api = Api(token_for(ada, "read", "curate"))
    refused(api.get(f"jobs/{pk}/"), 404)
    refused(api.post(f"jobs/{pk}/cancel/", {}), 404)


def exported(api: Api, **asked: Any) -> tuple[Job, Any]:
    answer = api.post("exports/", asked)
    assert answer.status_code == 202, answer.content
    job = Job.objects.get(pk=answer.json()["id"])
    for pk in job.chunks.values_list("pk", flat=True):
        run_chunk.call(pk)
    return job, api.one(f"jobs/{job.pk}/")


def body_of(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode()


def test_a_file_of_claims_is_for_who_asked(newsroom: Newsroom, editor: Api) -> None:
    job, told = exported(editor, format="csv")
    assert (told["state"], told["done"]) == ("done", told["total"])
    assert told["file"].endswith(f"/api/v1/jobs/{job.pk}/file/")
    answer = editor.get(f"jobs/{job.pk}/file/")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].endswith('.csv"')
    editors_own = body_of(answer)
    editor.client.force_login(newsroom.editor)
    assert editors_own == body_of(editor.client.get("/claims.csv"))
    curator = Api(token_for(UserFactory(role=Role.CURATOR), "read"))
    assert curator.one(f"jobs/{job.pk}/")["file"] is None
    refused(curator.get(f"jobs/{job.pk}/file/"), 404)


@pytest.mark.parametrize(
    "query", ["relation=conflict", "relation=conflict&state=&page=2&since="]
)
def test_json_lines_say_the_same(newsroom: Newsroom, editor: Api, query: str) -> None:
    job, _ = exported(editor, format="jsonl", query=query)
    lines = body_of(editor.get(f"jobs/{job.pk}/file/")).splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows
    assert {row["finding"] for row in rows} == {"conflict"}
    assert all(isinstance(row["outlets"], int) for row in rows)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"format": "pdf"},
        *(
            {"format": "csv", "query": query}
            for query in (
                "x" * 3_000,
                "relatoin=conflict",
                "relation=conflicts",
                "relation=conflict&relation=conflicts",
                "?relation=conflict",
                "since=06/10/2025",
                "outlet=quay",
                "q=%00",
            )
        ),
    ],
)
def test_no_such_file(editor: Api, asked: dict[str, str]) -> None:
    refused(editor.post("exports/", asked), 400)
    assert not Job.objects.exists()


def test_a_file_goes_after_a_week(newsroom: Newsroom, editor: Api) -> None:
    job, _ = exported(editor, format="csv")
    past = timezone.now() - timedelta(days=8)
    Job.objects.filter(pk=job.pk).update(finished_at=past)
    assert editor.one(f"jobs/{job.pk}/")["file"] is None
    refused(editor.get(f"jobs/{job.pk}/file/"), 404)
    tidy()
    assert set(job.chunks.values_list("result", flat=True)[0]) == set()


def test_a_part_that_is_written_twice_is_there_once(
    newsroom: Newsroom, editor: Api
) -> None:
    answer = editor.post("exports/", {"format": "csv"})
    job = Job.objects.get(pk=answer.json()["id"])
    now = timezone.now()
    dead = chunk_take(chunk_id=job.chunks.get().pk, worker="dead", now=now)
    assert dead is not None
    export_claims(dead)
    JobChunk.objects.update(state="queued")
    run_chunk.call(dead.pk)
    assert not chunk_done(chunk=dead, outcome=export_claims(dead), now=now)
    lines = body_of(editor.get(f"jobs/{job.pk}/file/")).splitlines()
    assert len(lines) == len(set(lines)) == job.total + 1
