"""Whatever JSON comes, a document is read into rows or refused with a reason."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claims.reviews import (
    Review,
    Row,
    Unreadable,
    read_document,
    row_pack,
    row_unpack,
)

TODAY = date(2031, 5, 20)
NAMES = st.sampled_from(
    [
        *("@type", "@id", "@graph", "@value", "@list", "url", "name", "author"),
        *("claimReviewed", "itemReviewed", "reviewRating", "ratingValue", "review"),
        *("datePublished", "inLanguage", "appearance", "bestRating", "sameAs"),
        *("\x00", "\ud800"),
    ]
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        [
            "ClaimReview",
            "https://a.example/b",
            "javascript:x",
            "2031-05-01",
            "5",
            "\x00",
        ]
    ),
)
DOCUMENTS = st.recursive(
    LEAVES,
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(NAMES, below, max_size=5)
    ),
    max_leaves=20,
)


@given(DOCUMENTS)
def test_nothing_but_rows_or_a_reason(document: Any) -> None:
    wrapped = {"@type": "ClaimReview", "url": "https://a.example/b", "x": document}
    for each in (document, wrapped, {"@type": "ClaimReview", "author": document}):
        try:
            rows = read_document(each, latest=TODAY)
        except Unreadable as error:
            assert str(error)
            continue
        for row in rows:
            assert (row.review is None) == bool(row.reason) == bool(row.where)
            f"{row.path} {row.where} {row.reason}".encode()
            if row.review is not None:
                assert row.review.url.startswith(("http://", "https://"))
                assert "\x00" not in json.dumps(row.review.raw, ensure_ascii=False)


NUMBERS = st.none() | st.decimals(-100, 100, allow_nan=False, places=3)
DAYS = st.none() | st.dates(date(1900, 1, 1), TODAY)


@given(
    st.builds(
        Review,
        claim=st.text(min_size=1, max_size=20),
        url=st.just("https://a.example/b"),
        publisher=st.text(max_size=5),
        published=DAYS,
        value=NUMBERS,
        best=NUMBERS,
        worst=NUMBERS,
        claimants=st.lists(st.text(max_size=5), max_size=3).map(tuple),
        claimed=DAYS,
    )
)
def test_a_packed_row_comes_back(review: Review) -> None:
    row = Row("@graph[0]", review)
    assert row_unpack(json.loads(json.dumps(row_pack(row)))) == row
    refused = Row("[1]", None, "[1].url", "no address")
    assert row_unpack(json.loads(json.dumps(row_pack(refused)))) == refused
    assert isinstance(review.value, Decimal | None)
