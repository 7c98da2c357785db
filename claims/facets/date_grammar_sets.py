"""Patterns of what recurs and of references without a day: daily, recently. PURE."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import WEEKDAY, weekday_number
from claims.facets.date_grammar_relative import amount
from claims.facets.date_numbers import NUMBER
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.facets.duration_grammar import UNIT, plain, timex_of, unit_of
from claims.lexicon.calendar import (
    FIXED_HOLIDAYS,
    MONTHS,
    PARTS_OF_DAY,
    REFERENCES,
    SEASONS,
    SET_WORDS,
)


def _reference(match: re.Match[str]) -> Term | None:
    if match["word"] == "Now":
        return None  # at the head of a sentence it leads over to what comes next
    word = re.sub(r"\s+", " ", match["word"].lower())
    return Term(*match.span(), Form.REFERENCE, timex=REFERENCES[word])


def _recent(match: re.Match[str]) -> Term:
    past = match["word"].lower() in ("recent", "past")
    timex = "PAST_REF" if past else "FUTURE_REF"
    return Term(*match.span(), Form.REFERENCE, timex=timex)


def _in_a_name(match: re.Match[str]) -> bool:
    """The Harbour Daily and the daily Ferry are newspapers."""
    before = match.string[: match.start()].split()[-1:]
    named = match.string[match.end() : match.end() + 2].strip().isupper()
    if match[0][0].islower():
        return named
    return bool(before) and (before[0][0].isupper() or named)


def _word(match: re.Match[str]) -> Term | None:
    """Daily, quarterly: not the name of a newspaper."""
    if _in_a_name(match):
        return None
    return Term(*match.span(), Form.SET, timex=SET_WORDS[match["word"].lower()])


def _weekdays(match: re.Match[str]) -> Term:
    """Every Monday night, every other Friday."""
    code = PARTS_OF_DAY.get((match["dp"] or "").lower(), "")
    timex = f"XXXX-WXX-{weekday_number(match['day'])}"
    return Term(*match.span(), Form.SET, timex=f"{timex}T{code}" if code else timex)


def _units(match: re.Match[str]) -> Term | None:
    """Every year, each of two days, every other week."""
    low = (match["low"] or "one").lower()
    count = Decimal(2) if low == "other" else amount(low)
    if count is None or _EVERY_SECOND_ONE.match(match.string, match.start()):
        return None
    return Term(*match.span(), Form.SET, timex=_each(count, unit_of(match["unit"])))


def _each(count: Decimal, unit: str) -> str:
    if unit in PARTS_OF_DAY and count == 1:
        return f"XXXX-XX-XXT{PARTS_OF_DAY[unit]}"
    return f"P{plain(count)}WE" if unit == "weekend" else timex_of(count, unit)


def _times(match: re.Match[str]) -> Term:
    """Twice a week, three times per month."""
    timex = _each(Decimal(1), unit_of(match["unit"]))
    return Term(*match.span(), Form.SET, timex=timex)


def _named(match: re.Match[str]) -> Term | None:
    """Every June, each summer, every Christmas; not "each may go"."""
    word = match["name"].lower()
    each = match[0][:4].lower() == "each"
    if match["name"][0].islower() and (word in MONTHS or (each and word in _VERBS)):
        return None
    if word in FIXED_HOLIDAYS:
        timex = "XXXX-{:02d}-{:02d}".format(*FIXED_HOLIDAYS[word])
    elif word in SEASONS:
        timex = f"XXXX-{SEASONS[word]}"
    elif word in MONTHS:
        timex = f"XXXX-{MONTHS[word]:02d}"
    else:
        timex = f"XXXX-XX-XXT{PARTS_OF_DAY[word]}"
    return Term(*match.span(), Form.SET, timex=timex)


# Every second household, every second Tuesday: of two, and no length of time.
_EVERY_SECOND_ONE = re.compile(r"every\ssecond\s(?!of\b)[a-z]", re.IGNORECASE)
_VERBS = frozenset({"fall", "spring"})
_NAMED = (*FIXED_HOLIDAYS, *SEASONS, *MONTHS, "morning", "afternoon", "evening")
_EACH = clues.words("every each")
RULES: tuple[Rule, ...] = (
    # recent weeks · coming months
    rule(
        r"\b(?:the\s)?(?P<word>recent|coming|future)\s(?:days|weeks|months|years|quarters|"
        r"decades)(?:\s(?:and|or)\s(?:days|weeks|months|years))?\b",
        _recent,
        clues.words("recent coming future"),
        clue.UNIT,
    ),
    rule(
        rf"(?<!as\s)\b(?P<word>{alternatives(REFERENCES)})\b(?!-|\s(?:of|as|after|before|"
        r"afterwards?)\b)",
        _reference,
        clues.heads(REFERENCES),
        clues.others(REFERENCES),
    ),
    # to date, at the end of a clause: "up to date" and "to date him" are none
    rule(
        r"(?<!\bup\s)\bto\sdate\b(?=\s*(?:[.,;:?!)]|$))",
        lambda m: Term(*m.span(), Form.REFERENCE, timex="PRESENT_REF"),
        clues.words("date"),
    ),
    # every Monday · every other Friday
    rule(
        rf"\b(?:every|each)\s(?:(?:other|second|third|fourth)\s)?(?P<day>{WEEKDAY})\b(?:\s(?P<dp>morning|afternoon|"
        r"evening|night))?\b",
        _weekdays,
        _EACH,
        clue.WEEKDAY,
    ),
    # every year · every two days
    rule(
        rf"\b(?:every|each)\s(?:(?P<low>other|{NUMBER})\s)?(?P<unit>{UNIT})\b(?!-)",
        _units,
        _EACH,
        clue.UNIT,
    ),
    # every June · each summer · every morning
    rule(
        rf"\b(?:every|each)\s(?P<name>{alternatives(_NAMED)})\b(?!-)",
        _named,
        _EACH,
        clues.heads(_NAMED),
    ),
    # twice a week
    rule(
        rf"\b(?:once|twice|(?:{NUMBER}|several|many)\stimes)\s(?:an?|per|each|every)\s"
        rf"(?P<unit>{UNIT})\b(?!-)",
        _times,
        clues.words("once twice times"),
        clue.UNIT,
    ),
    # daily · semi-annually
    rule(
        rf"\b(?P<word>{alternatives(SET_WORDS)})\b",
        _word,
        clues.heads(SET_WORDS),
    ),
    # quarterly, as an adverb: a quarterly dividend is a kind of dividend
    rule(
        r"\b(?P<word>quarterly)\b(?=\s*(?:[.,;:?!)]|$|\s(?:and|or|by|from|in|on|to|since)\b))",
        lambda m: Term(*m.span(), Form.SET, timex="P3M"),
        clues.words("quarterly"),
    ),
)
