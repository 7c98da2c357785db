"""Places in an order; and ordinals of days, periods, fractions and names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import ordinal
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Level


@pytest.mark.parametrize(
    ("text", "printed", "value", "measure"),
    [
        ("The third round was held.", "third", "3", "round"),
        ("It was her 25th book.", "25th", "25", "book"),
        ("It is the fourth-largest bank.", "fourth-largest", "4", "largest bank"),
        ("It is the second most populous city.", "second most populous", "2",
         "most populous city"),
        ("He beat the No. 4 seed.", "no. 4", "4", "seed"),
        ("It was the twenty-first summit.", "twenty-first", "21", "summit"),
    ],
)  # fmt: skip
def test_ordinals(text: str, printed: str, value: str, measure: str) -> None:
    (facet,) = ordinal.find_text(text)
    assert facet.text.lower() == printed
    assert (facet.value, facet.measure) == (value, measure)


@pytest.mark.parametrize(
    "text",
    [
        "They met on June 5th.",
        "They met on the 9th.",
        "In the first quarter it grew.",
        "In the second half it shrank.",
        "It took a second.",
        "Two thirds of them left.",
        "At first nobody came.",
        "Orlo first reported it.",
        "It was the 19th century.",
        "The 8th Circuit ruled.",
        "There was no answer.",
        "",
    ],
)
def test_no_ordinal(text: str) -> None:
    assert ordinal.find_text(text) == []


def test_the_parse_tells_adverbs_and_nouns(
    sentence: Callable[[str], Span],
) -> None:
    def found(text: str) -> list[str]:
        facets = ordinal.find(sentence(text), Context())
        return [f"{f.value} {f.measure}" for f in facets]

    assert found("The third round of talks was held.") == ["3 round"]
    assert found("It was first reported by Orlo.") == []


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("the third round", "its 3rd round", Level.AGREE),
        ("the third round", "the fourth round", Level.CONFLICT),
        ("the third round", "the fourth book", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    (one,), (other,) = ordinal.find_text(a), ordinal.find_text(b)
    assert ordinal.compare(one, other, DEFAULT).level is level


def test_first_makes_no_key() -> None:
    assert ordinal.keys(ordinal.find_text("the first round")[0]) == frozenset()
    assert ordinal.keys(ordinal.find_text("the third round")[0]) == {"ordinal:3:round"}
