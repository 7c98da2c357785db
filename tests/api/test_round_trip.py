"""What leaves the house can be read back: files of claims, cards as ClaimReview."""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from claims.api import outside
from claims.exports.terms import TERMS
from claims.exports.vocabulary import PREFIXES, context, vocabulary
from claims.jobs.exporting import KIND
from claims.models import Claim, Link, OutsideVerdict, Statement
from claims.reviews import read_file
from claims.selectors.material import load_material
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.review import claim_rate
from claims.services.withdrawal import withdraw
from factcheck.operations.jobs.queue import run_chunk
from factcheck.operations.models import Job
from factcheck.operations.roles import Role
from tests.api.asking import Api, token_for
from tests.architecture.tree import ROOT
from tests.db.fakes import ENGINE
from tests.factories import CommentFactory, OutsideVerdictFactory, UserFactory
from tests.web.newsroom import Newsroom, a_person

sys.path.insert(0, str(ROOT / "docs" / "examples"))

import read_claims

if TYPE_CHECKING:
    from tests.db.fakes import LineEngine

# The newsroom of the tests is in the future.
LATEST = date(2032, 1, 1)
FORMS = ("csv", "jsonl", "jsonld")


def exported(api: Api, shape: str, query: str = "") -> str:
    """The text of the file, made by a worker."""
    answer = api.post("exports/", {"format": shape, "query": query})
    assert answer.status_code == 202, answer.content
    job = Job.objects.get(pk=answer.json()["id"], kind=KIND)
    for chunk in job.chunks.all():
        run_chunk.call(chunk.pk)
    file = api.get(f"jobs/{job.pk}/file/")
    assert file.status_code == 200, file.content
    return b"".join(file.streaming_content).decode()


def rows_of(api: Api, shape: str, query: str = "") -> list[dict[str, Any]]:
    return read_claims.READERS[f".{shape}"](exported(api, shape, query))


# --- tables and lines


def test_a_table_and_lines_are_read_as_the_same_rows(
    editor: Api, newsroom: Newsroom
) -> None:
    titles = ["=HYPERLINK()", "'=1", "a; b\\", 'say "no"', "line\u2028end"]
    claims = Claim.objects.order_by("pk")
    for claim, title in zip(claims, titles, strict=False):
        Claim.objects.filter(pk=claim.pk).update(title=title, title_by="editor")
    newsroom.tide.outlet.name = "Bell; Book & Candle\\"
    newsroom.tide.outlet.save()
    claim_rate(actor=newsroom.editor, claim=newsroom.ban, value=5)
    table, lines = rows_of(editor, "csv"), rows_of(editor, "jsonl")
    assert table == lines
    by_claim = {row["claim"]: row for row in table}
    assert {row["title"] for row in table} == set(titles[:3])
    assert "Bell; Book & Candle\\" in by_claim[newsroom.call.pk]["printed_by"]
    assert by_claim[newsroom.call.pk]["conflicts_on"] == ["date", "duration"]
    assert by_claim[newsroom.ban.pk]["your_rating"] == "5"


# --- linked data


def expanded(value: Any, terms: dict[str, Any], wanted: Any = None) -> Any:
    """As a processor of JSON-LD would have it, as far as our documents use it.

    Every name becomes an address; a value of which the context says that it is a word
    of the vocabulary, or an address, becomes one. KeyError: a name that means nothing.
    """
    if isinstance(value, list):
        return [expanded(each, terms, wanted) for each in value]
    if not isinstance(value, dict):
        if wanted == "@vocab":
            return {"@id": address_of(value, terms)}
        return {"@id": value} if wanted == "@id" else value
    found: dict[str, Any] = {}
    for name, each in value.items():
        if name == "@id":
            found[name] = each
        elif name == "@type":
            types = each if isinstance(each, list) else [each]
            found[name] = [address_of(one, terms) for one in types]
        else:
            term = terms.get(name, {})
            kind = term.get("@type") if isinstance(term, dict) else None
            found[address_of(name, terms)] = expanded(each, terms, kind)
    return found


def address_of(name: str, terms: dict[str, Any]) -> str:
    term = terms.get(name, name)
    address = term["@id"] if isinstance(term, dict) else term
    return address if "://" in address else terms["@vocab"] + address


def names_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    if isinstance(value, dict):
        own = {name for name in value if not name.startswith("@")}
        types = value.get("@type", [])
        own |= {types} if isinstance(types, str) else set(types)
        return own.union(*map(names_in, value.values()))
    return set()


# Of schema.org, as https://schema.org/version/latest lists them.
SCHEMA = {
    *("Claim", "ClaimReview", "Dataset", "NewsArticle", "Organization", "Rating"),
    *("appearance", "author", "claimReviewed", "dateCreated", "datePublished"),
    *("headline", "identifier", "itemReviewed", "name", "publisher", "review"),
    *("alternateName", "bestRating", "ratingValue", "reviewBody", "reviewRating"),
    *("text", "url", "value", "worstRating"),
}


def test_every_name_of_the_file_has_a_meaning(editor: Api, published: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    own = {term.name for term in TERMS}
    assert names_in(document["@graph"]) - own <= SCHEMA
    assert not own & SCHEMA
    told = {node["@id"].partition("#")[2] for node in vocabulary()["@graph"]}
    assert told == own
    assert document["@context"] == context()


def test_linked_data_says_what_is_stored(editor: Api, newsroom: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    claims = Claim.objects.in_bulk()
    nodes = {
        node["identifier"]: node
        for node in document["@graph"]
        if node["@type"] == "Claim"
    }
    assert nodes.keys() == claims.keys()
    for material in load_material(list(claims.values())):
        node, claim = nodes[material.claim.pk], material.claim
        assert (node["name"], node["outlets"], node["independentOrigins"]) == (
            claim.title,
            claim.outlets,
            claim.origins,
        )
        assert day(node.get("firstReported")) == claim.first_reported
        assert [said(each) for each in node["statement"]] == [
            (
                row.pk,
                row.quote,
                row.article.external_id,
                row.article.outlet.name,
                day_text(row),
                row.origin.label if row.origin else None,
                [
                    (f.kind, f.role, f.text, f.value, f.start, f.end)
                    for f in material.facets[row.pk]
                ],
            )
            for row in material.statements
        ]
        assert [related(each) for each in node["link"]] == [
            stored(link) for link in material.links
        ]


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def day_text(row: Statement) -> str | None:
    printed = row.article.published_date
    return printed.isoformat() if printed else None


def said(node: dict[str, Any]) -> tuple[Any, ...]:
    article = node["appearance"]
    names = ("kind", "role", "text", "value", "start", "end")
    return (
        node["identifier"],
        node["text"],
        article["identifier"],
        article["publisher"]["name"],
        article.get("datePublished"),
        node["origin"]["name"] if "origin" in node else None,
        [tuple(facet[name] for name in names) for facet in node["facet"]],
    )


def number(address: str | None) -> int | None:
    return int(address.rstrip("/").rpartition("/")[2]) if address else None


def related(node: dict[str, Any]) -> tuple[Any, ...]:
    low, high, later = (number(node.get(name)) for name in ("a", "b", "later"))
    return (
        node["identifier"],
        (low, high),
        node["relation"],
        {None: 0, high: 1, low: -1}[later],
        node["state"],
        node["decidedBy"],
        node.get("score"),
        node["reason"],
        [
            (
                *(each[name] for name in ("kind", "role", "level", "reason")),
                *(side(each.get(name)) for name in ("inA", "inB")),
            )
            for each in node["compares"]
        ],
    )


def side(node: dict[str, Any] | None) -> tuple[Any, ...]:
    if node is None:
        return ("", "", -1)
    return (node["text"], node["value"], node["start"])


def stored(link: Link) -> tuple[Any, ...]:
    return (
        link.pk,
        (link.low_id, link.high_id),
        link.relation,
        link.direction,
        link.state,
        link.by,
        link.engine_score,
        link.engine_reason,
        [
            (
                row.kind,
                row.role,
                row.level,
                row.reason,
                (row.low_text, row.low_value, row.low_start),
                (row.high_text, row.high_value, row.high_start),
            )
            for row in link.comparisons.all()
        ],
    )


def test_as_a_processor_reads_it(editor: Api, newsroom: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    terms = document["@context"]
    base = terms["Link"].removesuffix("Link")
    schema = PREFIXES["schema"]
    graph = expanded(document["@graph"], terms)
    claim = next(
        node
        for node in graph
        if node["@type"] == [f"{schema}Claim"]
        and node[f"{schema}identifier"] == newsroom.ban.pk
    )
    (link,) = claim[f"{base}link"]
    first, second = (each["@id"] for each in claim[f"{base}statement"])
    assert link["@type"] == [f"{base}Link"]
    assert link[f"{base}relation"] == {"@id": f"{base}updates"}
    assert link[f"{base}a"] == {"@id": first}
    assert link[f"{base}later"] == {"@id": second}
    assert link[f"{base}state"] == {"@id": f"{base}suggested"}
    (compared,) = link[f"{base}compares"]
    assert compared[f"{base}level"] == {"@id": f"{base}updated"}
    assert compared[f"{base}kind"] == {"@id": f"{base}polarity"}
    statement = claim[f"{base}statement"][0]
    assert statement["@type"] == [f"{schema}Claim", f"{base}Statement"]


@pytest.mark.parametrize("shape", FORMS)
def test_the_same_filters(editor: Api, newsroom: Newsroom, shape: str) -> None:
    rows = rows_of(editor, shape, "relation=conflict")
    names = [row.get("title", row.get("name")) for row in rows]
    assert names == [newsroom.call.title]
    if shape == "jsonld":
        Claim.objects.update(conflicts=0, finding="consistent")
        empty = json.loads(exported(editor, shape, "relation=conflict"))
        assert [node["@type"] for node in empty["@graph"]] == ["Dataset"]


@pytest.mark.parametrize("shape", FORMS)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.SENIOR_EDITOR])
def test_ratings_leak_nowhere(newsroom: Newsroom, shape: str, role: Role) -> None:
    secret = "nobody reads this in a file"
    claim_rate(actor=newsroom.other, claim=newsroom.call, value=1, rationale=secret)
    CommentFactory(claim=newsroom.call, author=newsroom.other, body=secret)
    OutsideVerdictFactory(claim=newsroom.call, rating=secret)
    viewer = UserFactory(role=role)
    before = exported(Api(token_for(viewer, "read")), shape)
    assert secret not in before
    if shape == "jsonld":
        Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed", stale=True)
        assert exported(Api(token_for(viewer, "read")), shape) == before


@pytest.mark.parametrize("shape", FORMS)
def test_of_a_withdrawn_article_nothing_is_left(
    editor: Api, newsroom: Newsroom, shape: str
) -> None:
    curator = UserFactory(role=Role.CURATOR)
    withdraw(actor=curator, article=newsroom.tide, reason="forged", engine=ENGINE)
    text = exported(editor, shape)
    for words in ("last Monday", "Tidewater Gazette", newsroom.tide.title):
        assert words not in text


# --- cards as ClaimReview


@pytest.fixture
def published(newsroom: Newsroom) -> Newsroom:
    """A card with four reviews."""
    senior = a_person("Sam Senior", Role.SENIOR_EDITOR)
    claim_publish(actor=senior, claim=newsroom.call, seen=Seen(1, 0))
    return newsroom


def feed(client: Client) -> dict[str, Any]:
    answer = client.get("/published/reviews.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    told: dict[str, Any] = answer.json()
    return told


def test_our_own_reviews_come_back_as_verdicts_from_elsewhere(
    client: Client,
    lines: LineEngine,
    published: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outside, "latest_day", lambda: LATEST)
    told = feed(client)
    reviews = [each for row in told["dataFeedElement"] for each in row["item"]]
    assert len(reviews) == 4
    senior = Api(token_for(UserFactory(role=Role.SENIOR_EDITOR), "read", "ingest"))
    answer = senior.post("outside-verdicts/", told).json()
    assert answer["counts"] == {"created": len(reviews)}
    kept = OutsideVerdict.objects.order_by("pk")
    for review, verdict in zip(reviews, kept, strict=True):
        assert fields(review) == (
            verdict.claim_reviewed,
            verdict.publisher,
            verdict.publisher_url,
            verdict.url,
            verdict.published,
            verdict.rating,
            verdict.rating_value,
            verdict.rating_best,
            verdict.rating_worst,
            verdict.claimants,
            verdict.claimed,
            verdict.appearances,
        )
        assert verdict.raw == review
    again = senior.post("outside-verdicts/", told).json()
    assert again["counts"] == {"unchanged": len(reviews)}


def fields(review: dict[str, Any]) -> tuple[Any, ...]:
    rating, item = review["reviewRating"], review["itemReviewed"]
    authors = item["author"] if isinstance(item["author"], list) else [item["author"]]
    numbers = (
        Decimal(rating[name]) if name in rating else None
        for name in ("ratingValue", "bestRating", "worstRating")
    )
    return (
        review["claimReviewed"],
        review["author"]["name"],
        review["author"]["url"],
        review["url"],
        day(review["datePublished"]),
        rating["alternateName"],
        *numbers,
        [author["name"] for author in authors],
        day(item.get("datePublished")),
        [each["url"] for each in item.get("appearance", [])],
    )


def test_the_page_of_a_card_comes_back(client: Client, published: Newsroom) -> None:
    page = client.get(f"/published/{published.call.pk}/").content
    rows = read_file(page, latest=LATEST)
    assert [row.path for row in rows] == [f"script[0][{n}]" for n in range(4)]
    assert all(row.review is not None for row in rows)


def test_what_was_taken_back_leaves_the_feed(
    client: Client, published: Newsroom
) -> None:
    senior = a_person("Ona Senior", Role.SENIOR_EDITOR)
    (row,) = feed(client)["dataFeedElement"]
    assert row["url"].endswith(f"/published/{published.call.pk}/")
    claim_unpublish(actor=senior, claim=published.call, reason="wrong")
    assert feed(client)["dataFeedElement"] == []
