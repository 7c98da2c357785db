"""From terms to periods: which day, month or year the words mean. PURE.

A full date needs nothing. A date without its year takes the candidate nearest to the
publication day, weighted by the way the sentence leans; a bare weekday is the
publication day itself or the last one before, unless the sentence looks ahead. What
counts from another date takes the last date told. Without a publication day nothing is
guessed: the TIMEX3 value keeps X for what is unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.facets import intervals
from claims.facets.date_tense import Lean
from claims.facets.date_terms import Term
from claims.facets.intervals import Period
from claims.facets.types import Granularity as G
from claims.lexicon.calendar import EASTER_HOLIDAYS, FIXED_HOLIDAYS, NTH_HOLIDAYS

# How much farther a day to come counts than a day gone by when the year is missing.
# Found on the development half of a public set of dated news (TimeBank, AQUAINT).
AHEAD, AGAINST_DAY, AGAINST_MONTH = 1.3, 5.0, 12.0
# The same for a bare month when nothing tells which way the sentence looks.
AHEAD_MONTH = 3.0
# Days after a quarter within which its results may still be expected.
REPORT_DAYS = 120
# Months on either side among which "Friday the 13th" is looked for.
YEAR_REACH = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known where a term stands: the day of publication, the lean, dates told.

    strong = the lean holds for a bare weekday, whose default is the last one.
    told holds the periods told before, nearest last; near those of the same sentence.
    """

    published: date | None
    lean: Lean = Lean.NONE
    strong: bool = False
    told: tuple[Period, ...] = ()
    near: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A term's meaning; period is None where only the TIMEX3 value is known."""

    value: str
    timex: str
    granularity: G
    period: Period | None = None
    anchor: date | None = None


def found(period: Period, anchor: date | None = None) -> Resolved:
    return Resolved(period.value, period.timex, period.granularity, period, anchor)


def open_(timex: str, granularity: G) -> Resolved:
    """A date that is known in part only: XXXX-06-05."""
    return Resolved(timex, timex, granularity)


def calendar(term: Term, reading: Reading) -> Resolved | None:
    """A partial or full date of the calendar."""
    term, anchor = _with_year(term, reading)
    for wanted, resolve in (
        (term.day and term.month, _month_day),
        (term.month, _month),
        (term.holiday, _holiday),
        (term.day, _day_only),
        (term.weekday, _weekday),
        (term.quarter or term.half, _quarter),
        (term.season, _season),
        (term.year, _year),
    ):
        if wanted:
            answer = resolve(term, reading)
            if answer is not None and anchor and answer.period:
                return replace(answer, anchor=anchor)
            return answer
    return None


def _with_year(term: Term, reading: Reading) -> tuple[Term, date | None]:
    """Year-relative dates ("June last year") take the publication day's year."""
    if term.unit != "year" or term.shift is None or reading.published is None:
        return term, None
    year = reading.published.year + term.shift
    return replace(term, year=year, unit="", shift=None), reading.published


def _month_day(term: Term, reading: Reading) -> Resolved | None:
    month, day = term.month or 1, term.day or 1
    if not _possible(2000, month, day):
        return None
    if term.base == "ambiguous" and term.weekday and reading.published:
        return _by_weekday(term, reading)
    if term.base == "ambiguous" and (term.month != term.day):
        name = f"{term.year:04d}-XX-XX" if term.year else "XXXX-XX-XX"
        return open_(name, G.VAGUE)
    if term.year:
        if not _possible(term.year, month, day):
            return None
        return found(intervals.day(date(term.year, month, day)))
    published = reading.published
    if published is None:
        return open_(f"XXXX-{month:02d}-{day:02d}", G.DAY)
    days = [
        date(year, month, day)
        for year in range(published.year - 1, published.year + 2)
        if _possible(year, month, day)
    ]
    if term.weekday:
        days = [d for d in days if d.isoweekday() == term.weekday] or days
    if term.base == "past":
        days = [d for d in days if d < published] or days
    if not days:
        return None
    return found(intervals.day(_nearest(days, reading, AGAINST_DAY)))


def _by_weekday(term: Term, reading: Reading) -> Resolved | None:
    """Friday 7/6: the reading of the numbers that makes it a Friday."""
    published = reading.published
    assert published is not None
    months = ((term.month or 1, term.day or 1), (term.day or 1, term.month or 1))
    days = [
        date(year, month, day)
        for month, day in months
        for year in (
            [term.year] if term.year else range(published.year - 1, published.year + 2)
        )
        if _possible(year, month, day)
    ]
    days = [d for d in days if d.isoweekday() == term.weekday]
    if not days:
        return open_("XXXX-XX-XX", G.VAGUE)
    return found(intervals.day(_nearest(days, reading, AGAINST_DAY)))


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _nearest(
    days: list[date], reading: Reading, against: float, unsure: float = AHEAD
) -> date:
    """The candidate that costs least: days off, weighted by the lean."""
    published = reading.published
    assert published is not None
    ahead = against if reading.lean is Lean.PAST else unsure
    back = against if reading.lean is Lean.FUTURE else 1.0
    if reading.lean is Lean.FUTURE:
        ahead = 1.0

    def cost(day: date) -> float:
        off = (day - published).days
        return off * ahead if off > 0 else -off * back

    return min(days, key=cost)


def _month(term: Term, reading: Reading) -> Resolved | None:
    month, published = term.month or 1, reading.published
    if term.year:
        return found(_part_of_month(term.year, month, term.part))
    if published is None:
        return open_(f"XXXX-{month:02d}", G.PART_OF_MONTH if term.part else G.MONTH)
    this = published.year
    if term.shift == -1:
        year = this if month < published.month else this - 1
    elif term.shift == 1:
        year = this if month > published.month else this + 1
    elif term.shift == 0:
        year = this
    else:
        return found(_part_of_month(_month_year(month, reading), month, term.part))
    return found(_part_of_month(year, month, term.part), published)


def _month_year(month: int, reading: Reading) -> int:
    published = reading.published
    assert published is not None
    if month == published.month:
        return published.year
    days = [date(y, month, 15) for y in range(published.year - 1, published.year + 2)]
    return _nearest(days, reading, AGAINST_MONTH, AHEAD_MONTH).year


def _part_of_month(year: int, month: int, part: str) -> Period:
    if part:
        return intervals.month_part(year, month, part)
    return intervals.month(year, month)


def _day_only(term: Term, reading: Reading) -> Resolved | None:
    """The 9th: of the month just named in the sentence, else the last 9th."""
    day, published = term.day or 1, reading.published
    named = [p for p in reading.near if p.granularity is G.MONTH]
    if named and _possible(named[-1].start.year, named[-1].start.month, day):
        return found(intervals.day(named[-1].start.replace(day=day)))
    if published is None:
        return open_(f"XXXX-XX-{day:02d}", G.DAY)
    reach = YEAR_REACH if term.weekday and term.base != "fits" else 1
    months = (
        intervals.add_months(published.replace(day=1), n)
        for n in range(-reach - 1, reach + 1)
    )
    days = [m.replace(day=day) for m in months if _possible(m.year, m.month, day)]
    fitting = [d for d in days if d.isoweekday() == term.weekday]
    if fitting:
        return found(intervals.day(_nearest(fitting, reading, AGAINST_DAY)), published)
    if term.base == "fits":
        return _weekday(term, reading)
    if reading.lean is Lean.FUTURE and reading.strong:
        chosen = next((d for d in days if d >= published), days[-1])
    else:
        gone = [d for d in days if d <= published]
        chosen = gone[-1] if gone else days[0]
    return found(intervals.day(chosen), published)


def _weekday(term: Term, reading: Reading) -> Resolved | None:
    weekday, published = term.weekday or 1, reading.published
    told = [p for p in reading.told if p.granularity in DAYS]
    if term.base == "told" and told:
        anchor = told[-1].start
        return found(intervals.day(_step(anchor, weekday, term.shift or 1)), anchor)
    if published is None:
        return open_(f"XXXX-WXX-{weekday}", G.DAY)
    monday = published - timedelta(days=published.isoweekday() - 1)
    back = (published.isoweekday() - weekday) % 7
    if term.shift == -1:
        chosen = published - timedelta(days=back or 7)
    elif term.base == "coming":
        chosen = _step(published, weekday, 1)
    elif term.shift == 1:
        chosen = monday + timedelta(days=6 + weekday)
    elif term.shift == 0:
        chosen = monday + timedelta(days=weekday - 1)
    elif reading.strong and reading.lean is Lean.FUTURE:
        chosen = published + timedelta(days=-back % 7)
    else:
        chosen = published - timedelta(days=back)
    return found(intervals.day(chosen), published)


def _step(anchor: date, weekday: int, direction: int) -> date:
    """The next or previous such weekday, never the anchor itself."""
    if direction < 0:
        return anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7 or 7)
    return anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7 or 7)


def _quarter(term: Term, reading: Reading) -> Resolved | None:
    name = f"Q{term.quarter}" if term.quarter else f"H{term.half}"
    published = reading.published
    if term.year is None and published is None:
        return open_(f"XXXX-{name}", G.QUARTER if term.quarter else G.HALF)
    year, anchor = term.year, None
    if year is None:
        assert published is not None
        year, anchor = published.year, published
        begins = _quarter_period(term, year).start
        if begins > published and reading.lean is not Lean.FUTURE:
            year -= 1
        elif reading.lean is Lean.FUTURE and _long_over(term, published):
            year += 1
    if term.fiscal:
        granularity = G.QUARTER if term.quarter else G.HALF
        timex = f"{year:04d}-{name}"
        return Resolved(f"FY{timex}", timex, granularity, anchor=anchor)
    return found(_quarter_period(term, year), anchor)


def _long_over(term: Term, published: date) -> bool:
    """Results are still expected in the quarter after; later it is the next year's."""
    ended = _quarter_period(term, published.year).end
    return ended + timedelta(days=REPORT_DAYS) <= published


def _quarter_period(term: Term, year: int) -> Period:
    if term.quarter:
        return intervals.quarter(year, term.quarter)
    return intervals.half(year, term.half or 1)


def _season(term: Term, reading: Reading) -> Resolved | None:
    published = reading.published
    if term.year:
        return found(intervals.season(term.year, term.season))
    if published is None:
        return open_(f"XXXX-{term.season}", G.SEASON)
    years = range(published.year - 2, published.year + 2)
    seasons = [intervals.season(year, term.season) for year in years]
    ahead = [s for s in seasons if s.start > published]
    begun = [s for s in seasons if s.start <= published]
    over = [s for s in seasons if s.end <= published]
    if term.shift == -1:
        return found(over[-1], published)
    if term.shift == 1:
        return found(ahead[0], published)
    current = begun[-1].end > published
    if term.shift == 0 and not current:
        same_year = [s for s in seasons if s.start.year == published.year]
        return found(same_year[0], published)
    if reading.lean is Lean.FUTURE and not current:
        return found(ahead[0], published)
    return found(begun[-1], published)


def _holiday(term: Term, reading: Reading) -> Resolved | None:
    published = reading.published
    if term.year:
        return found(_holiday_period(term, term.year))
    if published is None:
        return None
    years = range(published.year - 1, published.year + 2)
    days = [_holiday_date(term.holiday, year) for year in years]
    nearest = _nearest(days, reading, AGAINST_MONTH)
    if term.shift == -1:
        nearest = max(d for d in days if d < published)
    elif term.shift == 1:
        nearest = min(d for d in days if d > published)
    elif term.shift == 0:
        nearest = days[1]
    return found(_holiday_period(term, nearest.year), published)


def _holiday_period(term: Term, year: int) -> Period:
    """The holiday, or the weekend next to it."""
    day = _holiday_date(term.holiday, year)
    if term.base != "weekend":
        return intervals.day(day)
    before = day.isoweekday() in (1, 2)
    return intervals.weekend(day - timedelta(days=7 if before else 0))


def _holiday_date(name: str, year: int) -> date:
    if name in FIXED_HOLIDAYS:
        return date(year, *FIXED_HOLIDAYS[name])
    if name in NTH_HOLIDAYS:
        month, weekday, nth, after = NTH_HOLIDAYS[name]
        return intervals.nth_weekday(year, month, weekday, nth) + timedelta(days=after)
    return intervals.easter(year) + timedelta(days=EASTER_HOLIDAYS[name])


def _year(term: Term, reading: Reading) -> Resolved | None:
    year = term.year or 0
    if not intervals.MIN_YEAR <= year <= intervals.MAX_YEAR:
        return None
    if term.fiscal:
        return Resolved(f"FY{year}", f"{year:04d}", G.YEAR)
    if term.part:
        return found(intervals.year_part(year, term.part))
    return found(intervals.year(year))


def era(term: Term, reading: Reading) -> Resolved | None:
    """A decade or century by its name."""
    if term.unit == "century":
        number = term.year or 0
        return found(intervals.century(number)) if 1 <= number <= 21 else None
    return found(intervals.decade(term.year or 0, term.part))


DAYS = frozenset({G.DAY, G.PART_OF_DAY, G.HOUR, G.MINUTE})
