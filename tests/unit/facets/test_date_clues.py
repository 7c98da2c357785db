"""Looking rules up by the words that they need."""

from __future__ import annotations

import pytest

from claims.facets.date_clues import DIGIT, YEAR, Index, clues, heads, runs, words
from claims.facets.date_scan import RULES, scan


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Rain fell.", {"rain", "fell"}),
        ("At 10am in mid-April", {"at", "am", "in", "mid", "april", *DIGIT}),
        ("the 1990s", {"the", "s", *DIGIT, *YEAR}),
        ("the 9th", {"the", "th", *DIGIT}),
        ("", set()),
    ],
)
def test_clues(text: str, held: set[str]) -> None:
    assert clues(text) == held


def test_words_of_names() -> None:
    assert words("a b") == {"a", "b"}
    assert runs(["labor day", "new year's day"]) == {"labor", "day", "new", "year", "s"}
    assert heads(["labor day", "at the moment"]) == {"labor", "moment"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one b", ("first",)),
        ("two c b", ("second", "third")),
        ("one", ()),
        ("nothing of it", ()),
    ],
)
def test_index(text: str, found: tuple[str, ...]) -> None:
    index = Index(
        [
            ("first", (words("one"), words("b"))),
            ("second", (words("two three"), words("b c"))),
            ("third", (words("c"),)),
        ]
    )
    assert index.matching(text) == found


def test_every_rule_needs_something() -> None:
    assert all(rule.needs and all(rule.needs) for rule in RULES)


@pytest.mark.parametrize("text", ["The mill stood by the river.", "", "We saw X-ray."])
def test_a_text_without_clues_holds_no_date(text: str) -> None:
    assert scan(text, None) == ()
