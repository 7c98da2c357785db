"""Cutting a stored text into blocks: headline, body or page furniture. PURE.

A blank line always ends a block. A single line break does, unless the lines are one
paragraph wrapped to a width: then the next line goes on in lower case, or the paragraph
shows that width (its lines end where the next word would not have fitted). A full stop
that is glued to the next sentence ends a block as well; offsets never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from claims.extraction.fold import fold, mend
from claims.extraction.furniture import label_lines
from claims.extraction.quotes import opens_at

BlockKind = Literal["headline", "body", "furniture"]

MAX_WRAP = 120  # characters; wider lines are paragraphs, not wrapped text
LONGEST_BLOCK = 20_000  # characters; the parser's time and memory grow with a block
MIN_WRAP = 40  # characters; nobody wraps prose narrower
MIN_LINE_WORDS = 4  # words; a shorter line is a button, not the start of a wrapped one
MIN_WRAP_SHARE = 0.3  # share of following lines in lower case that shows wrapping

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+|\r\n|[\r\n\v\f\x85\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:][\"')\]]*$")
# A line that ends with a comma, or in the middle of its second sentence.
_CUT_OFF = re.compile(r",$|[a-z][.!?][\"')]* ?[\"'(]?[A-Z][^.!?…:]*\w$")
# "matter.Olin", 'day."The', "rose 5%.It", 'deal".The': two lower-case letters (or a
# digit, sign or bracket) before the stop keep "U.S.", "v.Smith" and initials together.
_GLUED = re.compile(
    r"""[.!?](?:(?<=[a-z][a-z].)|(?<=[\d%)\]"].))(?P<quote>["']*)"""
    r"""(?=["']?[A-Z](?:[a-z' ]))"""
)
_ADDRESS = re.compile(r"://|www\.|@|#|\.(?:com|org|net|gov|edu)\b", re.I)
LONGEST_ADDRESS = 200  # characters each side; bounds the work on text without spaces


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the stored text, without surrounding whitespace.

    paragraph numbers the printed paragraph; blocks split at a glued full stop share it.
    """

    start: int
    end: int
    kind: BlockKind
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str  # folded, without surrounding whitespace


def blocks(text: str, *, title: str = "", all_sentences: bool = False) -> list[Block]:
    """The blocks of a text in order; furniture is labelled, never left out.

    title, when it is known, is recognised as the headline. With all_sentences nothing
    is called furniture.
    """
    folded = fold(text)
    pieces = [piece for group in _paragraphs(text, folded) for piece in _joined(group)]
    labels = label_lines([folded[a:b] for a, b in pieces], title=fold(title).strip())
    found: list[Block] = []
    for number, ((start, end), label) in enumerate(zip(pieces, labels, strict=True)):
        kind = "body" if all_sentences and label == "furniture" else label
        found.extend(
            Block(a, b, kind, number)
            for part in _split_glued(folded, start, end)
            for a, b in _capped(folded, *part)
        )
    return found


def _lines(text: str, folded: str) -> Iterator[_Line | None]:
    """Every line of the text; None for a line break."""
    for match in _LINE.finditer(text):
        if match[0][0] in "\r\n\v\f\x85\u2028\u2029":
            yield None
            continue
        start, end = _trimmed(folded, match.start(), match.end())
        if start < end:
            yield _Line(start, end, folded[start:end])


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    piece = folded[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + max(left, len(piece.rstrip()))


def _paragraphs(text: str, folded: str) -> Iterator[list[_Line]]:
    """Runs of lines with exactly one line break between them."""
    run: list[_Line] = []
    for is_break, group in groupby(_lines(text, folded), key=lambda line: line is None):
        members = list(group)
        if is_break:
            if len(members) > 1 and run:
                yield run
                run = []
        else:
            run.extend(line for line in members if line is not None)
    if run:
        yield run


def _joined(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Spans of the lines of one run, wrapped lines put together again."""
    width = max(len(line.text) for line in lines)
    lower = sum(line.text[0].islower() for line in lines[1:])
    share = lower / max(1, len(lines) - 1)
    wrapped = MIN_WRAP <= width <= MAX_WRAP and share >= MIN_WRAP_SHARE
    start = lines[0].start
    for line, following in pairwise(lines):
        if not _goes_on(line, following, width=width if wrapped else 0):
            yield start, line.end
            start = following.start
    yield start, lines[-1].end


def _goes_on(line: _Line, following: _Line, *, width: int) -> bool:
    runs_on = following.text[0].islower() and not _ENDED.search(line.text)
    if runs_on and len(line.text.split()) >= MIN_LINE_WORDS:
        return True
    if _CUT_OFF.search(line.text):
        return True
    first_word = following.text.split(maxsplit=1)[0]
    return bool(width) and len(line.text) + 1 + len(first_word) > width


def _split_glued(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span cut wherever a full stop is glued to the next sentence."""
    piece = mend(folded[start:end])
    cut = 0
    for match in _GLUED.finditer(piece):
        if _in_address(piece, match.start()):
            continue
        # A mark glued on both sides opens the next sentence when nothing is open.
        opens = bool(match["quote"]) and opens_at(piece, match.start("quote"))
        at = match.start("quote") if opens else match.end()
        yield start + cut, start + at
        cut = at
    yield start + cut, end


def _capped(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in parts that a parser can hold, cut at a space where there is one."""
    while end - start > LONGEST_BLOCK:
        space = folded.rfind(" ", start, start + LONGEST_BLOCK)
        cut = space if space > start else start + LONGEST_BLOCK
        yield _trimmed(folded, start, cut)
        start = _trimmed(folded, cut, end)[0]
    if start < end:
        yield start, end


def _in_address(piece: str, at: int) -> bool:
    """True when the character stands in a web address, a handle or a tag."""
    left = piece.rfind(" ", max(0, at - LONGEST_ADDRESS), at) + 1
    right = piece.find(" ", at, at + LONGEST_ADDRESS)
    word = piece[max(left, at - LONGEST_ADDRESS) : right if right > 0 else None]
    return bool(_ADDRESS.search(word[: 2 * LONGEST_ADDRESS]))
