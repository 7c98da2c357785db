"""What one date leaves out and its neighbour tells: "July and August 2024". PURE."""

from __future__ import annotations

from dataclasses import replace

from claims.facets import intervals
from claims.facets.date_terms import Form, Term
from claims.facets.intervals import Period

# In the order of the year that names them.
_SEASONS = {"SP": 1, "SU": 2, "FA": 3, "WI": 4}


def shared(first: Term, last: Term) -> tuple[Term, Term]:
    """What one end leaves out the other tells: March to May 2025, 9th to 12 June."""
    if Form.CALENDAR is not first.form or Form.CALENDAR is not last.form:
        return first, last
    if first.day and not first.month and last.month:
        first = replace(first, month=last.month, year=last.year)
    if last.day and not last.month and not last.weekday and first.month:
        last = replace(last, month=first.month, year=first.year)
    return with_year_of(first, last), last


def with_year_of(first: Term, last: Term) -> Term:
    """July and August 2024, Q1-Q3 2024: the year stands behind the last of them."""
    if first.shift is not None or first.year or not last.year or first.fiscal:
        return first
    for low, high in (
        (first.month, last.month),
        (first.quarter, last.quarter),
        (first.half, last.half),
        (_SEASONS.get(first.season), _SEASONS.get(last.season)),
    ):
        if low and high:
            year = last.year - 1 if low > high else last.year
            return replace(first, year=year, unit="", fiscal=last.fiscal)
    return first


def after(last: Term, low: Period) -> Term:
    """The second end without its year or week: the first one after the first end."""
    if last.form is not Form.CALENDAR or last.year or last.unit:
        return last
    if last.weekday and not last.day:
        gap = (last.weekday - low.start.isoweekday()) % 7
        day = intervals.shift(low.start, "day", gap)
        return replace(last, weekday=None, year=day.year, month=day.month, day=day.day)
    if last.month:
        wraps = (last.month, last.day or 31) < (low.start.month, low.start.day)
        return replace(last, year=low.start.year + wraps)
    return last
