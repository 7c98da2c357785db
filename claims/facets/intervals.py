"""Half-open intervals of local days with their ISO and TIMEX3 names. PURE.

Every function names one period of the calendar and returns a Period. `value` is the
canonical text: equal periods have equal values. A range's value names its last day, as
ISO 8601 does; `start` and `end` are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from claims.facets.types import Granularity as G

DAY = timedelta(days=1)
MIN_YEAR, MAX_YEAR = 1000, 2999
# First month of a meteorological season of the northern hemisphere.
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# First and last day of an early, middle or late third of a month.
MONTH_PART_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# First month and number of months of an early, middle or late part of a year.
YEAR_PART_MONTHS = {"early": (1, 4), "mid": (5, 4), "late": (9, 4)}


@dataclass(frozen=True, slots=True)
class Period:
    """A named stretch of days: [start, end)."""

    value: str
    timex: str
    start: date
    end: date
    granularity: G


def add_months(day: date, months: int) -> date:
    """The same day some months on, cut to the length of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month + 1}")


def day(when: date) -> Period:
    iso = when.isoformat()
    return Period(iso, iso, when, when + DAY, G.DAY)


def week(when: date) -> Period:
    """The ISO week (Monday first) that holds the day."""
    monday = when - timedelta(days=when.isoweekday() - 1)
    year, number, _ = monday.isocalendar()
    name = f"{year}-W{number:02d}"
    return Period(name, name, monday, monday + 7 * DAY, G.WEEK)


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds the day."""
    whole = week(when)
    name = f"{whole.value}-WE"
    return Period(name, name, whole.start + 5 * DAY, whole.end, G.WEEKEND)


def month(year: int, number: int) -> Period:
    name = f"{year:04d}-{number:02d}"
    first = date(year, number, 1)
    return Period(name, name, first, add_months(first, 1), G.MONTH)


def month_part(year: int, number: int, part: str) -> Period:
    """The first, second or last ten days or so; TIMEX3 keeps the part in its mod."""
    whole = month(year, number)
    low, high = MONTH_PART_DAYS[part]
    start = whole.start + (low - 1) * DAY
    end = min(whole.start + high * DAY, whole.end)
    return Period(name_days(start, end), whole.timex, start, end, G.PART_OF_MONTH)


def quarter(year: int, number: int) -> Period:
    name = f"{year:04d}-Q{number}"
    first = date(year, 3 * number - 2, 1)
    return Period(name, name, first, add_months(first, 3), G.QUARTER)


def half(year: int, number: int) -> Period:
    name = f"{year:04d}-H{number}"
    first = date(year, 6 * number - 5, 1)
    return Period(name, name, first, add_months(first, 6), G.HALF)


def season(year: int, code: str) -> Period:
    """A season is named by the year in which it begins."""
    name = f"{year:04d}-{code}"
    first = date(year, SEASON_MONTH[code], 1)
    return Period(name, name, first, add_months(first, 3), G.SEASON)


def year(number: int) -> Period:
    name = f"{number:04d}"
    return Period(name, name, date(number, 1, 1), date(number + 1, 1, 1), G.YEAR)


def year_part(number: int, part: str) -> Period:
    """A third of a year: no granularity of its own, so as wide as a season."""
    first, months = YEAR_PART_MONTHS[part]
    start = date(number, first, 1)
    end = add_months(start, months)
    return Period(name_days(start, end), f"{number:04d}", start, end, G.SEASON)


def decade(first_year: int, part: str = "") -> Period:
    """1990 names the 1990s; TIMEX3 writes a decade with three digits."""
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get(part, (0, 10))
    start, end = date(first_year + low, 1, 1), date(first_year + high, 1, 1)
    name = f"{first_year // 10:03d}"
    value = f"{name}X" if not part else name_days(start, end)
    return Period(value, name, start, end, G.DECADE)


def century(number: int) -> Period:
    """The 20th century is 1900 to 1999 in news; TIMEX3 writes two digits."""
    name = f"{number - 1:02d}"
    start = date((number - 1) * 100 or 1, 1, 1)
    return Period(f"{name}XX", name, start, date(number * 100, 1, 1), G.CENTURY)


def span(first: Period, last: Period) -> Period:
    """From the start of one period to the end of another."""
    value = name_days(first.start, last.end)
    timex = f"{first.timex}/{last.timex}"
    return Period(value, timex, first.start, last.end, G.RANGE)


def name_days(start: date, end: date) -> str:
    """ISO 8601 name of [start, end): first day/last day."""
    return f"{start.isoformat()}/{(end - DAY).isoformat()}"


def unit_period(unit: str, when: date) -> Period:
    """The day, week, month … that holds the day."""
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century(when.year // 100 + 1)
    simple = {"day": day, "night": day, "week": week, "weekend": weekend}
    if unit in simple:
        return simple[unit](when)
    return year(when.year)


def shift(when: date, unit: str, count: int) -> date:
    """The day some units on (negative: back). Decades and centuries count in years."""
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    if unit in days:
        return when + timedelta(days=days[unit] * count)
    months = {"month": 1, "quarter": 3, "decade": 120, "century": 1200}
    return add_months(when, months.get(unit, 12) * count)


def nth_weekday(year_: int, month_: int, weekday: int, nth: int) -> date:
    """The nth ISO weekday of a month, the last for nth = -1."""
    if nth < 0:
        last = add_months(date(year_, month_, 1), 1) - DAY
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year_, month_, 1)
    skip = (weekday - first.isoweekday()) % 7
    return first + timedelta(days=skip + 7 * (nth - 1))


def easter(year_: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 1876)."""
    a, (b, c) = year_ % 19, divmod(year_, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month_, day_ = divmod(h + m - 7 * n + 114, 31)
    return date(year_, month_, day_ + 1)
