"""Whether two numbers in one place of two near-copies are two. PURE."""

from __future__ import annotations

import re

from claims.facets.types import Facet, Hedge, Kind
from claims.lexicon.calendar import WEEKDAYS
from claims.lexicon.numbers import TENS, UNITS
from claims.linkage.edits import Word
from claims.linkage.kinds import COUNTED

# Hedges that leave the number itself open.
LOOSE = (Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE)

DIGITS = re.compile(r"\d[\d.,]*")


def is_one_number(one: Word, other: Word) -> bool:
    """Whether two words print one whole number: "4" and "four"."""
    number = _number_of(one)
    return number is not None and number == _number_of(other)


def _number_of(word: Word) -> int | None:
    if word.text.isdigit():
        return int(word.text)
    return UNITS.get(word.text, TENS.get(word.text))


def two_counts(one: Facet, other: Facet) -> bool:
    """Whether two numbers that leave room for each other are two all the same, where
    they stand in one place: "at least two" and "at least three", "up to 90 km" and "up
    to 50 km", but not "about 55" and "about 57".
    """
    if one.kind != other.kind or one.hedge != other.hedge or one.hedge in LOOSE:
        return False
    if one.kind == Kind.DATE:
        bounded = one.hedge != Hedge.NONE and one.granularity == other.granularity
        return bounded and one.value != other.value
    if one.kind == Kind.DURATION and one.timex[-1:] != other.timex[-1:]:
        return False  # 18 months are a year and a half
    return one.kind in COUNTED and one.number != other.number


def are_days(one: Facet, other: Facet) -> bool:
    """Whether two dates that nothing resolves are days of the week, or phrases that
    differ in their number alone.
    """
    if all(f.text.lower() in WEEKDAYS for f in (one, other)):
        return True
    return DIGITS.sub("", one.text.lower()) == DIGITS.sub("", other.text.lower())
