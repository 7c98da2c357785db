"""Cards as ClaimReview: what leaves the house can be read back as from elsewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from claims.api import outside
from claims.models import OutsideVerdict
from claims.reviews import read_file
from claims.services.publishing import claim_unpublish
from factcheck.operations.roles import Role
from tests.api.asking import Api, token_for
from tests.api.files import day
from tests.factories import UserFactory
from tests.web.newsroom import Newsroom, a_person

if TYPE_CHECKING:
    from tests.db.fakes import LineEngine

# The newsroom of the tests is in the future.
LATEST = date(2032, 1, 1)


def feed(client: Client) -> dict[str, Any]:
    answer = client.get("/published/reviews.jsonld")
    assert answer.headers["Content-Type"] == "application/ld+json"
    told: dict[str, Any] = answer.json()
    return told


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
