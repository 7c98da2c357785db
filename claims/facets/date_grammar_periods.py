"""Patterns of quarters, halves, seasons, holidays, decades and centuries. PURE."""

from __future__ import annotations

import re

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import (
    OF_YEAR,
    PART,
    SHIFT_WORDS,
    YEAR,
    calendar_term,
    period_part,
    two_digit_year,
    year_fields,
)
from claims.facets.date_numbers import ordinal
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.lexicon.calendar import (
    DECADES,
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    NTH_HOLIDAYS,
    SEASONS,
)


def _decade(match: re.Match[str]) -> Term | None:
    word = match["word"]
    if word:
        first = 1900 + DECADES[word.lower()]
    else:
        digits = match["digits"]
        first = int(digits) if len(digits) == 4 else 1900 + int(digits)
        if first < 1930 and len(digits) == 2:
            first += 100
    part = period_part(match["part"])
    return Term(*match.span(), Form.ERA, unit="decade", year=first, part=part)


def _century(match: re.Match[str]) -> Term | None:
    number = ordinal(match["number"])
    return Term(*match.span(), Form.ERA, unit="century", year=number)


def _quarter(match: re.Match[str]) -> Term | None:
    word, lead = match["nth"].lower(), match["lead"].lower()
    number = 4 if word in ("final", "last") else ordinal(word)
    found = year_fields(match)
    if not found and match["lead_year"]:
        found = {"year": int(match["lead_year"])}
    if not found and (relative := re.search(r"last|this|next", lead)):
        found = {"shift": SHIFT_WORDS[relative[0]], "unit": "year"}
    if not found and re.search(r"year[-\s](?:ago|earlier)", lead):
        found = {"shift": -1, "unit": "year"}
    fiscal = "fiscal" in match[0].lower()
    return calendar_term(match, quarter=number, fiscal=fiscal, **found)


def _code(match: re.Match[str]) -> Term | None:
    quarter = match["quarter"] or match["first"]
    kind = {"quarter": int(quarter)} if quarter else {"half": int(match["half"])}
    return calendar_term(match, **kind, **_coded_year(match))


def _coded_year(match: re.Match[str]) -> dict[str, object]:
    groups = match.groupdict()
    found = year_fields(match)
    if groups.get("plain"):
        found = {"year": int(groups["plain"])}
    if groups.get("cut"):
        found = {"year": two_digit_year(groups["cut"])}
    return found | ({"fiscal": True} if groups.get("fiscal") else {})


def _quarters(match: re.Match[str]) -> Term | None:
    """The second and third quarters: only those that follow one another."""
    low, high = ordinal(match["nth"]), ordinal(match["until"])
    if high != low + 1:
        return None
    first = calendar_term(match, quarter=low, **year_fields(match))
    last = calendar_term(match, quarter=high, **year_fields(match))
    return Term(*match.span(), Form.RANGE, first=first, last=last)


def _half(match: re.Match[str]) -> Term | None:
    number = 1 if match["nth"].lower() == "first" else 2
    decade = match["decade"]
    if decade:
        first = int(decade) if len(decade) == 4 else 1900 + int(decade)
        part = "early" if number == 1 else "late"
        return Term(*match.span(), Form.ERA, unit="decade", year=first, part=part)
    found = year_fields(match)
    if not found and match["the_year"]:
        found = {"shift": 0, "unit": "year"}
    return calendar_term(match, half=number, **found)


def _bare_half(match: re.Match[str]) -> Term | None:
    """H1 revenue, sales in the first half: of a company's year, and of no match.

    The white space behind it is taken as well, for "1H " is an hour, too.
    """
    named = match["nth"]
    number = (1 if named.lower() == "first" else 2) if named else None
    at_once = _RESULTS.match(match.string, match.start() + len(match[0].rstrip()))
    if not at_once:
        placed = _IN_A_HALF.search(match.string[: match.start()])
        if not placed or not _RESULTS.search(match.string) or _OF_SPORT(match.string):
            return None
    return calendar_term(match, half=number or int(match["h"] or match["first"]))


def _season(match: re.Match[str]) -> Term | None:
    word = match["season"].lower()
    found = year_fields(match)
    shift = (match["shift"] or "").lower()
    if shift and not found:
        found = {"shift": SHIFT_WORDS[shift.split()[-1]]}
    if not found and not match["the"]:
        return None
    bare = not found and word in ("fall", "spring") and match["the"].lower() == "the "
    if bare and not _SEASON_BEFORE.search(match.string[: match.start()]):
        return None  # the spring that feeds a well, the fall of a wall
    return calendar_term(match, season=SEASONS[word], **found)


def _holiday(match: re.Match[str]) -> Term | None:
    name = re.sub(r"\s+", " ", match["name"].lower())
    base = "weekend" if match["before"] or match["after"] else ""
    found = year_fields(match)
    if match["shift"] and not found:
        found = {"shift": SHIFT_WORDS[match["shift"].lower().split()[-1]]}
    return calendar_term(match, holiday=name, base=base, **found)


_NEW_YEAR_BEFORE = "|".join(
    rf"(?<=\b{word}\s)" for word in ("before", "after", "by", "since", "until", "till")
)
_SEASON_BEFORE = re.compile(
    r"\b(?:in|by|during|of|since|until|till|over|for|this|from|before|after|through|"
    r"throughout|and|or|to)\s$",
    re.IGNORECASE,
)
_HOLIDAY_NAMES = (*FIXED_HOLIDAYS, *NTH_HOLIDAYS, *EASTER_HOLIDAYS)
_HOLIDAYS = alternatives(_HOLIDAY_NAMES)
_NTH = r"first|second|third|fourth|1st|2nd|3rd|4th"
_OF_A_YEAR = rf"\squarter\sof\s(?:{YEAR}|last|fiscal|this|next|the\s)"
_NTH_QUARTER = rf"(?P<nth>{_NTH}|final|last(?={_OF_A_YEAR}))"
# FY25 · fiscal 2025 · '25
_RESULTS = re.compile(
    r"(?:^|[-\s])(?:(?:net|gross|operating|core|pre-?tax|underlying|adjusted|organic)\s)*"
    r"(?:earnings|profits?|results|sales|revenues?|turnover|income|loss(?:es)?|output"
    r"|production|orders|deliveries|exports|imports|dividends?|margins?|ebitda)\b",
    re.IGNORECASE,
)
_IN_A_HALF = re.compile(r"\b(?:in|for|during|over)\s$", re.IGNORECASE)
_OF_SPORT = re.compile(
    r"\b(?:goals?|match|scored?|scoring|striker|penalt(?:y|ies)|league|game|coach"
    r"|kick-?off|team|half-?time)\b",
    re.IGNORECASE,
).search
_CODED_YEAR = (
    rf"(?:(?:,?\s|/|-)?(?:of\s)?(?:(?P<fiscal>FY|fiscal\s(?:year\s)?)\s?'?"
    rf"(?:(?P<year>{YEAR})|(?P<short>\d\d))|(?P<plain>{YEAR})|'(?P<cut>\d\d)))"
)
_BEFORE_YEAR = rf"[\s/-]?(?:of\s)?(?:FY|fiscal\s|'\d|{YEAR})"
_SHIFT = (
    r"(?:(?:the\s)?(?P<shift>(?:this\s(?:past|coming)|last|this|next|past|coming))\s)?"
)
RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:\b(?:the\s)?(?:{PART})?)(?:(?P<digits>(?:1\d|20)\d0|(?<=')\d0)\s?'?s\b"
        r"|(?:(?<=the\s)|(?<=the\searly\s)|(?<=the\slate\s)|(?<=the\smid-))"
        rf"(?P<word>{alternatives(DECADES)})\b)",
        _decade,
        clue.YEAR | clue.SHORT_YEAR | clue.DECADE,
        clues.words("s") | clue.DECADE,
    ),
    rule(
        r"\b(?:the\s)?(?P<number>[12]?\d(?:st|nd|rd|th)|\w+th|first)[-\s]{1,2}century\b",
        _century,
        clues.words("century"),
    ),
    rule(
        rf"\b(?P<lead>(?:the\s|its\s|this\s|last\s|next\s)?(?:fiscal\s|"
        rf"(?:this|last|next)\syear's\s|year[-\s](?:ago|earlier)\s|"
        rf"(?P<lead_year>{YEAR})'?s?\s)?(?:fiscal\s)?){_NTH_QUARTER}"
        rf"(?:\sfiscal)?[-\s]quarter\b(?!\sof\s(?:an?|"
        rf"(?:the|their|its)\s(?:match|game|season|final|century|race|hour))\b){OF_YEAR}",
        _quarter,
        clues.words("quarter"),
    ),
    # Q1 · 1Q 2025 · H1 2025, and with the year in front
    rule(
        rf"\b(?:Q(?P<quarter>[1-4])|(?P<first>[1-4])Q|H(?P<half>[12])(?={_BEFORE_YEAR}))"
        rf"{_CODED_YEAR}?\b",
        _code,
        clues.words("q h"),
    ),
    # 3Q25 · 2H24
    rule(
        r"\b(?:(?P<first>[1-4])Q|(?P<half>[12])(?-i:H))(?:'?(?P<cut>\d\d)|"
        rf"(?:,?\s)?(?:of\s)?(?P<plain>{YEAR}))(?P<quarter>(?!))?\b",
        _code,
        clues.words("q h"),
        clue.DIGIT,
    ),
    # the second and third quarters of 2024
    rule(
        rf"\b(?:the\s)?(?P<nth>{_NTH})\s(?:and|or)\s(?:the\s)?(?P<until>{_NTH})\s"
        rf"quarters?\b{OF_YEAR}",
        _quarters,
        clues.words("quarter quarters"),
        clue.ORDINAL,
    ),
    rule(
        rf"\b(?P<year>{YEAR})[\s/-]?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))(?P<first>(?!))?\b",
        _code,
        clues.words("q h"),
    ),
    rule(
        r"\b(?:the\s)?(?P<nth>first|second|last|latter)[-\s]half"
        r"(?=\sof\b|[-\s](?:earnings|profits?|results|sales|revenues?|net|loss))"
        rf"(?:\sof\sthe\s(?P<decade>\d{{4}}(?=s)|(?<=')\d0(?=s))s"
        rf"|(?P<the_year>\sof\sthe\s(?:current\s)?year\b)|{OF_YEAR[:-1]})"
        r"(?!\sof\b)",
        _half,
        clues.words("half"),
    ),
    # first-half revenue · H1 sales · rose in the first half
    rule(
        r"\b(?:(?:the\s)?(?P<nth>first|second)[-\s]half|(?-i:H(?P<h>[12])"
        r"|(?P<first>[12])H))\b(?!\sof\b|-?\w)\s?",
        _bare_half,
        clues.words("half h"),
    ),
    rule(
        rf"\b(?:{_SHIFT}(?P<the>(?:the|early|late|mid|in|over\sthe)[-\s])?)"
        rf"(?P<season>{alternatives(SEASONS)})\b(?!\sof\s(?!{YEAR}|nineteen|last|this))"
        rf"{OF_YEAR}",
        _season,
        clue.SEASON,
    ),
    # before New Year: not the Chinese one
    rule(
        rf"(?:{_NEW_YEAR_BEFORE})(?-i:New\sYear)\b(?!'|\s[A-Z])",
        lambda m: calendar_term(m, holiday="new year's day"),
        clues.words("year"),
        clues.words("new"),
    ),
    rule(
        rf"\b{_SHIFT}(?P<name>{_HOLIDAYS})\b(?P<before>\sweekend\b)?{OF_YEAR}"
        r"(?P<after>\sweekend\b)?",
        _holiday,
        clues.heads(_HOLIDAY_NAMES),
        clues.others(_HOLIDAY_NAMES),
    ),
)
