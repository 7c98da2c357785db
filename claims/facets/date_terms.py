"""Terms: what the grammar reads off the page before anything is resolved. PURE.

A Term says which words stand where and what they name ("the last week", "June 5",
"four days after"); facets.date_combine joins neighbours and facets.date_resolve turns
terms into periods.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from claims.facets.clues import Clues

# How the TIMEX3 value of a weekday begins whose week is not told: "every Monday".
OF_A_WEEK = "XXXX-WXX-"


class Form(Enum):
    """What a term names, and so how it is resolved."""

    CALENDAR = auto()  # year, month, day, weekday, quarter, half, season, holiday
    ERA = auto()  # a decade or century
    SHIFT = auto()  # a unit counted from now: today, last week, this year
    WEEK_OF = auto()  # the week of June 9, the first week of July
    OFFSET = auto()  # so many units before or after something
    ANAPHOR = auto()  # a unit counted from the last date told: the next day
    REFERENCE = auto()  # now, recently, soon
    SET = auto()  # every day
    SPAN = auto()  # the past two months: a duration that ends or begins now
    DURATION = auto()
    CLOCK = auto()
    PART = auto()  # a part of a day without its day: in the morning
    RANGE = auto()


@dataclass(frozen=True, slots=True)
class Term:
    """One expression, unresolved. Unset fields are None, 0 or empty.

    shift    -1 last, 0 this, 1 next; for an OFFSET -1 before, 1 after; None = bare
    base     what an OFFSET counts from: "now", "told" (the last date), "event", or
             "before" (the last day of the sentences before)
    part     early, mid or late; daypart is a TIMEX3 code (MO, AF, EV, NI)
    first, last   the ends of a RANGE; first is the anchor of an OFFSET as well, and
             what a WEEK_OF is a week of
    week     its number there, -1 the last, 0 the one that holds the day
    clock    24-hour time, "10:00", or a range of them, "10:00/15:00"
    """

    start: int
    end: int
    form: Form
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str = ""
    holiday: str = ""
    week: int | None = None
    unit: str = ""
    shift: int | None = None
    base: str = ""
    count: Decimal | None = None
    count_high: Decimal | None = None
    seconds: Decimal | None = None
    seconds_high: Decimal | None = None
    timex: str = ""
    part: str = ""
    daypart: str = ""
    clock: str = ""
    zone: str = ""
    fiscal: bool = False
    first: Term | None = None
    last: Term | None = None


Build = Callable[[re.Match[str]], "Term | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match becomes; None means the words are no date."""

    pattern: re.Pattern[str]
    build: Build
    needs: tuple[Clues, ...]


def rule(pattern: str, build: Build, *needs: Clues) -> Rule:
    """A rule; of each set of needs (facets.clues) a text must hold a word.

    The first set should be the rarest: it is what a text's rules are looked up by.
    """
    return Rule(re.compile(pattern, re.IGNORECASE), build, needs)


def alternatives(words: object) -> str:
    """A regular expression of the words, longest first."""
    ordered = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"
