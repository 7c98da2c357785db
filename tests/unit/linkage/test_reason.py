"""A reason is read by people and parsed back by programs."""

from datetime import date

import pytest

from claims.facets.types import Facet, Kind, Level
from claims.linkage.reason import Part, in_common, parse, render
from claims.linkage.types import FacetComparison

FIFTH = Facet(Kind.DATE, 0, 10, "5 May", "2031-05-05")
MONDAY = Facet(Kind.DATE, 0, 11, "last Monday", "2031-05-05", anchor=date(2031, 5, 7))
QUOTED = Facet(Kind.PRODUCT, 0, 3, "“X2” [new]", "X2 [new]")


@pytest.mark.parametrize(
    ("a", "b", "level", "expected"),
    [
        (
            FIFTH,
            MONDAY,
            Level.AGREE,
            Part(
                Kind.DATE,
                Level.AGREE,
                "5 May",
                "2031-05-05",
                "last Monday",
                "2031-05-05, counted from 2031-05-07",
            ),
        ),
        (
            FIFTH,
            None,
            Level.UNKNOWN,
            Part(Kind.DATE, Level.UNKNOWN, "5 May", "2031-05-05", "", "not stated"),
        ),
        (
            QUOTED,
            QUOTED,
            Level.NAMING_VARIANT,
            Part(
                Kind.PRODUCT,
                Level.NAMING_VARIANT,
                '"X2" [new]',
                "X2 (new)",
                '"X2" [new]',
                "X2 (new)",
            ),
        ),
    ],
)
def test_round_trip(a, b, level, expected):
    comparison = FacetComparison(a.kind, "event", level, a, b)
    reason = render("value_conflict", (comparison, comparison))
    assert parse(reason) == ("value_conflict", (expected, expected))


@pytest.mark.parametrize(
    "words", [("ferry",), ("ferry", "strait", "phone call"), ("so-called", "o'clock")]
)
@pytest.mark.parametrize("facets", [0, 2])
def test_words_in_common_come_first(words, facets):
    comparison = FacetComparison(FIFTH.kind, "event", Level.AGREE, FIFTH, MONDAY)
    reason = render("much_shared", (comparison,) * facets, words)
    assert in_common(reason) == words
    rule, parts = parse(reason)
    assert (rule, len(parts)) == ("much_shared", facets)


@pytest.mark.parametrize(
    "reason",
    [
        render(
            "same_event", (FacetComparison(Kind.DATE, "", Level.AGREE, FIFTH, FIFTH),)
        ),
        "person: “in common: “x”” (rule same_event)",
        "no rule holds (rule no_link)",
        "",
    ],
)
def test_other_reasons_name_no_words(reason):
    assert in_common(reason) == ()


@pytest.mark.parametrize("reason", ["", "they differ", "date: “a” [b] (rule X)"])
def test_what_is_no_reason_is_refused(reason):
    with pytest.raises(ValueError, match="no rule"):
        parse(reason)
