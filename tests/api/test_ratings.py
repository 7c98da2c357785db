"""Ratings by program: the same rules as on the page, and blind."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Claim, Rating
from claims.services.refresh import claim_refresh
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom


def program(user: Any, *scopes: str) -> Api:
    return Api(token_for(user, *(scopes or ("read", "review"))))


def test_an_editor_rates(newsroom: Newsroom, editor: Api) -> None:
    body = {"claim": newsroom.call.pk, "value": 2, "rationale": " Two days. "}
    answer = editor.post("ratings/", body)
    assert answer.status_code == 201
    row = answer.json()
    assert (row["editor"], row["value"], row["rationale"]) == ("ada", 2, "Two days.")
    assert (row["round"], row["seq"], row["blind"]) == (1, 1, True)
    assert editor.one(f"ratings/{row['id']}/") == row
    entry = AuditEntry.objects.get(verb="claim.rate")
    assert entry.token_key
    assert entry.actor == newsroom.editor
    again = editor.post("ratings/", {"claim": newsroom.call.pk, "value": 5}).json()
    assert again["seq"] == 2


def test_cannot_tell(newsroom: Newsroom, editor: Api) -> None:
    body = {"claim": newsroom.call.pk, "value": None, "rationale": "No source."}
    assert editor.post("ratings/", body).json()["value"] is None


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"claim", "value"}),
        ({"value": 3}, {"rationale"}),
        ({"value": 3, "rationale": "  "}, {"rationale"}),
        ({"value": None}, {"rationale"}),
        ({"value": 0, "rationale": "x"}, {"value"}),
        ({"value": 6, "rationale": "x"}, {"value"}),
        ({"value": 4.5}, {"value"}),
        ({"value": True}, {"value"}),
        ({"value": "high"}, {"value"}),
        ({"value": 5, "claim": 999}, {"claim"}),
        ({"value": 5, "claim": 10**30}, {"claim"}),
        ({"value": 5, "claim": "call"}, {"claim"}),
        ({"value": 5, "rationale": "x" * 10_001}, {"rationale"}),
        ({"value": 5, "rationale": "a\0"}, {"rationale"}),
    ],
)
def test_what_is_no_rating(
    body: dict[str, Any], fields: set[str], newsroom: Newsroom, editor: Api
) -> None:
    if body and "claim" not in body:
        body = {"claim": newsroom.call.pk, **body}
    assert set(complaints(editor.post("ratings/", body))) == fields
    assert not Rating.objects.exists()


def test_a_claim_that_was_merged(newsroom: Newsroom, editor: Api) -> None:
    Claim.objects.filter(pk=newsroom.ban.pk).update(merged_into=newsroom.call)
    answer = editor.post("ratings/", {"claim": newsroom.ban.pk, "value": 5})
    assert refused(answer, 409)["current"] == {"merged_into": newsroom.call.pk}


def test_who_may_not_rate(newsroom: Newsroom, public: Api) -> None:
    body = {"claim": newsroom.call.pk, "value": 5}
    refused(public.post("ratings/", body), 401)
    refused(program(newsroom.reader).post("ratings/", body), 403)
    refused(program(newsroom.editor, "read", "ingest").post("ratings/", body), 403)
    assert not Rating.objects.exists()


def test_another_rating_is_seen_after_ones_own(
    newsroom: Newsroom, editor: Api, public: Api
) -> None:
    claim_refresh([newsroom.call.pk])  # what is counted anew without a rating …
    before = editor.one(f"claims/{newsroom.call.pk}/")
    theirs = claim_rate(
        actor=newsroom.other, claim=newsroom.call, value=1, rationale="Secret."
    )  # … is the same with one
    path = f"ratings/{theirs.pk}/"
    for blind in (editor, public, program(newsroom.reader)):
        refused(blind.get(path), 404)
        assert (
            blind.get("ratings/", claim=newsroom.call.pk, count=1).json()["count"] == 0
        )
        assert blind.one(f"claims/{newsroom.call.pk}/") == before
    assert editor.post("ratings/", {"claim": newsroom.call.pk, "value": 4}).json()[
        "blind"
    ]
    assert editor.one(path)["rationale"] == "Secret."
    assert len(editor.rows("ratings/", claim=newsroom.call.pk)) == 2
    assert editor.rows("ratings/", claim=newsroom.ban.pk) == []
    assert len(editor.rows("ratings/", round=1)) == 2
    assert editor.rows("ratings/", round=2) == []


def test_that_editors_differ_is_blind_too(
    newsroom: Newsroom, editor: Api, public: Api
) -> None:
    Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed")
    path = f"claims/{newsroom.call.pk}/"
    reader = program(newsroom.reader)
    for blind in (editor, public, reader):
        assert blind.one(path)["state"] == "open"
        assert blind.rows("claims/", state="disputed") == []
        assert newsroom.call.pk in {
            row["id"] for row in blind.rows("claims/", state="open")
        }
    editor.post("ratings/", {"claim": newsroom.call.pk, "value": 4})
    assert editor.one(path)["state"] == "disputed"
    assert len(editor.rows("claims/", state="disputed")) == 1


def test_no_place_is_free(newsroom: Newsroom, editor: Api) -> None:
    for _ in range(2):
        claim_rate(actor=UserFactory(role=Role.EDITOR), claim=newsroom.call, value=5)
    asked = {"claim": newsroom.call.pk, "value": 4}
    problem = refused(editor.post("ratings/", asked), 409)
    assert [slot["slot"] for slot in problem["current"]["slots"]] == [1, 2]
    assert {slot["until"] for slot in problem["current"]["slots"]} == {None}
