"""What "two days after" counts from, where an event stands between it and a date. PURE.

"Two days after the June 5 vote", "two days after the ministry said on 9 June that": the
date of the clause behind. It is not the clause's where another clause has begun: "after
she told police that her house was searched on 9 June". With no date behind, "two days
after the announcement" counts from the last day told before its sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.facets.date_terms import Form, Term, alternatives
from claims.lexicon.reporting import ACT_NOUNS

# Characters after "four days after" within which a date is taken as its anchor.
EVENT_REACH = 100

_ONE_CLAUSE = re.compile(r"^(?!.*\b(?:and|but|when|who|which)\b)[^,.;:!?]*$")
_REPORTED = re.compile(
    r"\b(?:said|says|told|announced|reported|declared|stated|confirmed|revealed)\b"
)
# Behind a reporting verb these begin what was reported, which has a date of its own.
_WHAT_WAS_SAID = re.compile(
    r"\b(?:that|whether|how|why|it|he|she|they|we|there|would|will|could|can|may|might"
    r"|should|must|had|has|have|was|were|is|are|to)\b"
)
# What may stand behind "said" before its date: to whom, and when.
_AT_ONCE = re.compile(
    r"\s+(?:(?:so|this)\s+)?(?:(?:early|late|later|earlier)\s+)?"
    r"(?:(?:on|in|at|during)\s+)?(?:the\s+)?"
)
_TOLD_BEFORE = re.compile(
    rf"\s(?:the\s{alternatives(ACT_NOUNS)}|(?:that|this)\s[a-z]+"
    r"|(?:the\s[a-z]+|it|he|she|they)\s(?:said|did)\sso)\b(?!\s(?:of|by|from|that|to)\b|-)"
)


def anchors(gap: str) -> bool:
    """Whether a date behind the words is the day of the event that they tell."""
    if len(gap) > EVENT_REACH or not _ONE_CLAUSE.match(gap):
        return False
    verb = _REPORTED.search(gap)
    if verb is None:
        return True
    behind = gap[verb.end() :]
    if verb[0] in ("said", "says", "stated"):
        return _AT_ONCE.fullmatch(behind) is not None
    return not _WHAT_WAS_SAID.search(behind) and not _REPORTED.search(behind)


def of_a_sentence_before(term: Term, text: str) -> Term:
    """Two days after the announcement, which a sentence before has dated."""
    if term.form is not Form.OFFSET or term.base != "event" or term.first is not None:
        return term
    told = _TOLD_BEFORE.match(text, term.end)
    return replace(term, base="before") if told else term
