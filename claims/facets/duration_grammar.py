"""Patterns of durations: "one and a half hours", "two to three weeks", "1h30m". PURE.

A duration becomes seconds and a TIMEX3 value. Vague ones ("several months") have a
TIMEX3 value with X and no seconds.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_numbers import NUMBER, number
from claims.facets.date_terms import Form, Rule, Term, rule
from claims.lexicon.calendar import CLOCK_UNITS, UNIT_FACTOR, UNIT_PLURALS, UNITS

UNIT = (
    r"(?:(?:second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|"
    r"decade|sec|min|hr|yr)s?|centuries|century|millennium|millennia)"
)
VAGUE = r"(?:several|many|a\sfew|few|a\scouple(?:\sof)?|couple(?:\sof)?|a\snumber\sof)"
# A verb, noun or preposition that makes "a week" a length and not a rate.
_LENGTH_BEFORE = (
    r"(?:for|in|within|after|over|about|nearly|almost|than|least|most|lasts?|lasted|"
    r"lasting|takes?|took|taking|spent|spend|as|under|around|roughly|just|only|"
    r"barely|approximately|another|additional|to|during|of|full|waited|him|them|"
    r"half|every|some)"
)
# "may one day win": some time, and no length.
_ONE_DAY = re.compile(
    r"\b(?:will|would|may|might|can|could|should|must|to|he|she|they|we|it|who)\s"
    r"one\sday$",
    re.IGNORECASE,
)
PLUS = r"(?P<plus>\sand\s(?:(?:a\s)?(?:half|quarter)|three\squarters)\b)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|of|during|until|early|late|[A-Z][a-z]+)\s$|\d,?\s$"
)
# An opening quotation mark: what follows with a capital unit is a title.
_TITLE_BEFORE = re.compile(r"(?:^|[\s(])(?:''|``|['\"`])$")
# Fractions of a unit that TIMEX3 writes with the next smaller one.
_SMALLER = {"H": ("M", 60), "Y": ("M", 12), "M": ("S", 60)}


def unit_of(text: str) -> str:
    """Singular of a unit as printed."""
    plain = text.lower().rstrip(".")
    if plain in UNIT_PLURALS:
        return UNIT_PLURALS[plain]
    return plain[:-1] if plain.endswith("s") and plain[:-1] in UNITS else plain


def plus(text: str) -> Decimal:
    """What "and a half", "and a quarter" or "and three quarters" adds to one unit."""
    if "quarter" not in text.lower():
        return Decimal("0.5")
    return Decimal("0.75" if "three" in text.lower() else "0.25")


def plain(value: Decimal) -> str:
    """A number without exponent or trailing zeros."""
    return f"{value.normalize():f}"


def timex_of(count: Decimal, unit: str) -> str:
    """TIMEX3 value: PT1H30M for one and a half hours, P3.5W for 3.5 weeks."""
    letter, _ = UNITS[unit]
    amount = count * UNIT_FACTOR.get(unit, 1)
    head = "PT" if unit in CLOCK_UNITS else "P"
    if head == "P" and letter == "Y" and UNIT_FACTOR.get(unit, 1) > 1:
        return f"P{plain(amount)}Y"
    if unit == "quarter":
        return f"P{plain(count)}Q"
    if letter not in _SMALLER or (head == "P" and letter == "M"):
        return f"{head}{plain(amount)}{letter}"
    whole, rest = divmod(amount, 1)
    smaller, per = _SMALLER[letter]
    if rest * per % 1:
        return f"{head}{plain(amount)}{letter}"
    left = f"{plain(whole)}{letter}" if whole else ""
    right = f"{plain(rest * per)}{smaller}" if rest else ""
    return f"{head}{left}{right}"


def vague_timex(unit: str) -> str:
    letter, _ = UNITS[unit]
    if unit in ("decade", "century", "quarter"):
        return {"decade": "PXE", "century": "PXC"}.get(unit, "PXQ")
    return f"PTX{letter}" if unit in CLOCK_UNITS else f"PX{letter}"


def length(start: int, end: int, count: Decimal, unit: str) -> Term:
    """A DURATION term of so many units."""
    return Term(
        start,
        end,
        Form.DURATION,
        unit=unit,
        count=count,
        seconds=count * UNITS[unit][1],
        timex=timex_of(count, unit),
    )


def _counted(match: re.Match[str]) -> Term | None:
    low = number(match["low"])
    if low is None or _ONE_DAY.search(match.string[: match.end()]):
        return None
    if _YEAR.fullmatch(match["low"]) and _YEAR_BEFORE.search(
        match.string[: match.start("low")]
    ):
        return None  # "in 2020 months of lockdown followed"
    if match["unit"][0].isupper() and _TITLE_BEFORE.search(
        match.string[: match.start("low")]
    ):
        return None  # "60 Minutes" is on the air
    unit = unit_of(match["unit"])
    if match["plus"]:
        low += plus(match["plus"])
    if unit == "quarter" and low < 1:
        return None
    start = match.start("low")
    term = length(start, match.end(), low, unit)
    high = number(match["high"]) if match["high"] else None
    if high is None or high <= low:
        return term
    return Term(
        start,
        match.end(),
        Form.DURATION,
        unit=unit,
        count=low,
        count_high=high,
        seconds=low * UNITS[unit][1],
        seconds_high=high * UNITS[unit][1],
        timex=f"{timex_of(low, unit)}/{timex_of(high, unit)}",
    )


def _vague(match: re.Match[str]) -> Term:
    unit = unit_of(match["unit"])
    if "couple" in match[0].lower():
        return length(match.start(), match.end(), Decimal(2), unit)
    return Term(*match.span(), Form.DURATION, unit=unit, timex=vague_timex(unit))


def _bare(match: re.Match[str]) -> Term:
    """For years, weeks-long: how many is not told. Week-long is one."""
    start, end = match.span("unit")
    unit = unit_of(match["unit"])
    if not match["unit"].lower().endswith("s"):
        return length(start, match.end(), Decimal(1), unit)
    return Term(start, end, Form.DURATION, unit=unit, timex=vague_timex(unit))


def _one(match: re.Match[str]) -> Term | None:
    """An hour and a half, another week; a mere "a week" needs a word before it."""
    count = Decimal(1)
    if match["plus"]:
        count += plus(match["plus"])
    elif not (match["lead"] or match["two"]) and not match["all"].lower().startswith(
        "another"
    ):
        return None
    term = length(match.start("all"), match.end(), count, unit_of(match["unit"]))
    if match["two"] and term.seconds is not None:  # a day or two
        return replace(term, count_high=Decimal(2), seconds_high=term.seconds * 2)
    return term


def _share(match: re.Match[str]) -> Term:
    """Half an hour, three quarters of an hour, all day, the whole week."""
    share = match["share"].lower()
    count = Decimal("0.5") if "half" in share else Decimal(1)
    if "quarter" in share:
        count = Decimal("0.75") if share.startswith("three") else Decimal("0.25")
    return length(*match.span(), count, unit_of(match["unit"]))


def _compact(match: re.Match[str]) -> Term | None:
    hours, minutes = match["h"], match["m"]
    seconds = Decimal(hours) * 3600 + Decimal(minutes or 0) * 60
    timex = f"PT{hours}H" + (f"{int(minutes)}M" if minutes else "")
    return Term(*match.span(), Form.DURATION, unit="hour", seconds=seconds, timex=timex)


_OF_UNIT = (
    r"(?:\s(?:more|additional|consecutive|straight|full|long|whole|further|extra|"
    rf"business|working|trading|calendar))?[-\s]?(?P<unit>{UNIT})\b"
    rf"(?!\s+of\s+a\b|(?<=quarters)\s+of|[-\s]olds?\b){PLUS}"
)
_WHOLE = clues.words(" ".join(f"{unit}long" for unit in UNITS))
RULES: tuple[Rule, ...] = (
    # two to three weeks · 90 minutes · one-hour · 3.5years
    rule(
        rf"(?<![\w$£€.,#-])(?P<low>{NUMBER})(?:(?:\s(?:to|or)\s|\s?-\s?)"
        rf"(?P<high>{NUMBER}))?{_OF_UNIT}",
        _counted,
        clue.UNIT,
        clue.NUMBER,
    ),
    # between two and three weeks
    rule(
        rf"\bbetween\s(?P<low>{NUMBER})\sand\s(?P<high>{NUMBER}){_OF_UNIT}",
        _counted,
        clues.words("between"),
        clue.UNIT,
        clue.NUMBER,
    ),
    rule(
        rf"\b{VAGUE}(?:\smore)?[-\s](?P<unit>{UNIT})\b",
        _vague,
        clue.UNIT,
        clue.VAGUE,
    ),
    # for years · in decades · weeks of talks
    rule(
        r"\b(?:for|in|within|after|over|took|takes?|lasted|spent|of|and)\s"
        r"(?P<unit>minutes|hours|days|weeks|months|years|decades|centuries)\b"
        r"(?!\s(?:ago|earlier|later|before|after)\b)",
        _bare,
        clues.words("minutes hours days weeks months years decades centuries"),
    ),
    # week-long · weeklong · weeks-long
    rule(
        r"\b(?P<unit>(?:hour|day|week|month|year|decade|century)s?)[-\s]?long\b",
        _bare,
        clues.words("long") | _WHOLE,
        clue.UNIT | _WHOLE,
    ),
    # lasted an hour and a half · within a week · another day
    rule(
        rf"\b(?P<lead>{_LENGTH_BEFORE}\s)?(?P<all>\b(?:an?|another|one)\s(?:(?:additional|"
        r"full|whole|further|entire|single)\s)?(?P<unit>minute|hour|day|week|fortnight|"
        rf"month|year|decade|century)\b{PLUS}(?P<two>\sor\stwo\b)?)",
        _one,
        clues.words("minute hour day week fortnight month year decade century"),
        clues.words("a an another one"),
    ),
    # half an hour · three quarters of an hour · all day · the whole week
    rule(
        r"\b(?P<share>(?:a\s)?half|(?:a|one|three)\squarters?\sof|a\squarter(?=.century)|all|full|whole)[-\s]"
        r"(?:an?\s)?(?P<unit>minute|hour|day|night|week|month|year|decade|century)\b",
        _share,
        clue.UNIT,
        clues.words("half quarter quarters all full whole"),
    ),
    # 1h30m · 3h · 1h 30
    rule(
        r"(?<![\w.,$])(?P<h>\d{1,2})\s?h(?:rs?)?\s?(?:(?P<m>\d{1,2})(?:\s?m)?)?\b",
        _compact,
        clue.DIGIT,
        clues.words("h hr hrs"),
    ),
)
