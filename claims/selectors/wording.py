"""How the pages write values, levels and periods, in words.

Everything here is text that the tool says; what an outlet printed is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from django.utils.formats import date_format, get_format
from django.utils.translation import gettext, gettext_noop

from claims.facets.types import Granularity, Hedge, Kind, Level
from claims.models import Link
from claims.models.choices import LEVELS, RELATIONS

if TYPE_CHECKING:
    from datetime import date

    from django.utils.functional import Promise

    from claims.models import Origin, StatementFacet

Key = TypeVar("Key")


class Worded(Mapping[Key, str]):
    """Words by key, in the language of whoever asks when they are asked for."""

    def __init__(self, words: Mapping[Key, str]) -> None:
        self.english = words

    def __getitem__(self, key: Key) -> str:
        return gettext(self.english[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self.english)

    def __len__(self) -> int:
        return len(self.english)


LABELS = Worded(
    {
        Kind.DATE: gettext_noop("date"),
        Kind.DURATION: gettext_noop("duration"),
        Kind.AMOUNT: gettext_noop("amount"),
        Kind.COUNT: gettext_noop("count"),
        Kind.PERCENT: gettext_noop("percent"),
        Kind.ORDINAL: gettext_noop("ordinal"),
        Kind.PERSON: gettext_noop("person"),
        Kind.ORGANISATION: gettext_noop("organisation"),
        Kind.PLACE: gettext_noop("place"),
        Kind.PRODUCT: gettext_noop("product"),
        Kind.TITLE: gettext_noop("job title"),
        Kind.POLARITY: gettext_noop("polarity"),
        Kind.MODALITY: gettext_noop("modality"),
    }
)

# What an origin is: the first-hand act.
ORIGINS = Worded(
    {
        "interview": gettext_noop("interview"),
        "post": gettext_noop("post"),
        "speech": gettext_noop("speech"),
        "statement": gettext_noop("statement"),
        "filing": gettext_noop("filing"),
        "call": gettext_noop("call"),
        "report": gettext_noop("report"),
    }
)
# As extraction.origins labels them; the label itself is the same in every language.
_REPORT = re.compile(r"report by (?P<who>.+)")
_ACT = re.compile(r"(?P<who>.+): (?P<kind>[a-z]+)(?P<venue> \(.+\))?")

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

HEDGES = Worded(
    {
        Hedge.ABOUT: gettext_noop("about"),
        Hedge.NEARLY: gettext_noop("nearly"),
        Hedge.OVER: gettext_noop("more than"),
        Hedge.UNDER: gettext_noop("less than"),
        Hedge.AT_LEAST: gettext_noop("at least"),
        Hedge.AT_MOST: gettext_noop("at most"),
        Hedge.VAGUE: gettext_noop("order of magnitude"),
    }
)

MINUTE, HOUR, DAY = 60, 3600, 86_400  # seconds
# Up to two hours people say minutes, up to three days hours.
MINUTES_UNTIL, HOURS_UNTIL = 2 * HOUR, 3 * DAY

SCALES = (
    (Decimal(10**12), gettext_noop("trillion")),
    (Decimal(10**9), gettext_noop("billion")),
    (Decimal(10**6), gettext_noop("million")),
)
ONE_DAY = timedelta(days=1)


def day(value: date | None) -> str:
    """A date as the pages write it: 5 June 2025; empty without one."""
    return date_format(value, "DATE_FORMAT") if value else ""


def plain(number: Decimal) -> str:
    """A number without an exponent, trailing zeros or an endless fraction."""
    text = f"{number.quantize(Decimal('0.01')):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(number: Decimal) -> str:
    """A number as newspapers write it: 2.5 billion."""
    for size, name in SCALES:
        if abs(number) >= size:
            return f"{plain(number / size)} {gettext(name)}"
    return plain(number)


def seconds(number: Decimal) -> str:
    """A length of time: 90 min, 36 h, 5 days."""
    for size, said, until in (
        (MINUTE, gettext("%(number)s min"), MINUTES_UNTIL),
        (HOUR, gettext("%(number)s h"), HOURS_UNTIL),
    ):
        if number <= until:
            return said % {"number": plain(number / size)}
    return gettext("%(number)s days") % {"number": plain(number / DAY)}


def quantity(*, kind: str, number: Decimal, unit: str) -> str:
    """A resolved number with its unit."""
    if kind == Kind.DURATION:
        return seconds(number)
    if kind == Kind.PERCENT:
        said = plain(number)
        return (
            f"{said}%"
            if unit == "%"
            else gettext("%(number)s points") % {"number": said}
        )
    return f"{scaled(number)} {unit}".strip()


def interval(*, start: date, end: date, granularity: str = "") -> str:
    """The half-open interval of days [start, end) in words."""
    last = end - ONE_DAY
    if start >= last:
        return date_format(start, "DATE_FORMAT")
    if granularity == Granularity.QUARTER:
        return gettext("quarter %(number)d of %(year)d") % {
            "number": (start.month - 1) // 3 + 1,
            "year": start.year,
        }
    if granularity == Granularity.MONTH:
        return date_format(start, "YEAR_MONTH_FORMAT")
    if granularity == Granularity.YEAR:
        return str(start.year)
    upto = date_format(last, "DATE_FORMAT")
    # "5–9 May 2031" only where the day stands first; else the whole first day is said.
    day_first = get_format("DATE_FORMAT").startswith("j")
    if day_first and (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{upto}"
    form = "MONTH_DAY_FORMAT" if start.year == last.year else "DATE_FORMAT"
    return gettext("%(first)s to %(last)s") % {
        "first": date_format(start, form),
        "last": upto,
    }


def width(*, start: date, end: date) -> str:
    """How wide a resolved date is: one day, 30 days."""
    days = (end - start).days
    return (
        gettext("one day")
        if days <= 1
        else gettext("%(number)s days") % {"number": days}
    )


def origin_words(origin: Origin) -> str:
    """The label of an origin in the reader's language, its names as they are."""
    label = str(origin)
    if found := _REPORT.fullmatch(label):
        return gettext("report by %(who)s") % {"who": found["who"]}
    found = _ACT.fullmatch(label)
    if found is None or found["kind"] not in ORIGINS:
        return label
    return f"{found['who']}: {ORIGINS[found['kind']]}{found['venue'] or ''}"


def link_words(word: str) -> str:
    """A relation, a level or a state of a link, as it is stored, in words."""
    known: dict[str, str | Promise] = {**dict(RELATIONS), **dict(LEVELS)}
    known |= {state.value: state.label for state in Link.State}
    return str(known.get(word, word))


def _full_name(facet: StatementFacet) -> str:
    """The name in full where a part of it is printed; empty for all other words."""
    known = facet.name.canonical if facet.name is not None else ""
    shorter = len(facet.text) < len(known)
    return known if shorter and facet.text.casefold() in known.casefold() else ""


def resolved(facet: StatementFacet) -> str:
    """What a printed value was taken for; empty where there is nothing to add."""
    if facet.kind == Kind.DATE:
        if facet.date_from is None or facet.date_to is None:
            return gettext("no day known")
        text = interval(
            start=facet.date_from, end=facet.date_to, granularity=facet.granularity
        )
    elif facet.number is not None and facet.kind != Kind.ORDINAL:
        text = quantity(kind=facet.kind, number=facet.number, unit=facet.unit)
    elif facet.kind == Kind.MODALITY:
        text = facet.value
    else:
        return _full_name(facet)
    hedge = Hedge(facet.hedge)
    # What is printed is English, whatever language the page is in.
    if hedge in HEDGES and not facet.text.casefold().startswith(HEDGES.english[hedge]):
        text = f"{text}, {HEDGES[hedge]}"
    if facet.implied:
        text = gettext("%(value)s, from the context") % {"value": text}
    return "" if text.casefold() == facet.text.casefold() else text
