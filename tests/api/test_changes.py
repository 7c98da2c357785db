"""/changes/: what history tells, one after the other, and nothing that is blind."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Link
from claims.services.comments import claim_comment
from claims.services.review import claim_rate, link_decide
from claims.services.searches import search_save
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import Article
from tests.api.asking import ROOT, Api, complaints, refused, token_for
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom


def program(user: User, *scopes: str) -> Api:
    return Api(token_for(user, *(scopes or ("read",))))


def decided(newsroom: Newsroom, state: str = "rejected") -> AuditEntry:
    link = Link.objects.order_by("revision", "pk")[0]
    link_decide(actor=newsroom.other, link=link, state=state, revision=link.revision)
    return AuditEntry.objects.latest("pk")


def verbs(api: Api, **query: Any) -> list[str]:
    rows = api.rows("changes/", **query)
    return [row["verb"] for row in rows if not row["verb"].startswith("token.")]


def test_an_act_as_history_tells_it(newsroom: Newsroom) -> None:
    senior = program(UserFactory(role=Role.ADMINISTRATOR))
    entry = decided(newsroom)
    (row,) = senior.rows("changes/", about="link")
    assert row == {
        "id": entry.pk,
        "at": row["at"],
        "actor": "jo",
        "by_program": False,
        "verb": "link.decide",
        "said": "rejected the link",
        "about": "link",
        "number": entry.target_id,
        "reason": "",
        "part_of": None,
        "undoes": None,
        "changed": [{"what": "state", "before": "suggested", "after": "rejected"}],
        "moved": [],
    }
    assert row["at"].endswith("Z")


def test_following(newsroom: Newsroom, editor: Api) -> None:
    seen: list[int] = []
    url = f"{ROOT}changes/?page_size=2&about=link"
    for number in (0, 3, 0, 1):
        acts = [decided(newsroom).pk for _ in range(number)]
        before = len(seen)
        while True:
            page = editor.client.get(url).json()
            seen += [row["id"] for row in page["results"]]
            url = page["next"]
            if not page["more"]:
                break
        assert seen[before:] == acts
    again = editor.client.get(url).json()
    assert (again["results"], again["more"]) == ([], False)
    assert again["next"] == url


def test_nothing_of_blind_ratings(newsroom: Newsroom, editor: Api) -> None:
    call = newsroom.call
    claim_rate(actor=newsroom.other, claim=call, value=1, rationale="Two days differ.")
    claim_comment(actor=newsroom.other, claim=call, body="A hunch of mine.")
    text = editor.get("changes/").content.decode()
    assert "claim.rate" not in text
    assert "claim.comment" not in text
    editor = program(newsroom.editor, "read", "review")
    editor.post("ratings/", {"claim": call.pk, "value": 5})
    shown = verbs(editor)
    assert shown.count("claim.rate") == 2
    assert "claim.comment" in shown
    text = editor.get("changes/").content.decode()
    assert "Two days differ" not in text
    assert "A hunch" not in text


def test_what_is_anothers_own(newsroom: Newsroom, editor: Api) -> None:
    search_save(actor=newsroom.other, name="Secret list", query="")
    assert "search.save" not in verbs(editor)
    assert "Secret" not in editor.get("changes/").content.decode()
    search_save(actor=newsroom.editor, name="Mine", query="")
    assert "search.save" in verbs(editor)


def test_accounts_and_tokens_are_for_administrators(
    newsroom: Newsroom, editor: Api
) -> None:
    token_for(newsroom.other, "read")
    mine = {row["actor"] for row in editor.rows("changes/", verb="token.create")}
    assert mine <= {"ada"}
    chief = program(UserFactory(role=Role.ADMINISTRATOR))
    everybody = {row["actor"] for row in chief.rows("changes/", verb="token.create")}
    assert everybody >= {"jo", "ada"}


def test_nothing_of_a_withdrawn_article(newsroom: Newsroom, editor: Api) -> None:
    tide = newsroom.tide
    AuditEntry.objects.create(
        verb="article.update",
        actor_name="jo",
        target_type="sources.article",
        target_id=str(tide.pk),
        before={"title": "Old words"},
        after={"title": "New words"},
    )
    assert "New words" in editor.get("changes/").content.decode()
    Article.objects.filter(pk=tide.pk).update(
        withdrawn_at=timezone.now(), withdrawn_reason="by order"
    )
    (row,) = editor.rows("changes/", about="article")
    assert (row["verb"], row["changed"]) == ("article.update", [])


def test_who_may_follow(newsroom: Newsroom, public: Api) -> None:
    refused(public.get("changes/"), 401)
    refused(program(newsroom.reader).get("changes/"), 403)
    refused(program(newsroom.editor, "review").get("changes/"), 403)
    refused(program(newsroom.editor).get("changes/1/"), 404)
    assert program(newsroom.editor).get("changes/").status_code == 200


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"verb": "link.decide"}, 2),
        ({"verb": "link"}, 0),
        ({"about": "link", "actor": "jo"}, 2),
        ({"actor": "ada", "about": "link"}, 0),
        ({"about": "claim"}, 0),
        ({"since": "2199-01-01T00:00:00Z"}, 0),
        ({"until": "2199-01-01T00:00:00Z", "about": "link"}, 2),
        ({"q": "nobody said so"}, 0),
    ],
)
def test_which_changes(
    query: dict[str, str], number: int, newsroom: Newsroom, editor: Api
) -> None:
    for _ in range(2):
        decided(newsroom)
    assert len(editor.rows("changes/", **query)) == number


@pytest.mark.parametrize(
    "query",
    [
        {"ordering": "-id"},
        {"cursor": "x"},
        {"about": "rating"},
        {"expand": "actor"},
        {"fields": "before"},
        {"since": "yesterday"},
        {"after": "7"},
    ],
)
def test_what_cannot_be_asked(
    query: dict[str, str], newsroom: Newsroom, editor: Api
) -> None:
    assert list(complaints(editor.get("changes/", **query))) == list(query)


@pytest.mark.usefixtures("uncounted")
def test_changes_cost_the_same_however_many(newsroom: Newsroom, editor: Api) -> None:
    counts = []
    for _ in range(3):
        decided(newsroom)
        decided(newsroom)
        editor.get("changes/")  # what is new has its place, the token's use is noted
        with CaptureQueriesContext(connection) as captured:
            assert editor.get("changes/").status_code == 200
        counts.append(len(captured))
    assert len(set(counts)) == 1
