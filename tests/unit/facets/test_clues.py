"""Which words a text holds, and that no pattern is kept from its own words by them."""

from __future__ import annotations

import pytest

from claims.facets.clues import (
    COLON,
    DIGIT,
    FOUR_DIGITS,
    FRACTION,
    HYPHEN,
    POINT,
    SHORT_YEAR,
    SLASH,
    clues,
    heads,
    others,
    runs,
    words,
)
from claims.facets.measures import find_measures
from claims.facets.money import find_money
from claims.facets.numerals import scan
from claims.lexicon import currencies, numbers, units
from claims.lexicon.currency_nations import NATIONS

SPELLED = (*numbers.UNITS, *numbers.TENS)
PARTS = (word for word in numbers.DENOMINATORS if not word.endswith("s"))
# Is read in no text, as its sign parts it in two words.
PARTED = "pa'anga"
# Are also words of other things when they stand in lower case or on their own.
NO_PREFIX = {"rm", "rp", "tk", "php", "stg"}
NO_SYMBOL = "m"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Rain fell.", {"rain", "fell"}),
        ("At 10am in mid-April", {"at", "am", "in", "mid", "april", DIGIT}),
        ("the 1990s", {"the", "s", DIGIT, FOUR_DIGITS}),
        ("at 9:30", {"at", DIGIT, COLON}),
        ("from 5–7 of 9/11", {"from", "of", DIGIT, HYPHEN, SLASH}),
        ("2.5 and ½", {"and", DIGIT, POINT, FRACTION}),
        ("in ’98: 3 - 4", {"in", DIGIT, SHORT_YEAR}),
        ("the 9th", {"the", "th", DIGIT}),
        ("", set()),
    ],
)
def test_clues(text: str, held: set[str]) -> None:
    assert clues(text) == held


def test_words_of_names() -> None:
    assert words("a b") == {"a", "b"}
    assert runs(["labor day", "new year's day"]) == {"labor", "day", "new", "year", "s"}
    assert heads(["labor day", "at the moment"]) == {"labor", "moment"}
    assert others(["labor day", "at the moment", "now"]) == {"day", "at", "now"}


@pytest.mark.parametrize("name", [""])
def test_a_name_without_letters_has_no_head(name: str) -> None:
    with pytest.raises(ValueError):
        heads([name])


@pytest.mark.parametrize(
    "phrase",
    [
        *SPELLED,
        *(f"a {word}" for word in numbers.MAGNITUDES),
        *(f"a {word}" for word in PARTS),
        *(f"{word} of" for word in numbers.VAGUE_PLURALS),
        *numbers.FRACTION_SIGNS,
    ],
)
def test_every_number_is_read(phrase: str) -> None:
    assert scan(f"It held {phrase} mills.")


@pytest.mark.parametrize(
    "printed",
    [
        *(f"5 million {name}" for name in currencies.NAMES if name != PARTED),
        *(f"5 million {nation} {n}s" for n in NATIONS for nation in NATIONS[n]),
        *(f"{code} 5 million" for code in sorted(currencies.CODES)),
        *(f"{sign.upper()}5 million" for sign in sorted(currencies.SIGNS)),
        *(f"{w} 5 million" for w in sorted(set(currencies.PREFIX_WORDS) - NO_PREFIX)),
    ],
)
def test_every_currency_is_read(printed: str) -> None:
    assert find_money(f"They paid {printed}.")


@pytest.mark.parametrize(
    "printed",
    [
        *(f"5 {name}" for name in units.UNITS),
        *(f"50{symbol}" for symbol in units.SYMBOLS if symbol != NO_SYMBOL),
        *(f"5 {first} {second}" for first, second in units.KINDS),
    ],
)
def test_every_unit_is_read(printed: str) -> None:
    assert find_measures(f"It held {printed}.")
