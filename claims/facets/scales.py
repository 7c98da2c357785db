"""Whether a thesaurus puts two words at opposite ends. PURE.

Every pair of antonyms is a scale, and a word stands on those at whose ends it has a
synonym (claims/lexicon/scales.txt; scripts/distill_scales.py made it). Synonyms share
their ends; "spur" and "hinder" stand at the two ends of what they share, though no list
holds the pair. The package data is read once, when the first two words are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import sqrt

from claims.facets.senses import PARTS, lemmas

# What a scale counts where one of the words is itself its end.
OWN_END = 3
# Ends that are opposed, at least, and how many times the shared ones; their surplus as
# a share of the scales that the two words stand on. Of the pairs of words that public
# near-copies exchange nine in ten found so contradict, none is a rewording.
OPPOSED = 2
TIMES_SHARED = 4
SURPLUS = 0.125


@dataclass(frozen=True, slots=True)
class _Scales:
    words: dict[str, tuple[int, ...]]
    ends: dict[str, frozenset[int]]  # a word to the ends that are itself


@lru_cache(maxsize=1)
def _scales() -> _Scales:
    words: dict[str, tuple[int, ...]] = {}
    ends: dict[str, set[int]] = {}
    text = files("claims.lexicon").joinpath("scales.txt").read_text("ascii")
    number = 0
    for line in text.splitlines():
        sign, *cells = line.split(" ")
        if sign == "s":
            number += 1
            ends.setdefault(cells[0], set()).add(number)
            ends.setdefault(cells[1], set()).add(-number)
        elif sign == "w":
            words[cells[0]] = tuple(map(int, cells[1:]))
    return _Scales(words, {word: frozenset(own) for word, own in ends.items()})


@lru_cache(maxsize=20_000)
def _places(word: str) -> dict[int, int]:
    """The ends at which a word stands in any of its forms, with what each counts."""
    scales, found = _scales(), dict[int, int]()
    roots = {lemma for pos in PARTS for lemma in lemmas(word, pos)} | {word}
    for root in sorted(roots):
        own = scales.ends.get(root, frozenset())
        for end in scales.words.get(root, ()):
            found[end] = max(found.get(end, 0), OWN_END if end in own else 1)
    return {end: counts for end, counts in found.items() if counts > found.get(-end, 0)}


@lru_cache(maxsize=20_000)
def at_opposite_ends(one: str, other: str) -> bool:
    """Whether two lower-case words stand against each other on most scales that they
    share; the order does not matter.
    """
    a, b = _places(one), _places(other)
    opposed = sum(max(counts, b[-end]) for end, counts in a.items() if -end in b)
    shared = sum(end in b for end in a)
    surplus = (opposed - shared) / (1 + sqrt(len(a) * len(b)))
    enough = opposed >= max(OPPOSED, TIMES_SHARED * shared)
    return enough and surplus >= SURPLUS
