"""Which candidates are compared in full first. PURE.

Block keys propose; this orders the best of them by what they share: weighted words and
names both ways, and character n-grams of the wording, which see spelling variants and
word forms that lemmas miss. Nothing is thrown out for its wording alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from claims.facets.types import StatementRecord
from claims.linkage.profile import cover, profile

# Length of the character n-grams and their share of the score, by development data.
GRAM = 4
GRAM_SHARE = 0.5


@lru_cache(maxsize=8192)
def _grams(text: str) -> frozenset[str]:
    folded = f" {' '.join(text.lower().split())} "
    return frozenset(folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1))


def likeness(a: StatementRecord, b: StatementRecord) -> float:
    """0 to 1: how much two statements share, without comparing any value."""
    one, other = profile(a).items, profile(b).items
    words = (cover(one, other, {}) + cover(other, one, {})) / 2
    left, right = _grams(a.text), _grams(b.text)
    both = len(left | right)
    grams = len(left & right) / both if both else 0.0
    return (1 - GRAM_SHARE) * words + GRAM_SHARE * grams


def ranked(query: StatementRecord, candidates: Sequence[StatementRecord]) -> list[int]:
    """Positions of the candidates, best first; ties keep the given order."""
    scores = [likeness(query, candidate) for candidate in candidates]
    return sorted(range(len(candidates)), key=lambda n: (-scores[n], n))
