"""Which candidates are compared in full first. PURE.

Block keys propose. A glance throws out what shares little wording and whose articles
are about other names; this orders the rest by what they share: weighted words and names
both ways, and character n-grams of the wording, which see spelling variants and word
forms that lemmas miss. Nothing is thrown out for its wording alone: "the leaders' call"
shares two words with its partners, in articles about the same leaders.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from claims.facets.types import StatementRecord
from claims.linkage.profile import cover, profile

# Length of the character n-grams and their share of the score, by development data.
GRAM = 4
GRAM_SHARE = 0.5

# Share of the poorer text's n-grams without which statements of articles that are
# about other names are not compared. Of 770 public pairs that are related 99.8% have
# .25; of what block keys propose 80% have less.
LEAST_GRAMS = 0.22
# Likeness without which they are not either: of the same pairs 99.8% have .139.
LEAST_LIKENESS = 0.13
# Names that two articles are both about, from which wording does not matter.
SAME_NAMES = 2


@lru_cache(maxsize=8192)
def grams(text: str) -> frozenset[str]:
    """The character n-grams of a text in lower case, a space before and behind."""
    folded = f" {' '.join(text.lower().split())} "
    return frozenset(folded[i : i + GRAM] for i in range(len(folded) - GRAM + 1))


def about_the_same(names_a: Collection[str], names_b: Collection[str]) -> bool:
    """Whether two articles may be one story: by the names that each is about.

    An article that is too short to be about anything may be about everything.
    """
    together = len(set(names_a) & set(names_b))
    return together >= min(SAME_NAMES, len(names_a), len(names_b))


def at_a_glance(
    a: str, b: str, names_a: Collection[str], names_b: Collection[str]
) -> bool:
    """Whether two wordings, of articles about those names, are worth a comparison."""
    if about_the_same(names_a, names_b):
        return True
    left, right = grams(a), grams(b)
    return len(left & right) >= LEAST_GRAMS * min(len(left), len(right))


def likeness(a: StatementRecord, b: StatementRecord) -> float:
    """0 to 1: how much two statements share, without comparing any value."""
    one, other = profile(a).items, profile(b).items
    words = (cover(one, other, {}) + cover(other, one, {})) / 2
    return (1 - GRAM_SHARE) * words + GRAM_SHARE * spelling(a.text, b.text)


def spelling(a: str, b: str) -> float:
    """0 to 1: the n-grams that two texts share, of those of both."""
    left, right = grams(a), grams(b)
    both = len(left & right)
    return both / (len(left) + len(right) - both) if both else 0.0
