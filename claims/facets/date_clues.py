"""Which words a text holds, so that a rule runs only where it can match. PURE.

A text is cut once into its runs of letters and of digits; a rule names the words
without which it cannot match (facets.date_terms.rule). Most sentences hold the words of
few rules or of none, and looking words up in a set costs far less than searching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from claims.lexicon.calendar import (
    DECADES,
    MONTH_SHORT,
    MONTHS,
    ORDINALS,
    PARTS_OF_DAY,
    PERIOD_PARTS,
    SEASONS,
    UNIT_PLURALS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

Clues = frozenset[str]
T = TypeVar("T")

# Marks among the words of a text: it holds a digit, four digits in a row.
_DIGIT, _FOUR_DIGITS = "0", "0000"
_RUN = re.compile(r"[a-z]+")
_ANY_DIGIT, _ANY_YEAR = re.compile(r"\d"), re.compile(r"\d{4}")


def clues(text: str) -> Clues:
    """The lower-case words of a text, and marks for digits and four digits."""
    found = set(_RUN.findall(text.lower()))
    if _ANY_DIGIT.search(text):
        found.add(_DIGIT)
        if _ANY_YEAR.search(text):
            found.add(_FOUR_DIGITS)
    return frozenset(found)


def words(text: str) -> Clues:
    """The words themselves as clues; they are written in lower case, without signs."""
    return frozenset(text.split())


def runs(names: Iterable[str]) -> Clues:
    """The runs of letters in names of several words or with hyphens and signs."""
    return frozenset(run for name in names for run in _RUN.findall(name))


def heads(names: Iterable[str]) -> Clues:
    """The longest run of letters of each name of several words: a clue seldom met."""
    return frozenset(max(_RUN.findall(name), key=len) for name in names)


class Index(Generic[T]):
    """Things that need words, to be looked up by a text."""

    def __init__(self, rows: Iterable[tuple[T, Sequence[Clues]]]) -> None:
        self._rows = tuple(rows)
        self._by_word: dict[str, list[int]] = {}
        for number, (_, needs) in enumerate(self._rows):
            for word in needs[0]:
                self._by_word.setdefault(word, []).append(number)

    def matching(self, text: str) -> tuple[T, ...]:
        """What may match in the text, in the order given."""
        held = clues(text)
        by_word = self._by_word
        numbers = {n for word in held if word in by_word for n in by_word[word]}
        return tuple(
            thing
            for thing, needs in map(self._rows.__getitem__, sorted(numbers))
            if not any(map(held.isdisjoint, needs))
        )


DIGIT: Clues = frozenset({_DIGIT})
YEAR: Clues = frozenset({_FOUR_DIGITS})
MONTH: Clues = frozenset((*MONTHS, *MONTH_SHORT))
WEEKDAY: Clues = frozenset(
    (*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *WEEKDAY_SHORT)
)
ORDINAL: Clues = runs(ORDINALS) | words("st nd rd th")
DAY_NUMBER: Clues = DIGIT | ORDINAL
UNIT: Clues = frozenset((*UNITS, *(f"{unit}s" for unit in UNITS), *UNIT_PLURALS))
SEASON: Clues = frozenset(SEASONS)
DECADE: Clues = frozenset(DECADES)
PART_OF_DAY: Clues = frozenset((*PARTS_OF_DAY, *(f"{part}s" for part in PARTS_OF_DAY)))
PERIOD: Clues = (
    words("day weekend week month quarter year decade century") | PART_OF_DAY
)
PERIOD_PART: Clues = frozenset(PERIOD_PARTS)
SPOKEN_YEAR: Clues = words("eighteen nineteen twenty thousand")
