"""Whether the words around a date look back or ahead. PURE.

"Ministers met in July" and "will meet in July" are a year apart. The nearest cue wins:
first those before the date in its sentence, then those behind it. Cues are lexical; a
participle after "be" ("will be held Monday") tells no time of its own.
"""

from __future__ import annotations

import re
from enum import Enum

from claims.facets.date_terms import alternatives
from claims.lexicon.calendar import FUTURE_CUES, PAST_CUES

# Characters on either side that are read for a cue.
REACH = 120


class Lean(Enum):
    """Which way the sentence looks from its publication day."""

    PAST = "past"
    NONE = "none"
    FUTURE = "future"


_CUE = re.compile(
    rf"\b(?P<future>{alternatives(FUTURE_CUES)})\b"
    rf"|(?<!\bbe\s)(?<!\bto\s)\b(?P<past>{alternatives(PAST_CUES)}|[a-z]{{2,}}ed)\b"
    r"|\b(?P<to>to\s(?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|this\b|that\b)"
    r"[a-z]{3,})\b(?<!ing)",
)
_BREAK = re.compile(r"[.!?;](?=\s)|\n")
_HELD_BACK = re.compile(
    r"\b(?:was|were|had\sbeen)\s(?:\w+\s)?(?:to|expected|due|set)\b", re.IGNORECASE
)
_BY = re.compile(r"\b(?:by|until|till|as\s(?:early|soon|late)\sas)\s(?:the\s)?$")
_INVARIANT = frozenset({"set", "put", "read", "shut", "hit"})
_FINITE_TO = frozenset({"to be", "to date"})


def lean(text: str, start: int, end: int) -> Lean:
    """The lean of the words around text[start:end]."""
    low, high = max(0, start - REACH), end + REACH
    before = text[low:start]
    cut = [m.end() for m in _BREAK.finditer(before)]
    before = before[cut[-1] :] if cut else before
    if _BY.search(before):
        return Lean.FUTURE
    cues = list(_CUE.finditer(before))
    if cues:
        return _of(cues[-1], before)
    after = text[end:high]
    stop = _BREAK.search(after)
    after = after[: stop.start()] if stop else after
    cue = _CUE.search(after)
    return _of(cue, after) if cue else Lean.NONE


def _of(cue: re.Match[str], text: str) -> Lean:
    if cue["past"]:
        return Lean.PAST
    if cue["to"]:
        # "vowed to sign", "came to visit": ahead only when nothing past governs it
        head = text[: cue.start()]
        earlier = list(_CUE.finditer(head))
        if earlier and earlier[-1]["past"] and not _HELD_BACK.search(head):
            return Lean.NONE
    return Lean.FUTURE
