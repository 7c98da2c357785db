"""Patterns of dates counted from another day, clock times, sets, references. PURE.

"last week", "two months ago", "the next day", "10 a.m. ET", "every Monday", "recently".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.facets.date_grammar import (
    PART,
    SHIFT_WORDS,
    WEEKDAY,
    period_part,
    weekday_number,
)
from claims.facets.date_numbers import NUMBER, number
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.facets.duration_grammar import UNIT, VAGUE, timex_of, unit_of, vague_timex
from claims.lexicon.calendar import (
    ONES,
    PARTS_OF_DAY,
    REFERENCES,
    SEASONAL_ZONES,
    SET_WORDS,
    UNITS,
    ZONES,
)

_PERIOD = r"(?:weekend|week|month|quarter|year|decade|century|night)"
_AGO = {"ago": (-1, "now"), "earlier": (-1, "told"), "later": (1, "told")}
_AGO |= {"from now": (1, "now"), "hence": (1, "now"), "before": (-1, "event")}
_AGO |= {"after": (1, "event"), "prior": (-1, "event"), "previously": (-1, "told")}
_AGO |= {"since": (1, "event"), "following": (1, "event"), "from": (1, "event")}
_DEICTIC = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _shifted(match: re.Match[str]) -> Term:
    word = match["shift"].lower().split()[-1]
    unit = match["unit"].lower()
    lead = match["lead"] or ""
    if unit == "night":
        return Term(
            *match.span(), Form.SHIFT, unit="day", shift=SHIFT_WORDS[word], daypart="NI"
        )
    return Term(
        *match.span(),
        Form.SHIFT,
        unit=unit,
        shift=SHIFT_WORDS[word],
        part=period_part(lead),
        base="told" if word in ("previous", "following", "same") else "now",
        fiscal="fiscal" in match[0].lower(),
    )


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
    word = re.sub(r"\s+", " ", match["dir"].lower()).split(" to")[0]
    shift, base = _AGO[word]
    low = _amount(match["low"])
    if low is None:
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
        timex=timex_of(low, unit),
    )


def _amount(text: str) -> Decimal | None:
    plain = text.lower().strip()
    if plain in ("a", "an", "the", "one"):
        return Decimal(1)
    if "couple" in plain:
        return Decimal(2)
    return number(plain)


def _anaphor(match: re.Match[str]) -> Term | None:
    groups = match.groupdict()
    unit = (groups.get("unit") or "day").lower()
    word = re.sub(r"\s+", " ", match["word"].lower())
    shift = {"that": 0, "same": 0, "next": 1, "following": 1, "previous": -1}
    shift |= {"before": -1, "after": 1, "preceding": -1}
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
    return Term(*match.span(), Form.ANAPHOR, unit=unit, shift=-1, base="year")


def _the_period(match: re.Match[str]) -> Term:
    unit = match["unit"].lower()
    return Term(*match.span(), Form.ANAPHOR, unit=unit, shift=0, base="period")


def _boundary(match: re.Match[str]) -> Term:
    unit = (match["unit"] or "year").lower()
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=0, part="late", base="end")


def _part_of(match: re.Match[str]) -> Term:
    unit = match["unit"].lower()
    part = period_part(match["part"])
    return Term(*match.span(), Form.SHIFT, unit=unit, shift=0, part=part, base="now")


def _reference(match: re.Match[str]) -> Term | None:
    word = re.sub(r"\s+", " ", match["word"].lower())
    return Term(*match.span(), Form.REFERENCE, timex=REFERENCES[word])


def _recent(match: re.Match[str]) -> Term:
    past = match["word"].lower() in ("recent", "past")
    timex = "PAST_REF" if past else "FUTURE_REF"
    return Term(*match.span(), Form.REFERENCE, timex=timex)


def _span(match: re.Match[str]) -> Term | None:
    unit = unit_of(match["unit"])
    word = match["shift"].lower()
    shift = {"past": -1, "last": -1, "previous": -1, "recent": -1, "first": 0}
    shift |= {"final": 0}
    direction = shift.get(word, 1)
    count = _amount(match["low"]) if match["low"] else Decimal(1)
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


def _set(match: re.Match[str]) -> Term | None:
    if match["word"]:
        return Term(*match.span(), Form.SET, timex=SET_WORDS[match["word"].lower()])
    if match["wd"]:
        code = PARTS_OF_DAY.get((match["dp"] or "").lower(), "")
        day = weekday_number(match["wd"])
        timex = f"XXXX-WXX-{day}" + (f"T{code}" if code else "")
        return Term(*match.span(), Form.SET, timex=timex)
    count = _amount(match["low"]) if match["low"] else Decimal(1)
    if "other" in (match["low"] or "").lower():
        count = Decimal(2)
    if count is None:
        return None
    return Term(*match.span(), Form.SET, timex=timex_of(count, unit_of(match["unit"])))


def _clock(match: re.Match[str]) -> Term | None:
    hour, minute = _hour(match["hour"]), int(match["minute"] or 0)
    half = (match["ap"] or "").lower()[:1]
    zone = (match["zone"] or "").upper()
    if hour is None or hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Term(*match.span(), Form.CLOCK, clock=f"{hour:02d}:{minute:02d}", zone=zone)


def _hour(text: str) -> int | None:
    return int(text) if text.isdigit() else ONES.get(text.lower())


def _four_digits(match: re.Match[str]) -> Term | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59:
        return None
    zone = match["zone"].upper()
    return Term(*match.span(), Form.CLOCK, clock=f"{hour:02d}:{minute:02d}", zone=zone)


def _noon(match: re.Match[str]) -> Term:
    clock = "24:00" if match[0].lower().endswith("midnight") else "12:00"
    return Term(*match.span(), Form.CLOCK, clock=clock)


def _daypart(match: re.Match[str]) -> Term:
    code = PARTS_OF_DAY[match["dp"].lower()]
    return Term(*match.span(), Form.PART, daypart=code)


_ZONE = rf"(?:\s?\(?(?P<zone>{alternatives({**ZONES, **dict.fromkeys(SEASONAL_ZONES)})})\b\)?)"
_DP = r"(?P<dp>morning|afternoon|evening|night)"
_EARLY = (
    r"(?P<lead>(?:early|earlier|late|later|mid|sometime|some\stime|the\send\sof)[-\s])?"
)
RULES: tuple[Rule, ...] = (
    # earlier this week · late last year · the current quarter · last night
    rule(
        rf"\b{_EARLY}(?:in\s)?(?:the\s)?(?P<shift>this\s(?:past|coming)|last|this|next|past|"
        rf"previous|current|coming|following)\s(?:calendar\s|fiscal\s|business\s)?"
        rf"(?P<unit>{_PERIOD})\b(?!-|\sof\sthe\s(?:game|season))",
        _shifted,
    ),
    rule(
        rf"\b(?:{PART})(?P<shift>last|this|next)\s(?:fiscal\s)?(?P<unit>{_PERIOD})\b"
        r"(?P<lead>(?!))?",
        lambda m: Term(
            *m.span(),
            Form.SHIFT,
            unit=m["unit"].lower(),
            shift=SHIFT_WORDS[m["shift"].lower()],
            part=period_part(m["part"]),
            base="now",
        ),
    ),
    rule(
        r"\b(?P<far>(?:the\s)?day\s(?:before|after)\s)?(?:(?:early|late|later|earlier)\s)?"
        r"(?P<word>today|tonight|yesterday|tomorrow)\b",
        _deictic,
    ),
    rule(rf"\b(?:early\s|late\s|later\s)?this\s{_DP}\b", _this_part),
    # two weeks ago · a day earlier · four days after · months ago
    rule(
        rf"(?<![\w$£€.,#-])(?P<low>{NUMBER}|{VAGUE}|an?|the|(?=\b(?:days|weeks|months|"
        rf"years|decades)\b))\s?(?:full\s|more\s)?(?P<unit>{UNIT})(?:\sor\sso)?\s"
        r"(?P<dir>ago|earlier|later|from\snow|hence|before|after|prior\sto|previously|"
        r"since|following)\b(?!\sthan)",
        _offset,
    ),
    rule(
        rf"\b(?P<low>{NUMBER}|an?)\s(?P<unit>{UNIT})\s(?P<dir>from)\s(?=today|tomorrow|"
        rf"yesterday|{WEEKDAY})",
        _offset,
    ),
    # that day · the same week · the following year · the day before
    rule(
        r"\b(?P<lead>(?:earlier|later|early|late)\s)?(?:the\s)?(?P<word>that|same)\s"
        r"(?:very\s)?(?P<unit>day|week|weekend|month|quarter|year|decade|century|morning|"
        r"afternoon|evening|night)\b(?!-)",
        _anaphor,
    ),
    rule(
        r"\bthe\s(?:very\s)?(?P<word>next|following|previous|preceding)\s(?P<unit>day|week|"
        r"weekend|month|quarter|year|decade|morning|afternoon|evening|night)\b(?!-)",
        _anaphor,
    ),
    rule(r"\bthe\s(?P<unit>day|week|month|year)\s(?P<word>before|after)\b", _anaphor),
    # the year-earlier quarter · the year-ago period · year-earlier
    rule(
        r"\b(?:(?:the|a|its)\s)?(?:comparable\s)?year-(?:ago|earlier)"
        r"(?:\s(?P<unit>quarter|period|month))?\b",
        _year_ago_period,
    ),
    rule(
        r"\b(?:the|that)\s(?:latest\s|most\srecent\s|latest\sfiscal\s)?"
        r"(?P<unit>quarter)\b(?!\sof\s|-)",
        _the_period,
    ),
    rule(r"\bthe\s(?P<unit>weekend)\b", _the_period),
    rule(
        r"\bthe\s(?:latest|most\srecent|current)\s(?:fiscal\s)?(?P<unit>week|month|year)"
        r"\b",
        _the_period,
    ),
    # the end of the year · year-end · month-end
    rule(rf"\b{PART}(?:the\s)?(?P<unit>week|month|quarter|year|decade)\b", _part_of),
    rule(r"\b(?P<unit>year|month|quarter)[-\s]end\b", _boundary),
    rule(
        r"\b(?:later|earlier)\sin\sthe\s(?P<unit>day|week|month|year)\b(?P<part>(?!))?",
        lambda m: Term(
            *m.span(), Form.SHIFT, unit=m["unit"].lower(), shift=0, base="now"
        ),
    ),
    # the past two months · the next few years · the first nine months
    rule(
        r"\b(?:the|these|its|his|her|their|for)\s(?P<shift>past|last|next|coming|previous|"
        rf"first|final)\s(?P<low>{NUMBER}|{VAGUE})\s(?:more\s|full\s|business\s)?"
        rf"(?P<unit>{UNIT})\b",
        _span,
    ),
    rule(
        rf"\b(?P<shift>past|last|next)\s(?P<low>{NUMBER}|{VAGUE})\s(?P<unit>{UNIT})\b",
        _span,
    ),
    rule(
        r"\b(?:the\s)?(?P<shift>past)\s(?P<low>(?!))?(?P<unit>decade|century|hour)\b",
        _span,
    ),
    # recent weeks · coming months
    rule(
        r"\b(?:the\s)?(?P<word>recent|coming|future)\s(?:days|weeks|months|years|quarters|"
        r"decades)(?:\s(?:and|or)\s(?:days|weeks|months|years))?\b",
        _recent,
    ),
    rule(rf"\b(?P<word>{alternatives(REFERENCES)})\b(?!-|\sand\sthen)", _reference),
    # every Monday · each of two days · daily
    rule(
        r"\b(?:(?:every|each)\s(?:(?P<wd>"
        + WEEKDAY
        + r")\b(?:\s(?P<dp>morning|afternoon|evening|night))?|(?:(?P<low>other|"
        + NUMBER
        + rf")\s)?(?P<unit>{UNIT})\b(?!-))|(?P<word>{alternatives(SET_WORDS)})\b)",
        _set,
    ),
    # 10 a.m. ET · 14:30 GMT · 0800 GMT · noon
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?"
        rf"(?P<ap>[ap]\.?\s?m\b\.?){_ZONE}?",
        _clock,
    ),
    rule(
        rf"\b(?P<hour>{alternatives(ONES)})(?P<minute>(?!))?\s?(?P<ap>[ap]\.?m\b\.?)"
        rf"{_ZONE}?",
        _clock,
    ),
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
        rf"(?P<ap>(?!))?(?![\d:]|\.\d){_ZONE}?",
        _clock,
    ),
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]\d|2[0-4])h?(?P<minute>[0-5]\d)" + _ZONE,
        _four_digits,
    ),
    rule(
        rf"\b(?P<hour>\d{{1,2}}|{alternatives(ONES)})(?P<minute>(?!))?(?P<ap>(?!))?\s"
        rf"o'?\s?clock\b{_ZONE}?",
        _clock,
    ),
    rule(r"\b(?:noon|midday|midnight)\b", _noon),
    rule(r"\b(?:mid[-\s])?(?P<dp>overnight)\b", _daypart),
    rule(
        rf"\b(?:in|by|during)\s(?:the\s)?(?:early\s|late\s|mid[-\s]?)?{_DP}\b", _daypart
    ),
    rule(rf"\b(?:mid|early|late)[-\s]?{_DP}\b", _daypart),
    # Monday night: a bare part counts only beside its day.
    rule(rf"\b{_DP}\b", lambda m: replace(_daypart(m), base="weak")),
)
