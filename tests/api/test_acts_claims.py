"""Claims by program: made, named, merged, split; comments, assignments, places."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Assignment, Claim, ClaimMember, Comment, Follow, RatingDraft
from factcheck.operations.models import AuditEntry
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom


def inside(claim: Claim) -> list[int]:
    rows = ClaimMember.objects.filter(claim=claim, state="in").order_by("statement")
    return list(rows.values_list("statement", flat=True))


def address(newsroom: Newsroom, act: str) -> str:
    return f"claims/{newsroom.call.pk}/{act}/"


def test_a_claim_is_made(newsroom: Newsroom, editor: Api) -> None:
    ids = inside(newsroom.call)[:1] + inside(newsroom.ban)[:1]
    answer = editor.post("claims/", {"statements": ids, "title": " A  new one "})
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert (row["title"], row["statements"]) == ("A new one", sorted(ids))
    assert editor.client.get(answer.headers["Location"]).json()["id"] == row["id"]
    entry = AuditEntry.objects.get(pk=row["change"])
    assert (entry.verb, entry.actor) == ("claim.create", newsroom.editor)
    assert entry.token_key


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "statements"),
        ({"statements": []}, "statements"),
        ({"statements": [999]}, "statements"),
        ({"statements": [10**30]}, "statements.0"),
        ({"statements": ["a"]}, "statements.0"),
        ({"statements": 1}, "statements"),
        ({"statements": list(range(1, 202))}, "statements"),
    ],
)
def test_what_is_no_claim(
    body: dict[str, Any], field: str, newsroom: Newsroom, editor: Api
) -> None:
    count = Claim.objects.count()
    for path in ("claims/", address(newsroom, "split")):
        assert set(complaints(editor.post(path, body))) == {field}
    assert Claim.objects.count() == count


def test_a_claim_is_split(newsroom: Newsroom, editor: Api) -> None:
    first, *rest = inside(newsroom.call)
    answer = editor.post(address(newsroom, "split"), {"statements": [first]})
    assert answer.status_code == 201, answer.content
    row = answer.json()
    assert row["statements"] == [first]
    assert inside(newsroom.call) == rest
    assert AuditEntry.objects.get(pk=row["change"]).verb == "claim.split"
    again = refused(
        editor.post(address(newsroom, "split"), {"statements": [first]}), 409
    )
    assert again["current"]["members"] == rest
    whole = editor.post(address(newsroom, "split"), {"statements": rest})
    assert set(complaints(whole)) == {"statements"}


def test_a_claim_is_renamed(newsroom: Newsroom, editor: Api) -> None:
    path = address(newsroom, "rename")
    read = editor.get(f"claims/{newsroom.call.pk}/")
    refused(editor.post(path, {"title": "A call"}), 428)
    body = {"title": "A call", "seen": read.json()["title"]}
    answer = editor.post(path, body)
    assert answer.json()["title"] == "A call"
    assert refused(editor.post(path, body), 409)["current"]["title"] == "A call"
    old = {"If-Match": read.headers["ETag"]}
    refused(editor.post(path, {"title": "Another"}, **old), 412)
    now = {"If-Match": answer.headers["ETag"]}
    assert editor.post(path, {"title": "Another"}, **now).json()["title"] == "Another"
    assert set(complaints(editor.post(path, {"title": " ", "seen": ""}))) == {"title"}
    long = {"title": "x" * 501, "seen": ""}
    assert set(complaints(editor.post(path, long))) == {"title"}


def test_claims_are_merged(newsroom: Newsroom, editor: Api) -> None:
    both = sorted(inside(newsroom.call) + inside(newsroom.ban))
    path, body = address(newsroom, "merge"), {"other": newsroom.ban.pk}
    row = editor.post(path, body).json()
    assert (row["id"], row["statements"]) == (newsroom.call.pk, both)
    newsroom.ban.refresh_from_db()
    assert newsroom.ban.merged_into_id == newsroom.call.pk
    members = refused(editor.post(path, body), 409)
    assert members["current"] == {"merged_into": newsroom.call.pk}
    for wrong in (newsroom.call.pk, 999, 0, 10**30, None):
        assert set(complaints(editor.post(path, {"other": wrong}))) == {"other"}


def test_a_statement_is_moved_and_taken_out(newsroom: Newsroom, editor: Api) -> None:
    first, second, *_ = inside(newsroom.call)
    path = address(newsroom, f"statements/{first}/move")
    row = editor.post(path, {"to": newsroom.ban.pk}).json()
    assert first not in row["statements"]
    assert first in inside(newsroom.ban)
    refused(editor.post(path, {"to": newsroom.ban.pk}), 409)
    assert set(complaints(editor.post(path, {"to": 999}))) == {"to"}
    out = editor.post(address(newsroom, f"statements/{second}/remove"), {})
    assert out.json()["statements"] == inside(newsroom.call)
    assert second not in inside(newsroom.call)
    refused(editor.post(address(newsroom, "statements/999/remove"), {}), 404)


def test_a_comment(newsroom: Newsroom, editor: Api) -> None:
    answer = editor.post(address(newsroom, "comment"), {"body": " Ask @jo. "})
    assert answer.status_code == 201
    assert answer.json()["body"] == Comment.objects.get().body == "Ask @jo."
    assert Follow.objects.filter(user=newsroom.editor, claim=newsroom.call).exists()
    for body in ("", "  ", "x" * 5_001, "a\0b", None, ["a"]):
        wrong = editor.post(address(newsroom, "comment"), {"body": body})
        assert set(complaints(wrong)) == {"body"}


def test_following(newsroom: Newsroom, editor: Api) -> None:
    follows = Follow.objects.filter(user=newsroom.editor)
    for act, there in (("follow", True), ("follow", True), ("unfollow", False)):
        answer = editor.post(address(newsroom, act), {})
        assert answer.json()["following"] is there
        assert follows.exists() is there
    refused(editor.post("claims/999/follow/", {}), 404)
    assert set(complaints(editor.post(address(newsroom, "follow"), {"x": 1}))) == {"x"}


def test_assigning(newsroom: Newsroom, editor: Api) -> None:
    other = newsroom.other.username
    path = address(newsroom, "assign")
    row = editor.post(path, {"editor": other, "due": "2099-01-01"}).json()
    assert (row["editor"], row["due"], row["done_at"]) == (other, "2099-01-01", None)
    refused(editor.post(path, {"editor": other}), 409)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"editor": "nobody"}, "editor"),
        ({"editor": newsroom.reader.username}, "editor"),
        ({"editor": newsroom.editor.username, "due": "2001-01-01"}, "due"),
        ({"editor": newsroom.editor.username, "due": "soon"}, "due"),
    ]
    for body, field in wrong:
        assert set(complaints(editor.post(path, body))) == {field}
    back = address(newsroom, f"assignments/{row['id']}/take-back")
    stranger = Api(token_for(UserFactory(role=Role.EDITOR), "review"))
    refused(stranger.post(back, {}), 403)
    assert editor.post(back, {}).json()["done_at"]
    refused(editor.post(back, {}), 409)
    assert Assignment.objects.filter(done_at=None).count() == 0


def test_places(newsroom: Newsroom, editor: Api) -> None:
    row = editor.post(address(newsroom, "slot"), {}).json()
    assert (row["held"], row["slots"]) == (True, 2)
    assert row["until"].endswith("Z")
    for _ in range(1):
        Api(token_for(UserFactory(role=Role.EDITOR), "review")).post(
            address(newsroom, "slot"), {}
        )
    late = Api(token_for(UserFactory(role=Role.EDITOR), "review"))
    members = refused(late.post(address(newsroom, "slot"), {}), 409)
    assert [each["slot"] for each in members["current"]["slots"]] == [1, 2]
    refused(editor.post(address(newsroom, "slot/add"), {"slots": 2}), 403)
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "review"))
    assert senior.post(address(newsroom, "slot/add"), {"slots": 2}).json()["slots"] == 3
    refused(senior.post(address(newsroom, "slot/add"), {"slots": 2}), 409)
    assert late.post(address(newsroom, "slot"), {}).status_code == 200
    assert editor.post(address(newsroom, "slot/release"), {}).json()["held"] is False
    assert editor.post(address(newsroom, "slot/release"), {}).json()["change"] is None


def test_a_draft_is_ones_own(newsroom: Newsroom, editor: Api) -> None:
    path = address(newsroom, "draft")
    body = {"value": "unknown", "rationale": " No source yet "}
    assert editor.post(path, body).json()["rationale"] == " No source yet "
    assert editor.one(path)["value"] == "unknown"
    other = Api(token_for(newsroom.other, "read", "review"))
    assert other.one(path) == {
        "claim": newsroom.call.pk,
        "value": "",
        "rationale": "",
        "at": None,
    }
    refused(Api(token_for(newsroom.editor, "review")).get(path), 403)
    assert set(complaints(editor.post(path, {"value": 6}))) == {"value"}
    editor.post(path, {})
    assert not RatingDraft.objects.exists()


@pytest.mark.parametrize(
    ("act", "scope"),
    [
        ("merge", "review"),
        ("split", "review"),
        ("rename", "review"),
        ("comment", "curate"),
    ],
)
def test_each_act_has_its_scope(act: str, scope: str, newsroom: Newsroom) -> None:
    api = Api(token_for(newsroom.editor, "read", "ingest", scope))
    refused(api.post(address(newsroom, act), {}), 403)
