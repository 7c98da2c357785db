"""Patterns of ranges whose second end is too short to stand alone. PURE.

"June 9-10", "9 to 10 June", "April 24 and 25", "2019-2021", "2019-20".
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.facets import date_clues as clue
from claims.facets.date_grammar import MONTH, ORDINAL_DAY, YEAR, month_number
from claims.facets.date_numbers import ordinal
from claims.facets.date_terms import Form, Rule, Term, rule

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TO = r"\s?(?:-|to|through|until|till|and|or|&)\s?(?:the\s)?"
# November 4, 5 and 6
_LIST = rf"(?P<between>(?:,\s(?:{ORDINAL_DAY}|{_DAY})){{0,5}}),?"
_YEAR = rf"(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR})\b)?"
_PHONE_AFTER = re.compile(r"^-\d")


def _days(match: re.Match[str]) -> Term | None:
    first, last = ordinal(match["day"]), ordinal(match["until"])
    if not first < last <= 31:
        return None
    between = [ordinal(day) for day in match["between"].split(",")[1:]]
    if between and [first, *between, last] != [*range(first, last + 1)]:
        return None
    month = month_number(match["month"])
    if match["month"].islower() and match["month"].lower() in ("may", "march", "mar"):
        return None
    year = int(match["year"]) if match["year"] else None
    low = Term(*match.span(), Form.CALENDAR, year=year, month=month, day=first)
    high = replace(low, day=last)
    return Term(*match.span(), Form.RANGE, first=low, last=high)


def _the_days(match: re.Match[str]) -> Term | None:
    first, last = ordinal(match["day"]), ordinal(match["until"])
    if not first < last <= 31:
        return None
    low = Term(*match.span(), Form.CALENDAR, day=first)
    return Term(*match.span(), Form.RANGE, first=low, last=replace(low, day=last))


def _years(match: re.Match[str]) -> Term | None:
    low = int(match["low"])
    text = match["high"]
    high = int(text) if len(text) == 4 else low // 100 * 100 + int(text)
    if not low < high <= low + 100 or _PHONE_AFTER.match(match.string[match.end() :]):
        return None
    first = Term(*match.span(), Form.CALENDAR, year=low)
    return Term(*match.span(), Form.RANGE, first=first, last=replace(first, year=high))


RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:from\s|between\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{ORDINAL_DAY}|{_DAY}){_LIST}{_TO}"
        rf"(?P<until>{ORDINAL_DAY}|{_DAY})\b(?!\s?(?:%|percent|[ap]\.?m\b|{MONTH}\s?\d)"
        rf"|[:.,]\d){_YEAR}",
        _days,
        clue.MONTH,
        clue.DAY_NUMBER,
    ),
    rule(
        rf"(?<![\w.,$/:-])(?:from\s|between\s)?(?:the\s)?(?P<day>{ORDINAL_DAY}|{_DAY})"
        rf"{_LIST}{_TO}(?P<until>{ORDINAL_DAY}|{_DAY})(?:\sof)?\s(?P<month>{MONTH}){_YEAR}",
        _days,
        clue.MONTH,
        clue.DAY_NUMBER,
    ),
    rule(
        rf"\b(?:from|between)\sthe\s(?P<day>{_DAY}(?:st|nd|rd|th)){_TO}"
        rf"(?P<until>{_DAY}(?:st|nd|rd|th))\b",
        _the_days,
        clue.ORDINAL,
    ),
    rule(
        rf"(?<![\w.,$/:-])(?:from\s|between\s)?(?P<low>{YEAR})\s?[-~/]\s?"
        rf"(?P<high>{YEAR}|\d\d)(?![\w%]|[-/.,]\w)",
        _years,
        clue.YEAR,
    ),
)
