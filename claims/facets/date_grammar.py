"""Patterns of calendar dates: days, weekdays, months and years. PURE.

Each rule reads one expression; facets.date_combine joins neighbours ("Monday" and
"June 9"). Longer periods, times of day, ranges and what is counted from another day are
in the other facets.date_grammar_* modules.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import MAXYEAR

from claims.facets import date_clues as clue
from claims.facets.date_numbers import ORDINAL, SPOKEN_YEAR, ordinal, spoken_year
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.lexicon.calendar import (
    AMBIGUOUS_MONTHS,
    MONTH_SHORT,
    MONTHS,
    PERIOD_PARTS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

YEAR = r"(?:1[0-9]\d\d|20\d\d|21\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LONG = alternatives(MONTHS)
_SHORT = alternatives(MONTH_SHORT)
MONTH = rf"(?:{_LONG}\b|{_SHORT}\b\.?)"
WEEKDAY = rf"(?:{alternatives(WEEKDAYS)}|{alternatives(WEEKDAY_SHORT)}\b\.?)"
ORDINAL_DAY = rf"(?:{DAY}(?:st|nd|rd|th)|{ORDINAL})"
PART = (
    r"(?P<part>(?:the\s)?(?:very\s)?(?:early|mid|late|beginning|start|middle|end|close(?=\sof))"
    r"(?:\sof(?:\sthe)?|[-\s]?)\s?)"
)
SHIFT_WORDS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}
SHIFT_WORDS |= {"next": 1, "coming": 1, "following": 1, "same": 0}
SHIFT_WORDS |= {"prior": -1, "upcoming": 1}
# Two digits need an apostrophe, and must not open a quotation.
_SHORT_YEAR = r"'(?P<short>\d\d)\b(?!'|%|\s(?-i:[A-Z])|\s?s\b)"
# Not "in June two thousand soldiers": a plural behind it makes it a count.
SPOKEN = (
    rf"(?P<spoken>{SPOKEN_YEAR})\b(?!\speople\b|\s(?!was|is|has|his|this)[a-z]+s\b)"
)
OF_YEAR = (
    rf"(?:\s?,?\s(?:of\s|in\s)?(?:the\syear\s)?(?:fiscal\s)?(?:(?P<year>{YEAR})\b"
    rf"(?![%,]\d)|{_SHORT_YEAR}|{SPOKEN})"
    r"|\s(?:of\s|in\s)?(?P<rel>last|this|next)\syear\b)?"
)
# What may stand before a bare month or a month that is also a word or a name.
_DATE_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|through|throughout|to|and|between|before|after|"
    r"during|for|of|last|this|next|early|late|mid|around|or|every|each|back|as|past|"
    r"the|on|last's|dated|than|a)[-\s]+$",
    re.IGNORECASE,
)
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|through|between|before|after|during|last|this|"
    r"next|early|late|mid|of|around|for|to|and|or|the|an?|its|their|his|her)[-\s]+$",
    re.IGNORECASE,
)
_MONTHS_BEFORE = re.compile(rf"\b{_LONG},\s$", re.IGNORECASE)  # July, August
# April Novak, Jan B. Novak, the March family
_NAME_AFTER = re.compile(
    r"\s(?:[A-Z][a-z]+|[A-Z]\.|(?:family|families|brothers|sisters)\b)"
)
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)  # an august body
# Months that are verbs or abbreviate other words when they stand in lower case.
_VERB_MONTHS = frozenset({"may", "march", "mar", "dec", "sep"})
_THE_DAY_BEFORE = re.compile(
    r"(?:^|\b(?:on|from|by|until|till|since|to|of|before|after|and|or|through|between|"
    r"around|\w+day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s\(?)$",
    re.IGNORECASE,
)
THE_DAY_AFTER = re.compile(
    r"^\s*(?:$|[.,;:!?()\"'\[-]|(?:and|to|at|in|local|when|after|before|said|with|that|"
    r"as|by|for|he|she|they|it|was|were|is|are|will|would|had|has|of\s(?:the|this|"
    r"last|next|every|each|" + _LONG + r")|from|on|but|while|where|who|which|until|"
    r"during|because|around|under|over|following|about|through|between|the\s)\b)",
    re.IGNORECASE,
)


def month_number(text: str) -> int:
    plain = text.lower().rstrip(".")
    return MONTHS.get(plain) or MONTH_SHORT[plain]


def weekday_number(text: str) -> int:
    plain = text.lower().rstrip(".")
    return WEEKDAYS.get(plain) or WEEKDAY_SHORT[plain]


def period_part(text: str | None) -> str:
    """early, mid or late for "the beginning of" and the like."""
    for word in re.findall(r"[a-z]+", (text or "").lower()):
        if word in PERIOD_PARTS:
            return PERIOD_PARTS[word]
    return ""


def two_digit_year(text: str) -> int:
    """ "'98" and "25": the century that news means."""
    short = int(text)
    return short + (1900 if short > 60 else 2000)


def year_fields(match: re.Match[str]) -> dict[str, object]:
    groups = match.groupdict()
    if groups.get("year"):
        return {"year": int(groups["year"])}
    if groups.get("short"):
        return {"year": two_digit_year(groups["short"])}
    if groups.get("spoken"):
        return {"year": spoken_year(groups["spoken"])}
    if groups.get("rel"):
        return {"shift": SHIFT_WORDS[groups["rel"].lower()], "unit": "year"}
    return {}


def before(match: re.Match[str], width: int = 16) -> str:
    return match.string[max(0, match.start() - width) : match.start()]


def _capital(text: str) -> bool:
    return text[:1].isupper()


def _iso(match: re.Match[str]) -> Term | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if year >= MAXYEAR:  # "9999-12-31" means never; no day comes after it
        return None
    return calendar_term(
        match, year=year, month=month, day=day, clock=match["clock"] or ""
    )


def calendar_term(match: re.Match[str], **fields: object) -> Term | None:
    month, day = fields.get("month"), fields.get("day")
    if not (month is None or 1 <= int(str(month)) <= 12):
        return None
    if not (day is None or 1 <= int(str(day)) <= 31):
        return None
    return Term(*match.span(), Form.CALENDAR, **fields)  # type: ignore[arg-type]


def _month_day(match: re.Match[str]) -> Term | None:
    name = match["month"].rstrip(".")
    verb_like = name in ("march", "may", "mar")
    if verb_like and not re.search(r"st|nd|rd|th", match["day"]):
        return None
    found = year_fields(match)
    shift = (match.groupdict().get("shift") or "").lower().split()
    if shift and not found:
        found = {"base": (SHIFT_WORDS[shift[-1]] < 0 and "past") or ""}
    return calendar_term(
        match, month=month_number(name), day=ordinal(match["day"]), **found
    )


def _numeric(match: re.Match[str]) -> Term | None:
    """5/6: which is the month is only clear when one of the two is above twelve."""
    first, second = int(match["a"]), int(match["b"])
    year = match["year"]
    dated = _DATE_BEFORE.search(before(match)) or re.search(
        WEEKDAY + r",?\s$", before(match), re.IGNORECASE
    )
    if not year and not dated:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    full = None
    if year:
        full = int(year) if len(year) == 4 else two_digit_year(year)
    term = calendar_term(match, year=full, month=month, day=day)
    if term is not None and max(first, second) <= 12 and first != second:
        return replace(term, base="ambiguous")
    return term


def _the_day(match: re.Match[str]) -> Term | None:
    after = match.string[match.end() : match.end() + 24]
    if not THE_DAY_AFTER.search(after) or not _THE_DAY_BEFORE.search(before(match)):
        return None
    return calendar_term(match, day=ordinal(match["day"]))


def _month(match: re.Match[str]) -> Term | None:
    name = match["month"].rstrip(".")
    found = year_fields(match)
    part = period_part(match["part"])
    shift = (match["shift"] or "").lower().split()
    if shift and name in _VERB_MONTHS:  # "this march" in lower case
        return None
    if shift:
        found = found or {"shift": SHIFT_WORDS[shift[-1]]}
    if not found and not part and not _stands_as_month(match, name):
        return None
    return calendar_term(match, month=month_number(name), part=part, **found)


def _stands_as_month(match: re.Match[str], name: str) -> bool:
    """A bare month needs a capital; one that is a word or name, a preposition too."""
    words = before(match)
    preposition = _MONTH_BEFORE.search(words) or _MONTHS_BEFORE.search(words)
    after = match.string[match.end() : match.end() + 24]
    named = _NAME_AFTER.match(after)
    if not _capital(name):
        doubtful = name.lower() in AMBIGUOUS_MONTHS and _ARTICLE.search(before(match))
        return bool(preposition) and not doubtful and name.lower() not in _VERB_MONTHS
    if name.lower() in MONTH_SHORT:
        ranged = re.match(rf"\s?(?:-|to)\s?{MONTH}", after, re.IGNORECASE)
        return bool(ranged or (preposition and not named))
    if name.lower() not in AMBIGUOUS_MONTHS:
        return True
    if named:
        return bool(re.search(r"\b(?:in|since|until|last|of)\s$", before(match)))
    if name.lower() in _VERB_MONTHS:
        return bool(preposition) and not re.match(r"\s(?:on|to|be)\b", after)
    return bool(preposition) or bool(re.match(r"'s\b", after))


RULES: tuple[Rule, ...] = (
    rule(
        r"(?<!\d)(?<!\d[/-])(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"
        r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?Z?)?(?!\d|[-/.]\d)",
        _iso,
        clue.YEAR,
        clue.HYPHEN | clue.SLASH | clue.POINT,
    ),
    rule(
        rf"\b(?:(?P<shift>last|this\spast|past)\s)?"
        rf"(?P<month>{MONTH}|{_SHORT}(?=\d\d?\s?,?\s{YEAR}))\s?[-/]?(?:the\s)?(?P<day>{ORDINAL_DAY}|{DAY})\b"
        rf"(?!(?:\.\d|%|:\d|,\d\d\d|\spercent|\s?[ap]\.?m\b)){OF_YEAR}",
        _month_day,
        clue.MONTH,
        clue.DAY_NUMBER,
    ),
    rule(
        rf"(?<![\w.,$/-])(?<!\d:)(?:the\s)?(?P<day>{ORDINAL_DAY}|{DAY})(?:\s(?:day\s)?of)?"
        rf"[-\s](?P<month>{MONTH}){OF_YEAR}",
        _month_day,
        clue.MONTH,
        clue.DAY_NUMBER,
    ),
    # 22/Jan/2019 · Sep-23-2020
    rule(
        rf"(?<![\w/-])(?P<day>{DAY})(?P<sep>[-/.])(?P<month>{MONTH})(?P=sep)"
        rf"(?P<year>{YEAR})\b",
        _month_day,
        clue.MONTH,
        clue.YEAR,
    ),
    rule(
        rf"(?<![\w/-])(?P<month>{MONTH})(?P<sep>[-/])(?P<day>{DAY})(?P=sep)"
        rf"(?P<year>{YEAR})\b",
        _month_day,
        clue.MONTH,
        clue.YEAR,
    ),
    # 2019/Aug/01
    rule(
        rf"(?<![\w/-])(?P<year>{YEAR})(?P<sep>[-/.])(?P<month>{MONTH})(?P=sep)"
        rf"(?P<day>{DAY})\b",
        _month_day,
        clue.MONTH,
        clue.YEAR,
    ),
    # 23.04.2022
    rule(
        r"(?<![\w/.,$-])(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<year>\d{4})(?![\w/%])",
        _numeric,
        clue.POINT,
        clue.YEAR,
    ),
    rule(
        r"(?<![\w/.,$-])(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})"
        r"(?:(?P=sep)(?P<year>\d{4}|\d\d))(?![\w/%])",
        _numeric,
        clue.HYPHEN | clue.SLASH,
    ),
    rule(
        r"(?<![\w/.,$-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?P<year>(?!))?(?![\w/%]|-\w)",
        _numeric,
        clue.SLASH,
    ),
    rule(
        rf"\b(?:the\s|(?<=\bon\s))(?P<day>{DAY}(?:st|nd|rd|th)|(?<=day\sthe\s){ORDINAL})\b",
        _the_day,
        clue.ORDINAL,
    ),
    rule(
        rf"(?:\b{PART}|\b(?P<shift>last|this|next|this\spast)\s)?"
        rf"\b(?P<month>{MONTH}){OF_YEAR}",
        _month,
        clue.MONTH,
    ),
    rule(
        rf"\b(?P<month>{MONTH})[-/](?P<year>{YEAR})\b(?P<part>(?!))?(?P<shift>(?!))?",
        _month,
        clue.MONTH,
        clue.YEAR,
    ),
)
