"""Whether the words around a date look back or ahead. PURE.

"Ministers met in July" and "will meet in July" are a year apart. The nearest cue wins:
first those before the date in its sentence, then those behind it. Cues are lexical; a
participle after "be" ("will be held Monday") tells no time of its own. A lean is strong
when it holds for a bare weekday too: "would" and "may" do not ("officials said Monday
they would resign").
"""

from __future__ import annotations

import re
from enum import Enum

from claims.facets.date_terms import alternatives
from claims.lexicon.tense import FUTURE_CUES, PAST_CUES, STRONG_FUTURE_CUES

# Characters on either side that are read for a cue.
REACH = 120


class Lean(Enum):
    """Which way the sentence looks from its publication day."""

    PAST = "past"
    NONE = "none"
    FUTURE = "future"


_CUE = re.compile(
    rf"\b(?:(?P<strong>{alternatives(STRONG_FUTURE_CUES)})\b"
    rf"|(?P<weak>{alternatives(FUTURE_CUES)})\b"
    rf"|(?<!\bbe\s)(?<!\bto\s)(?P<past>{alternatives(PAST_CUES)}|[a-z]{{2,}}ed)\b"
    r"|(?P<to>to\s(?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|this\b|that\b|date\b)"
    r"[a-z]{3,})\b(?<!ing))",
)
# A quotation looks from its own time: "met on the 9th, 'We expect …'".
_BREAK = re.compile(r"[.!?;](?=\s)|\n|\"|``|''")
_BY = re.compile(r"\b(?:by|until|till|as\s(?:early|soon|late)\sas)\s(?:the\s)?$")
_PAST_PERFECT = re.compile(r"\bhad\s(?:been\s)?\w+(?:ed|en|n|t)\b")
_WAS = re.compile(r"\b(?:had(?:\sbeen)?|was|were)\s(?:\w+\s)?$")
_THE = re.compile(r"\b(?:an?|the|its|their|his|her)\s$", re.IGNORECASE)
_THING = re.compile(
    r"\s(?!in|on|at|of|to|and|or|as|when|after|before|with|for|from|by|is|was|will|has)"
    r"[a-z]+\b"
)
_POSSESSIVE = re.compile(r"'s?\s")


def lean(text: str, start: int, end: int) -> tuple[Lean, bool]:
    """The lean of the words around text[start:end], and whether it is strong."""
    low, high = max(0, start - REACH), end + REACH
    before = text[low:start]
    cut = [m.end() for m in _BREAK.finditer(before)]
    before = before[cut[-1] :] if cut else before
    if _BY.search(before):
        return Lean.FUTURE, not _PAST_PERFECT.search(before)
    cues = list(_CUE.finditer(before))
    if cues:
        return _of(cues)
    after = text[end:high]
    if _POSSESSIVE.match(after):
        return Lean.NONE, False
    stop = _BREAK.search(after)
    cue = _CUE.search(after[: stop.start()] if stop else after)
    return _of([cue]) if cue else (Lean.NONE, False)


def of_a_thing(text: str, start: int, end: int) -> bool:
    """ "A June agreement", "the late-November trip": the date tells which one."""
    named = _THE.search(text[:start]) or text[start : start + 4].lower() == "the "
    return bool(named and _THING.match(text, end))


def _told_of_the_past(cue: re.Match[str] | None) -> bool:
    """ "Had been due to expire", "were expected to arrive": ahead of a day gone by."""
    return cue is not None and bool(_WAS.search(cue.string[: cue.start()]))


def _of(cues: list[re.Match[str]]) -> tuple[Lean, bool]:
    last = cues[-1]
    if last["past"]:
        return Lean.PAST, True
    if last["to"]:
        # "came to visit", "vowed to sign": a past verb governs it
        governor = cues[-2] if len(cues) > 1 else None
        if governor is not None and governor["past"]:
            return Lean.NONE, False
        strong = governor is not None and bool(governor["strong"])
        return Lean.FUTURE, strong and not _told_of_the_past(governor)
    return Lean.FUTURE, bool(last["strong"])
