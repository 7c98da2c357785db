"""The words without which a rule of the date grammar cannot match. PURE.

A rule names them (facets.date_terms.rule), and the index tells which rules may match in
a text; see facets.clues.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from claims.facets import clues as marks
from claims.facets.clues import Clues, clues, runs, words
from claims.lexicon.calendar import (
    DECADES,
    MONTH_SHORT,
    MONTHS,
    ONES,
    ORDINALS,
    PARTS_OF_DAY,
    PERIOD_PARTS,
    SEASONS,
    TENS,
    UNIT_PLURALS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

T = TypeVar("T")


class Index(Generic[T]):
    """Things that need words, to be looked up by a text."""

    def __init__(self, rows: Iterable[tuple[T, Sequence[Clues]]]) -> None:
        self._rows = tuple((thing, needs[0], needs[1:]) for thing, needs in rows)
        self._by_word: dict[str, list[int]] = {}
        for number, (_, looked_up, _) in enumerate(self._rows):
            for word in looked_up:
                self._by_word.setdefault(word, []).append(number)
        self._words = frozenset(self._by_word)

    def matching(self, text: str) -> tuple[T, ...]:
        """What may match in the text, in the order given."""
        held = clues(text)
        numbers = {n for word in held & self._words for n in self._by_word[word]}
        return tuple(
            thing
            for thing, _, needs in map(self._rows.__getitem__, sorted(numbers))
            if not any(map(held.isdisjoint, needs))
        )


DIGIT: Clues = frozenset({marks.DIGIT})
YEAR: Clues = frozenset({marks.FOUR_DIGITS})
SHORT_YEAR: Clues = frozenset({marks.SHORT_YEAR})
COLON: Clues = frozenset({marks.COLON})
SLASH: Clues = frozenset({marks.SLASH})
POINT: Clues = frozenset({marks.POINT})
HYPHEN: Clues = frozenset({marks.HYPHEN})
# Of date_numbers.NUMBER.
NUMBER: Clues = frozenset(
    (marks.DIGIT, marks.FRACTION, *ONES, *TENS, "hundred", "thousand", "dozen")
)
VAGUE: Clues = words("several many few couple number")
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
