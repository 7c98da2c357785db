"""Patterns of calendar dates: days, months, years, quarters, holidays, decades. PURE.

Each rule reads one expression; facets.date_combine joins neighbours ("Monday" + "June 9")
and facets.date_grammar_relative holds what is counted from another day.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.facets.date_numbers import ORDINAL, SPOKEN_YEAR, ordinal, spoken_year
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.lexicon.calendar import (
    AMBIGUOUS_MONTHS,
    DECADES,
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    MONTH_SHORT,
    MONTHS,
    NTH_HOLIDAYS,
    PERIOD_PARTS,
    SEASONS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)

YEAR = r"(?:1[0-9]\d\d|20\d\d|21\d\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LONG = alternatives(MONTHS)
_SHORT = alternatives(MONTH_SHORT)
MONTH = rf"(?:{_LONG}\b|{_SHORT}\b\.?)"
WEEKDAY = rf"(?:{alternatives(WEEKDAYS)}|{alternatives(WEEKDAY_SHORT)}\b\.?)"
ORDINAL_DAY = rf"(?:{_DAY}(?:st|nd|rd|th)|{ORDINAL})"
PART = (
    r"(?P<part>(?:the\s)?(?:very\s)?(?:early|mid|late|beginning|start|middle|end)"
    r"(?:\sof(?:\sthe)?|[-\s]?)\s?)"
)
SHIFT_WORDS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}
SHIFT_WORDS |= {"next": 1, "coming": 1, "following": 1, "same": 0}
_OF_YEAR = (
    rf"(?:,?\s(?:of\s|in\s)?(?:the\syear\s)?(?:fiscal\s)?(?P<year>{YEAR})\b(?![%,]\d)"
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
    r"next|early|late|mid|of|around|for|to|and|or|the)[-\s]+$",
    re.IGNORECASE,
)
# What counts things, so that the number before it is no year.
_NOT_A_YEAR_AFTER = re.compile(
    r"^(?:%|\s?(?:percent|per\scent|people|men|women|troops|soldiers|dollars|euros|"
    r"pounds|yen|points?|feet|foot|meters|metres|miles|kilomet\w+|km|kg|tons|tonnes|"
    r"shares|jobs|homes|houses|workers|employees|seats|votes|times|units|barrels|"
    r"acres|square|gmt|utc|hours|local|million|billion|calories|words|pages|students|"
    r"members|cases|deaths|mph|francs|marks|guilders|m|cc|hp|mb|gb)\b|[.,:/]\d|-\d{3,})",
    re.IGNORECASE,
)
_NOT_A_YEAR_BEFORE = re.compile(
    r"(?:[$£€#¥]\s?|\b(?:no|number|room|flight|route|section|page|article|rule|bill|"
    r"resolution|model|building|suite|box|about|nearly|some|than|exactly|"
    r"roughly|another|all|his|her|my|only|just)\.?\s|[\d.,:/$-])$",
    re.IGNORECASE,
)
_STRONG_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|of|year|fiscal|during|early|late|mid|from|between|after|"
    r"before)[-\s]$",
    re.IGNORECASE,
)
_THE_DAY_AFTER = re.compile(
    r"^\s*(?:$|[.,;:!?()\"'\[-]|(?:and|to|at|in|local|when|after|before|said|with|that|"
    r"as|by|for|he|she|they|it|was|were|is|are|will|would|had|has|of\s(?:the|this|"
    r"last|next|every|each|" + _LONG + r")|from|on|but|while|where|who|which|until|"
    r"during|because|under|over|following|about|through|between|the\s)\b)",
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


def _year_of(match: re.Match[str]) -> dict[str, object]:
    groups = match.groupdict()
    if groups.get("year"):
        return {"year": int(groups["year"])}
    if groups.get("rel"):
        return {"shift": SHIFT_WORDS[groups["rel"].lower()], "unit": "year"}
    return {}


def _before(match: re.Match[str], width: int = 16) -> str:
    return match.string[max(0, match.start() - width) : match.start()]


def _capital(text: str) -> bool:
    return text[:1].isupper()


def _iso(match: re.Match[str]) -> Term | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    return _calendar(match, year=year, month=month, day=day, clock=match["clock"] or "")


def _calendar(match: re.Match[str], **fields: object) -> Term | None:
    month, day = fields.get("month"), fields.get("day")
    if not (month is None or 1 <= int(str(month)) <= 12):
        return None
    if not (day is None or 1 <= int(str(day)) <= 31):
        return None
    return Term(*match.span(), Form.CALENDAR, **fields)  # type: ignore[arg-type]


def _month_day(match: re.Match[str]) -> Term | None:
    name = match["month"].rstrip(".")
    verb_like = name.lower() in ("march", "may", "sun", "mar")
    if verb_like and not _capital(name) and not re.search(r"st|nd|rd|th", match["day"]):
        return None
    return _calendar(
        match, month=month_number(name), day=ordinal(match["day"]), **_year_of(match)
    )


def _numeric(match: re.Match[str]) -> Term | None:
    """5/6: which is the month is only clear when one of the two is above twelve."""
    first, second = int(match["a"]), int(match["b"])
    year = match["year"]
    dated = _DATE_BEFORE.search(_before(match)) or re.search(
        WEEKDAY + r",?\s$", _before(match), re.IGNORECASE
    )
    if not year and not dated:
        return None
    month, day = (second, first) if first > 12 else (first, second)
    full = None
    if year:
        full = int(year) if len(year) == 4 else two_digit_year(year)
    term = _calendar(match, year=full, month=month, day=day)
    if term is not None and max(first, second) <= 12 and first != second:
        return replace(term, base="ambiguous")
    return term


def _the_day(match: re.Match[str]) -> Term | None:
    after = match.string[match.end() : match.end() + 24]
    if not _THE_DAY_AFTER.search(after):
        return None
    return _calendar(match, day=ordinal(match["day"]))


def _month(match: re.Match[str]) -> Term | None:
    name = match["month"].rstrip(".")
    found = _year_of(match)
    part = period_part(match["part"])
    shift = (match["shift"] or "").lower()
    if shift:
        found = found or {"shift": SHIFT_WORDS[shift]}
    if not found and not part and not _stands_as_month(match, name):
        return None
    return _calendar(match, month=month_number(name), part=part, **found)


def _stands_as_month(match: re.Match[str], name: str) -> bool:
    """A bare month needs a capital; one that is a word or name, a preposition too."""
    if not _capital(name):
        return bool(
            name.lower() not in ("may", "march", "mar", "dec", "sep")
            and _MONTH_BEFORE.search(_before(match))
        )
    preposition = _MONTH_BEFORE.search(_before(match))
    after = match.string[match.end() : match.end() + 24]
    if name.lower() in MONTH_SHORT:
        return bool(preposition)
    if name.lower() not in AMBIGUOUS_MONTHS:
        return True
    if re.match(r"\s(?:[A-Z][a-z]+|[A-Z]\.)", after):  # April Novak, June B. Novak
        return bool(re.search(r"\b(?:in|since|until|last|of)\s$", _before(match)))
    if name.lower() in ("may", "march"):
        return bool(preposition) and not re.match(r"\s(?:on|to|be)\b", after)
    return bool(preposition) or bool(re.match(r"'s\b", after))


def _year(match: re.Match[str]) -> Term | None:
    before = _before(match)
    after = match.string[match.end() : match.end() + 16]
    number = int(match["year"])
    part = period_part(match["part"])
    if _NOT_A_YEAR_AFTER.search(after) or _NOT_A_YEAR_BEFORE.search(before):
        return None
    if not 1800 <= number <= 2060 and not (
        part or match["lead"] or _STRONG_YEAR_BEFORE.search(before)
    ):
        return None
    fiscal = "fiscal" in (match["lead"] or "").lower()
    return _calendar(match, year=number, part=part, fiscal=fiscal)


def _spoken(match: re.Match[str]) -> Term | None:
    if match["lead"] is None and "thousand" in match["year"].lower():
        return None
    return _calendar(match, year=spoken_year(match["year"]))


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
    groups = match.groupdict()
    word = groups.get("nth") or groups.get("code") or ""
    number = 4 if word.lower() in ("last", "final") else ordinal(word)
    if not 1 <= number <= 4:
        return None
    found = _year_of(match)
    lead = (groups.get("lead") or "").lower()
    if not found and groups.get("lead_year"):
        found = {"year": int(groups["lead_year"])}
    if not found and (relative := re.search(r"last|this|next", lead)):
        found = {"shift": SHIFT_WORDS[relative[0]], "unit": "year"}
    if not found and re.search(r"year[-\s](?:ago|earlier)", lead):
        found = {"shift": -1, "unit": "year"}
    fiscal = "fiscal" in match[0].lower()
    return _calendar(match, quarter=number, fiscal=fiscal, **found)


def _half(match: re.Match[str]) -> Term | None:
    groups = match.groupdict()
    word = (groups.get("nth") or groups.get("code") or "").lower()
    number = {"first": 1, "1": 1, "second": 2, "2": 2, "last": 2, "latter": 2}[word]
    decade = groups.get("decade")
    if decade:
        first = int(decade) if len(decade) == 4 else 1900 + int(decade)
        part = "early" if number == 1 else "late"
        return Term(*match.span(), Form.ERA, unit="decade", year=first, part=part)
    found = _year_of(match)
    if not found and (groups.get("the_year") or "").strip():
        found = {"shift": 0, "unit": "year"}
    return _calendar(match, half=number, **found)


def _season(match: re.Match[str]) -> Term | None:
    word = match["season"].lower()
    found = _year_of(match)
    shift = (match["shift"] or "").lower()
    if shift and not found:
        found = {"shift": SHIFT_WORDS[shift.split()[-1]]}
    if not found and word in ("fall", "spring") and not match["the"]:
        return None
    if not found and not match["the"]:
        return None
    return _calendar(match, season=SEASONS[word], **found)


def _holiday(match: re.Match[str]) -> Term | None:
    name = re.sub(r"\s+", " ", match["name"].lower())
    return _calendar(match, holiday=name, **_year_of(match))


def _weekday(match: re.Match[str]) -> Term | None:
    name = match["day"]
    short = name.lower().rstrip(".") in WEEKDAY_SHORT
    if short and not _is_short_weekday(match, name):
        return None
    if match["plural"]:
        timex = f"XXXX-WXX-{weekday_number(name)}"
        return Term(*match.span(), Form.SET, timex=timex)
    shift = (match["shift"] or "").lower().split()
    return _calendar(
        match,
        weekday=weekday_number(name),
        shift=SHIFT_WORDS[shift[-1]] if shift else None,
        base="told" if shift and shift[-1] in ("previous", "following") else "",
    )


def _is_short_weekday(match: re.Match[str], name: str) -> bool:
    after = match.string[match.end() : match.end() + 12]
    dated = re.match(rf",?\s(?:{MONTH}|\d)", after, re.IGNORECASE)
    return _capital(name) and bool(dated or (name.endswith(".") and match["shift"]))


_HOLIDAYS = alternatives({**FIXED_HOLIDAYS, **NTH_HOLIDAYS, **EASTER_HOLIDAYS})
_NTH_QUARTER = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
_SHIFT = (
    r"(?:(?:the\s)?(?P<shift>(?:this\s(?:past|coming)|last|this|next|past|coming))\s)?"
)
RULES: tuple[Rule, ...] = (
    rule(
        r"(?<![\d/-])(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})"
        r"(?:T(?P<clock>\d\d:\d\d)(?::\d\d)?Z?)?(?![\d/-]|\.\d)",
        _iso,
    ),
    rule(
        rf"\b(?P<month>{MONTH})\s?[-/]?(?:the\s)?(?P<day>{ORDINAL_DAY}|{_DAY})\b"
        rf"(?!(?:\.\d|%|:\d|,\d\d\d|\spercent|\s?[ap]\.?m\b)){_OF_YEAR}",
        _month_day,
    ),
    rule(
        rf"(?<![\w.,$/:-])(?:the\s)?(?P<day>{ORDINAL_DAY}|{_DAY})(?:\s(?:day\s)?of)?"
        rf"[-\s](?P<month>{MONTH}){_OF_YEAR}",
        _month_day,
    ),
    rule(
        r"(?<![\w/.,$-])(?P<a>\d{1,2})(?P<sep>[/-])(?P<b>\d{1,2})"
        r"(?:(?P=sep)(?P<year>\d{4}|\d\d))(?![\w/%])",
        _numeric,
    ),
    rule(
        r"(?<![\w/.,$-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?P<year>(?!))?(?![\w/%]|-\w)",
        _numeric,
    ),
    rule(rf"\b(?:the|this)\s(?P<day>{ORDINAL_DAY})\b", _the_day),
    rule(
        rf"(?:\b{PART}|\b(?P<shift>last|this|next|this\spast)\s)?"
        rf"\b(?P<month>{MONTH}){_OF_YEAR}",
        _month,
    ),
    rule(
        rf"\b(?P<month>{MONTH})[-/](?P<year>{YEAR})\b(?P<part>(?!))?(?P<shift>(?!))?",
        _month,
    ),
    rule(
        rf"(?:\b{PART})?\b(?P<lead>(?:the\s)?(?:calendar\s|fiscal\s)?year\s|fiscal\s)?"
        rf"(?<![\w$#.,/:-])(?P<year>{YEAR})(?![\w]|-\w)",
        _year,
    ),
    rule(rf"\b{PART}(?P<lead>(?!))?(?P<year>{YEAR})(?![\w]|-\w)", _year),
    rule(rf"\b(?P<lead>the\syear\s)?(?P<year>{SPOKEN_YEAR})\b", _spoken),
    rule(
        rf"(?:\b(?:the\s)?(?:{PART})?)(?:(?P<digits>(?:1\d|20)\d0|(?<=')\d0)\s?'?s\b"
        rf"|(?<=the\s)(?P<word>{alternatives(DECADES)})\b)",
        _decade,
    ),
    rule(
        r"\b(?:the\s)?(?P<number>[12]?\d(?:st|nd|rd|th)|\w+th|first)[-\s]century\b",
        _century,
    ),
    rule(
        rf"\b(?P<lead>(?:the\s|its\s|this\s|last\s|next\s)?(?:fiscal\s|"
        rf"(?:this|last|next)\syear's\s|year[-\s](?:ago|earlier)\s|"
        rf"(?P<lead_year>{YEAR})'?s?\s)?(?:fiscal\s)?){_NTH_QUARTER}"
        rf"(?:\sfiscal)?[-\s]quarter\b(?!\sof\san?\s){_OF_YEAR}",
        _quarter,
    ),
    rule(
        rf"\b(?:Q(?P<code>[1-4])|(?P<nth>[1-4])Q)(?:,?\s|/|-)?(?:of\s)?(?P<year>{YEAR})?\b",
        _quarter,
    ),
    rule(rf"\b(?P<lead_year>{YEAR})[\s/-]?Q(?P<code>[1-4])\b", _quarter),
    rule(
        r"\b(?:the\s)?(?P<nth>first|second|last|latter)[-\s]half"
        r"(?=\sof\b|[-\s](?:earnings|profits?|results|sales|revenues?|net|loss))"
        rf"(?:\sof\sthe\s(?P<decade>\d{{4}}(?=s)|(?<=')\d0(?=s))s"
        rf"|(?P<the_year>\sof\sthe\s(?:current\s)?year\b)|{_OF_YEAR[:-1]})"
        r"(?!\sof\b)",
        _half,
    ),
    rule(rf"\bH(?P<code>[12])\s(?:of\s)?(?P<year>{YEAR})\b", _half),
    rule(rf"\b(?P<year>{YEAR})[\s-]?H(?P<code>[12])\b", _half),
    rule(
        rf"\b(?:{_SHIFT}(?P<the>(?:the|early|late|mid|in|over\sthe)[-\s])?)"
        rf"(?P<season>{alternatives(SEASONS)})\b(?!\sof\s(?!{YEAR}|nineteen|last|this))"
        rf"{_OF_YEAR}",
        _season,
    ),
    rule(rf"\b(?P<name>{_HOLIDAYS})\b{_OF_YEAR}", _holiday),
    rule(
        rf"\b(?:(?P<shift>(?:the\s)?(?:this\s(?:past|coming)|last|this|next|past|coming|"
        rf"previous|following|same))\s)?(?P<day>{WEEKDAY})(?P<plural>s)?(?!\w)",
        _weekday,
    ),
)
