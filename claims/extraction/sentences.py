"""Sentences of a parsed block: the parser's boundaries, repaired. PURE.

The parser reads news well but breaks after bracketed names and commas, and before the
weekday that follows "p.m."; it leaves quotation marks on the wrong side. A boundary
stands only where a sentence can end; where a full stop is its own token and a capital
follows, one is set. Every sentence of a quotation is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.extraction.quotes import marks
from claims.facets.parsed import Doc, Span, Token
from claims.lexicon.reporting import SAYING

TAG = 3  # tokens within which the verb follows in "Jan Olin asked"
LONGEST = 400  # tokens; the longest of 2,733 sentences of 362 news texts has 145 words
MIN_WORDS = 3  # words; a shorter piece without a verb belongs to its neighbour

SPEAKING = SAYING | {"ask", "wonder"}
_CLOSERS = frozenset(")]}'")
_STOPS = frozenset(".!?…")
_ENDS = re.compile(r"[.!?…]+$")
# After these a full stop is part of the word when the next word goes on with the name,
# the time or the number.
_ABBREVIATION = re.compile(
    r"^(?:mr|mrs|ms|dr|prof|sen|rep|gov|lt|col|gen|sgt|capt|st|jr|sr|no|vs|fig|rev|hon"
    r"|messrs|adm|maj|pres|supt|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$",
    re.I,
)
_INITIALS = re.compile(r"^(?:[A-Za-z]\.){1,4}$")
_CLOCK = re.compile(r"^[ap]\.?m\.?$", re.I)
_AFTER_CLOCK = re.compile(
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:local|et|est|edt|pt|pst|pdt|ct|cst|gmt"
    r"|utc|bst|cet|kst|jst|eastern|pacific|central|on|in|to|at|until|and|or)\b",
    re.I,
)
# "at 11 p.m. New York time"
_TIME_THERE = re.compile(r"(?:[A-Z][a-z]+ ){1,2}[Tt]ime\b")
# What follows the initials of a country or body as part of its name.
_AFTER_INITIALS = re.compile(
    r"^(?:secretary|president|ambassador|senator|senate|house|congress|supreme|district"
    r"|department|treasury|commerce|trade|state|army|navy|air|attorney|representative|rep"
    r"|sen|vice|special|federal|food|steel|security|general|court|dollar|bureau|census"
    r"|marine|coast|officials?|representatives?|government|companies)\b",
    re.I,
)


def sentences(doc: Doc) -> list[Span]:
    """The sentences of the block in order, none starting or ending with white space."""
    if not len(doc):
        return []
    opening, closing = _quote_tokens(doc)
    starts = [
        i
        for i in range(1, len(doc))
        if (doc[i].is_sent_start or doc[i - 1].text[-1] in _STOPS)
        and _is_start(doc, _left(doc, i, closing, opening), i, closing)
    ]
    starts = sorted({_moved(doc, i, opening, closing) for i in starts} - {0, len(doc)})
    edges = [0, *starts, len(doc)]
    pieces = [
        piece
        for piece in (_trim(doc, a, b) for a, b in pairwise(edges))
        if piece[0] < piece[1]
    ]
    whole = _merge_fragments(doc, pieces)
    return [doc.span(*part) for piece in whole for part in _bounded(doc, *piece)]


def _bounded(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece in parts of LONGEST tokens: one that is longer is a list or a table."""
    for at in range(start, end, LONGEST):
        part = _trim(doc, at, min(at + LONGEST, end))
        if part[0] < part[1]:
            yield part


def _quote_tokens(doc: Doc) -> tuple[set[int], set[int]]:
    """Indices of the tokens that open and that close a quotation."""
    at = {start: opens for start, _, opens in marks(doc.text)}
    if not at:
        return set(), set()
    opening = {token.i for token in doc if at.get(token.idx) is True}
    return opening, {token.i for token in doc if at.get(token.idx) is False}


def _left(doc: Doc, i: int, closing: set[int], opening: set[int]) -> int:
    """Index of the last word or stop before i, past spaces, brackets and marks."""
    j = i - 1
    while j > 0 and (
        doc[j].is_space or doc[j].text in _CLOSERS or j in closing | opening
    ):
        j -= 1
    return j


def _is_start(doc: Doc, left: int, i: int, closing: set[int]) -> bool:
    """True when a sentence starts at token i."""
    token, before = doc[i], doc[left]
    if token.is_space or i in closing or not _ENDS.search(before.text):
        return False
    if token.text[0].islower() or _continues(before, token):
        return False
    if before.text in {"?", "!"} and left < i - 1 and _tags(doc, i):
        return False
    if token.is_sent_start or _CLOCK.match(before.text):
        return bool(token.is_sent_start) or _capital(token)
    return _own_stop(doc, left) and left == i - 1 and _capital(token)


def _continues(before: Token, token: Token) -> bool:
    """True when the full stop belongs to the word before and the phrase goes on."""
    word = before.text
    if _ABBREVIATION.match(word):
        return not token.is_punct and not token.is_quote
    if _CLOCK.match(word):
        # "at 5 p.m. Monday." goes on, "at 5 p.m. Monday was quiet." does not.
        subject = token.i + 1 < len(token.doc) and token.nbor().pos_ in {"VERB", "AUX"}
        after = _AFTER_CLOCK.match(token.text) and not subject
        return bool(after or _TIME_THERE.match(token.doc.text, token.idx))
    if _INITIALS.match(word):
        person = len(word) == 2 and before.ent_iob_ != "O"
        return person or bool(_AFTER_INITIALS.match(token.text))
    return False


def _tags(doc: Doc, i: int) -> bool:
    """True when token i starts the tag of a quotation: '"Why?" Olin asked.'"""
    return any(t.lemma in SPEAKING for t in doc[i + 1 : i + 1 + TAG])


def _own_stop(doc: Doc, left: int) -> bool:
    """True when the stop is a token of its own after a whole word."""
    if doc[left].text not in {".", "!", "?"} or left == 0:
        return False
    before = doc[left - 1]
    return len(before.text) > 1 and not before.whitespace_


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and bool(token.nbor(-1).whitespace_)


def _moved(doc: Doc, i: int, opening: set[int], closing: set[int]) -> int:
    """The boundary with quotation marks and brackets on their own side."""
    while i > 0 and (i - 1 in opening or doc[i - 1].text in {"(", "["}):
        i -= 1
    while i < len(doc) and (
        i in closing or doc[i].text in {")", "]"} or doc[i].is_space
    ):
        i += 1
    return i


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    return start, end


def _merge_fragments(
    doc: Doc, pieces: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pieces too small to say anything, put to the sentence before or after."""
    merged: list[tuple[int, int]] = []
    pending: int | None = None
    for start, end in pieces:
        start = start if pending is None else pending
        pending = None
        if not _is_fragment(doc[start:end]):
            merged.append((start, end))
        elif merged:
            merged[-1] = (merged[-1][0], end)
        else:
            pending = start
    if pending is not None:
        merged.append((pending, pieces[-1][1]))
    return merged


def _is_fragment(piece: Sequence[Token]) -> bool:
    words = [token for token in piece if token.is_alpha or token.like_num]
    return len(words) < MIN_WORDS and not any(t.pos_ in {"VERB", "AUX"} for t in words)
