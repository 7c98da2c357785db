"""Patterns of what recurs and of references without a day: daily, recently. PURE."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import date_clues as clue
from claims.facets.date_grammar import WEEKDAY, weekday_number
from claims.facets.date_grammar_relative import amount
from claims.facets.date_numbers import NUMBER
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.facets.duration_grammar import UNIT, plain, timex_of, unit_of
from claims.lexicon.calendar import PARTS_OF_DAY, REFERENCES, SET_WORDS


def _reference(match: re.Match[str]) -> Term | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    return Term(*match.span(), Form.REFERENCE, timex=REFERENCES[word])


def _recent(match: re.Match[str]) -> Term:
    past = match["word"].lower() in ("recent", "past")
    timex = "PAST_REF" if past else "FUTURE_REF"
    return Term(*match.span(), Form.REFERENCE, timex=timex)


def _in_a_name(match: re.Match[str]) -> bool:
    """The Harbour Daily is a newspaper."""
    before = match.string[: match.start()].split()[-1:]
    after = match.string[match.end() : match.end() + 2].strip()
    beside = bool(before) and (before[0][0].isupper() or after.isupper())
    return match[0][0].isupper() and beside


def _set(match: re.Match[str]) -> Term | None:
    if match["word"] and _in_a_name(match):
        return None
    if match["word"]:
        return Term(*match.span(), Form.SET, timex=SET_WORDS[match["word"].lower()])
    if match["wd"]:
        code = PARTS_OF_DAY.get((match["dp"] or "").lower(), "")
        day = weekday_number(match["wd"])
        timex = f"XXXX-WXX-{day}" + (f"T{code}" if code else "")
        return Term(*match.span(), Form.SET, timex=timex)
    count = amount(match["low"]) if match["low"] else Decimal(1)
    if "other" in (match["low"] or "").lower():
        count = Decimal(2)
    if count is None:
        return None
    unit = unit_of(match["unit"])
    if unit == "weekend":
        return Term(*match.span(), Form.SET, timex=f"P{plain(count)}WE")
    return Term(*match.span(), Form.SET, timex=timex_of(count, unit))


RULES: tuple[Rule, ...] = (
    # recent weeks · coming months
    rule(
        r"\b(?:the\s)?(?P<word>recent|coming|future)\s(?:days|weeks|months|years|quarters|"
        r"decades)(?:\s(?:and|or)\s(?:days|weeks|months|years))?\b",
        _recent,
        clue.words("recent coming future"),
        clue.UNIT,
    ),
    rule(
        rf"(?<!as\s)\b(?P<word>{alternatives(REFERENCES)})\b(?!-|\s(?:of|as|after|before|"
        r"afterwards?)\b)",
        _reference,
        clue.heads(REFERENCES),
    ),
    # every Monday · each of two days · daily
    rule(
        r"\b(?:(?:every|each)\s(?:(?P<wd>"
        + WEEKDAY
        + r")\b(?:\s(?P<dp>morning|afternoon|evening|night))?|(?:(?P<low>other|"
        + NUMBER
        + rf")\s)?(?P<unit>{UNIT})\b(?!-))|(?P<word>{alternatives(SET_WORDS)})\b)",
        _set,
        clue.words("every each") | clue.words(" ".join(SET_WORDS)),
    ),
)
