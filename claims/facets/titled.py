"""Offices in front of a name, inside a run of capitals or right before it. PURE.

"Finance Minister Jane Roe", "former minister Jane Roe", "Secretary of Trade Jane Roe",
"Trade Representative (TR) Jane Roe". An office may also be the end of a run and
have nobody behind it.
"""

from __future__ import annotations

from functools import lru_cache

from claims.facets.parsed import Doc, Span
from claims.lexicon import titles
from claims.lexicon.forenames import FORENAMES

# Words of a name behind "Secretary of Trade" when neither the model nor a forename
# tells where it begins.
NAME_WORDS = 2
# Tokens of an office's short form in brackets between it and the name: "( TR )".
BRACKET = 3
# Words of which is remembered whether they are offices: those of some hundred articles.
REMEMBERED = 1 << 14


@lru_cache(maxsize=REMEMBERED)
def is_title_word(word: str) -> bool:
    """Whether the word is an office or a form of address on its own."""
    lower = word.lower()
    return (
        lower in titles.HEADS
        or lower in titles.HONORIFICS
        or lower in titles.ABBREVIATIONS
        or word in titles.ROLES
    )


def office_before(sent: Span, start: int, end: int) -> tuple[int, int]:
    """(first token of the office, first token of the name) for a run [start, end).

    Without an office both are start; one that ends the run gives end as the second.
    """
    doc = sent.doc
    after = start
    for i in range(start, end):
        if i > after and doc[after].lower_ in FORENAMES:
            break  # "Dr. Martin King": behind a forename an office is a surname
        if is_title_word(doc[i].text) and not (i > start and after == i - 1 > start):
            after = i + 1
    if after > start:
        return _leftwards(sent, start), _past_of(doc, after, end)
    first = _leftwards(sent, start)
    if first < start and is_title_word(doc[start - 1].text):
        return first, start
    return _bracketed(sent, start), start


def _leftwards(sent: Span, i: int) -> int:
    """Over modifiers in lower case: "former deputy | finance minister"."""
    while i > sent.start and is_title_part(sent.doc[i - 1].text):
        i -= 1
    return i


@lru_cache(maxsize=REMEMBERED)
def is_title_part(word: str) -> bool:
    """Whether the word may stand inside an office: "deputy", "finance", "minister"."""
    lower = word.lower()
    return (
        lower in titles.MODIFIERS
        or lower in titles.FORMER
        or (lower == word and is_title_word(word))
    )


def _past_of(doc: Doc, after: int, end: int) -> int:
    """ "Secretary of Trade | Jane Roe": the field belongs to the office."""
    if after >= end or doc[after].lower_ not in ("of", "for"):
        return after
    for i in range(after + 1, end):
        if doc[i].ent_type_ == "PERSON" or doc[i].lower_ in FORENAMES:
            return i
    return end - NAME_WORDS if end - after > NAME_WORDS + 1 else end


def _bracketed(sent: Span, start: int) -> int:
    """ "Trade Representative (TR) Jane Roe"."""
    doc = sent.doc
    last = start - BRACKET - 1
    if last < sent.start or doc[start - 1].text != ")" or doc[start - 3].text != "(":
        return start
    if not is_title_word(doc[last].text):
        return start
    first = last
    while first > sent.start and doc[first - 1].text[:1].isupper():
        first -= 1
    return first


def before_office(doc: Doc, start: int, after: int) -> int:
    """Where the office's own words begin: "Brask Motors | Chief Executive"."""
    i = after
    while i > start and doc[i - 1].lower_ not in titles.HEADS:
        i -= 1  # over "of Trade"
    i = i or after
    while i > start and (
        is_title_part(doc[i - 1].text) or is_title_word(doc[i - 1].text)
    ):
        i -= 1
    return i
