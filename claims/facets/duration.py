"""Durations: "one and a half hours", "about 90 minutes", "several months". PURE.

A duration is a number of seconds with its TIMEX3 value. The words are found by
facets.date_scan, because dates and durations compete for them; here they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from claims.facets.date_scan import scan
from claims.facets.parsed import Span
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Hedge, Kind, Level

__all__ = ["KIND", "compare", "find", "find_text", "keys"]

KIND = Kind.DURATION
# Relative difference that writing in another unit makes: a month for four weeks (7%),
# an hour for 65 minutes (8%), a year for 13 months (7%).
UNIT_ROUNDING = Decimal("0.10")
# How many units "several" or bare "months" may mean before nobody would write so.
VAGUE_LOW, VAGUE_HIGH = 2, 12
# Factor outside of which a vague duration and a number cannot be the same.
VAGUE_FACTOR = 3
_SECONDS = {"S": 1, "TM": 60, "H": 3600, "D": 86400, "W": 604800, "M": 2592000}
_SECONDS |= {"Y": 31536000, "E": 315360000, "C": 3153600000}
_INFINITE = Decimal("Infinity")


def find_text(
    text: str, published: date | None, previous: Sequence[Facet] = ()
) -> list[Facet]:
    """The durations of a text; spans count from its start.

    "the past two months" holds its days as well when the publication day is known.
    """
    return [f for f in scan(text, published, previous) if f.kind is KIND]


def find(sent: Span, context: Context) -> list[Facet]:
    """The durations of one sentence; the parse is not needed."""
    return find_text(sent.text, context.published, context.previous)


def keys(facet: Facet) -> frozenset[str]:
    """Block key: the value in seconds; none for vague durations."""
    if facet.number is None:
        return frozenset()
    return frozenset({f"duration:{facet.value}"})


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two durations of one role; how names both in seconds or as vague."""
    words = f"{_resolution(a)}; {_resolution(b)}"
    level, note = _level(a, b, tolerances)
    return Comparison(level, f"{words}{': ' + note if note else ''}")


def _resolution(facet: Facet) -> str:
    printed = " ".join(facet.text.split())
    hedge = f"{facet.hedge.value.replace('_', ' ')} " if facet.hedge else ""
    if facet.number is None:
        return f"{printed} is {facet.timex}"
    return f"{printed} is {hedge}{facet.timex} ({facet.value})"


def _level(a: Facet, b: Facet, tolerances: Tolerances) -> tuple[Level, str]:
    if a.number is None or b.number is None:
        return _vague(a, b)
    same_hedge = a.hedge == b.hedge
    if a.value == b.value:
        return (Level.AGREE if same_hedge else Level.REFINES), ""
    left, right = _bounds(a, tolerances), _bounds(b, tolerances)
    if left[0] <= right[1] and right[0] <= left[1]:
        return Level.REFINES, "within what the wording leaves open"
    apart = abs(a.number - b.number) / max(a.number, b.number)
    if apart <= UNIT_ROUNDING and _units(a) != _units(b):
        return Level.REFINES, "the same, rounded to another unit"
    return Level.CONFLICT, f"{_percent(apart)} apart"


def _percent(share: Decimal) -> str:
    return f"{share * 100:.0f}%"


def _bounds(facet: Facet, tolerances: Tolerances) -> tuple[Decimal, Decimal]:
    """The seconds that the printed duration leaves open, lowest and highest."""
    number = facet.number or Decimal(0)
    low = facet.number_low if facet.number_low is not None else number
    high = facet.number_high if facet.number_high is not None else number
    one = tolerances.one_sided
    around, wide = (
        tolerances.about,
        {
            Hedge.NEARLY: (1 - one, Decimal(1)),
            Hedge.UNDER: (1 - one, Decimal(1)),
            Hedge.OVER: (Decimal(1), 1 + one),
        },
    )
    if facet.hedge in wide:
        below, above = wide[facet.hedge]
        return low * below, high * above
    if facet.hedge is Hedge.ABOUT:
        return low * (1 - around), high * (1 + around)
    if facet.hedge is Hedge.AT_LEAST:
        return low, _INFINITE
    if facet.hedge is Hedge.AT_MOST:
        return Decimal(0), high
    return low, high


def _units(facet: Facet) -> frozenset[str]:
    """The TIMEX3 letters of a duration, minutes apart from months."""
    date_part, _, time_part = facet.timex.removeprefix("P").partition("T")
    letters = set(re.findall(r"[A-Z]", date_part))
    return frozenset(
        letters | {f"T{letter}" for letter in re.findall("[A-Z]", time_part)}
    )


def _vague(a: Facet, b: Facet) -> tuple[Level, str]:
    if a.number is None and b.number is None:
        same = a.timex == b.timex
        return (Level.AGREE, "") if same else (Level.UNKNOWN, "both are vague")
    vague, exact = (a, b) if a.number is None else (b, a)
    unit = _vague_unit(vague.timex)
    number = exact.number
    if unit is None or number is None:
        return Level.UNKNOWN, "one is vague"
    low, high = unit * VAGUE_LOW, unit * VAGUE_HIGH
    if low <= number <= high:
        return Level.REFINES, "one is vague"
    if number * VAGUE_FACTOR < low or number > high * VAGUE_FACTOR:
        return Level.CONFLICT, "too far from the vague one"
    return Level.UNKNOWN, "one is vague"


def _vague_unit(timex: str) -> int | None:
    match = re.match(r"P(T?)X([A-Z])\Z", timex)
    if not match:
        return None
    letter = "TM" if match[1] and match[2] == "M" else match[2]
    return _SECONDS.get(letter)
