"""Reviews as publishers write them, and what is wrong with those that are refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from claims.reviews import Review, Unreadable, read_document
from claims.reviews.limits import (
    CLAIM_CHARACTERS,
    DEPTH,
    MOST_APPEARANCES,
    MOST_CLAIMANTS,
    MOST_REVIEWS,
    NAME_CHARACTERS,
    REVIEW_CHARACTERS,
)

TODAY = date(2031, 5, 20)
URL = "https://checks.example/ferry"


def a_review(**more: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": URL,
        "claimReviewed": "The ferry has been sold.",
        "author": {"@type": "Organization", "name": "Quay Checks"},
        **more,
    }


def the(document: Any) -> Review:
    (row,) = read_document(document, latest=TODAY)
    assert row.review is not None, f"{row.where}: {row.reason}"
    return row.review


def test_all_that_a_review_tells() -> None:
    told = the(
        a_review(
            author={"name": "Quay Checks", "url": "https://checks.example"},
            datePublished="2031-05-12T08:00:00+09:00",
            inLanguage="en",
            reviewRating={
                "@type": "Rating",
                "ratingValue": "2",
                "bestRating": "5",
                "worstRating": "1",
                "alternateName": "Mostly false",
            },
            itemReviewed={
                "@type": "Claim",
                "author": {"@type": "Person", "name": "Mira Dolan"},
                "datePublished": "2031-05-10",
                "firstAppearance": {"url": "https://bell.example/1"},
                "appearance": [
                    {"@type": "NewsArticle", "url": "https://bell.example/1"},
                    {"@type": "CreativeWork", "url": "https://tide.example/2"},
                ],
            },
        )
    )
    assert told == Review(
        claim="The ferry has been sold.",
        url=URL,
        publisher="Quay Checks",
        publisher_url="https://checks.example",
        published=date(2031, 5, 12),
        rating="Mostly false",
        value=Decimal(2),
        best=Decimal(5),
        worst=Decimal(1),
        language="en",
        claimants=("Mira Dolan",),
        claimed=date(2031, 5, 10),
        appearances=("https://bell.example/1", "https://tide.example/2"),
    )


R = a_review()
NAMED = {**R, "author": {"@id": "#us"}, "itemReviewed": {"@id": "#it"}}
US = {"@id": "#us", "@type": "Organization", "name": "Quay Checks"}
IT = {"@id": "#it", "@type": "Claim", "author": "Mira Dolan"}
SPELLED = {
    "@type": "https://schema.org/ClaimReview",
    "schema:url": URL,
    "http://schema.org/claimReviewed": [{"@value": "The ferry has been sold."}],
    "https://schema.org/author": {"@list": [{"schema:name": "Quay Checks"}]},
}


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        (R, [""]),
        ([R], ["[0]"]),
        ({"@context": ["http://schema.org", {}], "@graph": [US, R]}, ["@graph[1]"]),
        ({**R, "@context": "http://schema.org/"}, [""]),
        ({**R, "@type": ["Article", "ClaimReview"]}, [""]),
        ({"@type": "schema:ClaimReview", **{k: R[k] for k in R if k[0] != "@"}}, [""]),
        (SPELLED, [""]),
        ({"@type": "WebPage", "mainEntity": R}, ["mainEntity"]),
        (
            {"@type": "NewsArticle", "hasPart": [{"review": [R]}]},
            ["hasPart[0].review[0]"],
        ),
        (
            {
                "@type": "DataFeed",
                "dataFeedElement": [
                    {"@type": "DataFeedItem", "item": [R, US]},
                    {"@type": "DataFeedItem", "item": [R]},
                ],
            },
            ["dataFeedElement[0].item[0]", "dataFeedElement[1].item[0]"],
        ),
        (
            {"@graph": [{"@id": "#r", "@type": "ClaimReview"}, {**R, "@id": "#r"}]},
            ["@graph[1]"],
        ),
    ],
)
def test_where_reviews_stand(document: Any, paths: list[str]) -> None:
    rows = read_document(document, latest=TODAY)
    assert [row.path for row in rows] == paths
    assert {(row.review.claim, row.review.publisher) for row in rows if row.review} == {
        ("The ferry has been sold.", "Quay Checks")
    }


@pytest.mark.parametrize(
    ("more", "name", "value"),
    [
        ({"author": "Quay Checks"}, "publisher", "Quay Checks"),
        ({"author": ["Quay Checks", "Another"]}, "publisher", "Quay Checks"),
        ({"author": None, "publisher": {"name": "The Desk"}}, "publisher", "The Desk"),
        ({"author": "https://desk.example"}, "publisher", "desk.example"),
        ({"author": "https://desk.example"}, "publisher_url", "https://desk.example"),
        ({"author": {}}, "publisher", "checks.example"),
        ({"author": {"name": "A\u202eB \x07 C"}}, "publisher", "AB C"),
        ({"url": None, "mainEntityOfPage": {"@id": URL}}, "url", URL),
        ({"url": [URL]}, "url", URL),
        ({"url": {"@id": URL}}, "url", URL),
        ({"url": "", "@id": URL}, "url", URL),
        (
            {"inLanguage": {"alternateName": "pt"}},
            "language",
            "pt",
        ),
        ({"inLanguage": "pt_BR"}, "language", "pt-BR"),
        ({"inLanguage": "Portuguese, of Brazil"}, "language", ""),
        ({"datePublished": "2031-05-12"}, "published", date(2031, 5, 12)),
        ({"datePublished": "2031-05-12T23:30:00Z"}, "published", date(2031, 5, 12)),
        ({"datePublished": ""}, "published", None),
        ({"reviewRating": None}, "rating", ""),
        ({"reviewRating": "False"}, "rating", "False"),
        ({"reviewRating": [{"alternateName": "False"}]}, "rating", "False"),
        ({"reviewRating": {"ratingValue": "False"}}, "rating", "False"),
        ({"reviewRating": {"name": "False"}}, "rating", "False"),
        ({"reviewRating": {"ratingValue": "False"}}, "value", None),
        ({"reviewRating": 3}, "value", Decimal(3)),
        ({"reviewRating": {"ratingValue": 3.5}}, "value", Decimal("3.5")),
        ({"reviewRating": {"ratingValue": "3,5"}}, "value", Decimal("3.5")),
        ({"reviewRating": {"ratingValue": "70%"}}, "value", Decimal(70)),
        ({"reviewRating": {"ratingValue": 100}}, "value", Decimal(100)),
        ({"reviewRating": {"ratingValue": -1}}, "value", Decimal(-1)),
        ({"reviewRating": {"ratingValue": 0}}, "value", Decimal(0)),
        ({"itemReviewed": {"author": ["A", {"name": "B"}]}}, "claimants", ("A", "B")),
        ({"itemReviewed": [{"author": "A"}]}, "claimants", ("A",)),
        ({"itemReviewed": {"appearance": "a post, seen today"}}, "appearances", ()),
        (
            {"itemReviewed": {"appearance": {"@type": "CreativeWork"}}},
            "appearances",
            (),
        ),
        ({"itemReviewed": {"@type": "Claim", "url": URL}}, "appearances", ()),
        (
            {"itemReviewed": {"@type": "CreativeWork", "url": URL}},
            "appearances",
            (URL,),
        ),
        ({"itemReviewed": URL}, "appearances", (URL,)),
        (
            {"claimReviewed": "", "itemReviewed": {"name": "So it is."}},
            "claim",
            "So it is.",
        ),
        ({"claimReviewed": "", "itemReviewed": "So it is."}, "claim", "So it is."),
        ({"claimReviewed": "  Sold,\n\n they  say. "}, "claim", "Sold, they say."),
    ],
)
def test_what_can_only_be_meant_in_one_way(
    more: dict[str, Any], name: str, value: object
) -> None:
    assert getattr(the(a_review(**more)), name) == value


def test_parts_that_point_at_each_other() -> None:
    told = the({"@graph": [NAMED, US, IT]})
    assert (told.publisher, told.claimants) == ("Quay Checks", ("Mira Dolan",))


def test_the_review_of_a_claim_is_of_that_claim() -> None:
    told = the(
        {
            "@type": "Claim",
            "text": "The ferry has been sold.",
            "author": "Mira Dolan",
            "review": {"@type": "ClaimReview", "url": URL},
        }
    )
    assert (told.claim, told.claimants) == ("The ferry has been sold.", ("Mira Dolan",))


LONG = "x" * (NAME_CHARACTERS + 1)
HTTP = "no address that begins with http:// or https://: "
DIGITS = "more than 9 digits before the point or 6 after it"


@pytest.mark.parametrize(
    ("more", "where", "reason"),
    [
        ({"claimReviewed": None}, "claimReviewed", "missing: what is claimed"),
        ({"claimReviewed": True}, "claimReviewed", "no text"),
        ({"claimReviewed": "y" * (CLAIM_CHARACTERS + 1)}, "claimReviewed",
         "longer than 5,000 characters"),
        ({"url": None}, "url", "missing: the address of the review"),
        ({"url": "javascript:alert(1)"}, "url", HTTP + "javascript:alert(1)"),
        ({"url": "data:text/html,x"}, "url", HTTP + "data:text/html,x"),
        ({"url": "/ferry"}, "url", HTTP + "/ferry"),
        ({"url": "https://"}, "url", HTTP + "https://"),
        ({"url": "https://a b.example/"}, "url", HTTP + "https://a b.example/"),
        ({"url": "https://[::1"}, "url", HTTP + "https://[::1"),
        ({"url": "https://us:pw@checks.example"}, "url",
         "an address with a user name in it"),
        ({"url": "https://checks.example/" + "x" * 2000}, "url",
         "longer than 2,000 characters"),
        ({"url": 7}, "url", "no address"),
        ({"author": {"name": LONG}}, "author.name", "longer than 300 characters"),
        ({"author": {"name": "A", "url": "ftp://x.example"}}, "author.url",
         HTTP + "ftp://x.example"),
        ({"author": [{"name": {"@value": True}}]}, "author[0].name", "no text"),
        ({"datePublished": "12 May"}, "datePublished",
         "no day written as 2031-05-09: 12 May"),
        ({"datePublished": "2031-02-30"}, "datePublished",
         "no day written as 2031-05-09: 2031-02-30"),
        ({"datePublished": "2031-05-21"}, "datePublished", "in the future: 2031-05-21"),
        ({"datePublished": "1066-10-14"}, "datePublished", "before 1900: 1066-10-14"),
        ({"itemReviewed": {"datePublished": "2099-01-01"}},
         "itemReviewed.datePublished", "in the future: 2099-01-01"),
        ({"itemReviewed": {"appearance": ["x", "javascript:x"]}},
         "itemReviewed.appearance[1]", HTTP + "javascript:x"),
        ({"itemReviewed": {"appearance": [{"url": "javascript:x"}]}},
         "itemReviewed.appearance[0].url", HTTP + "javascript:x"),
        ({"itemReviewed": {"appearance": [f"{URL}/{n}" for n in range(51)]}},
         "itemReviewed.appearance", f"more than {MOST_APPEARANCES}"),
        ({"itemReviewed": {"author": [f"A{n}" for n in range(21)]}},
         "itemReviewed.author", f"more than {MOST_CLAIMANTS}"),
        ({"reviewRating": {"ratingValue": float("nan")}}, "reviewRating.ratingValue",
         "no finite number: nan"),
        ({"reviewRating": {"ratingValue": "NaN"}}, "reviewRating.ratingValue",
         "no finite number: NaN"),
        ({"reviewRating": {"ratingValue": float("inf")}}, "reviewRating.ratingValue",
         "no finite number: inf"),
        ({"reviewRating": {"bestRating": "1" * 10}}, "reviewRating.bestRating", DIGITS),
        ({"reviewRating": {"worstRating": 0.0000001}}, "reviewRating.worstRating",
         DIGITS),
        ({"reviewRating": {"ratingValue": True}}, "reviewRating.ratingValue",
         "no number"),
        ({"about": ["fine", "a\x00b"]}, "about[1]",
         "holds a NUL character, or half of one (a surrogate)"),
        ({"about": {"\ud800": 1}}, "about.\ufffd",
         "holds a NUL character, or half of one (a surrogate)"),
        ({"reviewBody": "y" * REVIEW_CHARACTERS}, "@type",
         "the review has more than 50,000 characters"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_where(more: dict[str, Any], where: str, reason: str) -> None:
    good = a_review(url="https://checks.example/another")
    rows = read_document([good, a_review(**more)], latest=TODAY)
    assert [(row.path, row.review is None) for row in rows] == [
        ("[0]", False),
        ("[1]", True),
    ]
    assert (rows[1].where, rows[1].reason) == (f"[1].{where}", reason)


def nested(levels: int) -> Any:
    value: Any = a_review()
    for _ in range(levels):
        value = {"about": value}
    return value


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({}, "no ClaimReview in it"),
        ([], "no ClaimReview in it"),
        (None, "no ClaimReview in it"),
        ("ClaimReview", "no ClaimReview in it"),
        ({"@type": "Review", "url": URL}, "no ClaimReview in it"),
        ({"@type": {"@id": "ClaimReview"}}, "no ClaimReview in it"),
        (
            nested(DEPTH + 1),
            f"{'.'.join(['about'] * 25)}: nested deeper than 24 levels",
        ),
        (
            [a_review()] * (MOST_REVIEWS + 1),
            "more than 5,000 reviews: send fewer at once",
        ),
    ],
)
def test_what_is_refused_whole(document: Any, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_document(document, latest=TODAY)
    assert str(refused.value) == reason


def test_as_deep_as_is_read() -> None:
    assert the(nested(DEPTH - 3)).url == URL


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {"url": "http://checks.example/ferry/"}, True),
        ({}, {"claimReviewed": "the FERRY  has been sold."}, True),
        ({}, {"author": "Another", "reviewRating": "True"}, True),
        ({}, {"claimReviewed": "The ferry has not been sold."}, False),
        ({}, {"url": "https://checks.example/ferry?page=2"}, False),
    ],
)
def test_what_makes_it_the_same_review(
    one: dict[str, Any], other: dict[str, Any], *, same: bool
) -> None:
    assert (the(a_review(**one)).key == the(a_review(**other)).key) is same


def test_of_two_that_contradict_each_other_the_first_is_kept() -> None:
    again = a_review(reviewRating="False")
    rows = read_document([a_review(), a_review(), again], latest=TODAY)
    assert [row.review is not None for row in rows] == [True, True, False]
    assert (rows[2].where, rows[2].reason) == (
        "[2].claimReviewed",
        "reviewed before in this document, otherwise",
    )
