"""How old someone or something is: "a 54-year-old", "six months old", "aged 12". PURE.

An age is a measure and no length of time: it tells how long something has been, not how
long an event took. Ages are told in the unit they are printed in; its name is the unit.
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets.clues import clues, words
from claims.facets.date_numbers import NUMBER, number
from claims.facets.duration_grammar import unit_of
from claims.facets.quantities import Reading

MEASURE = "age"

_OLD = re.compile(
    rf"(?<![\w$€£#.,])(?:(?P<low>{NUMBER})(?:-|\s)(?:to|or)(?:-|\s))?(?P<age>{NUMBER})"
    r"[-\s](?P<unit>year|month|week|day)s?[-\s]olds?\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged|at\sage|at\sthe\sage\sof|ages)\s(?P<age>\d{1,3})"
    r"(?:(?:\s?-\s?|\s(?:to|and)\s)(?P<high>\d{1,3}))?\b(?![.,]\d|\s?(?:%|per\s?cent))",
    re.IGNORECASE,
)
# Words of which an age has one.
_OLDS, _AGES = words("old olds"), words("age aged ages")


def find_ages(text: str) -> list[Reading]:
    """Every age of the text in order; the number is in its printed unit."""
    found = []
    held = clues(text)
    if not held.isdisjoint(_OLDS):
        found += [_old(match) for match in _OLD.finditer(text)]
    if not held.isdisjoint(_AGES):
        found += [_aged(match) for match in _AGED.finditer(text)]
    return sorted(found, key=lambda reading: reading.start)


def _old(match: re.Match[str]) -> Reading:
    low = number(match["low"]) if match["low"] else None
    return _reading(match, f"{unit_of(match['unit'])}s old", low, number(match["age"]))


def _aged(match: re.Match[str]) -> Reading:
    low, high = number(match["age"]), match["high"]
    if high is None:
        return _reading(match, "years old", None, low)
    return _reading(match, "years old", low, number(high))


def _reading(
    match: re.Match[str], unit: str, low: Decimal | None, high: Decimal | None
) -> Reading:
    if low is None or high is None or low >= high:
        return Reading(*match.span(), unit, number=high, measure=MEASURE)
    return Reading(*match.span(), unit, low=low, high=high, measure=MEASURE)
