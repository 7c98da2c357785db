"""How two dates compare."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.date import compare, find_text
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Level

TUESDAY = date(2025, 6, 10)


def only(text: str, published: date | None = TUESDAY) -> Facet:
    facets = find_text(text, published)
    assert len(facets) == 1, [facet.text for facet in facets]
    return facets[0]


@pytest.mark.parametrize(
    ("left", "right", "level", "word"),
    [
        ("met June 5", "met last Thursday", Level.AGREE, "counted from 2025-06-10"),
        ("met June 5", "met June 6", Level.CONFLICT, "one day apart"),
        ("met June 5", "met June 9", Level.CONFLICT, "4 days apart"),
        ("met April 15", "met in mid-April", Level.REFINES, ""),
        ("met in mid-April", "met in April", Level.REFINES, ""),
        ("met April 9", "met in mid-April", Level.REFINES, "wording"),
        ("met April 2", "met in mid-April", Level.CONFLICT, ""),
        ("met in April", "met in May", Level.CONFLICT, ""),
        ("met around June 5", "met June 6", Level.REFINES, "wording"),
        ("met from June 9 to 10", "met June 9-10", Level.AGREE, ""),
        ("met from June 9 to 10", "met June 9-11", Level.CONFLICT, "ranges"),
        ("met June 9", "met June 9-11", Level.REFINES, ""),
        ("met in 2024", "met in March 2024", Level.REFINES, ""),
        ("in force since March", "in force in May", Level.REFINES, "bound"),
        (
            "met at 10 a.m. Monday",
            "met at 11 a.m. Monday",
            Level.CONFLICT,
            "another time",
        ),
        ("met at 10 a.m. Monday", "met Monday", Level.REFINES, ""),
        ("met Monday morning", "met at 10 a.m. Monday", Level.REFINES, ""),
        ("met Monday morning", "met Monday night", Level.CONFLICT, ""),
        ("met at 14:00 GMT Monday", "met at 15:00 BST Monday", Level.AGREE, ""),
        ("met at 14:00 GMT Monday", "met at 15:00 Monday", Level.UNKNOWN, "zones"),
        ("began 11 p.m. EDT June 8", "began 03:00 GMT June 9", Level.AGREE, "zones"),
        ("began 03:00 GMT June 9", "began 11 p.m. EDT June 8", Level.AGREE, "zones"),
        ("began 11 p.m. EDT June 8", "began 04:00 GMT June 9", Level.CONFLICT, ""),
        ("began 11 p.m. EDT June 8", "began 03:00 GMT June 8", Level.CONFLICT, ""),
        ("began 11 p.m. June 8", "began 03:00 GMT June 9", Level.CONFLICT, "zone"),
        ("began 11 p.m. ET June 8", "began 03:00 GMT June 9", Level.AGREE, "zones"),
        ("began 11 p.m. ET Dec. 8", "began 03:00 GMT Dec. 9", Level.CONFLICT, ""),
        (
            "began 4 a.m. London time June 9",
            "began 6 a.m. Moscow time June 9",
            Level.AGREE,
            "",
        ),
        (
            "began 4 a.m. London time June 9",
            "began 7 a.m. Moscow time June 9",
            Level.CONFLICT,
            "another time",
        ),
        ("it fell recently", "it fell June 5", Level.UNKNOWN, ""),
        ("sails daily", "sails every week", Level.CONFLICT, "how often"),
        ("sails daily", "sails Monday", Level.UNKNOWN, ""),
        ("sails every Monday", "sails each Monday and Friday", Level.REFINES, "more"),
        ("sails every Monday", "sails each Friday and Sunday", Level.CONFLICT, "often"),
        (
            "sails every Monday and Friday",
            "sails each Friday and Monday",
            Level.AGREE,
            "",
        ),
        (
            "fell in the fiscal first quarter of 2025",
            "fell in the first quarter of 2025",
            Level.UNKNOWN,
            "",
        ),
    ],
)
def test_compare(left: str, right: str, level: Level, word: str) -> None:
    a, b = only(left), only(right)
    one, other = compare(a, b, DEFAULT), compare(b, a, DEFAULT)
    assert (one.level, other.level) == (level, level)
    assert word in one.how
    assert a.text in one.how
    assert b.text in one.how


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("met June 5", "met June 5", Level.AGREE),
        ("met June 5", "met June 6", Level.CONFLICT),
        ("met June 5", "met in June", Level.REFINES),
        ("met June 5", "met yesterday", Level.UNKNOWN),
        ("met Thursday", "met Friday", Level.UNKNOWN),
        ("met yesterday", "met yesterday", Level.UNKNOWN),
        ("met in the first quarter", "met in the second quarter", Level.CONFLICT),
    ],
)
def test_compare_unresolved(left: str, right: str, level: Level) -> None:
    assert compare(only(left, None), only(right, None), DEFAULT).level is level
