"""Candidates in the order in which a reader would look at them. PURE.

Block keys propose; this ranks what they propose without comparing a value, by what a
newspaper reader would go by:

    own     the words and spellings that two statements share
    story   the same of the texts around them: a sentence that says "she" and "the
            clinic" is about whomever its article names
    echo    likeness to the best found so far, articles first and statements then:
            partners of a statement are partners of each other, and one of them may say
            "submarine" where the draft says "undersea"

Words count by their rarity, under their event's name ("talks" is "meeting"). The
overlap of two sets of words is their shared weight over the geometric mean of both
weights: 1 for the same words, and a long text gains nothing by its length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import sqrt
from typing import TypeVar

from claims.facets.types import StatementRecord
from claims.linkage.profile import item
from claims.linkage.ranking import spelling
from claims.linkage.rarity import weight

# Weights of the parts of a score; the words of the statement itself have weight 1. MAP
# on public same-event sentences: own .70, with best and story .77, with echoes .80; no
# weight between half and twice of these moves it by more than .01.
SPELLING = 0.5  # character n-grams of the statement itself
BEST = 0.3  # the most alike statement of the candidate's article
STORY = 1.5
ECHO_OF_ARTICLES = 1.0
ECHO = 1.0
OWN = 1 + SPELLING
WHOLE = OWN * (1 + BEST) + STORY + ECHO_OF_ARTICLES + ECHO

# How many of the best are echoed. With more than eight other stories come in.
ECHOED = 5

# Of what is compared in full, those chosen by the statement's own words alone: a
# background sentence has its partners in another story. It costs .000 of MAP.
BY_OWN = 8

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A stored statement as far as ranking looks: its words and its article."""

    id: int
    article: int
    text: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A sketch's place: score of everything, own of the statement alone, 0 to 1."""

    id: int
    score: float
    own: float


class Words:
    """Weighted words of a text, with their sum."""

    __slots__ = ("total", "weights")

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self.total = sum(weights.values())


def words(lemmas: Iterable[str]) -> Words:
    """Lower-case lemmas as weighted words, each once under its event's name."""
    found: dict[str, float] = {}
    for lemma in lemmas:
        name, value = _word(lemma)
        found[name] = max(value, found.get(name, 0.0))
    return Words(found)


@lru_cache(maxsize=100_000)
def _word(lemma: str) -> tuple[str, float]:
    return item(lemma), weight(lemma)


def overlap(a: Words, b: Words) -> float:
    """0 to 1: shared weight over the geometric mean of both weights."""
    few, many = a.weights, b.weights
    if len(many) < len(few):
        few, many = many, few
    together = 0.0
    for name, value in few.items():
        if name in many:
            together += min(value, many[name])
    return together / sqrt(a.total * b.total) if together else 0.0


def shortlist(
    statement: StatementRecord, story: Words, pool: Sequence[Sketch]
) -> list[Listed]:
    """Every sketch of the pool, best first; of equals the newer.

    story  words of the whole text in which the statement stands
    """
    mine = words(statement.lemmas)
    held = {sketch.id: words(sketch.lemmas) for sketch in pool}
    own = {
        sketch.id: overlap(mine, held[sketch.id])
        + SPELLING * spelling(statement.text, sketch.text)
        for sketch in pool
    }
    printed: dict[int, list[int]] = defaultdict(list)
    for sketch in pool:
        printed[sketch.article].append(sketch.id)
    alike = _articles(_together((mine, story)), printed, held, own)
    score = {
        each: own[each] + alike[article]
        for article, ids in printed.items()
        for each in ids
    }
    echo = _echo(score, held)
    listed = [
        Listed(each, (score[each] + ECHO * echo[each]) / WHOLE, own[each] / OWN)
        for each in score
    ]
    return sorted(listed, key=lambda one: (-one.score, -one.id))


def to_compare(listed: Sequence[Listed], most: int) -> list[int]:
    """Ids of those that are worth a comparison in full, at most `most`, best first."""
    by_own = nlargest(BY_OWN, listed, key=lambda one: (one.own, one.id))
    chosen = [one.id for one in by_own] + [one.id for one in listed]
    kept = set(list(dict.fromkeys(chosen))[:most])
    return [one.id for one in listed if one.id in kept]


def _articles(
    around: Words,
    printed: dict[int, list[int]],
    held: dict[int, Words],
    own: dict[int, float],
) -> dict[int, float]:
    """What a candidate gains by its article: {article: part of the score}."""
    told = {
        article: _together(held[each] for each in ids)
        for article, ids in printed.items()
    }
    best = {article: max(own[each] for each in ids) for article, ids in printed.items()}
    alike = {
        article: BEST * best[article] + STORY * overlap(around, text)
        for article, text in told.items()
    }
    echo = _echo({each: alike[each] + best[each] for each in alike}, told)
    return {each: alike[each] + ECHO_OF_ARTICLES * echo[each] for each in alike}


def _together(texts: Iterable[Words]) -> Words:
    found: dict[str, float] = {}
    for each in texts:
        found |= each.weights
    return Words(found)


def _echo(score: dict[Key, float], held: dict[Key, Words]) -> dict[Key, float]:
    """How much each is like the best, which count by their scores."""
    best = nlargest(ECHOED, score, key=score.__getitem__)
    total = sum(score[each] for each in best)
    if not total:
        return dict.fromkeys(score, 0.0)
    return {
        each: sum(score[top] * overlap(held[top], one) for top in best) / total
        for each, one in held.items()
    }
