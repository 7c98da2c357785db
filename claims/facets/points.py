"""Points told without a number of them: "a percentage point", "a quarter point". PURE.

A quarter or half point, and a decimal one, is a percentage point where the sentence is
about a rate; in sport and of an index it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claims.facets.quantities import Reading

_ONE_POINT = re.compile(
    r"\b(?:an?|another)\s+(?:full\s+|single\s+)?"
    r"(?P<point>(?P<size>basis|percentage)[\s-]point)\b",
    re.IGNORECASE,
)
_PART_OF_POINT = re.compile(
    r"(?<![\w./])(?:an?\s+)?(?:(?P<part>three[\s-]quarters?|quarter|half)"
    r"(?:\s+of\s+an?|\s+an?)?|(?P<decimal>0?\.\d{1,2}))[\s-](?:full\s)?points?\b",
    re.IGNORECASE,
)
_PARTS = {"quarter": "0.25", "half": "0.5", "three": "0.75"}
# Words of a sentence whose points are those of a rate.
_OF_A_RATE = re.compile(
    r"\b(?:(?:interest|key|policy|benchmark|lending|deposit|mortgage|base|jobless"
    r"|unemployment|inflation)\s+rates?|rates?\b.{0,40}\bbank|bank\b.{0,60}\brates?"
    r"|rate\s+(?:cuts?|hikes?|rises?|increases?)|(?:cut|raised|lowered|lifted)\s+"
    r"(?:its\s+|the\s+)?(?:\w+\s+)?rates?|yields?|inflation|unemployment|federal\s+reserve"
    r"|(?-i:Fed)|central\s+bank|point\s+(?:cut|hike|rise|increase|reduction|move))\b",
    re.IGNORECASE,
)


def parts_of_points(text: str) -> list[Reading]:
    """ "A quarter point", "half a point", "0.25 points", in percentage points."""
    if "point" not in text or not _OF_A_RATE.search(text):
        return []
    return [
        Reading(*match.span(), "pp", _size(match))
        for match in _PART_OF_POINT.finditer(text)
    ]


def _size(match: re.Match[str]) -> Decimal:
    if match["decimal"]:
        return Decimal(match["decimal"])
    return Decimal(_PARTS[re.split(r"[\s-]", match["part"].lower())[0]])


def single_points(text: str, taken: Sequence[Reading]) -> list[Reading]:
    """ "a percentage point", "another basis point": one of them, without a number."""
    found: list[Reading] = []
    for match in _ONE_POINT.finditer(text):
        start, end = match.span("point")
        if any(r.start < end and start < r.end for r in taken):
            continue
        whole = match["size"].lower() == "percentage"
        found.append(Reading(start, end, "pp", Decimal(1 if whole else "0.01")))
    return found
