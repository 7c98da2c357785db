"""Patterns of stretches that begin or end now: "the past two months". PURE."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import date_clues as clue
from claims.facets.date_grammar_relative import amount
from claims.facets.date_numbers import NUMBER
from claims.facets.date_terms import Form, Rule, Term, rule
from claims.facets.duration_grammar import UNIT, VAGUE, timex_of, unit_of, vague_timex
from claims.lexicon.calendar import UNITS


def _span(match: re.Match[str]) -> Term | None:
    unit = unit_of(match["unit"])
    word = match["shift"].lower()
    shift = {"past": -1, "last": -1, "previous": -1, "recent": -1, "first": 0}
    shift |= {"final": 0}
    direction = shift.get(word, 1)
    count = amount(match["low"]) if match["low"] else Decimal(1)
    timex = vague_timex(unit) if count is None else timex_of(count, unit)
    seconds = None if count is None else count * UNITS[unit][1]
    return Term(
        *match.span(),
        Form.SPAN,
        unit=unit,
        shift=direction,
        count=count,
        seconds=seconds,
        timex=timex,
    )


_SPANS = clue.words("past last next coming previous first final upcoming")
RULES: tuple[Rule, ...] = (
    # the past two months · the next few years · the first nine months
    rule(
        r"\b(?:the|these|its|his|her|their|for)\s(?P<shift>past|last|next|coming|previous|"
        rf"first|final)\s(?P<low>{NUMBER}|{VAGUE})\s(?:more\s|full\s|business\s)?"
        rf"(?P<unit>{UNIT})\b",
        _span,
        _SPANS,
        clue.UNIT,
    ),
    rule(
        rf"\b(?P<shift>past|last|next)\s(?P<low>{NUMBER}|{VAGUE})\s(?P<unit>{UNIT})\b",
        _span,
        _SPANS,
        clue.UNIT,
    ),
    rule(
        rf"\b(?:the\s)?(?P<low>{NUMBER})\s(?P<shift>past|last|previous|next|coming|"
        rf"upcoming)\s(?P<unit>{UNIT})\b",
        _span,
        _SPANS,
        clue.UNIT,
    ),
    rule(
        r"\b(?:the\s)?(?P<shift>past)\s(?P<low>(?!))?(?P<unit>decade|century|hour|day|"
        r"week|month|quarter|year|fortnight)\b",
        _span,
        clue.words("past"),
        clue.UNIT,
    ),
)
