"""One spelling of a word that was written over from another script. PURE.

Two newsrooms write one Russian or Arabic name as "Dmitri" and "Dmitry", "Barzouki" and
"Barzuqi". Such letters are made alike here, and no others: a doubled letter, or one
vowel for another, may as well be another name.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What is replaced, in this order. "ey" and "y" stay two endings, as do "cks" and "chs".
_RULES = tuple(
    (re.compile(found), instead)
    for found, instead in (
        (r"tch", "ch"),
        (r"chr", "kr"),
        (r"ck", "k"),
        (r"x", "ks"),
        (r"^y(?=[aeou])", "j"),
        (r"c(?=[aour]|l|$)", "k"),
        (r"q", "k"),
        (r"kh", "k"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"zh", "j"),
        (r"(?:ff|w)$", "v"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"ee", "i"),
        (r"(?<=.)[iyj]+", "i"),
    )
)
_VOWEL = re.compile(r"[aeiou]")


@lru_cache(maxsize=8192)
def romanised(word: str) -> str:
    """A folded lower-case word with the letters alike that scripts are written in."""
    for rule, instead in _RULES:
        word = rule.sub(instead, word)
    return word


def consonants(word: str) -> str:
    """What is left of the romanised word without vowels: "tl" for tel and tal."""
    return _VOWEL.sub("", romanised(word))
