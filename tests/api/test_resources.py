"""What the lists and rows hold, and how they are filtered."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from claims.facets.types import Kind
from claims.models import By, Claim, ClaimMember, Link, Statement
from sources.models import Article
from tests.api.asking import Api, refused
from tests.factories import (
    ClaimFactory,
    FacetFactory,
    HopFactory,
    NameFactory,
    OutletAliasFactory,
    PublisherFamilyFactory,
)
from tests.web.newsroom import Newsroom


def statement_of(words: str) -> Statement:
    return Statement.objects.get(quote__startswith=words)


def test_an_outlet(newsroom: Newsroom, public: Api) -> None:
    outlet = newsroom.tide.outlet
    outlet.family = PublisherFamilyFactory(name="Gull Group")
    outlet.save()
    OutletAliasFactory(outlet=outlet, kind="domain", value="tidewater.example")
    row = public.one(f"outlets/{outlet.pk}/")
    assert (row["name"], row["slug"], row["family"]) == (
        "Tidewater Gazette",
        "tidewater-gazette",
        "Gull Group",
    )
    assert row["aliases"] == ["tidewater.example"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"q": "bell"}, ["Northern Bell"]),
        ({"q": "tidewater.example"}, ["Tidewater Gazette"]),
        ({"q": "nobody"}, []),
        ({"country": "no"}, ["Northern Bell"]),
        ({"is_wire": "true"}, []),
    ],
)
def test_which_outlets(
    query: dict[str, str], names: list[str], newsroom: Newsroom, public: Api
) -> None:
    OutletAliasFactory(
        outlet=newsroom.tide.outlet, kind="domain", value="tidewater.example"
    )
    bell = statement_of("The two ministers").article.outlet
    bell.country = "NO"
    bell.save()
    assert [row["name"] for row in public.rows("outlets/", **query)] == names


@pytest.mark.parametrize("path", ["outlets/", "aliases/"])
@pytest.mark.parametrize("by", ["name", "number", "slug"])
def test_an_outlet_or_family_by_name_or_number(
    path: str, by: str, newsroom: Newsroom, public: Api
) -> None:
    outlet = newsroom.tide.outlet
    outlet.family = PublisherFamilyFactory(name="Gull Group")
    outlet.save()
    OutletAliasFactory(outlet=outlet, kind="domain", value="tidewater.example")
    OutletAliasFactory(kind="domain", value="other.example")
    named = {
        "outlets/": {"name": "gull group", "number": outlet.family.pk, "slug": "Gull"},
        "aliases/": {
            "name": "tidewater gazette",
            "number": outlet.pk,
            "slug": outlet.slug,
        },
    }[path]
    name = {"outlets/": "family", "aliases/": "outlet"}[path]
    found = public.rows(path, **{name: named[by]})
    assert len(found) == (0 if (path, by) == ("outlets/", "slug") else 1)


@pytest.mark.parametrize(
    ("columns", "printed"),
    [
        ({"published_precision": "none", "published_date": None}, None),
        ({"published_precision": "month", "published_date": "2031-05-01"}, "2031-05"),
        ({"published_precision": "day", "published_date": "2031-05-10"}, "2031-05-10"),
        (
            {
                "published_precision": "minute",
                "published_date": "2031-05-10",
                "published_at": datetime(2031, 5, 9, 23, 5, tzinfo=UTC),
                "utc_offset_minutes": 90,
            },
            "2031-05-10T00:35:00+01:30",
        ),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(
    columns: dict[str, Any], printed: str | None, newsroom: Newsroom, public: Api
) -> None:
    Article.objects.filter(pk=newsroom.tide.pk).update(**columns)
    assert public.one(f"articles/{newsroom.tide.pk}/")["published"] == printed


def test_an_article_is_read_with_its_text(newsroom: Newsroom, public: Api) -> None:
    listed = public.rows("articles/", external_id=newsroom.tide.external_id)
    assert [row["id"] for row in listed] == [newsroom.tide.pk]
    assert "text" not in listed[0]
    row = public.one(f"articles/{newsroom.tide.pk}/")
    assert row == listed[0] | {"text": newsroom.tide.current_version.text}


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"outlet": "tidewater-gazette"}, 1),
        ({"outlet": "Tidewater Gazette"}, 1),
        ({"outlet": "Tidewater"}, 0),
        ({"published_from": "2031-05-12"}, 2),
        ({"published_to": "2031-05-12"}, 2),
        ({"published_from": "2031-05-11", "published_to": "2031-05-13"}, 1),
        ({"language": "EN"}, 3),
        ({"q": "across"}, 1),
    ],
)
def test_which_articles(
    query: dict[str, str], number: int, newsroom: Newsroom, public: Api
) -> None:
    assert len(public.rows("articles/", **query)) == number


def test_a_statement(newsroom: Newsroom, public: Api) -> None:
    statement = statement_of("Mira Dolan and Ketil Aas")
    row = public.one(f"statements/{statement.pk}/")
    article = public.one(f"articles/{newsroom.tide.pk}/")
    assert article["text"][row["start"] : row["end"]] == row["quote"]
    assert row["article"] == newsroom.tide.external_id
    assert row["outlet"] == "Tidewater Gazette"
    assert row["origin"] == "Dolan’s office"
    assert row["claims"] == [newsroom.call.pk]
    assert [hop["speaker"] for hop in row["attribution"]] == ["Dolan’s office"]
    (duration,) = [f for f in row["facets"] if f["kind"] == "duration"]
    assert duration["number"] == "1800"
    assert row["quote"][duration["start"] : duration["end"]] == "about half an hour"
    assert not {"frames", "words_hash"} & set(row)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (Decimal("2500000000"), "2500000000"),
        (Decimal("0.25"), "0.25"),
        (Decimal("-1E+3"), "-1000"),
        (Decimal(0), "0"),
        (None, None),
    ],
)
def test_no_digit_is_lost(
    number: Decimal | None, printed: str | None, newsroom: Newsroom, public: Api
) -> None:
    statement = statement_of("Fishing boats may not")
    FacetFactory(statement=statement, kind="amount", number=number)
    facets = public.one(f"statements/{statement.pk}/")["facets"]
    assert [f["number"] for f in facets if f["kind"] == "amount"] == [printed]


def test_what_an_editor_says_holds(newsroom: Newsroom, public: Api) -> None:
    statement = statement_of("Mira Dolan and Ketil Oss")
    engine = statement.facets.get(kind="person")
    FacetFactory(
        statement=statement,
        by=By.EDITOR,
        kind=Kind.PERSON.value,
        start=engine.start,
        end=engine.end,
        text=engine.text,
        value="ketil aas",
        name=NameFactory(canonical="Ketil Aas"),
    )
    HopFactory(statement=statement, speaker="the engine")
    HopFactory(statement=statement, by=By.EDITOR, speaker="the editor")
    row = public.one(f"statements/{statement.pk}/")
    people = [f for f in row["facets"] if f["kind"] == "person"]
    assert [(f["by"], f["value"], f["name"]) for f in people] == [
        ("editor", "ketil aas", "Ketil Aas")
    ]
    assert [hop["speaker"] for hop in row["attribution"]] == ["the editor"]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({"kind": "duration"}, 2),
        ({"kind": "polarity"}, 2),
        ({"outlet": "salt-crier"}, 2),
        ({"outlet": "salt crier", "kind": "date"}, 1),
        ({"q": "ferry"}, 2),
        ({"state": "orphaned"}, 0),
        ({"event_from": "2031-05-06", "event_to": "2031-05-06"}, 1),
        ({"event_to": "2031-05-05"}, 2),
        ({"event_from": "2031-05-07"}, 0),
    ],
)
def test_which_statements(
    query: dict[str, str], number: int, newsroom: Newsroom, public: Api
) -> None:
    assert len(public.rows("statements/", **query)) == number


def test_the_statements_of_a_claim(newsroom: Newsroom, public: Api) -> None:
    call = newsroom.call
    assert len(public.rows("statements/", claim=call.pk)) == 3
    out = ClaimMember.objects.filter(claim=call).first()
    ClaimMember.objects.filter(pk=out.pk).update(state="out", by="editor")
    assert len(public.rows("statements/", claim=call.pk)) == 2
    assert public.one(f"statements/{out.statement_id}/")["claims"] == []


def test_conflicts(newsroom: Newsroom, public: Api) -> None:
    rows = public.rows("links/", relation="conflicts")
    assert {row["relation"] for row in rows} == {"conflicts"}
    assert len(rows) == 2
    row = rows[0]
    (facet,) = row["facets"]
    assert (facet["kind"], facet["level"]) == ("date", "conflict")
    assert (facet["a"]["text"], facet["b"]["text"]) == ("5 May", "6 May")
    for side in "ab":
        at = slice(facet[side]["start"], facet[side]["end"])
        assert row[side]["quote"][at] == facet[side]["text"]
    assert row["reason"] == "Days 5 May and 6 May cannot both be true."
    assert row["a"]["published"] == "2031-05-12"


def test_a_side_that_does_not_say_it(newsroom: Newsroom, public: Api) -> None:
    rows = public.rows("links/", relation="corroborates", kind="duration")
    (facet,) = [f for f in rows[0]["facets"] if f["kind"] == "duration"]
    assert facet["level"] == "unknown"
    assert (facet["a"]["text"], facet["b"]) == ("about half an hour", None)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ({}, 5),
        ({"relation": "updates"}, 1),
        ({"outlet": "northern-bell"}, 3),
        ({"kind": "duration"}, 2),
        ({"differs": "duration"}, 1),
        ({"differs": "person"}, 0),
        ({"state": "confirmed"}, 0),
        ({"by": "engine"}, 5),
        ({"relation": "conflicts", "differs": "date", "outlet": "Northern Bell"}, 1),
    ],
)
def test_which_links(
    query: dict[str, str], number: int, newsroom: Newsroom, public: Api
) -> None:
    assert len(public.rows("links/", **query)) == number


def test_the_links_of_an_article_and_of_a_claim(
    newsroom: Newsroom, public: Api
) -> None:
    assert len(public.rows("links/", article=newsroom.tide.external_id)) == 4
    assert len(public.rows("links/", claim=newsroom.call.pk)) == 3
    assert public.rows("links/", claim=9999) == []


def test_a_link_that_holds_no_longer_is_not_listed(
    newsroom: Newsroom, public: Api
) -> None:
    Link.objects.filter(relation="updates").update(relation="none")
    assert public.rows("links/", relation="updates") == []
    assert len(public.rows("links/")) == 4


def test_claims_come_in_the_order_of_the_queue(newsroom: Newsroom, public: Api) -> None:
    assert public.ids("claims/") == [
        newsroom.call.pk,
        newsroom.ban.pk,
        newsroom.ferry.pk,
    ]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"conflicts": "true"}, ["call"]),
        ({"conflicts": "false"}, ["ban", "ferry"]),
        ({"relation": "updates"}, ["ban"]),
        ({"relation": "conflicts"}, ["call"]),
        ({"kind": "person"}, ["call"]),
        ({"differs": "date"}, ["call"]),
        ({"differs": "person"}, []),
        ({"outlet": "northern-bell"}, ["call", "ferry"]),
        ({"state": "published"}, []),
        ({"reported_from": "2031-05-13"}, ["call", "ban"]),
        ({"reported_to": "2031-05-09"}, []),
        ({"q": "ferry"}, ["ferry"]),
    ],
)
def test_which_claims(
    query: dict[str, str], titles: list[str], newsroom: Newsroom, public: Api
) -> None:
    expected = [getattr(newsroom, title).pk for title in titles]
    assert public.ids("claims/", **query) == expected


def test_a_rejected_conflict_is_none(newsroom: Newsroom, public: Api) -> None:
    Link.objects.filter(relation="conflicts").update(state="rejected", by="editor")
    assert public.ids("claims/", relation="conflicts") == []
    assert len(public.rows("links/", state="rejected")) == 2


def test_a_claim_with_all_of_it(newsroom: Newsroom, public: Api) -> None:
    row = public.one(f"claims/{newsroom.call.pk}/")
    assert row["facets"] == {
        "date": "conflict",
        "duration": "conflict",
        "person": "naming_variant",
    }
    assert [s["outlet"] for s in row["statements"]] == [
        "Tidewater Gazette",
        "Northern Bell",
        "Salt Crier",
    ]
    assert len(row["links"]) == 3
    assert row["links"] == public.rows("links/", claim=newsroom.call.pk)
    assert "ratings" not in row


def test_a_merged_claim_says_where_it_went(newsroom: Newsroom, public: Api) -> None:
    merged = ClaimFactory(merged_into=newsroom.call)
    assert merged.pk not in public.ids("claims/")
    row = public.one(f"claims/{merged.pk}/")
    assert (row["merged_into"], row["statements"]) == (newsroom.call.pk, [])


def test_nothing_of_a_withdrawn_article_is_shown(
    newsroom: Newsroom, public: Api
) -> None:
    tide = newsroom.tide
    Article.objects.filter(pk=tide.pk).update(
        withdrawn_at=timezone.now(), withdrawn_reason="by order"
    )
    gone = statement_of("Mira Dolan and Ketil Aas")
    refused(public.get(f"articles/{tide.pk}/"), 404)
    refused(public.get(f"statements/{gone.pk}/"), 404)
    for path in ("articles/", "statements/", "links/"):
        assert "Ketil Aas" not in str(public.rows(path))
        assert "Tidewater" not in str(public.rows(path))
    row = public.one(f"claims/{newsroom.call.pk}/")
    assert (len(row["statements"]), len(row["links"])) == (2, 1)


def test_a_hidden_statement_is_not_shown(newsroom: Newsroom, public: Api) -> None:
    hidden = statement_of("Mira Dolan and Ketil Oss")
    Statement.objects.filter(pk=hidden.pk).update(hidden_by=newsroom.editor)
    refused(public.get(f"statements/{hidden.pk}/"), 404)
    for path in ("statements/", "links/", f"claims/{newsroom.call.pk}/"):
        assert "Ketil Oss" not in public.get(path).content.decode()


def test_days_are_days(newsroom: Newsroom, public: Api) -> None:
    row = public.one(f"claims/{newsroom.call.pk}/")
    assert date.fromisoformat(row["first_reported"]) == date(2031, 5, 10)
    assert Claim.objects.get(pk=row["id"]).last_reported == date(2031, 5, 14)
