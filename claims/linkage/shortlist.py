"""Candidates in the order in which a reader would look at them. PURE.

Block keys propose; this ranks what they propose without comparing a value, by what a
newspaper reader would go by:

    own     the words and spellings that two statements share
    story   the same of the texts around them: a sentence that says "she" and "the
            clinic" is about whomever its article names
    echo    likeness to the best found so far, articles first and statements then:
            partners of a statement are partners of each other, and one of them may say
            "submarine" where the draft says "undersea"
    events  kinds of event in common, as far as the article is of the same story: of two
            sentences on one shooting, one may tell of the arrest, one of the trial

Words count by their rarity, under their event's name ("talks" is "meeting"), and a
printed number counts twice: twin events differ in their numbers. The overlap of two
texts is their shared weight over a mean of both weights that leans towards the first:
1 for the same words, and a long text gains something by its length, since it tells of
more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import TypeVar

from claims.facets.types import StatementRecord
from claims.linkage.profile import EMPTY, item
from claims.linkage.rarity import weight
from claims.linkage.spelling import spellings

# Weights of the parts of a score; the words of the statement itself have weight 1. MAP
# on public same-event sentences: own .70, with best and story .77, with echoes .81; no
# weight between half and twice of these moves it by more than .01.
SPELLING = 1.0  # character n-grams of the statement itself
BEST = 0.3  # the most alike statement of the candidate's article
STORY = 1.5
ECHO_OF_ARTICLES = 1.0
ECHO = 1.0
EVENTS = 1.0
OWN = 1 + SPELLING
WHOLE = OWN * (1 + BEST) + STORY + ECHO_OF_ARTICLES + ECHO + EVENTS

# Weight of a printed number, as a multiple of that of the word. With 1 MAP is .004
# lower, with 3 hardly higher.
NUMBER = 2.0

# Power of the second text's weight in the mean, for statements and for articles: at one
# half both count alike. For statements .5 lowers MAP by .006, .1 raises it no further.
LEAN = 0.25
EVEN = 0.5

# How many of the best are echoed. With more than eight other stories come in.
ECHOED = 5

# Of what is compared in full, those chosen by the statement's own words alone: a
# background sentence has its partners in another story. It costs .000 of MAP.
BY_OWN = 8

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sketch:
    """A stored statement as far as ranking looks: its words, events and article."""

    id: int
    article: int
    text: str
    lemmas: tuple[str, ...]
    events: tuple[str, ...] = ()


def events_of(record: StatementRecord) -> tuple[str, ...]:
    """The kinds of event that a statement tells of, in alphabetical order."""
    return tuple(sorted({frame.predicate for frame in record.frames} - EMPTY))


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


@lru_cache(maxsize=8192)
def _held(lemmas: tuple[str, ...]) -> Words:
    """Words of a stored statement: each sentence of a draft meets the same ones."""
    return words(lemmas)


@lru_cache(maxsize=100_000)
def _word(lemma: str) -> tuple[str, float]:
    value = weight(lemma)
    return item(lemma), value * NUMBER if lemma[:1].isdigit() else value


def overlap(a: Words, b: Words, power: float = LEAN) -> float:
    """0 to 1: shared weight over a geometric mean of both weights, b's to the power."""
    few, many = a.weights, b.weights
    if len(many) < len(few):
        few, many = many, few
    together = 0.0
    for name, value in few.items():
        if name in many:
            together += min(value, many[name])
    if not together:
        return 0.0
    mean: float = a.total ** (1 - power) * b.total**power
    return together / mean


def shortlist(
    statement: StatementRecord, story: Words, pool: Sequence[Sketch]
) -> list[Listed]:
    """Every sketch of the pool, best first; of equals the newer.

    story  words of the whole text in which the statement stands
    """
    mine = words(statement.lemmas)
    held = {sketch.id: _held(sketch.lemmas) for sketch in pool}
    letters = spellings(statement.text, [sketch.text for sketch in pool])
    own = {
        sketch.id: overlap(mine, held[sketch.id]) + SPELLING * spelled
        for sketch, spelled in zip(pool, letters, strict=True)
    }
    printed: dict[int, list[int]] = defaultdict(list)
    for sketch in pool:
        printed[sketch.article].append(sketch.id)
    alike = _articles(_together((mine, story)), printed, held, own)
    score = {s.id: own[s.id] + alike[s.article] for s in pool}
    echo = _echo(score, held, LEAN)
    told, most = events_of(statement), max(alike.values(), default=0.0) or 1.0
    listed = []
    for each in pool:
        events = _in_common(told, each.events) * alike[each.article] / most
        full = score[each.id] + ECHO * echo[each.id] + EVENTS * events
        listed.append(Listed(each.id, full / WHOLE, own[each.id] / OWN))
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
        article: BEST * best[article] + STORY * overlap(around, text, EVEN)
        for article, text in told.items()
    }
    both = {each: alike[each] + best[each] for each in alike}
    echo = _echo(both, told, EVEN)
    return {each: alike[each] + ECHO_OF_ARTICLES * echo[each] for each in alike}


def _in_common(told: Collection[str], others: Collection[str]) -> float:
    """0 to 1: kinds of event that both tell of, over a mean of both numbers."""
    both = len(set(told) & set(others))
    return both / (len(told) ** (1 - LEAN) * len(others) ** LEAN) if both else 0.0


def _together(texts: Iterable[Words]) -> Words:
    found: dict[str, float] = {}
    for each in texts:
        found |= each.weights
    return Words(found)


def _echo(
    score: dict[Key, float], held: dict[Key, Words], power: float
) -> dict[Key, float]:
    """How much each is like the best, which count by their scores."""
    best = nlargest(ECHOED, score, key=score.__getitem__)
    total = sum(score[each] for each in best)
    if not total:
        return dict.fromkeys(score, 0.0)
    return {
        each: sum(score[top] * overlap(held[top], one, power) for top in best) / total
        for each, one in held.items()
    }
