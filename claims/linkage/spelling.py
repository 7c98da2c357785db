"""What two texts share letter by letter: spelling variants and word forms that lemmas
miss. PURE.

The character n-grams of a text are kept as an array of numbers, one number a gram: one
text is held against thirty in the time that two sets of strings take, and an array
takes a twentieth of the room of a set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import count

import numpy as np
import numpy.typing as npt

# Length of the n-grams, by development data.
GRAM = 4

# Grams that have a number, some 100 bytes each; news in English hold about 150,000.
# When there are more, all are forgotten and numbered anew.
MOST_GRAMS = 500_000
MOST_TEXTS = 16_384

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.intp]


class _Alphabet:
    """Texts as numbers of their n-grams, in lower case, a space before and behind."""

    def __init__(self) -> None:
        self.numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self.grams = lru_cache(maxsize=MOST_TEXTS)(self._grams)

    def _grams(self, text: str) -> Numbers:
        folded = f" {' '.join(text.lower().split())} "
        found = {folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1)}
        numbers = map(self.numbers.__getitem__, found)
        return np.fromiter(numbers, dtype=np.int32, count=len(found))


# The one in use: whoever has begun with it ends with it, while others begin anew.
_letters = [_Alphabet()]


def size(text: str) -> int:
    """How many n-grams a text has, each counted once."""
    return len(_letters[0].grams(text))


def in_common(text: str, others: Sequence[str]) -> list[tuple[int, int]]:
    """For each of the others how many n-grams it shares with a text, and has at all."""
    letters = _letters[0]
    if len(letters.numbers) > MOST_GRAMS:
        letters = _letters[0] = _Alphabet()
    mine = letters.grams(text)
    held = [letters.grams(other) for other in others]
    if not held:
        return []
    own = np.zeros(len(letters.numbers), dtype=bool)
    own[mine] = True
    found = np.concatenate(([0], np.cumsum(own[np.concatenate(held)])))
    sizes = [len(grams) for grams in held]
    shared: list[int] = np.diff(found[np.cumsum(sizes)], prepend=0).tolist()
    return list(zip(shared, sizes, strict=True))


def entries(ends: Places, rows: Places) -> tuple[Places, Places]:
    """Of lists laid end to end the places of those of `rows`, and whose each is.

    List n stands at ends[n]:ends[n + 1]; whose: its place in rows.
    """
    starts = ends[rows]
    sizes = ends[rows + 1] - starts
    owners = np.repeat(np.arange(len(rows)), sizes)
    before = np.cumsum(sizes) - sizes
    return np.arange(len(owners)) + (starts - before)[owners], owners


class Letters:
    """Many texts laid end to end, of which some are held against one at a time."""

    def __init__(self, texts: Sequence[str]) -> None:
        letters = _letters[0]
        if len(letters.numbers) > MOST_GRAMS:
            letters = _letters[0] = _Alphabet()
        self._alphabet = letters
        grams = [letters.grams(text) for text in texts]
        self._ends = np.cumsum([0, *map(len, grams)])
        self._grams = np.concatenate(grams) if grams else np.array([], np.int32)

    def likeness(self, text: str, rows: Places) -> npt.NDArray[np.float64]:
        """0 to 1 for each text of the rows: the n-grams it shares, of those of both."""
        mine = self._alphabet.grams(text)
        own = np.zeros(len(self._alphabet.numbers), dtype=bool)
        own[mine] = True
        at, owners = entries(self._ends, rows)
        shared = np.bincount(owners[own[self._grams[at]]], minlength=len(rows))
        sizes = self._ends[rows + 1] - self._ends[rows]
        found: npt.NDArray[np.float64] = shared / np.maximum(
            len(mine) + sizes - shared, 1
        )
        return found


def spellings(text: str, others: Sequence[str]) -> list[float]:
    """0 to 1 for each of the others: the n-grams that it shares, of those of both."""
    length = size(text)
    return [
        both / (length + other - both) if both else 0.0
        for both, other in in_common(text, others)
    ]
