"""The day that an article's dateline prints: "PORT ELLERY, June 9 (Wire) -". PURE.

A story is often published the day after it was written; its "today" and its weekdays
count from the day of the dateline then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from claims.facets.date import find_text
from claims.facets.types import Granularity

# Sentences from the top of an article among which the dateline is looked for: behind a
# headline, a sub-headline and a by-line.
TOP = 4
# Characters of a sentence that a dateline may take.
LONGEST = 80
# How long before its publication a story may have been written.
OLDEST = timedelta(days=3)

# Places and agencies in front, in capitals or capitalised; nothing else.
_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*[,/]?\s+){0,6}(?:\([A-Z][\w ]*\)\s*[-–—]*\s*)?")
_MARK = re.compile(r"\(|--|[-–—:|]\s")
_AFTER = re.compile(rf"(?:,?\s*\d{{4}})?,?\s*(?:{_MARK.pattern})")


def written_on(sentences: Iterable[str], published: date | None) -> date | None:
    """The day of the dateline, if the article prints one, else that of publication."""
    if published is None:
        return None
    for number, sentence in enumerate(sentences):
        if number == TOP:
            break
        if (day := _printed(sentence[:LONGEST], published)) is not None:
            return day
    return published


def _printed(head: str, published: date) -> date | None:
    if _MARK.search(head) is None:
        return None
    for facet in find_text(head, published)[:1]:
        day = facet.date_from
        if day is None or facet.granularity != Granularity.DAY:
            return None
        placed = _BEFORE.fullmatch(head, 0, facet.start) and not facet.anchor
        if placed and _AFTER.match(head, facet.end):
            return day if timedelta(0) <= published - day <= OLDEST else None
    return None
