"""The preposition that opens a date's interval: since, by, before, after. PURE."""

from __future__ import annotations

import re

from claims.facets.types import Hedge

# Longest words that may stand before a date: "no later than the ".
_REACH = 28
_HEDGES = (
    (r"since|as early as|starting|beginning|effective", Hedge.AT_LEAST),
    (
        r"by|until|till|no later than|through|up to|as late as|on or before",
        Hedge.AT_MOST,
    ),
    (r"before|prior to|ahead of|earlier than", Hedge.UNDER),
    (r"after|following|past|later than", Hedge.OVER),
    (r"around|about|approximately|circa|roughly|sometime in|some time in", Hedge.ABOUT),
)
_BEFORE = tuple(
    (re.compile(rf"\b(?:{words})\s(?:on\s|in\s)?(?:the\s)?$", re.IGNORECASE), hedge)
    for words, hedge in _HEDGES
)


def date_hedge(text: str, start: int) -> Hedge:
    """AT_LEAST: since; AT_MOST: by; UNDER: before; OVER: after; ABOUT: around."""
    before = text[max(0, start - _REACH) : start]
    for pattern, hedge in _BEFORE:
        if pattern.search(before):
            return hedge
    return Hedge.NONE
