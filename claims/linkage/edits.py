"""Two sentences that are one but for a slot: which words stand against which. PURE.

The words of both are aligned in order; what is replaced, put in or left out is an edit.
Only near-copies are read so: in freely worded sentences the order of words says
nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import Indel

WORD = re.compile(r"[^\W_](?:[\w.,'’&%-]*[\w%])?|[$€£¥]")

# Longest replaced run in words; longer ones are rewording, not a changed value.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case and where it starts and ends in its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a and of b in one place, either may be empty; spans count in the
    texts.
    """

    words_a: tuple[Word, ...]
    words_b: tuple[Word, ...]
    a_span: tuple[int, int]
    b_span: tuple[int, int]

    @property
    def a(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words_a)

    @property
    def b(self) -> tuple[str, ...]:
        return tuple(word.text for word in self.words_b)


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes b of a.

    likeness   2 × words in order that both have / words of both; 0 for no near-copies
    edits      in order; longer runs than LONGEST are left out
    rewritten  how many runs were left out for their length
    kept       words in order that both have
    """

    likeness: float = 0.0
    edits: tuple[Edit, ...] = ()
    rewritten: int = 0
    kept: int = 0


NO_COPIES = Changes()
Words = tuple[Word, ...]


# Most texts are seen to be no copies by their words; to find where those stand as well
# takes five times as long.
@lru_cache(maxsize=8192)
def told_in(text: str) -> tuple[str, ...]:
    """The words of a text in order, in lower case."""
    return tuple([word.lower() for word in WORD.findall(text.replace("’", "'"))])


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """The words of a text in order, with their places."""
    return tuple(
        Word(word, m.start(), m.end())
        for word, m in zip(told_in(text), WORD.finditer(text), strict=True)
    )


def changes(a: str, b: str, *, near_copy: float) -> Changes:
    """The edits that make b of a; none unless their likeness is near_copy (0 to 1)."""
    left, right = told_in(a), told_in(b)
    if 2 * min(len(left), len(right)) < near_copy * (len(left) + len(right)):
        return NO_COPIES
    # What the matcher finds in order is never longer than the longest that there is,
    # which is found a hundred times as fast.
    if Indel.normalized_similarity(left, right) < near_copy:
        return NO_COPIES
    matcher = SequenceMatcher(a=left, b=right, autojunk=False)
    if (likeness := matcher.ratio()) < near_copy:
        return NO_COPIES
    words_a, words_b = words_of(a), words_of(b)
    found = [
        Edit(
            words_a[i1:i2],
            words_b[j1:j2],
            _span(words_a, i1, i2),
            _span(words_b, j1, j2),
        )
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    short = tuple(e for e in found if max(len(e.words_a), len(e.words_b)) <= LONGEST)
    kept = round(likeness * (len(left) + len(right)) / 2)
    return Changes(likeness, short, len(found) - len(short), kept)


def _span(words: Words, low: int, high: int) -> tuple[int, int]:
    if low == high:
        at = words[low - 1].end if low else 0
        return at, at
    return words[low].start, words[high - 1].end
