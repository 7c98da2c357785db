"""The pages of long work."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.views import exports
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.models import Job, JobChunk, User
from factcheck.operations.roles import Role
from tests.db.fakes import LineEngine
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada(client: Client, db: None) -> User:
    user: User = UserFactory(username="nia", role=Role.EDITOR)
    client.force_login(user)
    return user


def job_of(user: User | None, state: str = "queued", **columns: Any) -> Job:
    job = Job.objects.create(
        kind="import", key=f"{user}", requested_by=user, total=8, **columns
    )
    error = {"row": 2, "code": "invalid", "detail": "title: not a <text>"}
    JobChunk.objects.create(job=job, ordinal=0, rows=3, state="done", errors=[error])
    JobChunk.objects.create(job=job, ordinal=1, rows=5, state=state)
    return job


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_the_list_shows_ones_own(client: Client, ada: User) -> None:
    own, other = job_of(ada), job_of(None)
    text = page(client, "/jobs/")
    assert f"/jobs/{own.pk}/" in text
    assert f"/jobs/{other.pk}/" not in text
    client.force_login(UserFactory(role=Role.CURATOR))
    assert f"/jobs/{other.pk}/" in page(client, "/jobs/")


def test_a_list_without_jobs_says_so(client: Client, ada: User) -> None:
    assert "No jobs yet" in page(client, "/jobs/")


def test_a_job_and_what_changes_of_it(client: Client, ada: User) -> None:
    job = job_of(ada, done=2, failed=1)
    whole, part = (
        page(client, f"/jobs/{job.pk}/"),
        page(client, f"/jobs/{job.pk}/?part"),
    )
    for text in (whole, part):
        assert 'max="8" value="3"' in text
        assert "3 of 8" in text
        assert "Row 3" in text
        assert "title: not a &lt;text&gt;" in text
        assert 'hx-trigger="every 2s"' in text
        assert "Cancel the job" in text
        assert "Resume the job" not in text
    assert "<html" in whole
    assert "<html" not in part


def test_a_job_that_is_over_is_not_looked_at_again(client: Client, ada: User) -> None:
    job = job_of(ada)
    client.post(f"/jobs/{job.pk}/cancel/")
    text = page(client, f"/jobs/{job.pk}/")
    assert "hx-trigger" not in text.partition('id="job"')[2]
    assert "Cancel the job" not in text
    assert "Resume the job" in text


def test_cancel_and_resume(client: Client, ada: User) -> None:
    job = job_of(ada)
    for act, state in (("cancel", "cancelled"), ("resume", "queued")):
        answer = client.post(f"/jobs/{job.pk}/{act}/", follow=True)
        assert answer.redirect_chain[-1][0] == f"/jobs/{job.pk}/"
        assert Job.objects.get().state == state
        again = client.post(f"/jobs/{job.pk}/{act}/", follow=True).content.decode()
        assert "changed meanwhile" in again
    client.post(f"/jobs/{job.pk}/cancel/")
    Job.objects.create(kind=job.kind, key=job.key)
    again = client.post(f"/jobs/{job.pk}/resume/", follow=True).content.decode()
    assert "Another job of this kind is running." in again


def test_the_jobs_of_others_are_not_there(client: Client, ada: User) -> None:
    job = job_of(UserFactory())
    for act in ("", "file/"):
        page(client, f"/jobs/{job.pk}/{act}", 404)
    for act in ("cancel", "resume"):
        assert client.post(f"/jobs/{job.pk}/{act}/").status_code == 404
    assert Job.objects.get().state == "queued"


def test_a_long_file_is_made_by_a_job(
    newsroom: Newsroom, client: Client, ada: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "CLAIMS_AT_ONCE", 0)
    answer = client.get("/claims.csv?relation=conflict", follow=True)
    assert answer.redirect_chain == [("/exports/?relation=conflict", 302)]
    assert b"Make a table" in answer.content
    asked = {"query": "relation=conflict", "format": "csv"}
    answer = client.post("/exports/", asked, follow=True)
    job = Job.objects.get()
    assert answer.redirect_chain[-1][0] == f"/jobs/{job.pk}/"
    page(client, f"/jobs/{job.pk}/file/", 410)
    run_chunk.call(job.chunks.get().pk)
    assert f"/jobs/{job.pk}/file/" in page(client, f"/jobs/{job.pk}/")
    answer = client.get(f"/jobs/{job.pk}/file/")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeffclaim,title")
    assert answer.headers["Cache-Control"] == "private, no-store"
    client.force_login(UserFactory(role=Role.CURATOR))
    page(client, f"/jobs/{job.pk}/file/", 410)


def test_a_format_that_is_none(client: Client, ada: User) -> None:
    assert client.post("/exports/", {"format": "pdf"}).status_code == 400
    assert not Job.objects.exists()


@pytest.mark.parametrize("role", [Role.CURATOR, Role.SENIOR_EDITOR])
def test_a_curator_has_everything_read_again(
    newsroom: Newsroom, client: Client, role: Role, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.jobs.relinking.load_engine", LineEngine)
    client.force_login(UserFactory(role=role))
    answer = client.post("/relink/")
    if role is not Role.CURATOR:
        assert answer.status_code == 403
        assert not Job.objects.exists()
        return
    job = Job.objects.get()
    assert answer.headers["Location"] == f"/jobs/{job.pk}/"
    assert job.total > 0
    assert "being done already" in client.post("/relink/", follow=True).content.decode()
    for pk in job.chunks.values_list("pk", flat=True):
        run_chunk.call(pk)
    job.refresh_from_db()
    assert (job.state, job.done) == ("done", job.total)
    client.post("/relink/")
    assert Job.objects.latest("pk").total == 0
