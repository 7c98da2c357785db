"""Several articles in one request: an answer for each row, or a job."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from claims.api.articles import NewArticleSerializer
from claims.jobs import importing
from claims.models import Statement
from claims.services.withdrawal import withdraw
from factcheck.operations.jobs.ledger import chunk_done, chunk_take
from factcheck.operations.models import AuditEntry, Job, JobChunk, Token
from factcheck.operations.roles import Role
from sources.models import Article
from sources.services import SUBMISSION_FIELDS
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.fakes import LineEngine
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def present(monkeypatch: pytest.MonkeyPatch, lines: LineEngine) -> None:
    now = timezone.now().replace(year=2031, month=6, day=1)
    monkeypatch.setattr("sources.services.submission.timezone.now", lambda: now)


@pytest.fixture
def sender(db: None) -> Api:
    user = UserFactory(username="ada", role=Role.EDITOR)
    return Api(token_for(user, "ingest", "read"))


def row(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "external_id": f"row-{number}",
        "outlet": f"Paper {number}",
        "text": f"Mill closed {40 + number % 2}",
        "published": "2031-03-12",
        "language": "en",
        **changes,
    }


@pytest.mark.parametrize("enveloped", [False, True])
def test_each_row_has_its_answer(sender: Api, *, enveloped: bool) -> None:
    rows: list[Any] = [row(0), row(1, text=""), {}, row(2), row(0)]
    answer = sender.post("articles/", {"articles": rows} if enveloped else rows)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert told["dry_run"] is False
    assert told["counts"] == {"created": 2, "refused": 2, "unchanged": 1}
    found = [(each["row"], each["stored"], each["code"]) for each in told["results"]]
    assert found == [
        (0, "created", ""),
        (1, "refused", "invalid"),
        (2, "refused", "invalid"),
        (3, "created", ""),
        (4, "unchanged", ""),
    ]
    assert told["results"][1]["reason"] == "empty text"
    first = Article.objects.get(external_id="row-0")
    assert told["results"][0]["article"] == first.pk
    assert told["results"][0]["url"].endswith(f"/api/v1/articles/{first.pk}/")
    assert [each["statements"] for each in told["results"]] == [1, 0, 0, 1, 1]
    entries = AuditEntry.objects.filter(verb="article.create")
    assert list(entries.values_list("actor_name", flat=True)) == ["ada"] * 2


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "Mill", "html": "<p>Mill</p>"}, "html: send text or html, not both"),
        ({"title": 3}, "title: not a text"),
        ({"published": "2031-13-01"}, "impossible date"),
        ({"outlet": "", "url": ""}, "no outlet"),
        ({"text": "\x00"}, "binary"),
        ({"publised": "2031-03-12"}, "'publised': there is no such field"),
        ({"\x00": 1}, "'\\x00': there is no such field"),
        ({"parsed": {"external_id": "forged"}}, "'parsed': there is no such field"),
        ({"parsed": 5}, "'parsed': there is no such field"),
    ],
)
def test_what_is_wrong_with_a_row(
    sender: Api, changes: dict[str, Any], reason: str
) -> None:
    answer = sender.post("articles/", [row(0), row(1, **changes)])
    first, second = answer.json()["results"]
    assert (first["stored"], second["stored"]) == ("created", "refused")
    assert second["reason"].startswith(reason)
    assert Article.objects.count() == 1


def test_two_versions_of_one_article_in_a_row(sender: Api) -> None:
    answer = sender.post("articles/", [row(0), row(0, text="Mill closed 7")])
    told = [each["stored"] for each in answer.json()["results"]]
    assert told == ["created", "new version"]
    assert Statement.objects.filter(state="printed").count() == 1


def test_a_withdrawn_article_stays_as_it_is(sender: Api, lines: LineEngine) -> None:
    sender.post("articles/", row(0))
    article = Article.objects.get()
    curator = UserFactory(role=Role.CURATOR)
    withdraw(actor=curator, article=article, reason="wrong", engine=lines)
    (told,) = sender.post("articles/", [row(0, text="Mill closed 7")]).json()["results"]
    assert (told["stored"], told["code"]) == ("refused", "withdrawn")
    assert article.versions.count() == 1


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("articles/?dry_run=true", [row(0), row(1, text="")]),
        ("articles/?dry_run=1", {"articles": [row(0), row(1, text="")]}),
        ("articles/", {"articles": [row(0), row(1, text="")], "dry_run": True}),
    ],
)
def test_a_trial_writes_nothing(sender: Api, path: str, body: Any) -> None:
    told = sender.post(path, body).json()
    assert told["dry_run"] is True
    assert [each["stored"] for each in told["results"]] == ["created", "refused"]
    assert not Article.objects.exists()
    assert not AuditEntry.objects.filter(verb__startswith="article").exists()


def test_a_trial_of_one(sender: Api) -> None:
    sender.post("articles/", row(0))
    told = sender.post("articles/?dry_run=true", row(0)).json()
    assert [each["stored"] for each in told["results"]] == ["unchanged"]


def test_every_entry_tells_of_the_token(sender: Api) -> None:
    token = Token.objects.get()
    sender.post("articles/", row(0))
    sender.post("articles/", [row(0, title="Another"), row(1)])
    sender.post("articles/", [row(number) for number in range(2, 13)])
    Token.objects.all().delete()  # revoked before a worker came to it
    importing.import_rows(JobChunk.objects.select_related("job").get())
    entries = AuditEntry.objects.exclude(actor=None).exclude(verb="token.create")
    assert set(entries.values_list("verb", "token_key")) == {
        (verb, token.token_key)
        for verb in (
            "article.create",
            "article.update",
            "article.version",
            "job.start",
            "outlet.create",
        )
    }
    assert entries.filter(verb="article.create").count() == 13


@pytest.mark.parametrize("number", [10, 11, 40])
def test_many_become_a_job(sender: Api, number: int) -> None:
    answer = sender.post("articles/", [row(each) for each in range(number)])
    if number == 10:
        assert answer.status_code == 200
        return
    assert answer.status_code == 202
    told = answer.json()
    job = Job.objects.get()
    assert answer.headers["Location"].endswith(f"/api/v1/jobs/{job.pk}/")
    assert (told["kind"], told["state"], told["total"]) == ("import", "queued", number)
    assert told["requested_by"] == "ada"
    assert not Article.objects.exists()
    assert sender.one(f"jobs/{job.pk}/")["errors"] == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "Mill closed\x00 7"}, "binary: the text holds NUL characters"),
        ({"title": "\ud800"}, "unknown encoding: the text holds half a character"),
        ({"parsed": 5}, "'parsed': there is no such field"),
        ({"title": 3}, "title: not a text"),
    ],
)
def test_what_no_database_stores_costs_a_job_one_row(
    sender: Api, changes: dict[str, Any], reason: str
) -> None:
    rows = [row(each) for each in range(11)]
    answer = sender.post("articles/", [*rows, row(11, **changes)])
    assert answer.status_code == 202, answer.content
    waiting = JobChunk.objects.get()
    chunk = chunk_take(chunk_id=waiting.pk, worker="one", now=timezone.now())
    assert chunk is not None
    outcome = importing.import_rows(chunk)
    assert outcome.counts["created"] == 11
    assert [(error.row, error.code) for error in outcome.errors] == [(11, "invalid")]
    assert outcome.errors[0].detail.startswith(reason)
    assert chunk_done(chunk=chunk, outcome=outcome, now=timezone.now())


def test_every_field_of_an_article_is_one_of_a_row() -> None:
    assert set(NewArticleSerializer().fields) == SUBMISSION_FIELDS


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("articles/", [], "articles"),
        ("articles/", {"articles": []}, "articles"),
        ("articles/", {"articles": "Mill"}, "articles"),
        ("articles/", {"articles": [row(0), "Mill"]}, "articles"),
        ("articles/", [row(0), [], None], "articles"),
        ("articles/", {"articles": [row(0)], "text": "Mill"}, "text"),
        ("articles/", {"articles": [row(0)], "dry_run": "yes"}, "dry_run"),
        ("articles/?dry_run=perhaps", [row(0)], "dry_run"),
        ("articles/", [row(0)] * 1_001, "articles"),
    ],
)
def test_what_is_no_list_of_articles(
    sender: Api, path: str, body: Any, field: str
) -> None:
    assert set(complaints(sender.post(path, body))) == {field}
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("role", "scopes"), [(Role.READER, ["ingest"]), (Role.EDITOR, ["read", "review"])]
)
def test_who_may_not(role: Role, scopes: list[str]) -> None:
    api = Api(token_for(UserFactory(role=role), *scopes))
    for body in ([row(0)], [row(each) for each in range(11)]):
        refused(api.post("articles/", body), 403)
        refused(api.post("articles/?dry_run=true", body), 403)
    assert not Job.objects.exists()
