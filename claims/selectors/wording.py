"""How the pages write values, levels and periods, in words.

Everything here is text that the tool says; what an outlet printed is never rewritten.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.formats import date_format

from claims.facets.types import Granularity, Hedge, Kind, Level

if TYPE_CHECKING:
    from datetime import date

    from claims.models import StatementFacet

LABELS = {
    Kind.DATE: "date",
    Kind.DURATION: "duration",
    Kind.AMOUNT: "amount",
    Kind.COUNT: "count",
    Kind.PERCENT: "percent",
    Kind.ORDINAL: "ordinal",
    Kind.PERSON: "person",
    Kind.ORGANISATION: "organisation",
    Kind.PLACE: "place",
    Kind.PRODUCT: "product",
    Kind.TITLE: "title",
    Kind.POLARITY: "polarity",
    Kind.MODALITY: "modality",
}

# The class that colours a level: see css/components.css.
MARKS = {
    Level.AGREE: "states",
    Level.REFINES: "refines",
    Level.CONFLICT: "differs",
    Level.NOT_COMPARABLE: "incomparable",
    Level.NAMING_VARIANT: "naming",
    Level.UPDATED: "updated",
    Level.UNKNOWN: "omits",
}

HEDGES = {
    Hedge.ABOUT: "about",
    Hedge.NEARLY: "nearly",
    Hedge.OVER: "more than",
    Hedge.UNDER: "less than",
    Hedge.AT_LEAST: "at least",
    Hedge.AT_MOST: "at most",
    Hedge.VAGUE: "order of magnitude",
}

MINUTE, HOUR, DAY = 60, 3600, 86_400  # seconds
# Up to two hours people say minutes, up to three days hours.
MINUTES_UNTIL, HOURS_UNTIL = 2 * HOUR, 3 * DAY

SCALES = (
    (Decimal(10**12), "trillion"),
    (Decimal(10**9), "billion"),
    (Decimal(10**6), "million"),
)
ONE_DAY = timedelta(days=1)


def day(value: date | None) -> str:
    """A date as the pages write it: 5 June 2025; empty without one."""
    return date_format(value, "j F Y") if value else ""


def plain(number: Decimal) -> str:
    """A number without an exponent, trailing zeros or an endless fraction."""
    text = f"{number.quantize(Decimal('0.01')):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(number: Decimal) -> str:
    """A number as newspapers write it: 2.5 billion."""
    for size, name in SCALES:
        if abs(number) >= size:
            return f"{plain(number / size)} {name}"
    return plain(number)


def seconds(number: Decimal) -> str:
    """A length of time: 90 min, 36 h, 5 days."""
    for size, name, until in ((MINUTE, "min", MINUTES_UNTIL), (HOUR, "h", HOURS_UNTIL)):
        if number <= until:
            return f"{plain(number / size)} {name}"
    return f"{plain(number / DAY)} days"


def quantity(*, kind: str, number: Decimal, unit: str) -> str:
    """A resolved number with its unit."""
    if kind == Kind.DURATION:
        return seconds(number)
    if kind == Kind.PERCENT:
        return f"{plain(number)}%" if unit == "%" else f"{plain(number)} points"
    return f"{scaled(number)} {unit}".strip()


def interval(*, start: date, end: date, granularity: str = "") -> str:
    """The half-open interval of days [start, end) in words."""
    last = end - ONE_DAY
    if start >= last:
        return date_format(start, "j F Y")
    if granularity == Granularity.QUARTER:
        return f"quarter {(start.month - 1) // 3 + 1} of {start.year}"
    if granularity == Granularity.MONTH:
        return date_format(start, "F Y")
    if granularity == Granularity.YEAR:
        return str(start.year)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{date_format(last, 'j F Y')}"
    first = date_format(start, "j F" if start.year == last.year else "j F Y")
    return f"{first} to {date_format(last, 'j F Y')}"


def width(*, start: date, end: date) -> str:
    """How wide a resolved date is: one day, 30 days."""
    days = (end - start).days
    return "one day" if days <= 1 else f"{days} days"


def _full_name(facet: StatementFacet) -> str:
    """The name in full where a part of it is printed; empty for all other words."""
    known = facet.name.canonical if facet.name is not None else ""
    shorter = len(facet.text) < len(known)
    return known if shorter and facet.text.casefold() in known.casefold() else ""


def resolved(facet: StatementFacet) -> str:
    """What a printed value was taken for; empty where there is nothing to add."""
    if facet.kind == Kind.DATE:
        if facet.date_from is None or facet.date_to is None:
            return "no day known"
        text = interval(
            start=facet.date_from, end=facet.date_to, granularity=facet.granularity
        )
    elif facet.number is not None and facet.kind != Kind.ORDINAL:
        text = quantity(kind=facet.kind, number=facet.number, unit=facet.unit)
    elif facet.kind == Kind.MODALITY:
        text = facet.value
    else:
        return _full_name(facet)
    hedge = HEDGES.get(Hedge(facet.hedge), "")
    if hedge and not facet.text.casefold().startswith(hedge):
        text = f"{text}, {hedge}"
    if facet.implied:
        text = f"{text}, from the context"
    return "" if text.casefold() == facet.text.casefold() else text
