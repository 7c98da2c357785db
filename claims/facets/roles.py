"""The offices printed beside a person: before, behind, or joined by "is". PURE.

"finance minister Jane Roe"; "Jane Roe, director of the agency,"; "the director of the
agency, Jane Roe,"; "Jane Roe is the director of the agency".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.facets.offices import office_value
from claims.facets.parsed import Span
from claims.facets.sorting import Piece
from claims.lexicon import titles

# Words between the comma and the head word of an office behind a name, and words that
# may follow the head ("of the Bureau for Fishing Rights and Harbours").
BEFORE_HEAD, BEHIND_HEAD = 7, 12

_ENDS = frozenset({",", ";", ":", ".", "(", ")", '"', "--", "-", "”", "“"})
_LINKS = frozenset({"of", "for", "at", "in", "on", "to", "and", "the", "'s", "'", "&"})
_COPULAS = frozenset({"is", "was", "became", "becomes", "remains"})


@dataclass(frozen=True, slots=True)
class Office:
    """Tokens [start, end) of the document and the normalised words."""

    start: int
    end: int
    value: str


def offices(sent: Span, person: Piece) -> Iterator[Office]:
    """Every office beside the person, at most one for each way of saying it."""
    if person.title_start >= 0:
        yield from _office(sent, person.title_start, person.title_end)
    yield from _behind(sent, person.end)
    yield from _in_front(sent, person.start)


def _office(sent: Span, start: int, end: int) -> Iterator[Office]:
    while start < end and sent.doc[start].lower_ in ("the", "a", "an", "its", "their"):
        start += 1
    if start >= end:
        return
    value = office_value(sent.doc.printed(start, end))
    if value and value != "former":
        yield Office(start, end, value)


def _is_head(word: str) -> bool:
    return word.lower() in titles.HEADS


def _behind(sent: Span, i: int) -> Iterator[Office]:
    doc = sent.doc
    if i >= sent.end or not (doc[i].text in (",", "(") or doc[i].lower_ in _COPULAS):
        return
    start = i + 1
    if start < sent.end and doc[start].lower_ == "and":
        return
    head = _first_head(sent, start)
    if head < 0:
        return
    end = head + 1
    while end < min(sent.end, head + BEHIND_HEAD) and _goes_on(sent, end):
        end += 1
    while end > head + 1 and doc[end - 1].lower_ in _LINKS:
        end -= 1
    yield from _office(sent, start, end)


def _first_head(sent: Span, start: int) -> int:
    """The last of the head words next to each other, e.g. "chief executive"."""
    doc = sent.doc
    for k in range(start, min(sent.end, start + BEFORE_HEAD)):
        token = doc[k]
        if (
            token.text in _ENDS
            or token.pos_ in ("VERB", "AUX")
            or token.lower_ == "who"
        ):
            return -1
        if _is_head(token.text):
            while k + 1 < sent.end and _is_head(doc[k + 1].text):
                k += 1
            return -1 if _names_another(sent, k + 1) else k
        if token.pos_ == "ADP":
            return -1
    return -1


def _names_another(sent: Span, k: int) -> bool:
    """In a list the office is the next one's: "Jane Roe, Trade Secretary Tom Poe"."""
    if k >= sent.end:
        return False
    token = sent.doc[k]
    return token.text == "(" or (token.pos_ == "PROPN" and token.lower_ not in _LINKS)


def _goes_on(sent: Span, k: int) -> bool:
    token = sent.doc[k]
    if token.text in _ENDS or token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
        return False
    if token.lower_ in _LINKS:
        following = sent.doc[k + 1] if k + 1 < sent.end else None
        return following is not None and following.pos_ not in ("VERB", "AUX", "PRON")
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PART", "ADP")


def _in_front(sent: Span, i: int) -> Iterator[Office]:
    """An office up to a comma right before the name."""
    doc = sent.doc
    if i - 1 <= sent.start or doc[i - 1].text != ",":
        return
    start = i - 1
    while start > sent.start and start > i - BEHIND_HEAD:
        token = doc[start - 1]
        if token.text in _ENDS or token.pos_ in ("VERB", "AUX", "SCONJ", "PRON"):
            break
        start -= 1
    heads = [k for k in range(start, i - 1) if _is_head(doc[k].text)]
    if not heads:
        return
    names = [k for k in range(start, heads[0]) if doc[k].ent_type_ == "PERSON"]
    if not names:
        yield from _office(sent, start, i - 1)
