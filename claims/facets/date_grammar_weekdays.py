"""Patterns of weekdays: "last Monday", "Saturday 14th", "Friday mornings". PURE."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.facets import clues
from claims.facets import date_clues as clue
from claims.facets.date_grammar import (
    DAY,
    MONTH,
    SHIFT_WORDS,
    THE_DAY_AFTER,
    WEEKDAY,
    calendar_term,
    weekday_number,
)
from claims.facets.date_numbers import ORDINAL, ordinal
from claims.facets.date_tense import Lean, lean
from claims.facets.date_terms import Form, Rule, Term, alternatives, rule
from claims.lexicon.calendar import PARTS_OF_DAY, WEEKDAY_SHORT, WEEKDAYS

# A weekday that counts from the last date told; one that is the first to come.
_WEEKDAY_BASE = dict.fromkeys(("previous", "following", "prior"), "told")
_WEEKDAY_BASE |= dict.fromkeys(("coming", "upcoming"), "coming")
_OF_MONTH = re.compile(
    rf"\s(?:of|in)\s(?:the\s|last\s|next\s|this\s)?(?:month\b|{MONTH})", re.IGNORECASE
)
_WEEKDAYS = alternatives(WEEKDAYS)


def _weekday(match: re.Match[str]) -> Term | None:
    name = match["day"]
    short = name.lower().rstrip(".") in WEEKDAY_SHORT
    if short and not _is_short_weekday(match, name):
        return None
    if match["plural"]:
        timex = f"XXXX-WXX-{weekday_number(name)}"
        if part := PARTS_OF_DAY.get(match["plural"].lower().rstrip("s")):
            timex += f"T{part}"
        return Term(*match.span(), Form.SET, timex=timex)
    shift = (match["shift"] or "").lower().split()
    if shift and _OF_MONTH.match(match.string, match.end()):
        return None  # the last Friday of June
    return calendar_term(
        match,
        weekday=weekday_number(name),
        shift=SHIFT_WORDS[shift[-1]] if shift else None,
        base=_WEEKDAY_BASE.get(shift[-1], "") if shift else "",
    )


def _weekday_nth(match: re.Match[str]) -> Term | None:
    """Saturday 14th; "on Monday the second suspect" is no date."""
    printed = match["day"]
    after = match.string[match.end() : match.end() + 24]
    if not printed[0].isdigit() and not THE_DAY_AFTER.search(after):
        return None
    weekday = weekday_number(match["weekday"])
    base = "" if printed[-1].isalpha() else "fits"
    return calendar_term(match, day=ordinal(printed), weekday=weekday, base=base)


def _weekday_next(match: re.Match[str]) -> Term | None:
    """Monday week is seven days after the next Monday."""
    if lean(match.string, *match.span())[0] is not Lean.FUTURE:
        return None
    first = calendar_term(match, weekday=weekday_number(match["day"]))
    return Term(
        *match.span(),
        Form.OFFSET,
        unit="week",
        shift=1,
        base="from",
        count=Decimal(1),
        timex="P1W",
        first=first,
    )


def _is_short_weekday(match: re.Match[str], name: str) -> bool:
    after = match.string[match.end() : match.end() + 12]
    dated = re.match(rf",?\s(?:{MONTH}|\d)", after, re.IGNORECASE)
    return name[:1].isupper() and bool(dated or (name.endswith(".") and match["shift"]))


RULES: tuple[Rule, ...] = (
    # Saturday 14th · Friday the thirteenth · Monday week
    rule(
        rf"\b(?P<weekday>{WEEKDAY}),?\s(?:the\s)?(?P<day>{DAY}(?:st|nd|rd|th)|"
        rf"(?<=\sthe\s){ORDINAL})\b(?!\s(?:of\s)?{MONTH}|-)",
        _weekday_nth,
        clue.WEEKDAY,
        clue.ORDINAL,
    ),
    # on Saturday 14: at the end of a clause, and only if the 14th is a Saturday
    rule(
        rf"\b(?P<weekday>{_WEEKDAYS})\s(?P<day>{DAY})(?=\s*(?:$|[.;:)!?](?!\d)|,(?!\d)"
        r"|(?:between|from|and|at)\b))",
        _weekday_nth,
        clue.WEEKDAY,
        clue.DIGIT,
    ),
    rule(
        rf"\b(?P<day>{_WEEKDAYS})\sweek\b(?!\s(?:one|two|three|\d)|[-'])",
        _weekday_next,
        clue.WEEKDAY,
        clues.words("week"),
    ),
    # Friday mornings · Mondays
    rule(
        rf"\b(?P<day>{WEEKDAY})\s(?P<plural>mornings|afternoons|evenings|nights)\b"
        r"(?P<shift>(?!))?",
        _weekday,
        clue.WEEKDAY,
        clue.PART_OF_DAY,
    ),
    rule(
        rf"\b(?:(?P<shift>(?:the\s)?(?:this\s(?:past|coming)|last|this|next|past|coming|"
        rf"upcoming|prior|previous)|the\s(?:following|same))\s)?(?P<day>{WEEKDAY})(?P<plural>s)?(?!\w)",
        _weekday,
        clue.WEEKDAY,
    ),
)
