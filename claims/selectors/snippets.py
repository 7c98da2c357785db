"""The part of a text in which words were found, with the words marked.

Made here and not by the database: both mark alike, and what is marked is what was
printed, cut at words, never rewritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.store.query import WORD, fold

if TYPE_CHECKING:
    from claims.store.query import Query, Term

# Words of a text that are shown around what was found: two lines of a page.
WORDS_SHOWN = 30
# Words in front of the first mark.
WORDS_AHEAD = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text as printed."""

    text: str
    marked: bool = False


def snippet(text: str, query: Query) -> tuple[Piece, ...]:
    """Pieces of the text around the first mark; an ellipsis where it is cut."""
    spans = [(match.start(), match.end()) for match in WORD.finditer(text)]
    folded = [fold(text[start:end]) for start, end in spans]
    marked = sorted({at for term in query.terms for at in _places(folded, term)})
    first = max(0, (marked[0] if marked else 0) - WORDS_AHEAD)
    last = min(len(spans), first + WORDS_SHOWN)
    if not spans:
        return (Piece(text),)
    begin = spans[first][0] if first else 0
    end = spans[last - 1][1] if last < len(spans) else len(text)
    pieces = [Piece("… ")] if first else []
    at = begin
    for place in (place for place in marked if first <= place < last):
        start, stop = spans[place]
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:stop], marked=True))
        at = stop
    if end > at:
        pieces.append(Piece(text[at:end]))
    if last < len(spans):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _places(words: list[str], term: Term) -> list[int]:
    """The numbers of the words that a term finds."""
    size = len(term.words)
    found: list[int] = []
    for at in range(len(words) - size + 1):
        *ahead, last = words[at : at + size]
        begins = last.startswith(term.words[-1]) if term.prefix else False
        if ahead == list(term.words[:-1]) and (begins or last == term.words[-1]):
            found += range(at, at + size)
    return found
