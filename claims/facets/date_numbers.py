"""Numbers as they stand before units of time: "two and a half", "2 1/2". PURE."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets.date_terms import alternatives
from claims.lexicon.calendar import FRACTIONS, ONES, ORDINALS, TENS

_SMALL = rf"(?:{alternatives(TENS)}(?:[-\s]{alternatives(ONES)})?|{alternatives(ONES)})"
_WORDS = (
    rf"{_SMALL}(?:[-\s](?:hundred|thousand)(?:\s(?:and\s)?{_SMALL})?)?"
    rf"|(?:a\s)?hundred|(?:a\s)?thousand|(?:a\s)?dozen"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?:[-\s]?(?:1/2|1/4|3/4|[½¼¾]))?|[½¼¾]"
# One number; "and a half" inside it counts, after the unit it does not.
NUMBER = (
    rf"(?:(?:{_DIGITS}|\b(?:{_WORDS})\b)(?:[-\s]and[-\s]a[-\s](?:half|quarter)\b)?)"
)

# First halves of years as spoken: nineteen seventy-nine, two thousand and five.
SPOKEN_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty)\s(?!(?:{alternatives(list(ONES)[:9])})\b){_SMALL}"
    rf"|two\sthousand(?:\s(?:and\s)?{_SMALL})?)"
)
_ORDINALS = alternatives(ORDINALS).replace(r"\-", r"[-\s]")
ORDINAL = rf"(?:{_ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))"
_TOKEN = re.compile(r"[½¼¾]|\d+/\d+|\d[\d,]*(?:\.\d+)?|[a-z]+")
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}


def number(text: str) -> Decimal | None:
    """The value of a number as printed, or None when a word of it is not a number."""
    total, current, seen = Decimal(0), Decimal(0), False
    for token in _TOKEN.findall(text.lower()):
        if token in ("a", "an", "and"):
            continue
        if token in _SCALES:
            current = (current or Decimal(1)) * _SCALES[token]
            if token == "thousand":
                total, current = total + current, Decimal(0)
        elif (value := _simple(token)) is not None:
            current += value
        else:
            return None
        seen = True
    return total + current if seen else None


def _simple(token: str) -> Decimal | None:
    if token in FRACTIONS:
        return FRACTIONS[token]
    if token[0].isdigit():
        return Decimal(token.replace(",", ""))
    value = ONES.get(token, TENS.get(token))
    return None if value is None else Decimal(value)


def ordinal(text: str) -> int:
    """9 for "9th" and "ninth"; 0 for what is no ordinal."""
    plain = re.sub(r"\s", "-", text.strip().lower())
    if plain in ORDINALS:
        return ORDINALS[plain]
    digits = re.match(r"\d{1,2}", plain)
    return int(digits[0]) if digits else 0


def spoken_year(text: str) -> int:
    """1979 for "nineteen seventy-nine"."""
    words = text.lower().split(None, 1)
    if words[0] == "two":
        return int(number(text) or 0)
    return int((number(words[0]) or 0) * 100 + (number(words[1]) or 0))
