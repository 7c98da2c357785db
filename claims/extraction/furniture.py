"""Which lines of a pasted page are headline, story or furniture. PURE.

Patterns of claims.lexicon.furniture decide on a line by itself. What they leave is
judged by its place: an unfinished line is a headline when story follows it, and part of
a list of other stories when a list heading stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from claims.lexicon import furniture as lexicon

Label = Literal["headline", "body", "furniture"]

MAX_HEADLINE_WORDS = 28  # words; longer unfinished lines are story cut off
MIN_HEADLINE_WORDS = 3  # words; shorter unfinished lines are buttons and section names
MIN_STORY_WORDS = 8  # words; a finished line this long ends a list of other stories
TITLE_CASE_SHARE = 0.6  # share of capitalised long words that marks a linked headline
TRAILING_STORY_LINES = 3  # story lines before title-cased last lines are called links

# Those that begin a line are not tried at each of its letters.
_AT_START = re.compile(
    "|".join(f"(?:{p})" for p in lexicon.ANYWHERE if p.startswith("^")), re.I
)
_ANYWHERE = re.compile(
    "|".join(f"(?:{p})" for p in lexicon.ANYWHERE if not p.startswith("^")), re.I
)
_SHORT = re.compile("|".join(f"(?:{p})" for p in lexicon.SHORT), re.I)
_SELF = re.compile("|".join(f"(?:{p})" for p in lexicon.SELF_DESCRIPTION))
_CAPTION = re.compile(lexicon.CAPTION, re.I)
_BYLINE = re.compile(lexicon.BYLINE)
_LIST_HEADING = re.compile(lexicon.LIST_HEADINGS, re.I)
_FINISHED = re.compile(r"[.!?…:;,][\"')\]]*$")
_LATIN = re.compile(r"[A-Za-z]")
# A machine's name for a picture; nothing but signs; "A A A", the sizes of the letters.
_IDENTIFIER = re.compile(r"\w*[a-z]_\w+$|\W*$|(?:[A-Za-z]\W+)+[A-Za-z]$")
# A text that is nothing but a figure: "100%".
_FIGURE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*")
_WORD = re.compile(r"[A-Za-z][\w'-]*")


def label_lines(lines: Sequence[str], *, title: str = "") -> list[Label]:
    """One label a folded, trimmed line, in order."""
    if len(lines) == 1 and _FIGURE.fullmatch(lines[0]):
        return ["headline"]
    first = [_alone(line, title) for line in lines]
    return _cut_tail(lines, _in_place(lines, first))


def _alone(line: str, title: str) -> Label:
    """What the line is by its own words."""
    if title and line.casefold() == title.casefold():
        return "headline"
    if is_furniture(line):
        return "furniture"
    if _FINISHED.search(line) or _words(line) > MAX_HEADLINE_WORDS:
        return "body"
    return "headline"


def is_furniture(line: str) -> bool:
    """True when a folded line, or a sentence of a page in one line, is furniture."""
    if not _LATIN.search(line) or _IDENTIFIER.match(line):
        return True
    count = _words(line)
    if count > lexicon.LONG_WORDS:
        return False
    if _AT_START.match(line) or _ANYWHERE.search(line):
        return True
    if count <= lexicon.SHORT_WORDS and _is_credit(line):
        return True
    if _SELF.search(line) and '"' not in line:
        return True
    buttons = all(
        word.lower() in lexicon.NAVIGATION_WORDS for word in _WORD.findall(line)
    )
    return buttons and not _FINISHED.search(line)


def _is_credit(line: str) -> bool:
    if _SHORT.search(line) or _BYLINE.search(line):
        return True
    return bool(_CAPTION.search(line)) and not _FINISHED.search(line)


def _in_place(lines: Sequence[str], labels: list[Label]) -> list[Label]:
    """Lists of other stories and lone words, judged by what stands before them."""
    out: list[Label] = []
    in_list = False
    alone = len(lines) == 1
    for line, label in zip(lines, labels, strict=True):
        unfinished = label == "headline"
        if label == "body" and _words(line) >= MIN_STORY_WORDS:
            in_list = False
        elif unfinished and _LIST_HEADING.search(line) and _words(line) <= 5:
            in_list, label = True, "furniture"
        elif unfinished and (
            in_list or (_words(line) < MIN_HEADLINE_WORDS and not alone)
        ):
            label = "furniture"
        out.append(label)
    return out


def _cut_tail(lines: Sequence[str], labels: list[Label]) -> list[Label]:
    """Title-cased lines after the last story line are links to other stories."""
    story = [index for index, label in enumerate(labels) if label == "body"]
    if len(story) < TRAILING_STORY_LINES:
        return labels
    return [
        "furniture"
        if index > story[-1] and label == "headline" and _title_cased(lines[index])
        else label
        for index, label in enumerate(labels)
    ]


def _title_cased(line: str) -> bool:
    long_words = [word for word in _WORD.findall(line) if len(word) > 3]
    capitals: int = sum(word[0].isupper() for word in long_words)
    return capitals >= TITLE_CASE_SHARE * max(1, len(long_words))


def _words(line: str) -> int:
    return len(line.split())
