"""Where quotation marks open and close in folded text. PURE.

Printed quotation is untidy: a mark is missing, stands after a stray space or is glued
on both sides. White space around the mark decides first, then whether a quotation is
open; nothing here raises, and an unclosed quotation ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claims.facets.parsed import Span

# A doubled single quote is an old newsroom way of typing a double one.
_MARK = re.compile(r'"|\'\'')
# Single quotes count as quotation only as a pair that an apostrophe cannot make.
_SINGLE = re.compile(r"(?<![\w'])'(?=[\w$])(?P<in>[^'\"]*(?:\w'\w[^'\"]*)*)'(?![\w'])")
_BEFORE_OPENING = frozenset(" ([-—/")


def marks(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, opens) of every double mark, left to right."""
    is_open = False
    for match in _MARK.finditer(text):
        opens = _opens(text, match.start(), match.end(), is_open=is_open)
        yield match.start(), match.end(), opens
        is_open = opens


def _opens(text: str, start: int, end: int, *, is_open: bool) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    free_left, free_right = (
        before in _BEFORE_OPENING,
        not (after.isalnum() or after in "$'[(…"),
    )
    if free_left and not free_right:
        return True
    if not free_left and free_right:
        return False
    return not is_open


def opens_at(text: str, position: int) -> bool:
    """True when the mark at this position opens a quotation."""
    return any(start == position and opens for start, _, opens in marks(text))


def quoted(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the quotations of one paragraph, marks included."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for start, end, opens in marks(text):
        if opens:
            opened = start if opened is None else opened
        elif opened is not None:
            found.append((opened, end))
            opened = None
        elif not found:
            found.append((0, end))  # opened in a paragraph before
    if opened is not None:
        found.append((opened, len(text)))
    if not found:
        found = [match.span() for match in _SINGLE.finditer(text)]
    return found


def within(sent: Span, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Indices of the sentence's tokens that start in one of the document's spans."""
    start, end = sent.start_char, sent.end_char
    near = [(a, b) for a, b in spans if a < end and start < b]
    return (
        {t.i for t in sent if any(a <= t.idx < b for a, b in near)} if near else set()
    )


def inside(spans: list[tuple[int, int]], position: int) -> bool:
    """True when the position lies within one of the spans."""
    return any(start <= position < end for start, end in spans)
