"""Patterns of times of day: "10 a.m. ET", "14:30 GMT", "9 to 11 p.m.". PURE."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import WEEKDAY
from claims.facets.date_numbers import NUMBER, number
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.facets.zones import named
from claims.lexicon.calendar import (
    LIGHTS,
    ONES,
    PARTS_OF_DAY,
)
from claims.lexicon.zones import SEASONAL_ZONES, ZONES


def _clock(match: re.Match[str]) -> Term | None:
    """10:30 p.m., 7 in the evening, 14:30 GMT."""
    hour, minute = _hour(match["hour"]), int(match["minute"] or 0)
    half = _half(match["ap"])
    zone = named(match.groupdict().get("zone") or "")
    if hour is None or hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return Term(*match.span(), Form.CLOCK, clock=f"{hour:02d}:{minute:02d}", zone=zone)


def _half(text: str | None) -> str:
    """ "a" or "p" for a.m., in the morning, p.m., in the evening, at night."""
    plain = (text or "").lower()
    if plain.startswith(("in", "at")):
        return "a" if plain.endswith("morning") else "p"
    return plain[:1]


def _hour(text: str) -> int | None:
    return int(text) if text.isdigit() else ONES.get(text.lower())


def _four_digits(match: re.Match[str]) -> Term | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 23 or minute > 59:
        return None
    zone = named(match["zone"] or "")
    return Term(*match.span(), Form.CLOCK, clock=f"{hour:02d}:{minute:02d}", zone=zone)


def _noon(match: re.Match[str]) -> Term | None:
    if match[0][0].isupper() and not _TIME_BEFORE.search(match.string[: match.start()]):
        return None  # Operation Midnight
    clock = "24:00" if match["word"].lower() == "midnight" else "12:00"
    zone = named(match["zone"] or "")
    return Term(*match.span(), Form.CLOCK, clock=clock, zone=zone)


def _daypart(match: re.Match[str]) -> Term:
    code = PARTS_OF_DAY[match["dp"].lower()]
    return Term(*match.span(), Form.PART, daypart=code)


def _light(match: re.Match[str]) -> Term | None:
    """At dawn; not "by Dawn Weber"."""
    if match["dp"][0].isupper():
        return None
    return Term(*match.span(), Form.PART, daypart=LIGHTS[match["dp"]], base="weak")


def _bare_hour(match: re.Match[str]) -> Term | None:
    """At 8: an hour of twelve; "he scored at 17 on Friday night" tells an age."""
    term, hour = _clock(match), _hour(match["hour"])
    if term is None or hour is None or not 0 < hour <= 12:
        return None
    return replace(term, base="weak")


def _clock_range(match: re.Match[str]) -> Term | None:
    """9.30 to 4.30 p.m.: the first end takes the half day that keeps the order."""
    low, high = _minutes(match, "a"), _minutes(match, "b")
    half, first_half = _half(match["ap"]), _half(match["aap"])
    if low is None or high is None:
        return None
    if half:
        high = high % 720 + (720 if half == "p" else 0)
        if first_half:
            low = low % 720 + (720 if first_half == "p" else 0)
        elif low % 720 + (720 if half == "p" else 0) < high:
            low = low % 720 + (720 if half == "p" else 0)
    if not half and high < low < 720:
        high += 720  # from 9:30 to 3:00
    clock = f"{_time(low)}/{_time(high)}"
    zone = named(match["zone"] or "")
    return Term(*match.span(), Form.CLOCK, clock=clock, zone=zone)


def _minutes(match: re.Match[str], end: str) -> int | None:
    hour, minute = _hour(match[f"{end}h"]), int(match[f"{end}m"] or 0)
    return None if hour is None or hour > 24 else hour * 60 + minute


def _time(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _past_hour(match: re.Match[str]) -> Term | None:
    """Half past seven, 20 minutes to nine in the evening."""
    hour, part = _hour(match["hour"]), (match["dp"] or "").lower()
    words = {"half": 30, "quarter": 15, "a quarter": 15}
    lead = match["lead"].lower()
    minutes = words.get(lead) or int(number(lead) or 0)
    if hour is None or hour > 12 or not 0 < minutes < 60 or not _told_as_time(match):
        return None
    total = hour % 12 * 60 + (720 if part and part != "morning" else 0)
    if not part:
        total = hour * 60
    total += minutes if match["way"].lower() == "past" else -minutes
    return Term(*match.span(), Form.CLOCK, clock=_time(total % 1440))


def _spoken(match: re.Match[str]) -> Term | None:
    """At five-thirty, by ten forty-five p.m."""
    hour, minute = _hour(match["hour"]), number(match["spoken"])
    if (
        hour is None
        or hour > 12
        or not _AT_BEFORE.search(match.string[: match.start()])
    ):
        return None
    half = _half(match["ap"])
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = named(match["zone"] or "")
    return Term(*match.span(), Form.CLOCK, clock=f"{hour:02d}:{minute:02}", zone=zone)


def _told_as_time(match: re.Match[str]) -> bool:
    """Not "10 to 12 people": the words must name half past, minutes or the clock."""
    words = match[0].lower()
    if words.startswith(("half past", "quarter past", "a quarter past")):
        return True
    if re.search(r"\bmin(?:ute)?s?\b|o'clock|\bin\sthe\b", words):
        return True
    told = words.startswith(("quarter", "a quarter")) or match["way"].lower() == "past"
    return told and bool(_AT_BEFORE.search(match.string[: match.start()]))


_TIME_BEFORE = re.compile(
    r"(?:^|[.!?]['\"]?\s|\b(?:at|by|until|till|from|to|before|after|since|around|past)\s)$",
    re.IGNORECASE,
)
_AT_BEFORE = re.compile(r"\b(?:at|by|until|till|since|around|about)\s$", re.IGNORECASE)
_HALVES = clues.words("m am pm") | clue.PART_OF_DAY
_ZONES = alternatives([*ZONES, *SEASONAL_ZONES])
_ZONE_CLUES = clues.words(" ".join((*ZONES, *SEASONAL_ZONES, "time")))
# Local time holds no offset that could be told.
_ZONE = (
    rf"(?:\s?\(?(?P<zone>{_ZONES}|(?<=[\s(])(?-i:(?:[A-Z][a-z]+\s){{1,2}}[Tt]ime))\b"
    r"\)?|\s\(?local(?:\stime)?\b\)?)"
)
_DP = r"(?P<dp>morning|afternoon|evening|night)"
_AP = r"[ap]\.?\s?m\b\.?"
_OF_DAY = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b"
_HALF = rf"(?:{_AP}|{_OF_DAY})"
_TO = r"(?:\s?-\s?|\s(?:to|and|until|till|through)\s)"
_END = rf"(?P<{{0}}h>\d{{{{1,2}}}}|{alternatives(ONES)})(?:[:.](?P<{{0}}m>[0-5]\d))?"
RULES: tuple[Rule, ...] = (
    # from 10 a.m. to 3:30 p.m. · 9.30-4.30pm · between 9:30 and 10:45
    rule(
        rf"(?<![\w.:,/$-])(?:(?:from|between)\s)?{_END.format('a')}\s?"
        rf"(?P<aap>{_HALF})?{_TO}{_END.format('b')}"
        rf"\s?(?P<ap>{_HALF}){_ZONE}?",
        _clock_range,
        _HALVES,
        clue.NUMBER,
    ),
    rule(
        r"\b(?:from|between)\s(?P<ah>\d{1,2})(?::(?P<am>[0-5]\d))?(?P<aap>(?!))?"
        rf"{_TO}(?P<bh>\d{{1,2}}):(?P<bm>[0-5]\d)"
        rf"(?P<ap>(?!))?\b{_ZONE}?",
        _clock_range,
        clues.words("from between"),
        clue.COLON,
    ),
    # between 0900 and 1000 GMT · between 0730 and 0930
    rule(
        r"\b(?:from|between)\s(?P<ah>[01]\d|2[0-3])(?P<am>[0-5]\d)(?P<aap>(?!))?"
        rf"{_TO}(?P<bh>[01]\d|2[0-3])(?P<bm>[0-5]\d)"
        rf"(?P<ap>(?!))?\b(?:{_ZONE}|(?<=0\d\d\d)|\shours\b)",
        _clock_range,
        clues.words("from between"),
        clue.YEAR,
    ),
    # at five-thirty
    rule(
        rf"\b(?P<hour>{alternatives(ONES)})[-\s](?P<spoken>ten|fifteen|twenty|thirty|forty|"
        rf"fifty|(?:twenty|thirty|forty|fifty)[-\s]five)(?:\s(?P<ap>{_HALF}))?{_ZONE}?"
        rf"(?=\s*(?:$|[.,;:?!)]|(?:on|in|this|that|tomorrow|yesterday|{WEEKDAY})\b))",
        _spoken,
        clues.words("ten fifteen twenty thirty forty fifty"),
        clues.words("at by until till since around about"),
    ),
    rule(
        rf"\b(?P<lead>half|(?:a\s)?quarter|{NUMBER})(?:\smin(?:ute)?s?)?\s(?P<way>past|to)\s"
        rf"(?P<hour>\d{{1,2}}|{alternatives(ONES)})\b(?:\so'clock)?"
        r"(?P<clock>\sin\sthe\s(?P<dp>morning|afternoon|evening))?",
        _past_hour,
        clues.words("past min mins minute minutes clock quarter") | clue.PART_OF_DAY,
        clues.words("past to"),
    ),
    # 7 in the evening, at the end of a clause: not "3 in the morning session"
    rule(
        rf"(?<![\w.,:$])(?P<hour>\d{{1,2}}|{alternatives(ONES)})(?::(?P<minute>[0-5]\d))?\s"
        rf"(?P<ap>{_OF_DAY})(?=\s*(?:$|[.,;:)]|\b(?:on|and|local|when|until|to)\b))",
        _clock,
        clue.PART_OF_DAY,
        clues.words("in at"),
    ),
    # 17.30 GMT · 17.30 local time
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)(?P<ap>(?!))?"
        rf"(?:{_ZONE}|(?=\s(?:\w+\s)?time\b))",
        _clock,
        clue.DIGIT,
        _ZONE_CLUES,
    ),
    # 1140 a.m.
    rule(
        rf"(?<![\w.:,/$-])(?P<hour>0?[1-9]|1[0-2])(?P<minute>[0-5]\d)\s?(?P<ap>{_AP})",
        _clock,
        _HALVES,
        clue.DIGIT,
    ),
    # 10 a.m. ET · 14:30 GMT · 0800 GMT · noon
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?"
        rf"(?P<ap>{_AP}){_ZONE}?",
        _clock,
        _HALVES,
        clue.DIGIT,
    ),
    rule(
        rf"\b(?P<hour>{alternatives(ONES)})(?P<minute>(?!))?\s?(?P<ap>{_AP})"
        rf"{_ZONE}?",
        _clock,
        _HALVES,
    ),
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?"
        rf"(?P<ap>(?!))?(?![\d:]|\.\d){_ZONE}?",
        _clock,
        clue.COLON,
    ),
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]\d|2[0-4])h?(?P<minute>[0-5]\d)" + _ZONE,
        _four_digits,
        _ZONE_CLUES,
        clue.YEAR,
    ),
    rule(
        rf"\b(?P<hour>\d{{1,2}}|{alternatives(ONES)})(?P<minute>(?!))?(?P<ap>(?!))?\s"
        rf"o'?\s?clock\b(?!\s(?-i:[A-Z][a-z])){_ZONE}?",
        _clock,
        clues.words("clock oclock"),
    ),
    # at 18h30
    rule(
        r"(?<![\w.:,/$-])(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)\b(?P<ap>(?!))?",
        lambda m: _clock(m) if _AT_BEFORE.search(m.string[: m.start()]) else None,
        clues.words("h"),
    ),
    # at 8 on Friday morning · tonight at 8: beside a part of day alone
    rule(
        r"(?:(?<=\bat\s)|(?<=\baround\s))"
        rf"(?P<hour>\d{{1,2}}|{alternatives(ONES)})\b(?P<minute>(?!))?(?P<ap>(?!))?"
        rf"(?=\s*(?:$|[.;)?!](?!\d)|,(?!\d)|\s(?:on|in|this|that|tomorrow|yesterday|"
        rf"tonight|last|the|{WEEKDAY})\b))",
        _bare_hour,
        clue.PART_OF_DAY | clues.words("tonight"),
        clues.words("at around"),
    ),
    rule(
        rf"\b(?P<word>noon|midday|midnight)\b{_ZONE}?",
        _noon,
        clues.words("noon midday midnight"),
    ),
    rule(
        r"\b(?:mid[-\s])?(?P<dp>overnight)\b",
        lambda m: replace(_daypart(m), base="overnight"),
        clues.words("overnight"),
    ),
    rule(
        rf"\b(?:(?:early|earlier|late|later)\s)?(?:in|by|during)\s(?:the\s)?"
        rf"(?:early\s|late\s|mid[-\s]?)?{_DP}s?\b",
        _daypart,
        clue.PART_OF_DAY,
        clues.words("in by during"),
    ),
    # the early hours of Friday · at dawn on Friday: beside their day alone
    rule(
        r"\b(?:in\s)?the\s(?:very\s)?(?P<dp>early|small|wee|pre-?dawn)\shours\b",
        lambda m: Term(*m.span(), Form.PART, daypart="MO", base="weak"),
        clues.words("hours"),
        clues.words("early small wee dawn predawn"),
    ),
    rule(
        rf"\b(?:at|before|around|by|since|until|from)\s(?P<dp>{alternatives(LIGHTS)})\b",
        _light,
        frozenset(LIGHTS),
    ),
    rule(
        rf"\b(?:mid|early|late)\s{_DP}\b",
        _daypart,
        clue.PART_OF_DAY,
        clues.words("mid early late"),
    ),
    # Monday night: a bare part counts only beside its day.
    rule(
        rf"\b(?:(?:mid|early|late)-)?{_DP}\b",
        lambda m: replace(_daypart(m), base="weak"),
        clue.PART_OF_DAY,
    ),
)
