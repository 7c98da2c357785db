"""Articles that are sent in: stored, read and linked at once, or refused by field."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from claims.models import Link, ProcessingRun, Statement
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from sources.models import Article, ArticleVersion, Outlet
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.fakes import LineEngine
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SENT = {
    "external_id": "quay-1",
    "outlet": "Quay Sheet",
    "title": "Mill",
    "text": "Mill closed 40\nFerry sank 2",
    "published": "2031-03-12",
    "language": "en",
}


@pytest.fixture(autouse=True)
def present(monkeypatch: pytest.MonkeyPatch, lines: LineEngine) -> None:
    """The invented year has come; every line is a statement."""
    now = timezone.now().replace(year=2031, month=6, day=1)
    monkeypatch.setattr("sources.services.submission.timezone.now", lambda: now)


@pytest.fixture
def sender(db: None) -> Api:
    return Api(token_for(UserFactory(username="ada", role=Role.EDITOR), "ingest"))


def sent(**changes: Any) -> dict[str, Any]:
    return {**SENT, **changes}


def test_an_article_is_stored_read_and_linked(sender: Api) -> None:
    first = sender.post("articles/", SENT)
    assert first.status_code == 201, first.content
    row = first.json()
    assert row["stored"] == "created"
    assert row["counts"] == {"statements": 2, "links": 0, "not_analysed": ""}
    assert (row["text"], row["published"], row["version"]) == (
        SENT["text"],
        "2031-03-12",
        1,
    )
    assert first.headers["Location"].endswith(f"/api/v1/articles/{row['id']}/")
    second = sender.post(
        "articles/",
        sent(external_id="bell-1", outlet="Bell", text="Mill closed 60"),
    )
    assert second.json()["counts"]["links"] == 1
    assert Link.objects.get().relation == "conflicts"
    assert (
        AuditEntry.objects.filter(verb="article.create", actor__username="ada").count()
        == 2
    )


def test_sending_it_twice_changes_nothing(sender: Api) -> None:
    first = sender.post("articles/", SENT).json()
    entries = AuditEntry.objects.count()
    again = sender.post("articles/", SENT)
    assert again.status_code == 200
    assert again.json() == first | {"stored": "unchanged"}
    assert AuditEntry.objects.count() == entries
    assert Statement.objects.count() == 2


@pytest.mark.parametrize("text", ["  Mill closed 40\n", "Mill closed 40\n\n\n"])
def test_white_space_around_it_is_no_new_version(text: str, sender: Api) -> None:
    sender.post("articles/", sent(text=text))
    assert sender.post("articles/", sent(text=text)).json()["stored"] == "unchanged"


def test_a_changed_text_is_the_next_version(sender: Api) -> None:
    sender.post("articles/", SENT)
    answer = sender.post("articles/", sent(text="Mill closed 50\nFerry sank 2"))
    assert answer.status_code == 200
    row = answer.json()
    assert (row["stored"], row["version"]) == ("new version", 2)
    assert ArticleVersion.objects.count() == 2
    assert Statement.objects.filter(state="printed").count() == 2


def test_another_date_is_read_again(sender: Api) -> None:
    sender.post("articles/", SENT)
    answer = sender.post("articles/", sent(published="2031-03-13T08:00+02:00"))
    row = answer.json()
    assert (row["stored"], row["published"]) == ("updated", "2031-03-13T08:00:00+02:00")
    assert ProcessingRun.objects.get().finished_at is not None


def test_a_language_that_is_not_read_is_kept(sender: Api) -> None:
    row = sender.post("articles/", sent(language="fr")).json()
    assert row["counts"] == {"statements": 0, "links": 0, "not_analysed": "fr"}
    assert not Statement.objects.exists()


def test_a_page_tells_what_the_request_does_not(sender: Api) -> None:
    page = (
        "<html lang='en'><head><title>Mill</title></head><body><article><h1>Mill</h1>"
        "<p>Mill closed 40 days ago, and nobody in town knows when it opens.</p>"
        "</article></body></html>"
    )
    body = {"outlet": "Quay Sheet", "html": page, "url": "https://quay.example/a?b=1"}
    row = sender.post("articles/", body).json()
    assert row["url"] == "https://quay.example/a?b=1"
    assert row["external_id"].startswith("submitted-")
    assert "<p>" not in row["text"]
    assert sender.post("articles/", body).json()["stored"] == "unchanged"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"text": ""}, "text", "Send the text"),
        ({"text": None}, "text", "null"),
        ({"text": " \n "}, "text", "Empty text"),
        ({"text": "…!"}, "text", "not one word"),
        ({"text": "a\0b"}, "text", "Null characters"),
        ({"text": "\ud800 word"}, "text", "Surrogate"),
        ({"text": "a\x01b"}, "text", "Binary"),
        ({"text": ["Mill"]}, "text", "valid string"),
        ({"text": "word " * 50_001}, "text", "longer than 250000"),
        ({"html": "<p>Mill closed"}, "html", "not both"),
        ({"outlet": ""}, "outlet", "No outlet"),
        ({"outlet": "x" * 201}, "outlet", "onger than 200"),
        ({"outlet": {"name": "Quay"}}, "outlet", "valid string"),
        ({"title": "x" * 1001}, "title", "onger than 1000"),
        ({"external_id": "x" * 201}, "external_id", "onger than 200"),
        ({"published": "12 March"}, "published", "Impossible date"),
        ({"published": "2031-02-30"}, "published", "Impossible date"),
        ({"published": "0295-02-28T10:13:43+23:50"}, "published", "Impossible date"),
        ({"published": "2099-01-01"}, "published", "Future date"),
        ({"language": "klingon!"}, "language", "no language code"),
        ({"translated_from": "?"}, "translated_from", "no language code"),
        ({"url": "javascript:alert(1)"}, "url", "http"),
        ({"url": "https://a b.example/"}, "url", "no address has"),
        ({"authors": "Orla Venn"}, "authors", "list"),
        ({"authors": ["x"] * 51}, "authors", "short list"),
    ],
)
def test_what_is_wrong_is_said_by_field(
    changes: dict[str, Any], field: str, words: str, sender: Api
) -> None:
    said = complaints(sender.post("articles/", sent(**changes)))
    assert list(said) == [field]
    assert words in said[field]
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.parametrize("body", ["[]", "3", '"Mill"', "null"])
def test_a_body_that_is_no_object(body: str, sender: Api) -> None:
    assert refused(sender.post("articles/", body), 400)


@pytest.mark.parametrize("body", ["{", '{"text": NaN}', "[" * 100_000, b"\xff{}"])
def test_a_body_that_is_no_json(body: str | bytes, sender: Api) -> None:
    members = refused(sender.post("articles/", body), 400)
    assert members["code"] == "parse_error"


def test_a_body_over_the_limit(sender: Api, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    answer = sender.post("articles/", sent(text="word " * 300))
    assert refused(answer, 413)["code"] == "too_large"


def test_the_id_of_another_outlet(sender: Api) -> None:
    sender.post("articles/", SENT)
    answer = sender.post("articles/", sent(outlet="Northern Bell"))
    assert "belongs to another outlet" in refused(answer, 409)["detail"]
    assert not Outlet.objects.filter(name="Northern Bell").exists()


def test_the_address_of_another_article(sender: Api) -> None:
    url = "https://quay.example/mill"
    sender.post("articles/", sent(url=url))
    answer = sender.post("articles/", sent(external_id="quay-2", url=url))
    assert "already the address" in refused(answer, 409)["detail"]


def test_a_withdrawn_article_stays_as_it_is(sender: Api) -> None:
    sender.post("articles/", SENT)
    Article.objects.update(withdrawn_at=timezone.now(), withdrawn_reason="by order")
    answer = sender.post("articles/", sent(text="Mill closed 70"))
    assert "withdrawn" in refused(answer, 409)["detail"]
    assert ArticleVersion.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "scopes"),
    [
        (Role.READER, ["read", "ingest"]),
        (Role.EDITOR, ["read", "review", "curate"]),
        (None, ["ingest"]),
    ],
)
def test_who_may_not_send(role: Role | None, scopes: list[str]) -> None:
    answer = Api(token_for(UserFactory(role=role), *scopes)).post("articles/", SENT)
    refused(answer, 403)
    assert not Article.objects.exists()


def test_nobody_may_not_send_however_public_reading_is(public: Api) -> None:
    refused(public.post("articles/", SENT), 401)


def test_a_session_needs_its_csrf_token() -> None:
    api = Api()
    api.client.handler.enforce_csrf_checks = True
    api.client.force_login(UserFactory(role=Role.EDITOR))
    refused(api.post("articles/", SENT), 403)


def test_what_broke_off_is_finished_the_next_time(
    sender: Api, lines: LineEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_off(*args: object, **options: object) -> None:
        raise RuntimeError("the model is gone")

    with monkeypatch.context() as broken:
        broken.setattr(LineEngine, "extract", break_off)
        members = refused(sender.post("articles/", SENT), 500)
        assert "model" not in str(members)
    assert sender.post("articles/", SENT).json()["counts"]["statements"] == 2
