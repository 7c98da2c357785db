"""Comparing two dates: by interval, by known parts, then by the clock. PURE.

Equal intervals agree; one inside the other, or a partial overlap, refines; disjoint
ones conflict, after a hedge or a fuzzy period ("mid-April") has been given its slack.
Two printed ranges that differ conflict even when one holds the other. Dates exactly one
day apart stay a conflict, and the words say that time zones are one way to it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.facets.date_terms import OF_A_WEEK
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Facet, Granularity, Hedge, Level
from claims.facets.zones import minutes_from_utc
from claims.lexicon.calendar import PART_MINUTES

# Days by which the edge of a fuzzy period may be missed: "mid-April" said of the 9th.
FUZZY_DAYS = {
    Granularity.PART_OF_MONTH: 5,
    Granularity.SEASON: 31,
    Granularity.DECADE: 366,
}
# Share of its own width, at least a day, that "around June 5" gives to a date.
ABOUT_SHARE = 0.5
# How two days are told apart of which one bounds the other.
BOUND_ONLY = "one is told as a bound only"
# Minutes within which two clock times are one, rounded differently.
SAME_CLOCK = 5
# How the value of an unresolved "same quarter last year" ends, and what it may be
# compared with in results.
YEAR_BEFORE = ", a year before"
COMPARED = frozenset({Granularity.QUARTER, Granularity.HALF, Granularity.MONTH})
MINUTES_OF_DAY = 1440
# Minutes around "about 10 a.m.".
ABOUT_CLOCK = 45
_UNBOUND_LOW, _UNBOUND_HIGH = date.min, date.max
_ABOUT = frozenset({Hedge.ABOUT, Hedge.NEARLY, Hedge.VAGUE})


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two dates of one role; how names both resolutions."""
    words = f"{resolution(a)}; {resolution(b)}"
    level, note = _level(a, b)
    return Comparison(level, f"{words}{': ' + note if note else ''}")


def resolution(facet: Facet) -> str:
    """How it was resolved: "last Monday, counted from 2025-06-10, is 2025-06-09"."""
    printed = " ".join(facet.text.split())
    if facet.value in ("", printed):
        return printed
    zone = f" {facet.unit}" if facet.unit else ""
    if facet.date_from is None:
        return f"{printed} is {facet.value}{zone}, unresolved"
    if facet.anchor is not None:
        return f"{printed}, counted from {facet.anchor}, is {facet.value}{zone}"
    return f"{printed} is {facet.value}{zone}"


def _level(a: Facet, b: Facet) -> tuple[Level, str]:
    if Granularity.SET in (a.granularity, b.granularity):
        return _sets(a, b)
    if a.date_from is None or b.date_from is None:
        return _unresolved(a, b)
    assert a.date_to is not None and b.date_to is not None
    if (a.date_from, a.date_to) == (b.date_from, b.date_to):
        return _same_days(a, b)
    if _one_instant(a, b):
        return Level.AGREE, "one time, told in two time zones"
    if _both_ranges(a, b):
        return Level.CONFLICT, "the ranges differ"
    if a.date_from < b.date_to and b.date_from < a.date_to:
        return Level.REFINES, "one lies within the other"
    return _disjoint(a, b)


def _both_ranges(a: Facet, b: Facet) -> bool:
    ranges = a.granularity == b.granularity == Granularity.RANGE
    return ranges and not (a.hedge in _ABOUT or b.hedge in _ABOUT)


def _sets(a: Facet, b: Facet) -> tuple[Level, str]:
    if a.granularity != b.granularity:
        return Level.UNKNOWN, "one tells how often, the other when"
    if a.timex == b.timex:
        return Level.AGREE, ""
    if a.timex[:1] != b.timex[:1]:
        return Level.UNKNOWN, "the two are told in different ways"
    days = (set(a.timex.split("/")), set(b.timex.split("/")))
    if OF_A_WEEK in a.timex and (days[0] < days[1] or days[1] < days[0]):
        return Level.REFINES, "one tells more of the days"
    return Level.CONFLICT, "how often differs"


def _unresolved(a: Facet, b: Facet) -> tuple[Level, str]:
    before = a.value.endswith(YEAR_BEFORE), b.value.endswith(YEAR_BEFORE)
    if any(before) and a.date_from is None and b.date_from is None:
        if all(before) or not {a.granularity, b.granularity} <= COMPARED:
            return Level.UNKNOWN, "not resolved to a day"
        return Level.CONFLICT, "one is of the year before"
    if a.value.startswith("FY") and b.value.startswith("FY"):
        if a.value == b.value:
            return Level.AGREE, "the same fiscal period"
        return Level.CONFLICT, "different fiscal periods"
    left, right = _known(a), _known(b)
    if not left or not right or a.value.startswith("FY") or b.value.startswith("FY"):
        return Level.UNKNOWN, "not resolved to a day"
    shared = left.keys() & right.keys()
    if any(left[part] != right[part] for part in shared):
        return Level.CONFLICT, "they differ without their year too"
    if not shared - {"year"}:
        return Level.UNKNOWN, "not resolved to a day"
    if left.keys() - {"year"} == right.keys() - {"year"}:
        return Level.AGREE, "the same, as far as told"
    return Level.REFINES, "one tells more than the other"


_ISO = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?\Z")
_PART = re.compile(r"(\d{4}|XXXX)-([QH]\d|SP|SU|FA|WI)\Z")


def _known(facet: Facet) -> dict[str, str]:
    """The parts of a partial date that are known: month and day of XXXX-06-05."""
    if match := _PART.match(facet.timex):
        known = {"year": match[1], "part": match[2]}
    elif match := _ISO.match(facet.timex):
        known = {"year": match[1], "month": match[2] or "", "day": match[3] or ""}
    else:
        return {}
    return {part: value for part, value in known.items() if value.strip("X")}


def _same_days(a: Facet, b: Facet) -> tuple[Level, str]:
    left, right = _minutes(a), _minutes(b)
    if left is not None and right is not None:
        return _same_day_times(a, b, left, right)
    if a.hedge != b.hedge or (left is None) != (right is None):
        return Level.REFINES if left != right else Level.AGREE, ""
    return Level.AGREE, ""


def _same_day_times(
    a: Facet, b: Facet, left: tuple[int, int], right: tuple[int, int]
) -> tuple[Level, str]:
    if a.timex == b.timex and a.unit == b.unit:
        return Level.AGREE, ""
    exact = left[0] == left[1] and right[0] == right[1]
    shift = _zone_shift(a, b) if exact else 0
    if shift is None:
        apart = abs(left[0] - right[0])
        if apart <= SAME_CLOCK:
            return Level.AGREE, ""
        return Level.UNKNOWN, "the time zones are not both told"
    slack = ABOUT_CLOCK if {a.hedge, b.hedge} & _ABOUT else SAME_CLOCK
    low, high = right[0] + shift - slack, right[1] + shift + slack
    if left[0] <= high and low <= left[1]:
        return (Level.AGREE if exact and slack == SAME_CLOCK else Level.REFINES), ""
    return Level.CONFLICT, "the same day at another time"


def _minutes(facet: Facet) -> tuple[int, int] | None:
    """First and last minute of the day that the facet's time covers, or None."""
    _, _, time = facet.timex.partition("T")
    if time in PART_MINUTES:
        return PART_MINUTES[time]
    match = re.match(r"(\d\d):(\d\d)", time)
    if not match:
        return None
    minute = int(match[1]) * 60 + int(match[2])
    return minute, minute


def _zone_shift(a: Facet, b: Facet) -> int | None:
    """Minutes to add to b's clock to read it in a's zone; None when not known."""
    if a.unit == b.unit:
        return 0
    left = minutes_from_utc(a.unit, a.date_from)
    right = minutes_from_utc(b.unit, b.date_from)
    return None if left is None or right is None else left - right


def _one_instant(a: Facet, b: Facet) -> bool:
    """11 p.m. EDT on 8 June and 03:00 GMT on 9 June."""
    left, right = _minutes(a), _minutes(b)
    if left is None or right is None or a.unit == b.unit:
        return False
    shift = _zone_shift(a, b)
    exact = left[0] == left[1] and right[0] == right[1]
    if shift is None or not exact or "/" in a.timex + b.timex:
        return False
    days = (_start(b) - _start(a)).days
    apart = days * MINUTES_OF_DAY + right[0] + shift - left[0]
    return abs(apart) <= SAME_CLOCK


def _disjoint(a: Facet, b: Facet) -> tuple[Level, str]:
    early, late = (a, b) if _start(a) < _start(b) else (b, a)
    if _opens(early, after=True) or _opens(late, after=False):
        return Level.REFINES, BOUND_ONLY
    gap = (_start(late) - _end(early)).days
    if gap < _slack(a) + _slack(b):
        return Level.REFINES, "within what the wording leaves open"
    apart = (_start(late) - _start(early)).days
    if apart == 1 and _end(early) == _start(late):
        return Level.CONFLICT, "one day apart, as a time zone or dateline can make it"
    return Level.CONFLICT, f"{gap + 1} days apart" if gap else "they do not overlap"


def _start(facet: Facet) -> date:
    return facet.date_from or _UNBOUND_LOW


def _end(facet: Facet) -> date:
    return facet.date_to or _UNBOUND_HIGH


def _opens(facet: Facet, *, after: bool) -> bool:
    """Whether since or after (by or before) leaves the interval open on that side."""
    if after:
        return facet.hedge in (Hedge.AT_LEAST, Hedge.OVER)
    return facet.hedge in (Hedge.AT_MOST, Hedge.UNDER)


def _slack(facet: Facet) -> int:
    slack = FUZZY_DAYS.get(Granularity(facet.granularity or "day"), 0)
    if facet.hedge in _ABOUT:
        width: timedelta = _end(facet) - _start(facet)
        slack = max(slack, 1, int(width.days * ABOUT_SHARE) + 1)
    return slack
