"""Resolving what is counted from another day: now, the last date told, an event. PURE.

"last week" counts from the publication day, "the next day" from the last day told,
"four days after the June 5 vote" from the date that follows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from claims.facets import date_resolve, intervals
from claims.facets.date_compare import YEAR_BEFORE
from claims.facets.date_resolve import DAYS, Reading, Resolved, found, open_
from claims.facets.date_shared import after, shared
from claims.facets.date_tense import Lean
from claims.facets.date_terms import Form, Term
from claims.facets.intervals import Period
from claims.facets.types import Granularity as G
from claims.lexicon.calendar import CLOCK_UNITS

THURSDAY, FRIDAY = 4, 5
# Months of a comparison with "a year earlier": quarters and what is shorter.
_REPORTED = frozenset({G.QUARTER, G.HALF})
_COMPARED = _REPORTED | {G.MONTH}
# Dates told before among which the reporting period is looked for.
RECENT = 6
# A count back in whole units blurs to the unit: two months ago is that month.
_BLUR = {"day": "day", "night": "day", "week": "week", "month": "month"}
_BLUR |= {"quarter": "month", "fortnight": "week", "weekend": "weekend"}


def resolve(term: Term, reading: Reading) -> Resolved | None:
    """The meaning of a term, or None when the words turn out to name no time."""
    return _RESOLVERS[term.form](term, reading)


def _shift(term: Term, reading: Reading) -> Resolved | None:
    anchor = reading.published
    if term.base == "told" and (told := _told_like(term.unit, reading)):
        anchor = told.start
    if anchor is None:
        return _unanchored(term)
    if term.unit == "weekend" and term.shift == -1:
        return found(_last_weekend(anchor), anchor)
    count = term.shift or 0
    if term.unit == "weekend" and term.base == "coming":
        count = int(anchor.isoweekday() > FRIDAY)
    when = intervals.shift(anchor.replace(day=1), term.unit, count)
    if term.unit in ("day", "week", "weekend", "night"):
        when = intervals.shift(anchor, term.unit, count)
    if term.weekday:
        monday = intervals.week(when).start
        return found(
            intervals.day(intervals.shift(monday, "day", term.weekday - 1)), anchor
        )
    if term.base in ("to date", "rest"):
        return found(_cut(term, anchor), anchor)
    if term.base == "end":
        return found(_year_end(term, reading), anchor)
    return found(_part(intervals.unit_period(term.unit, when), when, term.part), anchor)


def _cut(term: Term, anchor: date) -> Period:
    """The year to date, up to the anchor; the rest of it, from the anchor on."""
    whole = intervals.unit_period(term.unit, anchor)
    start, end = whole.start, anchor + intervals.DAY
    if term.base == "rest":
        start, end = anchor, whole.end
    value = intervals.name_days(start, end)
    return replace(whole, start=start, end=end, value=value, granularity=G.RANGE)


def _week_of(term: Term, reading: Reading) -> Resolved | None:
    """The week of June 9 · the first week, second Friday or 15th day of a period.

    A week is of the period in which its Thursday lies, as ISO 8601 counts them.
    """
    inner = resolve(term.first, reading) if term.first else None
    if inner is None or inner.period is None:
        return None
    period, number = inner.period, term.week or 0
    if not number:
        return found(intervals.unit_period(term.unit, period.start), inner.anchor)
    last = period.end - intervals.DAY
    if term.unit == "month":
        month = last if number < 0 else intervals.add_months(period.start, number - 1)
        whole = period.granularity is G.YEAR and month < period.end
        return found(intervals.unit_period("month", month)) if whole else None
    if term.unit == "day":
        day = last if number < 0 else intervals.shift(period.start, "day", number - 1)
    elif term.weekday:
        away = 0 if number < 0 else number - 1
        day = _on_or(period.start if number > 0 else last, term.weekday, number)
        day = intervals.shift(day, "week", away)
    else:
        edge = last if number < 0 else intervals.shift(period.start, "week", number - 1)
        thursday = _on_or(edge, THURSDAY, number)
        return found(intervals.week(thursday), inner.anchor)
    return found(intervals.day(day), inner.anchor) if day < period.end else None


def _on_or(edge: date, weekday: int, number: int) -> date:
    """The first such weekday from an edge on; the last one up to it when negative."""
    if number < 0:
        return intervals.shift(edge, "day", -((edge.isoweekday() - weekday) % 7))
    return intervals.shift(edge, "day", (weekday - edge.isoweekday()) % 7)


def _last_weekend(anchor: date) -> Period:
    back = 7 if anchor.isoweekday() < 6 else 0
    found_ = intervals.weekend(intervals.shift(anchor, "day", -back))
    return (
        found_
        if found_.start < anchor
        else intervals.weekend(intervals.shift(anchor, "day", -7))
    )


def _year_end(term: Term, reading: Reading) -> Period:
    """Year-end is the last day; the one gone by when the sentence looks back."""
    published = reading.published
    assert published is not None
    period = intervals.unit_period(term.unit, published)
    if reading.lean is Lean.PAST:
        period = intervals.unit_period(term.unit, period.start - intervals.DAY)
    return intervals.day(period.end - intervals.DAY)


def _part(period: Period, when: date, part: str) -> Period:
    if part and period.granularity is G.MONTH:
        return intervals.month_part(when.year, when.month, part)
    if part and period.granularity is G.YEAR:
        return intervals.year_part(period.start.year, part)
    return period


def _unanchored(term: Term) -> Resolved | None:
    names = {"day": ("XXXX-XX-XX", G.DAY), "week": ("XXXX-WXX", G.WEEK)}
    names |= {"weekend": ("XXXX-WXX-WE", G.WEEKEND), "month": ("XXXX-XX", G.MONTH)}
    names |= {"quarter": ("XXXX-QX", G.QUARTER)}
    timex, granularity = names.get(term.unit, ("XXXX", G.YEAR))
    return open_(timex, granularity)


def _told_like(unit: str, reading: Reading) -> Period | None:
    """The last period told that a unit can be counted from."""
    for period in reversed(reading.told):
        if unit in ("day", "night") and period.granularity not in DAYS:
            continue
        if unit in ("week", "weekend") and period.granularity not in {
            *DAYS,
            G.WEEK,
            G.WEEKEND,
        }:
            continue
        return period
    return None


def _offset(term: Term, reading: Reading) -> Resolved | None:
    anchor = _offset_anchor(term, reading)
    direction = term.shift or 1
    if term.count is None or anchor is None or term.unit in CLOCK_UNITS:
        where = "before" if direction < 0 else "after"
        if term.base == "now":
            where = "ago" if direction < 0 else "ahead"
        return Resolved(f"{term.timex} {where}", term.timex, G.VAGUE)
    unit, count = _whole_units(term.unit, term.count)
    if compared := _year_ago(term, reading, unit, count):
        return compared
    when = _shifted(anchor.start, unit, direction * count)
    if when is None:
        return None
    exact = unit in ("day", "week") or term.base == "from"
    if anchor.granularity in DAYS and term.base != "now" and exact:
        return found(intervals.day(when), anchor.start)
    blur = _BLUR.get(unit, "year")
    return found(intervals.unit_period(blur, when), anchor.start)


def _shifted(start: date, unit: str, count: int) -> date | None:
    try:
        return intervals.shift(start, unit, count)
    except (ValueError, OverflowError):
        return None


def _whole_units(unit: str, count: Decimal) -> tuple[str, int]:
    """A year and a half is eighteen months; half weeks count in days."""
    if count == count.to_integral_value():
        return unit, int(count)
    smaller = {"year": ("month", 12), "week": ("day", 7), "decade": ("year", 10)}
    smaller |= {"century": ("year", 100)}
    unit, factor = smaller.get(unit, (unit, 1))
    return unit, int(count * factor)


def _offset_anchor(term: Term, reading: Reading) -> Period | None:
    if term.first is not None:
        answer = resolve(term.first, reading)
        return answer.period if answer else None
    published = intervals.day(reading.published) if reading.published else None
    if term.base == "now":
        return published
    if term.base in ("event", "from"):
        return None
    if term.base == "before":
        earlier = reading.told[: len(reading.told) - len(reading.near)]
        return _told_like("day", replace(reading, told=earlier))
    told = _told_like(term.unit, reading)
    if told is None and term.unit == "year" and term.shift == -1:
        return published
    return told


def _year_ago(term: Term, reading: Reading, unit: str, count: int) -> Resolved | None:
    """A year ago beside a quarter or month is that quarter or month a year before."""
    if unit != "year" or count != 1 or term.shift != -1 or not reading.told:
        return None
    told = _current(reading)
    return found(_same_period(told, -1), told.start) if told else None


def _current(reading: Reading) -> Period | None:
    """The reporting period of a comparison: the latest quarter told of late."""
    if quarter := _latest_quarter(reading):
        return quarter
    recent = reading.told[-RECENT:]
    return recent[-1] if recent[-1:] and recent[-1].granularity in _COMPARED else None


def _latest_quarter(reading: Reading) -> Period | None:
    quarters = [p for p in reading.told[-RECENT:] if p.granularity in _REPORTED]
    published = reading.published
    begun = [p for p in quarters if published is None or p.start <= published]
    return max(begun or quarters, key=lambda period: period.start, default=None)


def _same_period(period: Period, years: int) -> Period:
    when = intervals.add_months(period.start, 12 * years)
    if period.granularity is G.QUARTER:
        return intervals.unit_period("quarter", when)
    if period.granularity is G.HALF:
        return intervals.half(when.year, 1 if when.month < 7 else 2)
    return intervals.unit_period("month", when)


def _anaphor(term: Term, reading: Reading) -> Resolved | None:
    if term.base == "year":
        return _year_before(term, reading)
    if term.base == "period":
        return _the_period(term, reading)
    told = _told_like(term.unit, reading)
    if told is None:
        return _unanchored(term)
    when = intervals.shift(told.start, term.unit, term.shift or 0)
    period = intervals.unit_period(term.unit, when)
    return found(_part(period, when, term.part), told.start)


def _year_before(term: Term, reading: Reading) -> Resolved | None:
    """The year-earlier quarter, the same period of 2024: of the period told last."""
    published, told = reading.published, _current(reading)
    if told and (term.unit != "month" or told.granularity is G.MONTH):
        years = term.year - told.start.year if term.year else -1
        return found(_same_period(told, years), told.start)
    if term.year and term.unit == "period":
        return found(intervals.year(term.year))
    if published is None or term.year:
        year = term.year or "XXXX"
        name = {"quarter": f"{year}-QX", "month": f"{year}-XX"}.get(term.unit, "XXXX")
        granularity = G.MONTH if term.unit == "month" else G.QUARTER
        value = name if term.year else f"{name}{YEAR_BEFORE}"
        return Resolved(value, name, granularity)
    when = intervals.add_months(published, -12)
    unit = term.unit if term.unit in ("quarter", "month") else "year"
    return found(intervals.unit_period(unit, when), published)


def _the_period(term: Term, reading: Reading) -> Resolved | None:
    """The quarter: the last one told. The weekend, the current year: today's."""
    published = reading.published
    if term.unit == "quarter":
        if told := _latest_quarter(reading):
            return found(told)
        if published is None:
            return None
        last = intervals.shift(published.replace(day=1), "quarter", -1)
        return found(intervals.unit_period("quarter", last), published)
    if published is None:
        return _unanchored(term)
    if term.unit == "weekend":
        if reading.lean is Lean.FUTURE:
            return found(intervals.weekend(published), published)
        return found(_last_weekend(published), published)
    return found(intervals.unit_period(term.unit, published), published)


def _reference(term: Term, reading: Reading) -> Resolved:
    return Resolved(term.timex, term.timex, G.VAGUE)


def _set(term: Term, reading: Reading) -> Resolved:
    return Resolved(term.timex, term.timex, G.SET)


def _time_of_day(term: Term, reading: Reading) -> Resolved | None:
    """A clock time or part of day: of the day told before, a clock also of today's.

    A part of day that no day is told with may recur: "birds sing in the morning".
    """
    days = [p for p in reading.near if p.granularity in DAYS]
    days = days or [p for p in reading.told if p.granularity in DAYS]
    if days:
        return found(intervals.day(days[-1].start), days[-1].start)
    if reading.published is None or term.form is Form.PART:
        return open_("XXXX-XX-XX", G.DAY)
    return found(intervals.day(reading.published), reading.published)


def _range(term: Term, reading: Reading) -> Resolved | None:
    if term.first is None or term.last is None:
        return None
    first, last = shared(term.first, term.last)
    low = _end(first, reading)
    if low is None:
        return None
    if low.period is not None:
        last = after(last, low.period)
    high = _end(last, reading)
    if high is None:
        return None
    if low.period is None or high.period is None:
        return Resolved(*(f"{low.timex}/{high.timex}",) * 2, G.RANGE)
    if high.period.end <= low.period.start:
        return None
    anchor = low.anchor or high.anchor
    whole = intervals.span(low.period, high.period)
    if first.clock and last.clock:
        timex = f"{low.timex}T{first.clock}/{high.timex}T{last.clock}"
        whole = replace(whole, value=timex, timex=timex)
    return found(whole, anchor)


def _end(term: Term, reading: Reading) -> Resolved | None:
    if term.form is Form.REFERENCE and term.timex == "PRESENT_REF":
        return _shift(Term(0, 0, Form.SHIFT, unit="day", shift=0), reading)
    return resolve(term, reading)


_RESOLVERS = {
    Form.CALENDAR: date_resolve.calendar,
    Form.ERA: date_resolve.era,
    Form.SHIFT: _shift,
    Form.WEEK_OF: _week_of,
    Form.OFFSET: _offset,
    Form.ANAPHOR: _anaphor,
    Form.REFERENCE: _reference,
    Form.SET: _set,
    Form.CLOCK: _time_of_day,
    Form.PART: _time_of_day,
    Form.RANGE: _range,
}
