"""Patterns of years that stand alone: "2019", "FY24", "nineteen seventy-nine". PURE.

Four digits are a year only where what stands around them counts, numbers or measures
nothing.
"""

from __future__ import annotations

import re

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import (
    PART,
    SPOKEN,
    YEAR,
    before,
    calendar_term,
    period_part,
    year_fields,
)
from claims.facets.date_numbers import spoken_year
from claims.facets.date_terms import Rule, Term, rule

# What counts things, so that the number before it is no year.
_NOT_A_YEAR_AFTER = re.compile(
    r"^(?:%|\s?(?:percent|per\scent|people|men|women|troops|soldiers|dollars|euros|"
    r"pounds|yen|points?|feet|foot|meters|metres|miles|kilomet\w+|km|kg|tons|tonnes|"
    r"shares|jobs|homes|houses|workers|employees|seats|votes|times|units|barrels|"
    r"acres|square|gmt|utc|hours|local|million|billion|calories|words|pages|students|"
    r"members|cases|deaths|mph|francs|marks|guilders|m|cc|hp|mb|gb)\b|[.,:/]\d|-\d{3,})",
    re.IGNORECASE,
)
# 1912 Mill Road
_STREET_AFTER = re.compile(
    r"(?:\s(?!As|In|On|At|The|And|For)[A-Z]\w+){1,2}?\s(?:Road|Rd|Street|St|Avenue|Ave|"
    r"Drive|Lane|Boulevard|Blvd|Way|Place|Square|Court|Terrace)\b"
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€#¥]\s?|\b(?:no|number|room|flight|route|section|page|article|rule|bill|"
    r"resolution|model|building|suite|box|about|nearly|some|exactly|"
    r"(?<!later\s)(?<!rlier\s)(?<!ooner\s)than|"
    r"roughly|another|all|only|just)\.?\s|[\d.,:/$-])$",
    re.IGNORECASE,
)
_STRONG_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|of|year|fiscal|during|early|late|mid|from|between|after|"
    r"before)[-\s]$",
    re.IGNORECASE,
)


def _year(match: re.Match[str]) -> Term | None:
    words = before(match)
    after = match.string[match.end() : match.end() + 16]
    number = int(match["year"])
    part = period_part(match["part"])
    if _NOT_A_YEAR_AFTER.search(after) or _NOT_A_YEAR_BEFORE.search(words):
        return None
    strong = part or match["lead"] or _STRONG_YEAR_BEFORE.search(words)
    if number % 100 == 0 and not strong and re.match(r"\s[a-z]+s\b", after):
        return None  # 2000 pieces
    in_a_street = _STREET_AFTER.match(match.string, match.end())
    if not strong and (in_a_street or not 1800 <= number <= 2060):
        return None
    fiscal = "fiscal" in (match["lead"] or "").lower()
    return calendar_term(match, year=number, part=part, fiscal=fiscal)


def _spoken(match: re.Match[str]) -> Term | None:
    dated = match["lead"] or _STRONG_YEAR_BEFORE.search(before(match))
    if not dated and not match["spoken"].lower().startswith(("nineteen", "eighteen")):
        return None
    return calendar_term(match, year=spoken_year(match["spoken"]))


RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:\b{PART})?\b(?P<lead>(?:the\s)?(?:calendar\s|fiscal\s)?year\s|fiscal\s)?"
        rf"(?<![\w$#.,/:-])(?P<year>{YEAR})(?![\w]|-\w)",
        _year,
        clue.YEAR,
    ),
    rule(
        rf"\b{PART}(?P<lead>(?!))?(?P<year>{YEAR})(?![\w]|-\w)",
        _year,
        clue.PERIOD_PART,
        clue.YEAR,
    ),
    # FY2024 · FY'24
    rule(
        rf"\b(?P<lead>FY|CY)[-\s]?(?:(?P<year>{YEAR})|'?(?P<short>\d\d))\b",
        lambda m: calendar_term(m, fiscal=m["lead"].upper() == "FY", **year_fields(m)),
        clues.words("fy cy"),
        clue.DIGIT,
    ),
    rule(rf"\b(?P<lead>the\syear\s)?{SPOKEN}", _spoken, clue.SPOKEN_YEAR),
)
