"""Which words a text holds, so that a pattern runs only where it can match. PURE.

A text is cut once into its runs of letters; whoever looks for something names the words
without which it cannot be there. Most sentences hold few such words or none, and
looking words up in a set costs far less than searching.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

Clues = frozenset[str]

# Marks among the words of a text: it holds a digit, four digits in a row, a digit
# behind an apostrophe, the sign of a fraction.
DIGIT, FOUR_DIGITS, SHORT_YEAR, FRACTION = "0", "0000", "'0", "½"
# Between two digits; dashes are all hyphens.
COLON, SLASH, POINT, HYPHEN = ":", "/", ".", "-"
# Texts whose words are kept: all kinds read one sentence before the next is read.
_CACHE_SIZE = 64
_RUN = re.compile(r"[a-z]+")
_ANY_DIGIT, _ANY_YEAR = re.compile(r"\d"), re.compile(r"\d{4}")
_ANY_SHORT_YEAR, _ANY_FRACTION = re.compile(r"['‘’]\d"), re.compile("[½¼¾]")
_JOINED = re.compile(r"\d([:/.\-–—‑−])(?=\d)")
_MARKS = {COLON, SLASH, POINT}


@lru_cache(maxsize=_CACHE_SIZE)
def clues(text: str) -> Clues:
    """The lower-case words of a text, and marks for digits and what joins them."""
    found = set(_RUN.findall(text.lower()))
    if _ANY_FRACTION.search(text):
        found.add(FRACTION)
    if _ANY_DIGIT.search(text):
        found.add(DIGIT)
        if _ANY_YEAR.search(text):
            found.add(FOUR_DIGITS)
        if _ANY_SHORT_YEAR.search(text):
            found.add(SHORT_YEAR)
        joints = set(_JOINED.findall(text))
        found |= joints & _MARKS
        if joints - _MARKS:
            found.add(HYPHEN)
    return frozenset(found)


def words(text: str) -> Clues:
    """The words themselves as clues; they are written in lower case, without signs."""
    return frozenset(text.split())


def runs(names: Iterable[str]) -> Clues:
    """The runs of letters in names of several words or with hyphens and signs."""
    return frozenset(run for name in names for run in _RUN.findall(name.lower()))


def heads(names: Iterable[str]) -> Clues:
    """The longest run of letters of each name of several words: a clue seldom met.

    ValueError for a name without any letter from a to z.
    """
    return frozenset(max(_RUN.findall(name.lower()), key=len) for name in names)


def others(names: Iterable[str]) -> Clues:
    """Of each name its first run of letters that is not its head, if it has one."""
    cut = [_RUN.findall(name.lower()) for name in names]
    return frozenset(
        next((run for run in found if run != max(found, key=len)), found[0])
        for found in cut
    )
