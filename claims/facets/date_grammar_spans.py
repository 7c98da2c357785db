"""Patterns of stretches and of the parts of a period. PURE.

"the past two months", "the first nine months (of 2024)", "the last Friday of June".
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import WEEKDAY, weekday_number
from claims.facets.date_grammar_relative import amount
from claims.facets.date_numbers import NUMBER, ORDINAL, ordinal
from claims.facets.date_terms import Form, Rule, Term, rule
from claims.facets.duration_grammar import (
    PLUS,
    UNIT,
    VAGUE,
    plus,
    timex_of,
    unit_of,
    vague_timex,
)
from claims.lexicon.calendar import UNITS


def _span(match: re.Match[str]) -> Term | None:
    unit = unit_of(match["unit"])
    word = match["shift"].lower()
    shift = {"past": -1, "last": -1, "previous": -1, "prior": -1}
    shift |= {"first": 0, "final": 0}
    direction = shift.get(word, 1)
    count = amount(match["low"]) if match["low"] else Decimal(1)
    if count is not None and (more := match.groupdict().get("plus")):
        count += plus(more)
    timex = vague_timex(unit) if count is None else timex_of(count, unit)
    seconds = None if count is None else count * UNITS[unit][1]
    return Term(
        *match.span(),
        Form.SPAN,
        unit=unit,
        shift=direction,
        base=word,
        count=count,
        seconds=seconds,
        timex=timex,
    )


def _part_of(match: re.Match[str]) -> Term:
    """The first week, the last Friday, the ninth day: of the period that follows."""
    nth = (match["nth"] or "").lower()
    number = -1 if nth in ("last", "final") else ordinal(nth) if nth else 0
    what = match["what"].lower()
    unit = what if what in ("week", "day", "month", "weekend") else "week"
    weekday = None if what == unit else weekday_number(what)
    return Term(
        *match.span(),
        Form.WEEK_OF,
        unit=unit,
        week=number,
        weekday=weekday,
        base="weak",
    )


_SPANS = clues.words("past last next coming previous prior first final upcoming")
RULES: tuple[Rule, ...] = (
    # the past two months · the next few years · the first nine months
    rule(
        r"\b(?:(?:the|these|its|his|her|their)\s)?(?P<shift>past|last|next|coming|"
        rf"upcoming|previous|prior|first|final)\s(?P<low>{NUMBER}|{VAGUE})\s(?:(?:more|full|business|"
        rf"trading|working)\s)?(?P<unit>{UNIT})\b",
        _span,
        _SPANS,
        clue.UNIT,
        clue.NUMBER | clue.VAGUE,
    ),
    rule(
        rf"(?<![:.,])\b(?:the\s)?(?P<low>{NUMBER})\s(?P<shift>past|last|previous|prior|next|"
        rf"coming|upcoming)\s(?P<unit>{UNIT})(?<=s)\b",
        _span,
        _SPANS,
        clue.UNIT,
        clue.NUMBER,
    ),
    rule(
        r"\b(?:the\s)?(?P<shift>past|(?:last|next|coming|upcoming)(?=\sfortnight))\s"
        r"(?P<low>(?!))?(?P<unit>decade|century|hour|day|week|month|quarter|year|"
        rf"fortnight)\b{PLUS}",
        _span,
        clues.words("past fortnight"),
        clue.UNIT,
    ),
    # the first week of July · the last Friday of the month · the week of June 9
    rule(
        rf"\b(?:the\s)?(?P<nth>{ORDINAL}|last|final)\s(?P<what>week|day|month|{WEEKDAY})"
        r"(?=\s(?:of|in)\s)",
        _part_of,
        clue.ORDINAL | clues.words("last final"),
        clue.WEEKDAY | clues.words("week day month"),
    ),
    rule(
        r"\b(?:the\s)?(?P<what>week(?:end(?=\sof\s))?)(?P<nth>(?!))?"
        r"(?=\s(?:of|starting|beginning|commencing)\s)",
        _part_of,
        clues.words("week weekend"),
        clues.words("of starting beginning commencing"),
    ),
    # week 23 of 2024
    rule(
        r"\b(?:the\s)?(?P<what>week)\s(?P<nth>\d{1,2})(?=\sof\s\d{4}\b)",
        _part_of,
        clues.words("week"),
        clue.YEAR,
    ),
)
