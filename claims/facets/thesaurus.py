"""Whether a thesaurus holds two words to be one in meaning, or far apart. PURE.

WordNet keeps "deal" from "contract", "losses" from "defeats": they share no sense. A
thesaurus is wider, and two nouns that stand under each other in it are seldom two
things where the rest of a sentence is the same. Two of which neither stands under the
other, nor a third under both, are seldom one. The package data
(claims/lexicon/thesaurus.txt; scripts/distill_thesaurus.py made it) is read once, when
the first two words are compared.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.facets.senses import NOUN, lemmas

NOTHING = array("H")

# Words listed under two at most, where the two have nothing to do with each other: of
# adjectives that public near-copies exchange, "weak" and "sluggish" share seventeen,
# "wooden" and "rubber" none.
SHARED_BY_CHANCE = 1


@dataclass(frozen=True, slots=True)
class _Lists:
    """lines: a word to its line; listed: for each line those of the words that stand
    under its word, in order. As short numbers they take three megabytes, as sets forty.
    """

    lines: dict[str, int]
    listed: list[array[int]]

    def under(self, word: str) -> array[int]:
        """Lines of the words listed under one, in order."""
        line = self.lines.get(word)
        return NOTHING if line is None else self.listed[line]

    def holds(self, one: str, other: str) -> bool:
        line, under = self.lines.get(other), self.under(one)
        if line is None:
            return False
        place = bisect_left(under, line)
        return place < len(under) and under[place] == line


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    text = files("claims.lexicon").joinpath("thesaurus.txt").read_text("ascii")
    told = [line.split(" ") for line in text.splitlines() if line[0] != "#"]
    listed = [array("H") for _ in told]
    for line, (_, *gaps) in enumerate(told):
        own, below = listed[line], line
        for gap in gaps:
            below += int(gap)
            own.append(below)
            listed[below].append(line)
    return _Lists({word: line for line, (word, *_) in enumerate(told)}, listed)


@lru_cache(maxsize=20_000)
def alike(one: str, other: str, pos: str = NOUN) -> bool:
    """Whether two lower-case words of one part of speech (of facets.senses), in any of
    their forms, stand under each other.
    """
    lists = _lists()
    return any(lists.holds(x, y) for x in lemmas(one, pos) for y in lemmas(other, pos))


@lru_cache(maxsize=20_000)
def far_apart(one: str, other: str, pos: str) -> bool:
    """Whether both words are listed, neither under the other, and hardly a third is
    listed under both; False for a word that the thesaurus does not have.
    """
    lists = _lists()
    forms, others = ({word, *lemmas(word, pos)} for word in (one, other))
    if any(lists.holds(x, y) for x in forms for y in others):
        return False
    a, b = ({n for w in words for n in lists.under(w)} for words in (forms, others))
    return bool(a and b) and len(a & b) <= SHARED_BY_CHANCE
