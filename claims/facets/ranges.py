"""Two numbers that belong together: a range, or two values of one unit. PURE.

"17-18 billion", "between 2 and 3", "5 to 6" are ranges; "from 5 to 6" tells a change
and gives two values, unless it ranges from 5 to 6. So does "rose by 5 to 12", where the
second is too far from the first for the range of a change. The first number takes the
magnitude of the second when it has none ("17-18 billion").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.facets.numerals import Numeral
from claims.lexicon.moving import CHANGED

_LINK = re.compile(
    r"\s?-{1,2}\s?|\s+(?P<word>to|and|or)\s+(?:(?:some|about|maybe)\s+)?"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|some\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|some\s+)?\Z", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|anywhere|var(?:y|ies|ied|ying))\s+from\s+\Z",
    re.IGNORECASE,
)
_HEDGED = r"(?:(?:about|some|around|nearly|almost|just|over|more\sthan)\s+)?"
_CHANGED = rf"\b(?:{'|'.join(sorted(CHANGED))})"
_CHANGED_BY = re.compile(
    rf"{_CHANGED}(?:\s+(?:back|down|up|again|further))?\s+by\s+{_HEDGED}\Z",
    re.IGNORECASE,
)
_CHANGED_AT_ONCE = re.compile(rf"{_CHANGED}\s+{_HEDGED}\Z", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|should|could|can|may|might|must|to|likely)\s+"
    r"(?:(?:be|have|been)\s+)*\Z",
    re.IGNORECASE,
)
# How many times the lower a higher bound is at most, for a change told as a range. The
# ranges of changes in the development sets are narrower ("by 10 to 15 percent").
WIDEST_CHANGE = 2
# Characters of the words that may stand before a range, and before a change.
_REACH, _REACH_OF_CHANGE = 24, 60


@dataclass(frozen=True, slots=True)
class Joined:
    """How two numbers go together: as the bounds of a range, or as two values."""

    low: Decimal
    high: Decimal
    is_range: bool


def join(
    text: str,
    first: Numeral,
    start: int,
    second: Numeral,
    second_start: int,
    *,
    one_sign: bool = False,
) -> Joined | None:
    """How two neighbouring numbers of one unit go together, or None.

    start and second_start are where the numbers begin with their currency signs;
    one_sign says that only the second has a sign of percent, so that both are of one
    change.
    """
    if first.value is None or second.value is None:
        return None
    link = _LINK.fullmatch(text, first.end, second_start)
    if link is None:
        return None
    low, high = _scaled(first, second), second.value
    word = (link["word"] or "-").lower()
    before = text[max(0, start - _REACH) : start]
    if _FROM.search(before) and not _RANGING.search(before):
        return Joined(low, high, is_range=False) if word in {"to", "-"} else None
    wide = word == "to" and not one_sign and high > WIDEST_CHANGE * low
    if wide and _by_and_to(text[:start][-_REACH_OF_CHANGE:], start, first):
        return Joined(low, high, is_range=False)
    if word == "and":
        ranged = bool(_BETWEEN.search(before)) and low < high
        return Joined(low, high, is_range=ranged)
    if word == "or" and low > high:
        return Joined(low, high, is_range=False)
    return Joined(low, high, is_range=True) if low < high else None


def _by_and_to(before: str, start: int, first: Numeral) -> bool:
    """ "Rose by 5 to 12" tells two values; "may rise by 5 to 12" tells a range."""
    at_once = _CHANGED_AT_ONCE.search(before) if start < first.start else None
    changed = _CHANGED_BY.search(before) or at_once
    return changed is not None and not _TO_COME.search(before[: changed.start()])


def _scaled(first: Numeral, second: Numeral) -> Decimal:
    """The first number, times the magnitude that only the second prints."""
    assert first.value is not None and second.value is not None
    if first.scale == 1 and second.scale > 1:
        plain = second.value / second.scale
        if abs(first.value) <= max(abs(plain), Decimal(1000)):
            return first.value * second.scale
    return first.value
