"""Hedges before and behind a number, and the same words used otherwise."""

from __future__ import annotations

import pytest

from claims.facets.hedges import hedge_after, hedge_before
from claims.facets.types import Hedge


@pytest.mark.parametrize(
    ("text", "hedge", "words"),
    [
        ("It cost about $5", Hedge.ABOUT, "about"),
        ("It cost an estimated $5", Hedge.ABOUT, "an estimated"),
        ("Some $5", Hedge.ABOUT, "Some"),
        ("It cost just over $5", Hedge.OVER, "just over"),
        ("It cost slightly more than $5", Hedge.OVER, "slightly more than"),
        ("It cost more than a $5", Hedge.OVER, "more than a"),
        ("It cost no more than $5", Hedge.AT_MOST, "no more than"),
        ("It cost in the region\nof $5", Hedge.ABOUT, "in the region\nof"),
        ("It cost nearly $5", Hedge.NEARLY, "nearly"),
        ("As much as $5", Hedge.AT_MOST, "As much as"),
        ("It cost at least $5", Hedge.AT_LEAST, "at least"),
        ("fewer than $5", Hedge.UNDER, "fewer than"),
    ],
)
def test_hedge_before(text: str, hedge: Hedge, words: str) -> None:
    start = text.index("$5")
    found, at = hedge_before(text, start)
    assert found is hedge
    assert text[at:start].rstrip() == words


@pytest.mark.parametrize(
    "text",
    [
        "It cost $5",
        "$5",
        "a row over $5",
        "They talked about $5",
        "a dispute over the $5",
        "It cost more than that, $5",
        "nearly,$5",
        "over;  $5",
    ],
)
def test_no_hedge_before(text: str) -> None:
    start = text.index("$5")
    assert hedge_before(text, start) == (Hedge.NONE, start)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("$5 or more were paid", Hedge.AT_LEAST),
        ("$5-plus", Hedge.AT_LEAST),
        ("$5+ a head", Hedge.AT_LEAST),
        ("$5 or so", Hedge.ABOUT),
        ("$5-odd", Hedge.ABOUT),
        ("$5 at most", Hedge.AT_MOST),
        ("$5 or moreover", Hedge.NONE),
        ("$5, or more", Hedge.NONE),
        ("$5 was paid", Hedge.NONE),
        ("$5", Hedge.NONE),
    ],
)
def test_hedge_after(text: str, hedge: Hedge) -> None:
    assert hedge_after(text, 2)[0] is hedge
