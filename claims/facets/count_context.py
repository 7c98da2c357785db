"""Which numbers are counts at all: what stands around those that are not. PURE.

Years, times, ages, spans of time, scores, telephone numbers, codes, numbers of
articles, flights and lists look like counts; each has a small test here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.facets.numerals import Numeral
from claims.lexicon import counts as words

# Four digits in this interval are a year unless a plural noun follows at once.
_YEARS = range(1700, 2101)
# Numbers of which the word before is kept: several tests ask for it.
KEPT = 64
# Characters before the number in which a word tells what it is.
_REACH = 32

_LAST_WORD = re.compile(r"(?P<word>#|[A-Za-z][A-Za-z.'-]*|\d[\d,.]*)[\s(]*\Z")
_NEXT_WORD = re.compile(r"(?P<gap>\s+)(?P<word>[A-Za-z][A-Za-z'-]*)")
_BAD_BEHIND = re.compile(
    r"\s?[ap]\.?m\b|:\d|/\d|-\d|\.\d|[A-Za-z]|['\"]\s?\d|\s?°"
    r"|[\s-]years?[\s-]old\b|[\s-]o'clock|\s+\([^)]*\)\s*-|s\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"-(?P<word>[A-Za-z]+)")
_BAD_BEFORE = re.compile(r"(?:[A-Za-z]-|\d\s?[-:/.,]|[#$€£¥/]|[A-Za-z]\.|%)\Z")
_LIST_NUMBER = re.compile(r"[.):]\s")


def is_count(text: str, numeral: Numeral) -> bool:
    """Whether the number may count something, as far as its neighbours tell."""
    if numeral.glued or numeral.fraction:
        return False
    if numeral.value is not None and (numeral.value < 0 or numeral.value % 1):
        behind = word_behind(text, numeral.end)
        counted = numeral.value > 0 and plural(behind) and behind != "points"
        return numeral.scale > 1 or counted
    return not (
        _bad_neighbours(text, numeral)
        or _names(text, numeral)
        or _year(text, numeral)
        or _date(text, numeral)
    )


def _bad_neighbours(text: str, numeral: Numeral) -> bool:
    before = text[max(0, numeral.start - 3) : numeral.start]
    if _BAD_BEFORE.search(before) or _BAD_BEHIND.match(text, numeral.end):
        return True
    hyphened = _HYPHENED.match(text, numeral.end)
    if hyphened and hyphened["word"].lower().rstrip("s") not in words.GROUPED:
        return True
    starts = not text[: numeral.start].strip()
    return (
        starts and not numeral.spelled and bool(_LIST_NUMBER.match(text, numeral.end))
    )


@lru_cache(maxsize=KEPT)
def word_before(text: str, start: int) -> str:
    """The word or number right before, as printed; "" at the start or after marks."""
    match = _LAST_WORD.search(text[max(0, start - _REACH) : start])
    return match["word"] if match else ""


def word_behind(text: str, end: int) -> str:
    """The word right behind, as printed; "" when a mark stands between."""
    match = _NEXT_WORD.match(text, end)
    return match["word"] if match else ""


def _names(text: str, numeral: Numeral) -> bool:
    """ "Article 5", "Flight 12", "Room 9": the number is the name's."""
    before = word_before(text, numeral.start)
    low = before.lower()
    if low in words.NAME_BEFORE and numeral.scale == 1:
        return low not in {"mile", "top"} or not numeral.spelled
    if numeral.spelled or numeral.scale > 1 or "," in text[numeral.start : numeral.end]:
        return False
    capital = before[:1].isupper() and not before.isupper()
    if not capital or low in words.WEEKDAYS or _starts_sentence(text, numeral, before):
        return False
    return not word_behind(text, numeral.end)[:1].islower()


def _starts_sentence(text: str, numeral: Numeral, before: str) -> bool:
    head = text[: numeral.start].rstrip()
    head = head.removesuffix(before).rstrip(" \"'(")
    return not head or head[-1] in ".!?:\n"


def _year(text: str, numeral: Numeral) -> bool:
    printed = text[numeral.start : numeral.end]
    if not (printed.isdigit() and len(printed) == 4 and int(printed) in _YEARS):
        return False
    before = word_before(text, numeral.start).lower().rstrip(".")
    if before in words.YEAR_BEFORE | words.MONTHS | words.WEEKDAYS:
        return True
    return not plural(word_behind(text, numeral.end))


def _date(text: str, numeral: Numeral) -> bool:
    """ "June 5", "5 June", "Jan. 5 and 6"."""
    if numeral.spelled or numeral.scale > 1 or not 0 < (numeral.value or 0) <= 31:
        return False
    before = word_before(text, numeral.start).rstrip(".")
    if before.lower() in words.MONTHS and before[:1].isupper():
        return True
    behind = word_behind(text, numeral.end)
    return behind.lower() in words.MONTHS and behind[:1].isupper()


def plural(word: str) -> bool:
    """Whether the word looks like a plural noun."""
    low = word.lower()
    if low in words.IRREGULAR:
        return True
    if low in words.BREAKS or len(low) < 3 or not low.endswith("s"):
        return False
    if low.endswith("is"):
        return word[0].isupper()  # "Iraqis", not "basis"
    return not low.endswith(("ss", "us", "'s"))


def singular(word: str) -> str:
    """The singular of a plural noun by its spelling, in lower case."""
    low = word.lower()
    if low in words.IRREGULAR:
        return words.IRREGULAR[low]
    if not plural(low):
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    return low[:-1]
