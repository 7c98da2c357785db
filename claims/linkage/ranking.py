"""Which candidates are compared in full first. PURE.

Block keys propose. A glance throws out what shares little wording and whose articles
are about other names; this orders the rest by what they share: weighted words and names
both ways, and character n-grams of the wording, which see spelling variants and word
forms that lemmas miss. Nothing is thrown out for its wording alone: "the leaders' call"
shares two words with its partners, in articles about the same leaders.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.facets.types import StatementRecord
from claims.linkage.profile import cover, profile
from claims.linkage.spelling import in_common, size, spellings

# Share of the character n-grams of the score, by development data.
GRAM_SHARE = 0.5

# Share of the poorer text's n-grams without which statements of articles that are
# about other names are not compared. Of 770 public pairs that are related 99.8% have
# .25; of what block keys propose 80% have less.
LEAST_GRAMS = 0.22
# Likeness without which they are not either: of the same pairs 99.8% have .139.
LEAST_LIKENESS = 0.13
# Names that two articles are both about, from which wording does not matter.
SAME_NAMES = 2


def about_the_same(names_a: Collection[str], names_b: Collection[str]) -> bool:
    """Whether two articles may be one story: by the names that each is about.

    An article that is too short to be about anything may be about everything.
    """
    together = len(set(names_a) & set(names_b))
    return together >= min(SAME_NAMES, len(names_a), len(names_b))


def at_a_glance(
    text: str,
    names: Collection[str],
    others: Sequence[tuple[str, Collection[str]]],
) -> list[bool]:
    """Which wordings, of articles about those names, are worth a comparison."""
    length = size(text)
    both = in_common(text, [other for other, _ in others])
    return [
        shared >= LEAST_GRAMS * min(length, size(other)) or about_the_same(names, about)
        for shared, (other, about) in zip(both, others, strict=True)
    ]


def likenesses(
    statement: StatementRecord, others: Sequence[StatementRecord]
) -> list[float]:
    """0 to 1 for each of the others: how much it shares, before any comparison."""
    one = profile(statement).items
    held = [profile(other).items for other in others]
    words = [(cover(one, items, {}) + cover(items, one, {})) / 2 for items in held]
    letters = spellings(statement.text, [other.text for other in others])
    return [
        (1 - GRAM_SHARE) * shared + GRAM_SHARE * spelled
        for shared, spelled in zip(words, letters, strict=True)
    ]
