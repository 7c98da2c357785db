"""What two texts share letter by letter: spelling variants and word forms that lemmas
miss. PURE.

The character n-grams of a text are kept as an array of numbers, one number a gram: one
text is held against thirty in the time that two sets of strings take, and an array
takes a twentieth of the room of a set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
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
Shares = npt.NDArray[np.float64]


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


@dataclass(frozen=True, slots=True)
class InCommon:
    """The n-grams that a text shares with each of others, and how many each has."""

    shared: Places
    size: int
    sizes: Places

    @property
    def of_fewer(self) -> Shares:
        """0 to 1: what is shared, of the n-grams of the poorer text."""
        found: Shares = self.shared / np.maximum(np.minimum(self.sizes, self.size), 1)
        return found

    @property
    def of_both(self) -> Shares:
        """0 to 1: what is shared, of the n-grams of both texts."""
        either = self.size + self.sizes - self.shared
        found: Shares = self.shared / np.maximum(either, 1)
        return found


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
    """Many texts, of which some are held against one at a time."""

    def __init__(self, texts: Sequence[str]) -> None:
        letters = _letters[0]
        if len(letters.numbers) > MOST_GRAMS:
            letters = _letters[0] = _Alphabet()
        self._alphabet = letters
        self._grams = [letters.grams(text) for text in texts]
        self._sizes = np.array([len(grams) for grams in self._grams], dtype=np.intp)
        self._own = np.zeros(len(letters.numbers), dtype=bool)

    def in_common(self, text: str, rows: Places) -> InCommon:
        """What a text has in common with each text of the rows."""
        mine = self._alphabet.grams(text)
        # What has a number since is in none of the texts.
        known = mine[mine < len(self._own)]
        self._own[known] = True
        grams = np.concatenate([self._grams[row] for row in rows.tolist()])
        hits = self._own.take(grams).nonzero()[0]
        self._own[known] = False
        sizes = self._sizes[rows]
        ends = sizes.cumsum()
        shared = hits.searchsorted(ends) - hits.searchsorted(ends - sizes)
        return InCommon(shared, len(mine), sizes)


def spellings(text: str, others: Sequence[str]) -> list[float]:
    """0 to 1 for each of the others: the n-grams that it shares, of those of both."""
    if not others:
        return []
    found: list[float] = (
        Letters(others).in_common(text, np.arange(len(others))).of_both.tolist()
    )
    return found
