"""Which candidates are compared in full first. PURE.

Block keys propose. A glance throws out what shares little wording and whose articles
are about other names; this orders the rest by what they share: weighted words and names
both ways, and character n-grams of the wording, which see spelling variants and word
forms that lemmas miss. Nothing is thrown out for its wording alone: "the leaders' call"
shares two words with its partners, in articles about the same leaders.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import compress
from typing import NamedTuple

import numpy as np

from claims.facets.types import StatementRecord
from claims.linkage.items import shared
from claims.linkage.profile import Profile, profile
from claims.linkage.shortlist import Words, words_of
from claims.linkage.spelling import Letters, spellings

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


def about_the_same(names_a: Set[str], names_b: Set[str]) -> bool:
    """Whether two articles may be one story: by the names that each is about.

    An article that is too short to be about anything may be about everything.
    """
    return len(names_a & names_b) >= min(SAME_NAMES, len(names_a), len(names_b))


class Glances:
    """Statements by id, made ready once to be held against each other at a glance."""

    def __init__(self, seen: Mapping[int, Glance]) -> None:
        self._rows = {pk: row for row, pk in enumerate(seen)}
        self._texts = [glance.text for glance in seen.values()]
        self._letters = Letters(self._texts)
        self._words = [words_of(glance.lemmas) for glance in seen.values()]
        # All statements of an article are about the same: that is looked at once.
        about: dict[frozenset[str], frozenset[str]] = {}
        names = [frozenset(glance.names) for glance in seen.values()]
        self._about = [about.setdefault(each, each) for each in names]
        self._may_be_one_story = cache(about_the_same)

    def worth(self, one: int, others: Iterable[int]) -> dict[int, float]:
        """Of statements of other articles those that are worth a comparison with one,
        and how alike they are spelled, 0 to 1.
        """
        about = self._about[self._rows[one]]
        return {
            other: spelled
            for other, row, worded, spelled in self._held(one, others)
            if worded or self._may_be_one_story(about, self._about[row])
        }

    def worded_alike(self, one: int, others: Iterable[int]) -> list[int]:
        """The statements whose wording is worth a comparison with one, whatever the
        articles are about.
        """
        return [other for other, _, worded, _ in self._held(one, others) if worded]

    def _held(
        self, one: int, others: Iterable[int]
    ) -> Iterator[tuple[int, int, bool, float]]:
        """Of each its id, its row, whether it is worded alike, how alike spelled."""
        known = [(other, self._rows[other]) for other in others if other in self._rows]
        if not known:
            return
        mine = self._rows[one]
        words = self._words[mine]
        rows = np.array([row for _, row in known])
        both = self._letters.in_common(self._texts[mine], rows)
        found = zip(known, both.of_fewer.tolist(), both.of_both.tolist(), strict=True)
        for (other, row), letters, spelled in found:
            worded = (
                letters >= LEAST_GRAMS
                and letters + _shared_words(words, self._words[row]) >= LEAST_SHARED
            )
            yield other, row, worded, spelled


def _shared_words(one: Words, other: Words) -> float:
    """0 to 1: share of the poorer text's weighted words that the other has too."""
    few, many = one.weights, other.weights
    if len(many) < len(few):
        few, many = many, few
    both = compress(few.values(), map(many.__contains__, few))
    return sum(both) / (min(one.total, other.total) or 1.0)


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
        if score >= LEAST_LIKENESS
        or about_the_same(names, frozenset(others[index].context))
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
