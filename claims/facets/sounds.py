"""Words that sound alike. PURE."""

from __future__ import annotations

from functools import lru_cache

import jellyfish
from rapidfuzz.distance import DamerauLevenshtein

# Edits between two spellings of one word.
EDITS = 2
# Words shorter than this are not compared by sound: too many sound alike.
SOUND_FROM = 4


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """Metaphone: the consonants as they are spoken."""
    return jellyfish.metaphone(word)


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words are spellings of one sound, a letter or two apart."""
    return (
        min(len(a), len(b)) >= SOUND_FROM
        and sound(a) == sound(b)
        and DamerauLevenshtein.distance(a, b) <= EDITS
    )
