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

WORD = re.compile(r"[^\W_](?:[\w.,'’&%-]*[\w%])?|[$€£¥]")

# Longest replaced run in words; longer ones are rewording, not a changed value.
LONGEST = 4


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a and of b in one place, either may be empty; spans count in the
    texts.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    a_span: tuple[int, int]
    b_span: tuple[int, int]


Words = tuple[tuple[str, int, int], ...]


@lru_cache(maxsize=8192)
def _words(text: str) -> Words:
    return tuple((m[0].lower(), m.start(), m.end()) for m in WORD.finditer(text))


def edits(a: str, b: str, *, near_copy: float) -> list[Edit]:
    """The edits that make b of a; none unless their likeness is near_copy (0 to 1)."""
    words_a, words_b = _words(a), _words(b)
    matcher = SequenceMatcher(
        a=[w[0] for w in words_a], b=[w[0] for w in words_b], autojunk=False
    )
    if matcher.quick_ratio() < near_copy or matcher.ratio() < near_copy:
        return []
    return [
        Edit(
            tuple(w[0] for w in words_a[i1:i2]),
            tuple(w[0] for w in words_b[j1:j2]),
            _span(words_a, i1, i2),
            _span(words_b, j1, j2),
        )
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal" and i2 - i1 <= LONGEST and j2 - j1 <= LONGEST
    ]


def _span(words: Words, low: int, high: int) -> tuple[int, int]:
    if low == high:
        at = words[low - 1][2] if low else 0
        return at, at
    return words[low][1], words[high - 1][2]
