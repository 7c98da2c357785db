"""Deciding on links by program: the same rules as on the page, and nobody overruled."""

from __future__ import annotations

from typing import Any

import pytest

from claims.api.acts import base
from claims.models import FacetComparison, Link, Statement
from claims.services.review import link_decide
from factcheck.operations.models import AuditEntry, IdempotencyKey
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.fakes import LineEngine
from tests.web.newsroom import Newsroom


@pytest.fixture
def link(newsroom: Newsroom) -> Link:
    return Link.objects.filter(relation="conflicts").earliest("pk")


@pytest.fixture(autouse=True)
def lines(monkeypatch: pytest.MonkeyPatch) -> LineEngine:
    engine = LineEngine()
    monkeypatch.setattr(base, "load_engine", lambda: engine)
    return engine


def decide(api: Api, link: Link, **body: Any) -> Any:
    return api.post(f"links/{link.pk}/decide/", {"revision": link.revision, **body})


@pytest.mark.parametrize("state", ["confirmed", "rejected", "unsure"])
def test_a_decision(state: str, newsroom: Newsroom, editor: Api, link: Link) -> None:
    answer = decide(editor, link, state=state, reason=" Read both. ")
    assert answer.status_code == 200, answer.content
    row = answer.json()
    assert (row["id"], row["state"], row["by"]) == (link.pk, state, "editor")
    assert row["revision"] == link.revision + 1
    entry = AuditEntry.objects.get(verb="link.decide")
    assert (entry.pk, entry.reason) == (row["change"], "Read both.")
    assert entry.token_key
    assert answer.headers["ETag"] == editor.get(f"links/{link.pk}/").headers["ETag"]


def test_another_relation(editor: Api, link: Link) -> None:
    asked = {"state": "confirmed", "relation": "updates", "direction": -1}
    row = decide(editor, link, **asked).json()
    assert (row["relation"], row["direction"]) == ("updates", -1)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"state"}),
        ({"state": "suggested"}, {"state"}),
        ({"state": "maybe"}, {"state"}),
        ({"state": ["confirmed"]}, {"state"}),
        ({"state": True}, {"state"}),
        ({"state": "confirmed", "relation": "none"}, {"relation"}),
        ({"state": "confirmed", "direction": 1}, {"direction"}),
        (
            {"state": "confirmed", "relation": "conflicts", "direction": 1},
            {"direction"},
        ),
        ({"state": "confirmed", "direction": 0}, {"direction"}),
        ({"state": "confirmed", "revision": 0}, {"revision"}),
        ({"state": "confirmed", "revision": 10**30}, {"revision"}),
        ({"state": "confirmed", "revision": 1.5}, {"revision"}),
        ({"state": "confirmed", "reason": "a\0"}, {"reason"}),
        ({"state": "confirmed", "reason": "x" * 2_001}, {"reason"}),
        ({"state": "confirmed", "reason": {"why": "not"}}, {"reason"}),
        ({"state": "confirmed", "relatoin": "updates"}, {"relatoin"}),
        ({"stat": "confirmed", "x\0": 1}, {"state", "stat", "x\0"}),
        ([], {"non_field_errors"}),
    ],
)
def test_what_is_no_decision(
    body: Any, fields: set[str], editor: Api, link: Link
) -> None:
    if isinstance(body, dict):
        body = {"revision": link.revision, **body}
    answer = editor.post(f"links/{link.pk}/decide/", body)
    assert set(complaints(answer)) == fields
    assert not AuditEntry.objects.filter(verb="link.decide").exists()


def test_somebody_was_quicker(newsroom: Newsroom, editor: Api, link: Link) -> None:
    link_decide(
        actor=newsroom.other, link=link, state="rejected", revision=link.revision
    )
    members = refused(decide(editor, link, state="confirmed"), 409)
    assert members["current"]["state"] == "rejected"
    assert members["current"]["revision"] == link.revision + 1
    link.refresh_from_db()
    assert link.state == "rejected"


def test_if_match_instead_of_a_revision(
    newsroom: Newsroom, editor: Api, link: Link
) -> None:
    etag = editor.get(f"links/{link.pk}/").headers["ETag"]
    path, body = f"links/{link.pk}/decide/", {"state": "unsure"}
    assert refused(editor.post(path, body), 428)["code"] == "precondition_required"
    first = editor.post(path, body, **{"If-Match": etag})
    assert first.status_code == 200, first.content
    late = editor.post(path, {"state": "confirmed"}, **{"If-Match": etag})
    assert refused(late, 412)["current"]["etag"] == first.headers["ETag"]
    now = {"If-Match": first.headers["ETag"]}
    assert editor.post(path, {"state": "confirmed"}, **now).status_code == 200


def test_if_match_counts_beside_a_revision(editor: Api, link: Link) -> None:
    body = {"state": "unsure", "revision": link.revision}
    answer = editor.post(f"links/{link.pk}/decide/", body, **{"If-Match": '"old"'})
    refused(answer, 412)


@pytest.mark.parametrize("pk", ["0", "999999", str(10**30)])
def test_no_such_link(pk: str, editor: Api) -> None:
    body = {"state": "confirmed", "revision": 1}
    refused(editor.post(f"links/{pk}/decide/", body), 404)


def test_a_link_that_is_not_shown(newsroom: Newsroom, editor: Api, link: Link) -> None:
    Statement.objects.filter(pk=link.low_id).update(hidden_by=newsroom.other)
    refused(decide(editor, link, state="confirmed"), 404)


def test_a_facet_is_set_aside(newsroom: Newsroom, editor: Api) -> None:
    row = FacetComparison.objects.filter(level="conflict").earliest("pk")
    shown = editor.one(f"links/{row.link_id}/")
    facet = next(each for each in shown["facets"] if each["level"] == "conflict")
    assert facet["id"] == row.pk
    body = {"facet": row.pk, "revision": shown["revision"]}
    path = f"links/{row.link_id}/set-aside/"
    assert set(complaints(editor.post(path, body))) == {"reason"}
    answer = editor.post(path, {**body, "reason": "Another call."})
    assert answer.status_code == 200, answer.content
    row.refresh_from_db()
    assert (row.level, row.by) == ("not_comparable", "editor")
    elsewhere = FacetComparison.objects.exclude(link=row.link_id).earliest("pk")
    wrong = {"facet": elsewhere.pk, "reason": "x", "revision": shown["revision"] + 1}
    assert set(complaints(editor.post(path, wrong))) == {"facet"}


def test_two_statements_are_linked(newsroom: Newsroom, editor: Api) -> None:
    one = newsroom.call.statements.earliest("pk")
    other = newsroom.ban.statements.earliest("pk")
    body = {"a": other.pk, "b": one.pk, "relation": "updates", "direction": 1}
    answer = editor.post("links/", body)
    assert answer.status_code == 201, answer.content
    row = answer.json()
    low, high = sorted((one.pk, other.pk))
    made = Link.objects.get(low=low, high=high)
    assert (row["id"], row["state"], made.by) == (made.pk, "confirmed", "editor")
    assert made.direction == (1 if one.pk == high else -1)  # b, which is `one`
    assert editor.client.get(answer.headers["Location"]).json()["id"] == made.pk
    again = editor.post("links/", body)
    assert refused(again, 409)["current"]["revision"] == made.revision
    body |= {"relation": "corroborates", "revision": made.revision}
    del body["direction"]
    assert editor.post("links/", body).json()["relation"] == "corroborates"


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"b": 999}, {"b"}),
        ({"a": 10**30}, {"a"}),
        ({"a": "call"}, {"a"}),
        ({"relation": "none"}, {"relation"}),
        ({"relation": None}, {"relation"}),
        ({"later": 1}, {"later"}),
    ],
)
def test_what_is_no_link(
    changes: dict[str, Any], fields: set[str], newsroom: Newsroom, editor: Api
) -> None:
    one, other = newsroom.call.statements.order_by("pk")[:2]
    body = {"a": one.pk, "b": other.pk, "relation": "conflicts", **changes}
    assert set(complaints(editor.post("links/", body))) == fields


def test_a_statement_with_itself(newsroom: Newsroom, editor: Api) -> None:
    one = newsroom.call.statements.earliest("pk")
    body = {"a": one.pk, "b": one.pk, "relation": "conflicts"}
    assert set(complaints(editor.post("links/", body))) == {"b"}


def test_who_may_not(newsroom: Newsroom, public: Api, link: Link) -> None:
    body: dict[str, Any] = {}  # who may not is not told what is wrong with it
    for path in ("links/", f"links/{link.pk}/decide/"):
        refused(public.post(path, body), 401)
        refused(Api(token_for(newsroom.reader, "review")).post(path, body), 403)
        refused(Api(token_for(newsroom.editor, "read", "curate")).post(path, body), 403)


def test_a_token_that_may_not_read_is_told_no_more_than_what_it_did(
    newsroom: Newsroom, link: Link
) -> None:
    answer = decide(Api(token_for(newsroom.editor, "review")), link, state="unsure")
    assert set(answer.json()) == {
        "id",
        "state",
        "relation",
        "direction",
        "by",
        "revision",
        "change",
    }
    assert "ETag" not in answer.headers


def test_twice_with_a_key_is_one_decision(newsroom: Newsroom, link: Link) -> None:
    api = Api(token_for(newsroom.editor, "review"), **{"Idempotency-Key": "k1"})
    first, second = (decide(api, link, state="rejected") for _ in range(2))
    assert first.json() == second.json()
    assert second.headers["Idempotent-Replayed"] == "true"
    assert AuditEntry.objects.filter(verb="link.decide").count() == 1
    assert IdempotencyKey.objects.count() == 1
