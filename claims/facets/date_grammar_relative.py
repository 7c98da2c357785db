"""Patterns of dates counted from another day. PURE.

"last week", "two months ago", "the next day", "the quarter".
"""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import clues, duration_grammar
from claims.facets import date_clues as clue
from claims.facets.date_grammar import (
    MONTH,
    PART,
    SHIFT_WORDS,
    WEEKDAY,
    YEAR,
    period_part,
)
from claims.facets.date_numbers import NUMBER, number
from claims.facets.date_tense import Lean, lean
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
from claims.lexicon.calendar import CLOCK_UNITS, PARTS_OF_DAY

_PERIOD = r"(?:weekend|week|month|quarter|year|decade|century|night|(?<=last\s)evening)"
_AGO = {"ago": (-1, "now"), "earlier": (-1, "told"), "later": (1, "told")}
_AGO |= {"from now": (1, "now"), "hence": (1, "now"), "before": (-1, "event")}
_AGO |= {"after": (1, "event"), "prior": (-1, "event"), "previously": (-1, "told")}
_AGO |= {
    "time": (1, "now"),
    "on": (1, "from"),
    "since": (1, "event"),
    "following": (1, "event"),
    "from": (1, "from"),
}
# "The day before they met" names a day, not its length.
_UNKNOWN = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX"}
_UNKNOWN |= {"weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}
_CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)]|$)")
_SHIFT_BASE = dict.fromkeys(("previous", "prior", "following", "same"), "told")
_SHIFT_BASE |= dict.fromkeys(("coming", "upcoming"), "coming")
_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _shifted(match: re.Match[str]) -> Term:
    word = match["shift"].lower().split()[-1]
    unit = match["unit"].lower()
    if unit in PARTS_OF_DAY:
        day, part = SHIFT_WORDS[word], PARTS_OF_DAY[unit]
        return Term(*match.span(), Form.SHIFT, unit="day", shift=day, daypart=part)
    return Term(
        *match.span(),
        Form.SHIFT,
        unit=unit,
        shift=SHIFT_WORDS[word],
        part=period_part(match["part"]),
        base=_SHIFT_BASE.get(word, "now"),
        fiscal="fiscal" in match[0].lower(),
    )


def _far(match: re.Match[str]) -> Term:
    """The week after next, the year before last."""
    shift = 2 if match["far"].lower().startswith("after") else -2
    unit = match["unit"].lower()
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=shift, base="now")


def _to_date(match: re.Match[str]) -> Term:
    unit = match["unit"].lower()
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=0, base="to date")


def _deictic(match: re.Match[str]) -> Term:
    word = match["word"].lower()
    far = match["far"]
    shift = _DEICTIC[word]
    if far:
        shift += -1 if "before" in far.lower() else 1
    night = "NI" if word == "tonight" else ""
    return Term(
        *match.span(), Form.SHIFT, unit="day", shift=shift, base="now", daypart=night
    )


def _this_part(match: re.Match[str]) -> Term:
    code = PARTS_OF_DAY[match["dp"].lower()]
    return Term(
        *match.span(), Form.SHIFT, unit="day", shift=0, base="now", daypart=code
    )


def _offset(match: re.Match[str]) -> Term | None:
    unit = unit_of(match["unit"])
    word = re.sub(r"\s+", " ", match["dir"].lower().strip()).split(" to")[0]
    shift, base = _AGO[word]
    bare = match["low"].lower() == "the" and word in ("before", "after")
    if "quarter" in match["low"].lower() and unit in CLOCK_UNITS:
        return None  # for a quarter of an hour after the break: a length
    if bare and _CLAUSE_END.match(match.string, match.end()):
        return None  # an anaphor: "the day before, it had rained"
    if word in ("before", "after") and _CLAUSE_END.match(match.string, match.end()):
        base = "told"  # "two days before, it had rained"
    low = amount(match["low"])
    if low is not None and (more := match.groupdict().get("plus")):
        low += plus(more)
    if low is None or (match["low"].lower() == "the" and match["unit"].endswith("s")):
        timex = vague_timex(unit)
        return Term(
            *match.span(), Form.OFFSET, unit=unit, shift=shift, base=base, timex=timex
        )
    return Term(
        *match.span(),
        Form.OFFSET,
        unit=unit,
        shift=shift,
        base=base,
        count=low,
        timex=_UNKNOWN.get(unit if bare else "") or timex_of(low, unit),
    )


def _ahead(match: re.Match[str]) -> bool:
    return lean(match.string, *match.span())[0] is Lean.FUTURE


def amount(text: str) -> Decimal | None:
    plain = text.lower().strip()
    if plain in ("a", "an", "the", "one"):
        return Decimal(1)
    if plain.startswith("half"):
        return Decimal("0.5")
    if "quarter" in plain:
        return Decimal("0.75" if plain.startswith("three") else "0.25")
    if "couple" in plain:
        return Decimal(2)
    return number(plain)


def _anaphor(match: re.Match[str]) -> Term | None:
    groups = match.groupdict()
    unit = (groups.get("unit") or "day").lower()
    word = (match["word"] or groups["bare"]).lower()
    shift = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1}
    shift |= {"before": -1, "after": 1, "preceding": -1, "prior": -1}
    lead = match.groupdict().get("lead") or ""
    daypart = PARTS_OF_DAY.get(unit, "")
    return Term(
        *match.span(),
        Form.ANAPHOR,
        unit="day" if daypart else unit,
        shift=shift[word],
        part=period_part(lead),
        daypart=daypart,
    )


def _year_ago_period(match: re.Match[str]) -> Term:
    unit = (match["unit"] or "period").lower()
    year = match.groupdict().get("year")
    return Term(
        *match.span(),
        Form.ANAPHOR,
        unit=unit,
        shift=-1,
        base="year",
        year=int(year) if year else None,
    )


def _the_period(match: re.Match[str]) -> Term | None:
    printed = match["unit"] or match["whole"]
    if printed[0].isupper() and match[0][0].islower():
        return None  # the title of Player of the Year
    unit = printed.lower()
    return Term(*match.span(), Form.ANAPHOR, unit=unit, shift=0, base="period")


def _boundary(match: re.Match[str]) -> Term:
    unit = (match["unit"] or "year").lower()
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=0, part="late", base="end")


def _part_of(match: re.Match[str]) -> Term:
    unit = match["unit"].lower()
    part = period_part(match["part"])
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=0, part=part, base="now")


_SHIFTS = clues.words("last this next previous prior current coming upcoming following")
_DP = r"(?P<dp>morning|afternoon|evening|night)"
_EARLY = rf"(?:{PART}|(?:earlier|later|sometime|some\stime)[-\s])?"
RULES: tuple[Rule, ...] = (
    # earlier this week · late last year · the current quarter · last night
    rule(
        rf"\b{_EARLY}(?:the\s)?(?P<shift>this\s(?:past|coming)|last|this|next|"
        rf"previous|prior|current|coming|upcoming|following)\s(?:(?:calendar|fiscal|business|working|trading)\s)?"
        rf"(?P<unit>{_PERIOD})\b(?!-|\sof\s)",
        _shifted,
        _SHIFTS,
        clue.PERIOD,
    ),
    rule(
        r"\bthe\s(?P<unit>week|weekend|month|quarter|year)\s"
        r"(?P<far>after\snext|before\slast)\b",
        _far,
        clues.words("next last"),
        clue.PERIOD,
    ),
    rule(
        r"\b(?:the\s)?(?P<unit>year|quarter|month)[-\s]to[-\s]date\b",
        _to_date,
        clue.PERIOD,
        clues.words("date"),
    ),
    rule(
        r"\b(?P<far>(?:the\s)?day\s(?:before|after)\s)?(?:(?:early|late|later|earlier)\s)?"
        r"(?P<word>today|tonight|yesterday|tomorrow)\b",
        _deictic,
        clues.words("today tonight yesterday tomorrow"),
    ),
    rule(
        rf"\b(?:early\s|late\s|later\s)?this\s{_DP}\b",
        _this_part,
        clue.PART_OF_DAY,
        clues.words("this"),
    ),
    # two weeks ago · a day earlier · four days after · months ago
    rule(
        rf"(?<![\w$£€.,#-])(?P<low>{NUMBER}|{VAGUE}|half\san?|"
        r"(?:an?|three)\squarters?\sof\san?|an?|the|(?=\b(?:days|weeks|months|"
        rf"years|decades)\b))\s?(?:full\s|more\s)?(?P<unit>{UNIT}){PLUS}(?:\sor\sso)?\s"
        r"(?P<dir>ago|earlier|later|from\snow|hence|before|after|prior\sto|previously|"
        rf"(?<!the\s(?:week|year)\s)since)\b(?!\sthan\b|\snext\b(?!\s(?:week|month|year|{WEEKDAY})))",
        _offset,
        clue.UNIT,
        clues.words("ago earlier later now hence before after prior previously since"),
    ),
    rule(
        rf"\b(?P<low>{NUMBER}|an?)\s(?P<unit>{UNIT})\s(?P<dir>from)\s(?=today|tomorrow|"
        rf"yesterday|{WEEKDAY})",
        _offset,
        clue.UNIT,
        clues.words("from"),
        clue.WEEKDAY | clues.words("today tomorrow yesterday"),
    ),
    # in three days' time
    rule(
        rf"\bin\s(?P<low>{NUMBER}|{VAGUE}|an?)\s(?P<unit>{UNIT})'?s?(?P<dir>\stime)\b",
        _offset,
        clues.words("time"),
        clue.UNIT,
    ),
    # a week on Monday
    rule(
        rf"\b(?P<low>{NUMBER}|an?)\s(?P<unit>weeks?|fortnight)\s(?P<dir>on)\s(?={WEEKDAY}\b(?!'))",
        lambda m: _offset(m) if _ahead(m) else None,
        clues.words("week weeks fortnight"),
        clue.WEEKDAY,
        clues.words("on"),
    ),
    # the rest of the year
    rule(
        r"\b(?:the\s)?(?:rest|remainder)\sof\s(?:the|this)\s(?P<unit>week|month|quarter|"
        r"year|decade)\b(?!-)",
        lambda m: Term(
            *m.span(), Form.SHIFT, unit=m["unit"].lower(), shift=0, base="rest"
        ),
        clues.words("rest remainder"),
        clue.PERIOD,
    ),
    # that day · the same week · the following year · the day before
    rule(
        r"\b(?P<lead>(?:earlier|later|early|late)\s)?(?:the\s)?(?P<word>that|same)\s"
        r"(?:very\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|morning|"
        r"afternoon|evening|night)\b(?!-)",
        _anaphor,
        clue.PERIOD,
        clues.words("that same"),
    ),
    rule(
        r"\b(?:the\s(?:very\s)?(?P<word>next|following|previous|prior|preceding)|"
        r"(?P<bare>next|previous)(?=\s(?:morning|afternoon|evening|night)))\s(?P<unit>"
        r"day|week|weekend|month|quarter|year|decade|morning|afternoon|evening|night)"
        r"\b(?!-)",
        _anaphor,
        clues.words("next following previous prior preceding"),
        clue.PERIOD,
    ),
    rule(
        r"\bthe\s(?P<unit>day|week|month|year|(?:morning|afternoon|evening|night)"
        r"(?=\s\w+\s*(?:[.,;:!?)]|$)))\s(?P<word>before|after)\b",
        _anaphor,
        clues.words("before after"),
        clue.PERIOD,
    ),
    # for the year ended · the nine months · a high for the year
    rule(
        r"\bthe\s(?:fiscal\s)?(?P<unit>year|month|quarter|week)(?=\s(?:ended|ending)\b"
        rf"|\sto\s(?:{MONTH}|(?:the\s)?end\b))",
        lambda m: duration_grammar.length(*m.span(), Decimal(1), m["unit"].lower()),
        clues.words("ended ending") | clue.MONTH,
        clue.PERIOD,
    ),
    rule(
        r"(?<=\b(?:of|or|in)\s)the\s(?P<unit>year|month|week)\b(?!\s(?:[a-z]+ed|of|that|"
        r"when|before|after|ahead|to|with|in|starting|beginning|commencing|\d)\b|-|\s\d)",
        _the_period,
        clue.PERIOD,
        clues.words("of or in"),
    ),
    # the year-earlier quarter · the year-ago period · year-earlier
    rule(
        r"\b(?:(?:the|a|its)\s)?(?:comparable\s)?year-(?:ago|earlier)"
        r"(?:\s(?P<unit>quarter|period|month))?\b",
        _year_ago_period,
        clues.words("ago earlier"),
    ),
    # the same quarter last year · the corresponding period of 2024
    rule(
        r"\b(?:the\s)?(?:same|corresponding|comparable|equivalent)\s(?P<unit>quarter|"
        r"period|month),?\s(?:of\s|in\s)?(?:(?:last|the\s(?:previous|prior|preceding))\s"
        rf"year|a\syear\s(?:ago|earlier|before|previously)|(?P<year>{YEAR}))\b",
        _year_ago_period,
        clues.words("same corresponding comparable equivalent"),
        clues.words("quarter period month"),
    ),
    rule(
        r"\b(?:the|that)\s(?:latest\s|most\srecent\s|latest\sfiscal\s)?"
        r"(?P<unit>quarter)\b(?!\sof\s|-)",
        _the_period,
        clues.words("quarter"),
    ),
    rule(r"\bthe\s(?P<unit>weekend)\b(?!\sof\s)", _the_period, clues.words("weekend")),
    rule(
        r"\bthe\s(?:(?:latest|most\srecent|current)\s(?:fiscal\s)?(?P<unit>week|month|"
        r"year)\b|(?:fiscal|calendar)\s(?P<whole>year)\b(?!\s\d|\s(?:ended|ending)\b))",
        _the_period,
        clues.words("latest recent current fiscal calendar"),
        clue.PERIOD,
    ),
    # the end of the year · year-end · month-end
    rule(
        rf"\b{PART}(?:the\s)?(?P<unit>week|month|quarter|year|decade)\b",
        _part_of,
        clue.PERIOD_PART,
        clue.PERIOD,
    ),
    rule(
        r"\b(?P<unit>year|month|quarter)[-\s]end\b",
        _boundary,
        clues.words("end"),
        clue.PERIOD,
    ),
    rule(
        r"\b(?:later|earlier)\sin\sthe\s(?P<unit>day|week|month|year)\b(?P<part>(?!))?",
        lambda m: Term(
            *m.span(), Form.SHIFT, unit=m["unit"].lower(), shift=0, base="now"
        ),
        clues.words("later earlier"),
        clue.PERIOD,
    ),
)
