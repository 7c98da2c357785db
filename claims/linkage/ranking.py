"""Which candidates are compared in full first. PURE.

Block keys propose. A glance throws out what shares little wording and whose articles
are about other names; this orders the rest by what they share: weighted words and names
both ways, and character n-grams of the wording, which see spelling variants and word
forms that lemmas miss. Nothing is thrown out for its wording alone: "the leaders' call"
shares two words with its partners, in articles about the same leaders.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from claims.facets.types import StatementRecord
from claims.linkage.profile import Profile, profile, shared
from claims.linkage.shortlist import Words, words_of
from claims.linkage.spelling import in_common, size, spellings

# Share of the character n-grams of the score, by development data.
GRAM_SHARE = 0.5

# Shares of the poorer text's n-grams and of its weighted words, together, without which
# statements of one article, or of articles that are about other names, are not
# compared. Of 2,332 public pairs that are related, and found to be, 99.8% have .55, of
# the pairs in an import of generated articles a third. Of 3,097 links among 1,336
# public articles it takes 28: 13 false conflicts within one, 10 between two firms'
# results, 5 others.
LEAST_SHARED = 0.55
# The same of the n-grams alone: of 770 public pairs that are related 99.8% have .25; of
# what block keys propose 80% have less.
LEAST_GRAMS = 0.22
# Likeness without which they are not either: of the same pairs 99.8% have .139.
LEAST_LIKENESS = 0.13
# Names that two articles are both about, from which wording does not matter.
SAME_NAMES = 2


class Glance(NamedTuple):
    """A statement as far as a glance takes it in; names: what its article is about."""

    text: str
    lemmas: tuple[str, ...]
    names: Collection[str]


class Worded(NamedTuple):
    """What two wordings have in common.

    letters  the n-grams of both, of those of either, 0 to 1
    enough   whether that is worth a comparison, whatever the articles are about
    """

    letters: float
    enough: bool


def about_the_same(names_a: Collection[str], names_b: Collection[str]) -> bool:
    """Whether two articles may be one story: by the names that each is about.

    An article that is too short to be about anything may be about everything.
    """
    wanted = min(SAME_NAMES, len(names_a), len(names_b))
    return len(frozenset(names_a).intersection(names_b)) >= wanted


def at_a_glance(one: Glance, others: Sequence[Glance]) -> list[float | None]:
    """How alike the other statements are spelled, 0 to 1, of other articles; None for
    those that are not worth a comparison.
    """
    names = frozenset(one.names)
    return [
        worded.letters if worded.enough or about_the_same(names, other.names) else None
        for other, worded in zip(others, wordings(one, others), strict=True)
    ]


def wordings(one: Glance, others: Sequence[Glance]) -> list[Worded]:
    """What the wording of a statement has in common with that of each other."""
    length, told = size(one.text), words_of(one.lemmas)
    letters = in_common(one.text, [other.text for other in others])
    return [
        _worded(both, length, grams, told, other.lemmas)
        for other, (both, grams) in zip(others, letters, strict=True)
    ]


def _worded(
    both: int, one: int, other: int, told: Words, lemmas: tuple[str, ...]
) -> Worded:
    letters = both / (min(one, other) or 1)
    enough = (
        letters >= LEAST_GRAMS
        and letters + _shared_words(told, words_of(lemmas)) >= LEAST_SHARED
    )
    return Worded(both / ((one + other - both) or 1), enough)


def _shared_words(one: Words, other: Words) -> float:
    """0 to 1: share of the poorer text's weighted words that the other has too."""
    few, many = one.weights, other.weights
    if len(many) < len(few):
        few, many = many, few
    shared_weights = [value for word, value in few.items() if word in many]
    return sum(shared_weights) / (min(one.total, other.total) or 1.0)


def likeliest(
    statement: StatementRecord,
    others: Sequence[StatementRecord],
    letters: Sequence[float],
    most: int,
) -> list[int]:
    """Indices of at most `most` others that are worth a comparison, most alike first;
    in their own order, where there are no more. letters: how alike each is spelled.
    """
    own, names = profile(statement), frozenset(statement.context)
    scores = [
        _likeness(own, profile(other), spelled)
        for other, spelled in zip(others, letters, strict=True)
    ]
    kept = [
        index
        for index, score in enumerate(scores)
        if score >= LEAST_LIKENESS or about_the_same(names, others[index].context)
    ]
    if len(kept) <= most:
        return kept
    return sorted(kept, key=lambda index: -scores[index])[:most]


def likeness(a: StatementRecord, b: StatementRecord) -> float:
    """0 to 1: how much two statements share, without comparing any value."""
    return _likeness(profile(a), profile(b), spellings(a.text, [b.text])[0])


def _likeness(one: Profile, other: Profile, spelled: float) -> float:
    words = 0.0
    if one.total:
        words += shared(one.items, other.items, {}) / one.total
    if other.total:
        words += shared(other.items, one.items, {}) / other.total
    return (1 - GRAM_SHARE) * words / 2 + GRAM_SHARE * spelled
