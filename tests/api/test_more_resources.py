"""Versions, facets, verdicts, comments and saved searches, and who may see which."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from claims.facets.types import Kind
from claims.models import By, SavedSearch, Statement, StatementFacet
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from sources.models import Article
from tests.api.asking import Api, refused, token_for
from tests.factories import (
    ArticleVersionFactory,
    CommentFactory,
    FacetFactory,
    RatingFactory,
    UserFactory,
    VerdictFactory,
)
from tests.web.newsroom import Newsroom

NOW = timezone.now()


def program(user: User) -> Api:
    return Api(token_for(user, "read"))


def test_versions_of_an_article(newsroom: Newsroom, public: Api) -> None:
    tide = newsroom.tide
    later = ArticleVersionFactory(article=tide, number=2, text="The strait is open.")
    rows = public.rows("versions/", article=tide.external_id)
    assert [row["number"] for row in rows] == [1, 2]
    assert "text" not in rows[0]
    row = public.one(f"versions/{later.pk}/")
    assert (row["text"], row["article_id"]) == ("The strait is open.", tide.pk)
    assert row["captured_at"].endswith("Z")
    expanded = public.one(f"articles/{tide.pk}/?expand=versions")["expanded"]
    assert expanded["versions"] == rows
    assert public.ids("versions/", q="strait open", number=2) == [later.pk]


def test_the_versions_of_a_withdrawn_article_are_gone(
    newsroom: Newsroom, public: Api
) -> None:
    version = newsroom.tide.current_version_id
    Article.objects.filter(pk=newsroom.tide.pk).update(
        withdrawn_at=NOW, withdrawn_reason="by order"
    )
    refused(public.get(f"versions/{version}/"), 404)
    assert version not in public.ids("versions/")
    assert "Tidewater" not in str(public.rows("facets/"))


def test_facets_are_those_of_their_statements(newsroom: Newsroom, public: Api) -> None:
    rows = public.rows("facets/")
    by_statement = {row["id"]: row["facets"] for row in public.rows("statements/")}
    for pk, facets in by_statement.items():
        mine = [
            {name: row[name] for name in row if name in facets[0]}
            for row in rows
            if row["statement"] == pk
        ]
        assert sorted(mine, key=str) == sorted(facets, key=str)
    assert public.one(f"facets/{rows[0]['id']}/") == rows[0]


def test_an_editors_facet_hides_the_engines(newsroom: Newsroom, public: Api) -> None:
    statement = Statement.objects.get(quote__startswith="Mira Dolan and Ketil Oss")
    engine = statement.facets.get(kind="person")
    place = {"start": engine.start, "end": engine.end, "kind": Kind.PERSON.value}
    edited = FacetFactory(statement=statement, by=By.EDITOR, value="aas", **place)
    asked = {"statement": statement.pk, "kind": "person"}
    assert public.ids("facets/", **asked) == [edited.pk]
    refused(public.get(f"facets/{engine.pk}/"), 404)
    StatementFacet.objects.filter(pk=edited.pk).update(value="")
    assert public.rows("facets/", **asked) == []


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ({"kind": "duration"}, {"duration"}),
        ({"kind": "duration", "number_from": "1800.5"}, {"duration"}),
        ({"kind": "duration", "number_to": "-1"}, set()),
        ({"kind": "duration", "outlet": "northern-bell"}, set()),
        ({"kind": "date", "outlet": "northern bell"}, {"date"}),
        ({"day_from": "2031-05-06", "day_to": "2031-05-06"}, {"date"}),
        ({"day_from": "2032-01-01"}, set()),
        ({"by": "editor"}, set()),
        ({"value": "2031-05-06"}, {"date"}),
        ({"q": "nobody wrote this"}, set()),
    ],
)
def test_which_facets(
    query: dict[str, str], kinds: set[str], newsroom: Newsroom, public: Api
) -> None:
    assert {row["kind"] for row in public.rows("facets/", **query)} == kinds


def test_a_verdict_as_readers_and_as_the_house_see_it(
    newsroom: Newsroom, public: Api
) -> None:
    written = {"value": 2, "text": "It was the 5th.", "reasons": "Two saw it."}
    inside = VerdictFactory(claim=newsroom.ban, **written)
    shown = VerdictFactory(claim=newsroom.call, published_at=NOW, **written)
    gone = VerdictFactory(
        claim=newsroom.ferry,
        published_at=NOW,
        withdrawn_at=NOW,
        withdrawn_reason="A wrong outlet.",
        **written,
    )
    assert public.ids("verdicts/") == [shown.pk, gone.pk]
    refused(public.get(f"verdicts/{inside.pk}/"), 404)
    row = public.one(f"verdicts/{shown.pk}/")
    assert (row["text"], row["is_public"]) == ("It was the 5th.", True)
    assert (row["editor"], row["value"], row["reasons"]) == (None, None, "")
    row = public.one(f"verdicts/{gone.pk}/")
    assert (row["text"], row["withdrawn_reason"]) == ("", "A wrong outlet.")
    assert public.ids("verdicts/", q="5th") == [shown.pk]
    member = program(newsroom.reader)
    assert member.ids("verdicts/") == [inside.pk, shown.pk, gone.pk]
    row = member.one(f"verdicts/{inside.pk}/")
    assert (row["value"], row["reasons"]) == (2, "")
    RatingFactory(claim=newsroom.ban, editor=newsroom.editor)
    editor = program(newsroom.editor)
    told = {row["id"]: row["reasons"] for row in editor.rows("verdicts/")}
    assert told == {inside.pk: "Two saw it.", shown.pk: "", gone.pk: ""}
    senior = program(UserFactory(role=Role.SENIOR_EDITOR))
    assert {row["reasons"] for row in senior.rows("verdicts/")} == {"Two saw it."}


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"is_public": "true"}, 1),
        ({"is_public": "false"}, 1),
        ({"label": "settled"}, 2),
        ({"label": "open"}, 0),
        ({"since": "2031-05-01T00:00:00Z"}, 1),
        ({"until": "2031-05-01T02:00:00+02:00"}, 0),
        ({"since": "2031-05-01T02:00:00+02:00"}, 1),
    ],
)
def test_which_verdicts(
    query: dict[str, str], number: int, newsroom: Newsroom, editor: Api
) -> None:
    VerdictFactory(claim=newsroom.call, published_at="2031-05-01T00:00:00Z")
    VerdictFactory(claim=newsroom.ban)
    assert len(editor.rows("verdicts/", **query)) == number


def test_comments_are_blind(newsroom: Newsroom, editor: Api, public: Api) -> None:
    theirs = CommentFactory(claim=newsroom.call, author=newsroom.other, body="A hunch.")
    mine = CommentFactory(claim=newsroom.ban, author=newsroom.editor, body="Mine.")
    for blind in (public, program(newsroom.reader)):
        assert blind.get("comments/", count=1).json()["count"] == 0
        refused(blind.get(f"comments/{theirs.pk}/"), 404)
    assert editor.ids("comments/") == [mine.pk]
    assert editor.rows("comments/", q="hunch") == []
    RatingFactory(claim=newsroom.call, editor=newsroom.editor)
    assert editor.ids("comments/", ordering="-id") == [mine.pk, theirs.pk]
    row = editor.one(f"comments/{theirs.pk}/")
    assert (row["author"], row["body"]) == ("jo", "A hunch.")
    assert editor.ids("comments/", author="jo", claim=newsroom.call.pk) == [theirs.pk]


def test_saved_searches(newsroom: Newsroom, editor: Api, public: Api) -> None:
    keep = SavedSearch.objects.create
    mine = keep(owner=newsroom.editor, name="Mine", query="relation=conflict")
    shared = keep(owner=newsroom.other, name="Ferries", shared=True)
    private = keep(owner=newsroom.other, name="Secret")
    assert editor.ids("searches/") == [mine.pk, shared.pk]
    assert editor.ids("searches/", ordering="name") == [shared.pk, mine.pk]
    assert editor.ids("searches/", owner="jo") == [shared.pk]
    assert editor.one(f"searches/{mine.pk}/") == {
        "id": mine.pk,
        "name": "Mine",
        "query": "relation=conflict",
        "shared": False,
        "owner": "ada",
    }
    refused(editor.get(f"searches/{private.pk}/"), 404)
    assert public.rows("searches/") == []


@pytest.mark.parametrize(
    "moment",
    [
        "2031-05-01",
        "2031-05-01T00:00:00",
        "0295-02-28T10:13:43+23:50",
        "9999-12-31T23:59:59-23:59",
        "1899-12-31T00:00:00Z",
        "yesterday",
        "2031-05-01T00:00:00+99:00",
    ],
)
def test_what_is_no_moment(moment: str, newsroom: Newsroom, public: Api) -> None:
    for path in ("ratings/", "verdicts/", "comments/", "versions/"):
        said: Any = refused(public.get(path, since=moment), 400)["errors"]
        assert [error["attr"] for error in said] == ["since"]


def test_a_moment_is_one_whatever_its_offset(newsroom: Newsroom, public: Api) -> None:
    at = newsroom.tide.current_version.captured_at
    later = at + timedelta(hours=1)
    for since, found in ((at, True), (later, False)):
        rows = public.ids("versions/", since=since.isoformat().replace("+00:00", "Z"))
        assert (newsroom.tide.current_version_id in rows) is found


@pytest.mark.django_db
def test_a_facet_by_its_whole_value(editor: Api) -> None:
    longest = "v" * 200
    rows = [FacetFactory(value=longest + more) for more in ("", "v", "vv" * 2_000)]
    assert editor.ids("facets/", value=longest) == [rows[0].pk]
    assert editor.ids("facets/", value="v" * 199) == []
