"""Numbers of one thing that are measured in two ways: no contradiction. PURE.

Core inflation is not headline inflation, a rise from a month earlier not one from a
year earlier, three months no half of a year, the first blast not the second, and who
employs 12,000 may hire 300. Only what both sides tell sets two numbers apart: silence
leaves the conflict as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.facets.types import Facet, Granularity, Hedge, Kind, StatementRecord
from claims.lexicon.happening import POINT_EVENTS
from claims.lexicon.measured import (
    ADDED_UP,
    FLOW,
    FLOWING,
    NATIONS,
    NEVER_MEANT,
    OIL,
    STOCK,
    WAYS,
)
from claims.linkage.edits import told_in
from claims.linkage.kinds import NAMED, QUANTITIES

# Words before a number, in its clause, that may tell of what it is.
REACH_WORDS = 5

CLAUSE = re.compile(r"[,;:]\s")

CHANGE = " change"

_UNIT = r"(?P<unit>day|week|month|quarter|year)"
_ONE = rf"(?:a|one)\s+{_UNIT}\s+(?:earlier|before|ago|previously)"
_OVER = rf"{_UNIT}[-\s](?:on|over)[-\s](?P=unit)"
_ON = rf"on\s+the\s+{_UNIT}"
_LAST = (
    r"(?:from|than|over|against|with|to)\s+(?:in\s+)?(?:the\s+)?"
    rf"(?:previous|prior|preceding|last)\s+{_UNIT}"
)
_BASES = tuple(
    re.compile(rf"\b{words}\b", re.IGNORECASE) for words in (_ONE, _OVER, _ON, _LAST)
)
# Characters behind a number in which the base of its comparison stands.
BASE_REACH = 60

# Days of a period, and of a month in a duration.
DAYS = {
    Granularity.DAY: 1,
    Granularity.WEEK: 7,
    Granularity.MONTH: 30,
    Granularity.QUARTER: 90,
    Granularity.HALF: 180,
    Granularity.YEAR: 365,
}
DAY_SECONDS = 86_400
# Share by which two lengths in days may differ and be one: 12 months and a year.
ONE_LENGTH = 0.1
_SPAN = re.compile(
    r"\b(?:in|over|for|during|of)\s+(?:the\s+|its\s+)?"
    r"(?:first\s+|last\s+|past\s+|latest\s+|previous\s+)?\Z",
    re.IGNORECASE,
)
_HALF = re.compile(r"\b(?:first|second)\s+half\b(?!\s+of\s+the\s+(?:game|match))", re.I)
_SO_FAR = re.compile(r"\b(?:so\s+far|this\s+year|this\s+month|to\s+date)\b", re.I)
_MOMENTS = (
    re.compile(
        r"\b(?:early|morning|midday|afternoon|intraday|pre-?market|after-hours)\s+"
        r"(?:trad(?:e|ing)|deals|dealings|session)\b|\bat\s+the\s+open\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:by|at|before)\s+the\s+close\b|\bclos(?:ed|ing)\b", re.I),
)


class Time(NamedTuple):
    """A time as printed, and its length in days."""

    text: str
    days: float


def measured_otherwise(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    """How two numbers are measured in two ways, over two times or of two things."""
    yield from _ways(one, other, a, b)
    bases = _base(one, a), _base(other, b)
    if all(bases) and bases[0] != bases[1]:
        yield f"against a {bases[0]} and against a {bases[1]} before"
    yield from _lengths(one, other, a, b)
    yield from _since(one, other, a, b)
    yield from _ordinals(a, b)
    yield from _stock_and_flow(one, other, a, b)
    for first, second in (_MOMENTS, _MOMENTS[::-1]):
        if first.search(a.text) and second.search(b.text):
            yield "at two moments of one day of trading"


def _ways(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    mine, theirs = _told_of(one, a), _told_of(other, b)
    ways = _all_ways(mine), _all_ways(theirs)
    printed = _all_ways(told_in(a.text)), _all_ways(told_in(b.text))
    for word, way in ways[0].items():
        for against, another in ways[1].items():
            if _chosen(way, another) and _neither(way, another, *printed):
                yield f"of what is “{word}” and “{against}”"
    for of, words, silent in ((one, mine, printed[1]), (other, theirs, printed[0])):
        for word in sorted(NEVER_MEANT.intersection(words)):
            choices = {choice for choice, _ in WAYS[word]}
            if choices.isdisjoint({c for w in silent.values() for c, _ in w}):
                yield f"“{of.text}” is “{word}” alone"


Ways = dict[str, frozenset[tuple[int, int]]]


def _all_ways(words: tuple[str, ...]) -> Ways:
    """The words that tell a way, in order."""
    oil = not OIL.isdisjoint(words)
    return {w: WAYS[w] for w in words if w in WAYS and (oil or w not in NATIONS)}


def _chosen(
    way: frozenset[tuple[int, int]], another: frozenset[tuple[int, int]]
) -> bool:
    """Whether two words tell two ways of one choice."""
    return way.isdisjoint(another) and not {c for c, _ in way}.isdisjoint(
        {c for c, _ in another}
    )


def _neither(
    way: frozenset[tuple[int, int]],
    another: frozenset[tuple[int, int]],
    a: Ways,
    b: Ways,
) -> bool:
    """Whether neither text tells the other's way too, in whatever place."""
    return all(way.isdisjoint(each) for each in b.values()) and all(
        another.isdisjoint(each) for each in a.values()
    )


def _told_of(facet: Facet, record: StatementRecord) -> tuple[str, ...]:
    """The words of what a number is told of, in lower case, names apart."""
    clause = CLAUSE.split(record.text[: facet.start])[-1]
    found = list(told_in(clause)[-REACH_WORDS:])
    if record.frames:
        for argument in record.frames[facet.frame].arguments:
            found += told_in(record.text[argument.start : argument.end])
    organisations = {
        word
        for name in record.facets
        if name.kind in NAMED and name.kind != Kind.PLACE
        for word in told_in(name.text)
    }
    return tuple(word for word in found if word not in organisations)


def _base(facet: Facet, record: StatementRecord) -> str:
    """Against which time before a number is told, "" where it is against none."""
    later = [
        f.start for f in record.facets if f.kind in QUANTITIES and f.start >= facet.end
    ]
    end = min([facet.end + BASE_REACH, *later])
    behind = record.text[facet.end : end]
    alone = sum(f.kind in QUANTITIES for f in record.facets) == 1
    for text in (behind, record.text) if alone else (behind,):
        for pattern in _BASES:
            found = pattern.search(text)
            if found is not None:
                return found["unit"].lower()
    return ""


def _lengths(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    """Two times of other lengths, for what is so much in a time."""
    if not (_flows(one) and _flows(other)):
        return
    mine, theirs = _time_of(one, a), _time_of(other, b)
    if mine is None or theirs is None:
        return
    if _one_length(mine.days, theirs.days):
        return
    short, long = (one, other) if mine.days < theirs.days else (other, one)
    above = short.number and long.number and short.number > long.number
    if not (above and short.measure in ADDED_UP):
        yield f"of “{mine.text}” and of “{theirs.text}”"


def _flows(facet: Facet) -> bool:
    """Whether a number is so much in a time, or by how much something moved."""
    return (
        facet.kind == Kind.PERCENT
        or facet.measure in FLOWING
        or facet.measure.endswith(CHANGE)
    )


def _time_of(facet: Facet, record: StatementRecord) -> Time | None:
    """The time over which a number is: a duration, else the date of its frame; in
    another frame, where there is but one.
    """
    times = list(_times(facet, record))
    near = [time for time, frame in times if frame == facet.frame]
    if near or len(times) == 1:
        return near[0] if near else times[0][0]
    half = None if times else _HALF.search(record.text)
    return Time(half.group(), DAYS[Granularity.HALF]) if half else None


def _times(facet: Facet, record: StatementRecord) -> Iterator[tuple[Time, int]]:
    """The times that a statement tells, durations first, with their frames."""
    for each in record.facets:
        if each.kind == Kind.DURATION and _SPAN.search(record.text[: each.start]):
            yield Time(each.text, float(each.number or 0) / DAY_SECONDS), each.frame
    change = facet.measure.endswith(CHANGE)
    for each in record.facets:
        if each.kind != Kind.DATE or each.implied or each.role in ("report", "speaker"):
            continue
        of_frame = change and each.frame == facet.frame
        if each.granularity in DAYS and (each.role == "period" or of_frame):
            days = DAYS[Granularity(each.granularity)]
            yield Time(each.text, days), each.frame


def _one_length(one: float, other: float) -> bool:
    return abs(one - other) <= ONE_LENGTH * max(one, other)


def _since(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    """A count of all so far, and that of a day."""
    if one.kind != Kind.COUNT or _at_one_point(a) or _at_one_point(b):
        return
    for total, part, of_total, of_part in ((one, other, a, b), (other, one, b, a)):
        if part.number is None or total.number is None or part.number > total.number:
            continue
        since = _first_so_far(total, of_total)
        day = _day_of(part, of_part)
        if since and day is not None and not _first_so_far(part, of_part):
            yield f"“{total.text}” is of all {since}, the other of {day.text}"


def _at_one_point(record: StatementRecord) -> bool:
    return not POINT_EVENTS.isdisjoint(record.lemmas)


def _first_so_far(facet: Facet, record: StatementRecord) -> str:
    """The words that tell that all so far are counted."""
    for each in _dates(facet, record):
        if each.hedge == Hedge.AT_LEAST and each.role != "report":
            return f"since {each.text}"
    found = _SO_FAR.search(record.text)
    return found.group() if found else ""


def _day_of(facet: Facet, record: StatementRecord) -> Facet | None:
    for each in _dates(facet, record):
        if each.granularity == Granularity.DAY and each.hedge == Hedge.NONE:
            return each
    return None


def _dates(facet: Facet, record: StatementRecord) -> list[Facet]:
    return [
        each
        for each in record.facets
        if each.kind == Kind.DATE and each.frame == facet.frame
    ]


def _ordinals(a: StatementRecord, b: StatementRecord) -> Iterator[str]:
    """The first of a kind on one side and the second on the other."""
    mine, theirs = ([f for f in x.facets if f.kind == Kind.ORDINAL] for x in (a, b))
    if len(mine) != 1 or len(theirs) != 1:
        return
    one, other = mine[0], theirs[0]
    if one.measure and one.measure == other.measure and one.value != other.value:
        yield f"of the “{one.text}” and of the “{other.text}” {one.measure}"


def _stock_and_flow(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> Iterator[str]:
    """How many there are, and how many more or fewer they become."""
    if not (a.frames and b.frames):
        return
    verbs = a.frames[one.frame].lemma, b.frames[other.frame].lemma
    for stock, flow, verb, move in (
        (one, other, verbs[0], verbs[1]),
        (other, one, verbs[1], verbs[0]),
    ):
        if verb not in STOCK or move not in FLOW:
            continue
        if stock.number and flow.number and flow.number <= stock.number:
            yield f"“{flow.text}” is how many of “{stock.text}” change"
