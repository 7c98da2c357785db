"""`fields` and `expand`: less of a row, or what it leads to."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.asking import Api, complaints
from tests.factories import OutletAliasFactory, PublisherFamilyFactory, VerdictFactory
from tests.web.newsroom import Newsroom


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("claims/", "id"),
        ("claims/", "title, id"),
        ("claims/CALL/", "id,links"),
        ("statements/", "quote,facets"),
        ("outlets/", "slug,aliases"),
        ("articles/", "id,id,published"),
    ],
)
def test_only_what_is_wanted(
    path: str, fields: str, newsroom: Newsroom, public: Api
) -> None:
    path = path.replace("CALL", str(newsroom.call.pk))
    answer = public.get(path, fields=fields).json()
    wanted = {name.strip() for name in fields.split(",")}
    for row in answer.get("results", [answer]):
        assert set(row) == wanted
        whole = (
            public.one(f"{path.partition('/')[0]}/{row['id']}/") if "id" in row else {}
        )
        assert {name: whole.get(name, row[name]) for name in wanted} == row


@pytest.mark.parametrize(
    ("path", "query", "words"),
    [
        ("claims/", {"fields": "stale"}, "Unknown: stale. Known: id, title"),
        ("claims/", {"fields": ""}, "Unknown: nothing"),
        ("claims/", {"fields": "id,"}, "Unknown: nothing"),
        ("claims/", {"fields": "x" * 9_000}, "Unknown: xxx"),
        ("claims/", {"expand": "ratings"}, "Known: statements, links, verdicts."),
        ("claims/", {"expand": "links.statements"}, "Unknown"),
        ("claims/CALL/", {"expand": "outlet"}, "Unknown"),
        ("claims/CALL/", {"state": "open"}, "no such parameter"),
        ("claims/CALL/", {"cursor": "x"}, "no such parameter"),
        ("claims/CALL/", {"page_size": "3"}, "no such parameter"),
    ],
)
def test_what_cannot_be_wanted(
    path: str, query: dict[str, str], words: str, newsroom: Newsroom, public: Api
) -> None:
    path = path.replace("CALL", str(newsroom.call.pk))
    said = complaints(public.get(path, **query))
    assert list(said) == list(query)
    assert words in said[next(iter(query))]


def test_nothing_is_expanded_unless_it_is_asked_for(
    newsroom: Newsroom, public: Api
) -> None:
    assert "expanded" not in public.rows("claims/")[0]


def test_a_claim_with_what_it_leads_to(newsroom: Newsroom, public: Api) -> None:
    verdict = VerdictFactory(claim=newsroom.call, published_at="2031-06-01T00:00:00Z")
    rows = public.rows("claims/", expand="statements,links,verdicts", fields="id")
    assert [set(row) for row in rows] == [{"id", "expanded"}] * 3
    found = {row["id"]: row["expanded"] for row in rows}
    whole = public.one(f"claims/{newsroom.call.pk}/")
    assert found[newsroom.call.pk]["statements"] == whole["statements"]
    assert found[newsroom.call.pk]["links"] == whole["links"]
    assert [row["id"] for row in found[newsroom.call.pk]["verdicts"]] == [verdict.pk]
    assert found[newsroom.ban.pk]["verdicts"] == []
    assert "expanded" not in found[newsroom.call.pk]["verdicts"][0]


@pytest.mark.parametrize(
    ("path", "name", "leads_to"),
    [
        ("outlets/", "family", "families/"),
        ("outlets/", "aliases", "aliases/"),
        ("families/", "outlets", "outlets/"),
        ("aliases/", "outlet", "outlets/"),
        ("statements/", "article", "articles/"),
        ("statements/", "claims", "claims/"),
        ("links/", "statements", "statements/"),
    ],
)
def test_what_is_expanded_is_what_is_there(
    path: str, name: str, leads_to: str, newsroom: Newsroom, public: Api
) -> None:
    outlet = newsroom.tide.outlet
    outlet.family = PublisherFamilyFactory()
    outlet.save()
    OutletAliasFactory(outlet=outlet)
    there = {row["id"]: row for row in public.rows(leads_to)}
    rows = public.rows(path, expand=name)
    found = [each for row in rows for each in as_list(row["expanded"][name])]
    assert found
    assert all(each == there[each["id"]] for each in found)
    row = public.get(f"{path}{rows[0]['id']}/", expand=name).json()
    assert row["expanded"] == rows[0]["expanded"]


def as_list(found: Any) -> list[Any]:
    if isinstance(found, list):
        return found
    return [] if found is None else [found]


def test_what_is_blind_stays_blind(newsroom: Newsroom, public: Api) -> None:
    type(newsroom.call).objects.filter(pk=newsroom.call.pk).update(state="disputed")
    rows = public.rows("statements/", expand="claims")
    states = {each["state"] for row in rows for each in row["expanded"]["claims"]}
    assert states == {"open"}
