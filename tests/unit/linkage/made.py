"""Facets, frames and statements made by hand, as short as a table row allows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from claims.facets.types import (
    Argument,
    Facet,
    Frame,
    Granularity,
    Kind,
    StatementRecord,
)

DAY = date(2031, 3, 12)

# Long enough that one exchange leaves a near-copy.
TOLD = "The council of the old town {} near the coast on a rainy day in spring."


def facet(kind: Kind, value: str, *, text: str = "", **values: Any) -> Facet:
    """A facet at the start of the quote unless told otherwise."""
    text = text or value
    values.setdefault("start", 0)
    return Facet(
        kind, end=values["start"] + len(text), text=text, value=value, **values
    )


def money(number: float, *, unit: str = "USD", **values: Any) -> Facet:
    exact = Decimal(str(number))
    text = values.pop("text", f"{number} {unit}")
    return facet(
        Kind.AMOUNT, f"{unit} {exact}", text=text, number=exact, unit=unit, **values
    )


def day(when: date, **values: Any) -> Facet:
    return facet(
        Kind.DATE,
        when.isoformat(),
        date_from=when,
        date_to=when + timedelta(days=1),
        granularity=Granularity.DAY,
        **values,
    )


def quarter(number: int, **values: Any) -> Facet:
    """A quarter of 2031 as the period of an amount."""
    first = date(2031, 3 * number - 2, 1)
    following = date(2031 + number // 4, 3 * number % 12 + 1, 1)
    return facet(
        Kind.DATE,
        f"2031-Q{number}",
        role="period",
        date_from=first,
        date_to=following,
        granularity=Granularity.QUARTER,
        **values,
    )


def person(value: str, **values: Any) -> Facet:
    return facet(Kind.PERSON, value, **values)


def argument(role: str, *words: str, names: tuple[str, ...] = ()) -> Argument:
    head = words[-1] if words else ""
    return Argument(role, head, words, 0, 0, names)


def frame(predicate: str, *arguments: Argument, **values: Any) -> Frame:
    values.setdefault("index", 0)
    values.setdefault("start", 0)
    lemma = values.pop("lemma", predicate)
    end = values["start"] + len(lemma)
    return Frame(
        end=end, lemma=lemma, predicate=predicate, arguments=arguments, **values
    )


def record(text: str = "", *parts: Facet | Frame, **values: Any) -> StatementRecord:
    """A statement of those facets and frames; its words are its lemmas."""
    values.setdefault("published", DAY)
    values.setdefault("lemmas", tuple(text.lower().strip(".").split()))
    return StatementRecord(
        text,
        end=len(text),
        facets=tuple(p for p in parts if isinstance(p, Facet)),
        frames=tuple(p for p in parts if isinstance(p, Frame)),
        **values,
    )


def told(
    words: str, *values: tuple[str, Callable[[int, str], Facet]], **more: Any
) -> StatementRecord:
    """The council's doings; a value or name is printed where its text stands."""
    text = TOLD.format(words)
    placed = [make(text.index(printed), printed) for printed, make in values]
    return record(text, *placed, **more)
