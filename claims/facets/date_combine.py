"""Joining neighbouring terms: "Monday" + "June 9", "10 a.m." + "Tuesday". PURE.

The joins are a table of (form, gap, form); each returns the joined term or None. They
are applied from left to right until nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from claims.facets.date_terms import OF_A_WEEK, Form, Term

# Characters between two terms that a join may bridge: " of the night of ".
LONGEST_GAP = 24

_NEXT_TO = re.compile(r"^(?:,?\s|\s?\(|)$")
_OF = re.compile(r"^,?\s?(?:of|in|on|the|,|\s)*\s?$", re.IGNORECASE)
_AT = re.compile(
    r"^(?:,?\s(?:(?:at|around|about|on|by|before|after|from|of|in|,)\s)*"
    r"(?:the\s)?(?:early\s|late\s)?|-|\s?\(|\)-)$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:\s?(?:-|~|/)\s?|\s(?:to|through|thru|until|till)\s(?:the\s)?)$", re.IGNORECASE
)
_AND = re.compile(r"^\sand\s(?:the\s)?$", re.IGNORECASE)
_DAYS_LISTED = re.compile(r"^(?:,\s|,?\s(?:and|or)\s)$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_WEEK = re.compile(
    r"^\s(?:of|in|starting|beginning|commencing)(?:\son)?\s(?:the\s)?$", re.IGNORECASE
)
_COMPOUND = re.compile(r"^(?:\s|,\s|\sand\s|,\sand\s)$", re.IGNORECASE)

Join = Callable[[Term, Term, str, str], "Term | None"]


def combine(terms: list[Term], text: str) -> list[Term]:
    """Terms in text order, joined where they are parts of one expression."""
    joined: list[Term] = []
    for term in terms:
        joined.append(term)
        while len(joined) > 1:
            merged = _join(joined[-2], joined[-1], text)
            if merged is None:
                break
            joined[-2:] = [merged]
    return joined


def _join(left: Term, right: Term, text: str) -> Term | None:
    if right.start - left.end > LONGEST_GAP or right.start < left.end:
        return None
    gap = text[left.end : right.start]
    before = text[max(0, left.start - LONGEST_GAP) : left.start]
    for row in JOINS:
        if left.form in row.left and right.form in row.right and row.gap.match(gap):
            merged = row.join(left, right, gap, before)
            if merged is not None:
                return merged
    return None


def _bare_weekday(term: Term) -> bool:
    return term.weekday is not None and term.day is None and term.month is None


def _weekday_and_date(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Monday, June 9 · June 9 (Monday) · Monday the 9th."""
    for name, dated in ((left, right), (right, left)):
        if _bare_weekday(name) and dated.day is not None and dated.weekday is None:
            if name is right and "(" not in gap:
                return None
            return replace(
                dated,
                start=left.start,
                end=right.end,
                weekday=name.weekday,
                base=name.base or dated.base,
                daypart=name.daypart or dated.daypart,
                clock=name.clock or dated.clock,
            )
    return None


def _weekday_of_week(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Tuesday of last week · next week Wednesday."""
    for name, week in ((left, right), (right, left)):
        if _bare_weekday(name) and week.unit == "week" and week.form is Form.SHIFT:
            return replace(
                week, start=left.start, end=right.end, weekday=name.weekday, part=""
            )
    return None


def _month_and_year(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """March of last year · the first quarter of this year · the summer of 1994."""
    if left.year is not None or left.weekday is not None or left.shift is not None:
        return None
    if not (left.month or left.quarter or left.half or left.season or left.holiday):
        return None
    if right.form is Form.SHIFT and right.unit == "year" and not right.part:
        return replace(left, end=right.end, unit="year", shift=right.shift)
    bare = right.form is Form.CALENDAR and right.year and not right.month
    if bare and not right.part and re.search("of|in|,", gap):
        return replace(left, end=right.end, year=right.year, fiscal=right.fiscal)
    return None


def _day_and_clock(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """10 a.m. Tuesday · Tuesday at 10 a.m. · 5 p.m. EST Nov. 9."""
    clock, day = (left, right) if left.form is Form.CLOCK else (right, left)
    if not is_day(day) or day.clock or (clock.base == "weak" and not day.daypart):
        return None
    return replace(
        day,
        start=left.start,
        end=right.end,
        clock=_in_part(clock.clock, day.daypart),
        zone=clock.zone,
    )


def _clock_span(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """From 6 p.m. to midnight, between noon and 4 p.m."""
    opened = _FROM.search(before) or _BETWEEN.search(before)
    if "weak" in (left.base, right.base) or "/" in left.clock + right.clock:
        return None
    if "and" in gap and not _BETWEEN.search(before):
        return None
    first = "00:00" if left.clock == "24:00" else left.clock
    if not opened or first >= right.clock:
        return None
    start = left.start - len(before) + opened.start()
    return replace(right, start=start, clock=f"{first}/{right.clock}")


def _part_and_clock(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Late evening at 10:00 · 8:00 in the early morning."""
    part, clock = (left, right) if left.form is Form.PART else (right, left)
    time = _in_part(clock.clock, part.daypart)
    return replace(clock, start=left.start, end=right.end, clock=time, base="")


def _in_part(clock: str, part: str) -> str:
    """A clock time of twelve hours, told with a later part of the day."""
    if part not in ("AF", "EV", "NI"):
        return clock
    return "/".join(_later(time) for time in clock.split("/"))


def _later(time: str) -> str:
    hour, _, rest = time.partition(":")
    least = 1 if rest and hour == "12" else 4
    return f"{int(hour) + 12}:{rest}" if least <= int(hour) < 12 else time


def _set_and_clock(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Every Monday at 4 p.m."""
    if "T" in left.timex or not left.timex.startswith("X") or "/" in right.clock:
        return None
    timex = left.timex.replace("/", f"T{right.clock}/") + f"T{right.clock}"
    return replace(left, end=right.end, timex=timex)


def _set_of_days(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Every Monday, Wednesday and Friday."""
    bare = _bare_weekday(right) and right.shift is None
    if not bare or right.clock or right.daypart or "T" in left.timex[len(OF_A_WEEK) :]:
        return None
    if not left.timex.startswith(OF_A_WEEK):
        return None
    days = {*left.timex.split("/"), f"{OF_A_WEEK}{right.weekday}"}
    return replace(left, end=right.end, timex="/".join(sorted(days)))


def _day_and_part(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Monday night · the night of June 9 · yesterday in the evening."""
    part, day = (left, right) if left.form is Form.PART else (right, left)
    if not is_day(day) or day.daypart:
        same = is_day(day) and part is right and day.daypart == part.daypart
        return replace(day, end=right.end) if same else None
    if part is left and not gap.strip() and part.base != "overnight":
        return None
    clock = _in_part(day.clock, part.daypart) if day.clock else ""
    return replace(
        day, start=left.start, end=right.end, daypart=part.daypart, clock=clock
    )


def is_day(term: Term) -> bool:
    """Whether the term names one day and so may carry a time."""
    if term.form in (Form.SHIFT, Form.ANAPHOR):
        return term.unit == "day" or term.weekday is not None
    if term.form is Form.CALENDAR:
        return bool(term.day or term.weekday or term.holiday)
    return False


def _range(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """June 9-10 · from June 9 to 10 · between March and May · 2019-2021."""
    if _AND.match(gap) and not _BETWEEN.search(before):
        return None
    if "/" in gap and not (left.year and left.month):
        return None
    if left.form is Form.CLOCK or right.form is Form.CLOCK:
        return None
    if left.part and not right.part and left.month and right.day:
        return None
    if " - " in gap and (left.holiday or right.holiday):
        return None  # "Feb. 25 - Ash Wednesday" names one day twice
    open_ended = _OPENS_RANGE.search(before) or "through" in gap
    if _grain(left) != _grain(right) and not open_ended:
        return None
    start = left.start
    lead = _FROM.search(before) or _BETWEEN.search(before)
    if lead:
        start -= len(before) - lead.start()
    return Term(start, right.end, Form.RANGE, first=left, last=right)


def _grain(term: Term) -> str:
    """How fine a term is, so that "Friday to December's figures" is no range."""
    if term.form is not Form.CALENDAR:
        return term.unit
    if term.day or term.weekday or term.holiday:
        return "day"
    return "month" if term.month else "quarter" if term.quarter else "year"


def _part_of(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """The first week of July, the last Friday of the month, the 9th day of June."""
    grain = _grain(right)
    if right.form is Form.RANGE and left.week:
        return None
    if left.first is not None or (right.form is Form.SHIFT and right.unit == "day"):
        return None
    if (left.weekday or left.unit == "day") and grain not in ("month", "year"):
        return None
    return replace(left, end=right.end, first=right)


def _day_of_month(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """The 15th of next month."""
    bare = left.day and not (left.month or left.weekday or left.clock)
    if not bare or right.unit != "month" or right.part or "of" not in gap:
        return None
    whole = Term(left.start, right.end, Form.WEEK_OF, unit="day", week=left.day)
    return replace(whole, first=right)


def _compound(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """An hour and 20 minutes · 2 years, 3 months."""
    if left.seconds is None or right.seconds is None or left.unit == right.unit:
        return None
    if left.seconds_high or right.seconds_high or left.end == right.start:
        return None
    bigger = left if left.seconds > right.seconds else right
    smaller = right if bigger is left else left
    if "," in gap and bigger is right:
        return None
    return replace(
        bigger,
        start=left.start,
        end=right.end,
        seconds=left.seconds + right.seconds,
        timex=_joined_timex(bigger.timex, smaller.timex),
    )


def _joined_timex(big: str, small: str) -> str:
    tail = small.removeprefix("P")
    if "T" in big:
        tail = tail.removeprefix("T")
    return big + tail


def _offset_of_date(left: Term, right: Term, gap: str, before: str) -> Term | None:
    """Three weeks from tomorrow · two days before June 9 · a year ago today."""
    if left.base == "now" and left.form is Form.OFFSET and gap == " ":
        if left.seconds is None and is_day(right) and not right.clock:
            return replace(left, end=right.end, base="from", first=right)
        return None
    if left.base not in ("event", "from") or left.first is not None:
        return None
    return replace(left, end=right.end, first=right, base="from")


@dataclass(frozen=True, slots=True)
class _Row:
    left: frozenset[Form]
    gap: re.Pattern[str]
    right: frozenset[Form]
    join: Join


def _forms(*forms: Form) -> frozenset[Form]:
    return frozenset(forms)


_DAYS = _forms(Form.CALENDAR, Form.SHIFT, Form.ANAPHOR)
_DATES = _DAYS | {Form.ERA, Form.REFERENCE}
JOINS: tuple[_Row, ...] = (
    _Row(_DAYS, _OF, _DAYS, _weekday_and_date),
    _Row(_DAYS, _OF, _DAYS, _weekday_of_week),
    _Row(_forms(Form.CALENDAR), _OF, _DAYS, _month_and_year),
    _Row(_forms(Form.CLOCK), _TO, _forms(Form.CLOCK), _clock_span),
    _Row(_forms(Form.CLOCK), _AND, _forms(Form.CLOCK), _clock_span),
    _Row(_forms(Form.CLOCK), _AT, _DAYS, _day_and_clock),
    _Row(_DAYS, _AT, _forms(Form.CLOCK), _day_and_clock),
    _Row(_forms(Form.PART), _AT, _forms(Form.CLOCK), _part_and_clock),
    _Row(_forms(Form.CLOCK), _AT, _forms(Form.PART), _part_and_clock),
    _Row(_forms(Form.SET), _DAYS_LISTED, _forms(Form.CALENDAR), _set_of_days),
    _Row(_forms(Form.SET), _AT, _forms(Form.CLOCK), _set_and_clock),
    _Row(_forms(Form.PART), _AT, _DAYS, _day_and_part),
    _Row(_DAYS, _AT, _forms(Form.PART), _day_and_part),
    _Row(_forms(Form.WEEK_OF), _WEEK, _DAYS | {Form.RANGE}, _part_of),
    _Row(_forms(Form.CALENDAR), _OF, _DAYS, _day_of_month),
    _Row(_DATES, _TO, _DATES, _range),
    _Row(_DATES, _AND, _DATES, _range),
    _Row(_forms(Form.OFFSET), _NEXT_TO, _DAYS, _offset_of_date),
    _Row(_forms(Form.DURATION), _COMPOUND, _forms(Form.DURATION), _compound),
)
