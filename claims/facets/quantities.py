"""What amounts, counts and percents share: facets of numbers, and comparing them. PURE.

Every printed quantity stands for an interval: a plain number for itself, a hedged one
for what its hedge leaves open, a range and a vague word for their bounds. Two plain
numbers are one value when the coarser is the finer rounded at its last printed digit;
else quantities are compatible when their intervals meet.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.facets.hedges import hedge_after, hedge_before
from claims.facets.numerals import scan
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Facet, Hedge, Kind, Level

# Significant digits of a block key: "8 billion" and "8.02 billion" share one.
KEY_DIGITS = 2
# Percents at which a share told in words ends by what the words mean.
SHARP = frozenset(map(Decimal, (0, 50, 100)))
# What stands between the two numbers of a range.
_LINK = re.compile(
    r"\s?-{1,2}\s?|\s+(?:to|and|or)\s+(?:(?:some|about|maybe)\s+)?", re.IGNORECASE
)
# From this size on, decimals of a converted unit only hide the number.
_NO_DECIMALS = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity as read: its span without the hedge, and number, or low and high."""

    start: int
    end: int
    unit: str
    number: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    vague: bool = False
    measure: str = ""


def printed(number: Decimal) -> str:
    """The number in plain digits, without trailing zeros: equal numbers, equal text."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(number: Decimal) -> str:
    """The number for readers: "8,000,000,000", "2.5"; large ones without decimals."""
    if abs(number) >= _NO_DECIMALS:
        number = number.quantize(Decimal(1))
    whole, _, part = printed(number).partition(".")
    return f"{int(whole):,}" + (f".{part}" if part else "")


def numeric_value(reading: Reading) -> str:
    """ "8000000000", or "2000000000..3000000000" for a range."""
    if reading.number is not None:
        return printed(reading.number)
    return (
        f"{printed(reading.low or Decimal(0))}..{printed(reading.high or Decimal(0))}"
    )


def facet_of(kind: Kind, text: str, reading: Reading, value: str) -> Facet:
    """The facet of a reading, with the hedge that stands before or behind it."""
    hedge = Hedge.VAGUE if reading.vague else hedge_before(text, reading.start)[0]
    if hedge is Hedge.NONE:
        hedge = hedge_after(text, reading.end)[0]
    return Facet(
        kind=kind,
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        value=value,
        number=reading.number,
        number_low=reading.low,
        number_high=reading.high,
        unit=reading.unit,
        measure=reading.measure,
        hedge=hedge,
    )


def printed_values(facet: Facet) -> tuple[Facet, ...]:
    """A printed range as its two numbers, each where it stands; else the facet itself.

    Both keep the bounds of the range, so that nothing of it is lost.
    """
    low, high = facet.number_low, facet.number_high
    if facet.number is not None or low is None or high is None or not facet.text:
        return (facet,)
    numerals = scan(facet.text)
    link = _LINK.search(facet.text, numerals[0].end) if numerals else None
    if facet.hedge is Hedge.VAGUE or link is None:
        return (facet,)
    parts = ((0, link.start(), low), (link.end(), len(facet.text), high))
    both = f"{printed(low)}..{printed(high)}"
    return tuple(
        replace(
            facet,
            start=facet.start + start,
            end=facet.start + end,
            text=facet.text[start:end],
            value=facet.value.replace(both, printed(number)),
            number=number,
        )
        for start, end, number in parts
    )


def compare_numbers(
    a: Facet,
    b: Facet,
    tolerances: Tolerances,
    *,
    shown: Callable[[Facet], str],
) -> Comparison:
    """The level of two quantities of one unit; `shown` prints one with its resolution.

    Symmetric. Facets without number and bounds compare as UNKNOWN.
    """
    pair = f"{shown(a)} and {shown(b)}"
    bounds_a, bounds_b = bounds(a, tolerances), bounds(b, tolerances)
    if bounds_a is None or bounds_b is None:
        return Comparison(Level.UNKNOWN, f"{pair}: no number")
    if a.value == b.value:
        if a.hedge == b.hedge:
            return Comparison(Level.AGREE, f"{pair} are the same")
        return Comparison(Level.REFINES, f"{pair} differ only in their hedge")
    if a.number is not None and b.number is not None and rounds(a, b, tolerances):
        return Comparison(Level.REFINES, f"{pair} are one value, rounded")
    if bounds_a[0] <= bounds_b[1] and bounds_b[0] <= bounds_a[1]:
        return Comparison(Level.REFINES, f"{pair}: one leaves room for the other")
    return Comparison(Level.CONFLICT, f"{pair} {_apart(a, b, bounds_a, bounds_b)}")


def _apart(
    a: Facet,
    b: Facet,
    bounds_a: tuple[Decimal, Decimal],
    bounds_b: tuple[Decimal, Decimal],
) -> str:
    if a.number is None or b.number is None:
        return "do not meet"
    if a.kind == Kind.PERCENT:
        gap = abs(a.number - b.number)
        return f"differ by {printed(gap)} point{'' if gap == 1 else 's'}"
    largest = max(abs(a.number), abs(b.number))
    share = abs(a.number - b.number) / largest * 100 if largest else Decimal(0)
    if share < 1:
        return "differ by less than 1%"
    return f"differ by {printed(share.quantize(Decimal(1)))}%"


def rounds(a: Facet, b: Facet, tolerances: Tolerances) -> bool:
    """Whether the coarser of two numbers is the finer one at its printed precision."""
    if a.number is None or b.number is None:
        return False
    gap = abs(a.number - b.number)
    largest = max(abs(a.number), abs(b.number))
    if a.kind == Kind.AMOUNT and gap <= tolerances.price * largest:
        return True
    if a.kind == Kind.PERCENT:
        close = gap <= tolerances.percent_points
    else:
        close = gap <= tolerances.rounding * largest
    return close and gap < max(last_digit(a), last_digit(b))


def last_digit(facet: Facet) -> Decimal:
    """Worth of the last printed significant digit, in the facet's unit; 0 = unknown."""
    numerals = scan(facet.text)
    if not numerals or facet.number is None:
        return Decimal(0)
    numeral = numerals[0]
    if not numeral.value:
        return Decimal(0)
    return abs(facet.number / numeral.value) * numeral.step


def bounds(facet: Facet, tolerances: Tolerances) -> tuple[Decimal, Decimal] | None:
    """What the printed quantity leaves open, as a closed interval; None = no number."""
    if facet.number is None:
        if facet.number_low is None or facet.number_high is None:
            return None
        low, high = facet.number_low, facet.number_high
        if facet.hedge is not Hedge.VAGUE:
            return low, high
        if facet.unit == "%":
            return _edges_of_share(low, high, tolerances)
        return low / tolerances.vague, high * tolerances.vague
    size = abs(facet.number)
    below, above = _room(facet.hedge, tolerances)
    return facet.number - size * below, facet.number + size * above


def _edges_of_share(
    low: Decimal, high: Decimal, tolerances: Tolerances
) -> tuple[Decimal, Decimal]:
    """ "Most" ends at the half, but for rounding; where "the vast majority" begins
    nobody agrees.
    """
    room = tolerances.percent_points
    below = room if low in SHARP else low * tolerances.about
    above = room if high in SHARP else high * tolerances.about
    return low - below, high + above


def _room(hedge: Hedge, tolerances: Tolerances) -> tuple[Decimal, Decimal]:
    """Relative width below and above the printed number."""
    none = Decimal(0)
    return {
        Hedge.ABOUT: (tolerances.about, tolerances.about),
        Hedge.NEARLY: (tolerances.one_sided, none),
        Hedge.OVER: (none, tolerances.one_sided),
        Hedge.UNDER: (tolerances.one_sided, none),
        Hedge.AT_LEAST: (none, tolerances.open_bound),
        Hedge.AT_MOST: (tolerances.open_bound, none),
    }.get(hedge, (none, none))


def number_keys(facet: Facet) -> frozenset[str]:
    """Block keys: unit and leading digits; none for a range or a vague number."""
    if facet.number is None or not facet.number:
        return frozenset()
    exponent = facet.number.adjusted()
    lead = (abs(facet.number).scaleb(-exponent)).quantize(
        Decimal(1).scaleb(1 - KEY_DIGITS)
    )
    return frozenset({f"{facet.kind}:{facet.unit}:{printed(lead)}e{exponent}"})
