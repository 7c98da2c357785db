"""Finding every date and duration of a text, in three steps. PURE.

1 a rule runs only where its words stand (facets.date_clues)
2 every such rule proposes terms; the longest win; neighbours are joined
3 terms are resolved from left to right, each seeing the dates told before it

Dates and durations come from one scan because they compete for words: "two weeks" is a
duration, "two weeks ago" a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from claims.facets import (
    date_grammar,
    date_grammar_clock,
    date_grammar_periods,
    date_grammar_ranges,
    date_grammar_relative,
    date_grammar_sets,
    date_grammar_spans,
    date_grammar_weekdays,
    date_grammar_years,
    date_relative,
    duration_grammar,
    intervals,
)
from claims.facets.date_clues import Index
from claims.facets.date_combine import combine
from claims.facets.date_events import anchors, of_a_sentence_before
from claims.facets.date_hedges import date_hedge
from claims.facets.date_resolve import Reading, Resolved
from claims.facets.date_shared import with_year_of
from claims.facets.date_tense import Lean, lean, of_a_thing
from claims.facets.date_terms import Form, Rule, Term
from claims.facets.hedges import hedge_after, hedge_before
from claims.facets.intervals import Period
from claims.facets.types import Facet, Granularity, Hedge, Kind
from claims.lexicon.calendar import CLOCK_UNITS

RULES = (
    *date_grammar.RULES,
    *date_grammar_weekdays.RULES,
    *date_grammar_years.RULES,
    *date_grammar_periods.RULES,
    *date_grammar_ranges.RULES,
    *date_grammar_clock.RULES,
    *date_grammar_relative.RULES,
    *date_grammar_spans.RULES,
    *date_grammar_sets.RULES,
    *duration_grammar.RULES,
)
INDEX = Index((rule, rule.needs) for rule in RULES)
# One for one, so that offsets hold.
_FOLD = str.maketrans("\u00a0\u2009\u202f\n\t‘’“”–—‑−", "     ''\"\"----")
_STARTING = re.compile(r"^,?\s(?:starting|beginning|from)\s(?:on\s|from\s|in\s)?$")
_LIST = re.compile(r"^(?:,\s|,?\s(?:and|or)\s(?:on\s|in\s)?)$")
_ENDING = re.compile(r"^\s(?:ended|ending|to|through)\s(?:on\s|in\s|the\s)?$")
_OF = re.compile(rf"^\s(?:of|in)\s(?:the\s)?$|{_STARTING.pattern}")
_ANCHOR_GAPS: dict[Form, Callable[[str], object]] = {
    Form.OFFSET: anchors,
    Form.DURATION: _STARTING.match,
    Form.SPAN: _OF.match,
}
_ANCHORS = (Form.CALENDAR, Form.SHIFT)
_SENTENCE_END = re.compile(r"[.!?][\"')]*\s+(?=[\"'(]?[A-Z])|\n")
# Rows of dates kept as context, and results kept for the second caller of a sentence.
TOLD_KEPT, CACHE_SIZE = 12, 512
MINUTES_OF_DAY = 1440


def scan(
    text: str,
    published: date | None,
    previous: Sequence[Facet] = (),
    ahead: frozenset[int] = frozenset(),
) -> tuple[Facet, ...]:
    """Dates, sets and durations in text order; spans count from the start of text.

    ahead holds where the bare weekdays stand that the parse puts ahead.
    """
    if not _rules(text):
        return ()
    told = _told_of(_Same(previous)) if isinstance(previous, tuple) else _told(previous)
    return _scan(text, published, told, ahead)


class _Same:
    """A tuple that is equal to itself alone: quick to find again."""

    __slots__ = ("facets",)

    def __init__(self, facets: tuple[Facet, ...]) -> None:
        self.facets = facets

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.facets is other.facets

    def __hash__(self) -> int:
        return id(self.facets)


@lru_cache(maxsize=1)
def _told_of(same: _Same) -> tuple[Period, ...]:
    """The periods told; dates and durations of a sentence ask for the same."""
    return _told(same.facets)


def _told(previous: Sequence[Facet]) -> tuple[Period, ...]:
    """The periods of the last dates that were resolved."""
    told: list[Period] = []
    for facet in reversed(previous):
        start, end = facet.date_from, facet.date_to
        if facet.kind is Kind.DATE and start is not None and end is not None:
            granularity = Granularity(facet.granularity)
            told.append(Period(facet.value, facet.timex, start, end, granularity))
            if len(told) == TOLD_KEPT:
                break
    return tuple(reversed(told))


@lru_cache(maxsize=CACHE_SIZE)
def _scan(
    text: str,
    published: date | None,
    told: tuple[Period, ...],
    ahead: frozenset[int],
) -> tuple[Facet, ...]:
    plain = text.translate(_FOLD)
    terms = combine(_terms(plain, _rules(text)), plain)
    terms = _anchored(terms, plain)
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    facets: list[Facet] = []
    history = [(-1, period) for period in told]
    listed: tuple[Term, tuple[Lean, bool]] | None = None
    for term in terms:
        if term.base == "weak" and term.first is None:
            continue
        sentence = sum(end <= term.start for end in ends)
        leaning, strong = _lean(term, plain)
        if ahead and not ahead.isdisjoint(range(term.start, term.end)):
            leaning, strong = Lean.FUTURE, True
        if listed is not None and _in_a_list(listed[0], term, plain):
            leaning, strong = listed[1]
        listed = (term, (leaning, strong))
        reading = Reading(
            published=published,
            lean=leaning,
            strong=strong,
            told=tuple(period for _, period in history[-TOLD_KEPT:]),
            near=tuple(p for where, p in history if where == sentence),
        )
        made = _facet(term, reading, text, plain)
        if made is None:
            continue
        facet, period = made
        facets.append(facet)
        if period is not None:
            history.append((sentence, period))
    return tuple(facets)


@lru_cache(maxsize=CACHE_SIZE)
def _rules(text: str) -> tuple[Rule, ...]:
    """The rules that may match; none for most sentences without a date."""
    return INDEX.matching(text)


def _terms(text: str, rules: Sequence[Rule]) -> list[Term]:
    """The longest terms that do not overlap, in text order."""
    proposed = [
        (term.start - term.end, term.start, order, term)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(text)
        if (term := rule.build(match)) is not None
    ]
    proposed.sort(key=lambda row: row[:3])
    chosen: list[Term] = []
    for *_, term in proposed:
        if all(term.end <= t.start or term.start >= t.end for t in chosen):
            chosen.append(_trimmed(term, text))
    return sorted(chosen, key=lambda term: term.start)


def _trimmed(term: Term, text: str) -> Term:
    """Without white space at the edges, which optional parts of a pattern may take."""
    printed = text[term.start : term.end]
    bare = printed.strip()
    if len(bare) == len(printed):
        return term
    start = term.start + len(printed) - len(printed.lstrip())
    return replace(term, start=start, end=start + len(bare))


def _anchored(terms: list[Term], text: str) -> list[Term]:
    """The date that follows is the anchor: "four days after the June 5 vote", "two
    weeks starting Monday", "the first nine months of 2024".
    """
    result = _of_one_year(terms, text)
    for index, (term, following) in enumerate(pairwise(terms)):
        if term.form is Form.CLOCK and following.clock and following.form in _ANCHORS:
            if text[term.end : following.start] == " (":  # 6 p.m. (2200 GMT) on Sunday
                result[index] = _on_the_day_of(term, following)
            continue
        if (timed := _for_hours(term, following, text)) is not None:
            result[index : index + 2] = timed
            continue
        if _ends_with(term, following, text):
            result[index] = replace(term, first=following, base="last")
            continue
        is_gap = _ANCHOR_GAPS.get(term.form)
        if is_gap is None or term.first or following.form not in _ANCHORS:
            continue
        gap = text[term.end : following.start]
        if term.form is Form.OFFSET and term.base != "event":
            continue
        if is_gap(gap):
            result[index] = replace(term, first=following)
    return [of_a_sentence_before(term, text) for term in result]


def _of_one_year(terms: list[Term], text: str) -> list[Term]:
    """In July and August 2024, on May 3 and June 7, 2024: of the year told last."""
    result = list(terms)
    for index in range(len(terms) - 2, -1, -1):
        first, last = result[index], result[index + 1]
        if first.form is Form.CALENDAR is last.form and not first.holiday:
            alike = bool(first.day) == bool(last.day)
            if alike and _LIST.match(text[first.end : last.start]):
                result[index] = with_year_of(first, last)
    return result


def _on_the_day_of(clock: Term, day: Term) -> Term:
    return replace(
        day, start=clock.start, end=clock.end, clock=clock.clock, zone=clock.zone
    )


def _for_hours(term: Term, following: Term, text: str) -> list[Term] | None:
    """From 10 a.m. for three hours, for two hours from 2 p.m.: the clock has both ends.

    None where the two terms do not tell of one stretch of one day.
    """
    at_once, behind = (term, following), text[term.end : following.start]
    timed = next((t for t in at_once if t.clock and "/" not in t.clock), None)
    length = next((t for t in at_once if t.form is Form.DURATION), None)
    if timed is None or length is None or length.seconds is None:
        return None
    way = " for " if timed is term else " from "
    hour, _, minute = timed.clock.partition(":")
    end = int(hour) * 60 + int(minute) + int(length.seconds) // 60
    if behind != way or length.seconds_high or end >= MINUTES_OF_DAY:
        return None
    clock = f"{timed.clock}/{end // 60:02d}:{end % 60:02d}"
    return [replace(t, clock=clock) if t is timed else t for t in at_once]


def _ends_with(term: Term, following: Term, text: str) -> bool:
    """The three months to September, the year ended March 31."""
    if term.form is not Form.DURATION or following.form is not Form.CALENDAR:
        return False
    gap = text[term.end : following.start]
    whole = bool(following.month) and (not following.day or "end" in gap)
    return whole and bool(_ENDING.match(gap))


def _lean(term: Term, text: str) -> tuple[Lean, bool]:
    """Which way the words look; "to sell itself under a June agreement" tells none."""
    leaning, strong = lean(text, term.start, term.end)
    bare = term.form is Form.CALENDAR and term.month and not (term.day or term.year)
    weak = leaning is Lean.FUTURE and not strong
    if bare and weak and of_a_thing(text, term.start, term.end):
        return Lean.NONE, False
    return leaning, strong


def _in_a_list(left: Term, right: Term, text: str) -> bool:
    """Wednesday, Thursday or Friday: all of them gone by, or all to come."""
    days = left.weekday and right.weekday and left.day is None and right.day is None
    return bool(days) and bool(_LIST.match(text[left.end : right.start]))


def _facet(
    term: Term, reading: Reading, text: str, plain: str
) -> tuple[Facet, Period | None] | None:
    if term.form in (Form.DURATION, Form.SPAN):
        return _duration(term, reading, text, plain), None
    resolved = date_relative.resolve(term, reading)
    if resolved is None:
        return None
    resolved = _with_time(term, resolved)
    period = resolved.period
    facet = Facet(
        kind=Kind.DATE,
        start=term.start,
        end=term.end,
        text=text[term.start : term.end],
        value=resolved.value,
        unit=term.zone if term.clock else "",
        date_from=period.start if period else None,
        date_to=period.end if period else None,
        granularity=resolved.granularity.value,
        timex=resolved.timex,
        anchor=resolved.anchor,
        hedge=date_hedge(plain, term.start),
    )
    return facet, period


def _with_time(term: Term, resolved: Resolved) -> Resolved:
    """The clock time or part of day that the term carries, in value and TIMEX3."""
    if not term.clock and not term.daypart:
        return resolved
    granularity = Granularity.MINUTE if term.clock else Granularity.PART_OF_DAY
    day = "" if resolved.timex == "XXXX-XX-XX" else resolved.timex
    time = (term.clock or term.daypart).replace("/", f"/{day}T")
    if not day:
        name = f"T{time}"
        return replace(resolved, value=name, timex=name, granularity=granularity)
    period = resolved.period
    return replace(
        resolved,
        value=f"{resolved.value}T{time}",
        timex=f"{resolved.timex}T{time}",
        granularity=granularity,
        period=replace(period, granularity=granularity) if period else None,
    )


def _duration(term: Term, reading: Reading, text: str, plain: str) -> Facet:
    hedge, _ = hedge_before(plain, term.start)
    if term.form is Form.SPAN and hedge is Hedge.OVER:
        hedge = Hedge.NONE  # "over the past two months" is a preposition
    if hedge is Hedge.NONE:
        hedge, _ = hedge_after(plain, term.end)
    if term.seconds is None:
        hedge = Hedge.VAGUE
    low, high = term.seconds, term.seconds_high
    value = term.timex if low is None else f"{duration_grammar.plain(low)} s"
    if low is not None and high is not None:
        value = f"{duration_grammar.plain(low)}-{duration_grammar.plain(high)} s"
    start, end = _span_days(term, reading)
    return Facet(
        kind=Kind.DURATION,
        start=term.start,
        end=term.end,
        text=text[term.start : term.end],
        value=value,
        number=low if high is None or low is None else (low + high) / Decimal(2),
        number_low=low if high is not None else None,
        number_high=high,
        unit="s" if low is not None else "",
        timex=term.timex,
        date_from=start,
        date_to=end,
        anchor=reading.published if start else None,
        hedge=hedge,
    )


def _span_days(term: Term, reading: Reading) -> tuple[date | None, date | None]:
    """The past two months: the days that end (or begin) with the publication day.

    Quarters are whole ones. Two weeks starting Monday, the first nine months of 2024:
    the days from (or to) the edge of the period told.
    """
    whole = term.count is not None and term.count == term.count.to_integral_value()
    if not whole or term.unit in CLOCK_UNITS:
        return None, None
    count = int(term.count or 0)
    if term.first is not None:
        told = date_relative.resolve(term.first, reading)
        if told is None or told.period is None:
            return None, None
        if term.base in ("last", "final"):
            end = told.period.end
            return intervals.shift(end, term.unit, -count), end
        start = told.period.start
        return start, intervals.shift(start, term.unit, count)
    published = reading.published
    if term.form is not Form.SPAN or not term.shift or published is None:
        return None, None
    if term.unit == "quarter":
        current = intervals.unit_period("quarter", published)
        edge = current.start if term.shift < 0 else current.end
        far = intervals.shift(edge, "quarter", term.shift * count)
        return min(edge, far), max(edge, far)
    far = intervals.shift(published, term.unit, term.shift * count)
    if term.shift < 0:
        return far, published + intervals.DAY
    return published + intervals.DAY, far + intervals.DAY
