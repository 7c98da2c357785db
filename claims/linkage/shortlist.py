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
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import chain, count

import numpy as np
import numpy.typing as npt

from claims.facets.types import StatementRecord
from claims.linkage.items import EMPTY, item
from claims.linkage.rarity import weight
from claims.linkage.spelling import Letters, entries

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

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


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
def words_of(lemmas: tuple[str, ...]) -> Words:
    """`words` of a statement that meets many others."""
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


@dataclass(frozen=True, slots=True)
class Texts:
    """Many texts laid end to end, so that one is held against all of them at once.

    places, weights, owners: the number of each word, its weight, the text it is of.
    """

    places: Places
    weights: Numbers
    owners: Places
    totals: Numbers
    vocabulary: int

    def overlaps(self, own: Numbers, total: float, power: float = LEAN) -> Numbers:
        """`overlap` of a text with each; own: its weight for each word there is."""
        # Added up in the order of the words, so that the same words make the same sum.
        together = np.bincount(
            self.owners,
            weights=np.minimum(own[self.places], self.weights),
            minlength=len(self.totals),
        )
        mean = total ** (1 - power) * self.totals**power
        found: Numbers = np.divide(
            together, mean, out=np.zeros(len(mean)), where=together > 0
        )
        return found

    def echoes(self, score: Numbers, power: float) -> Numbers:
        """How much each is like the best, which count by their scores."""
        echo = np.zeros(len(score))
        best = nlargest(ECHOED, range(len(score)), key=score.__getitem__)
        total = sum(score[each] for each in best)
        for each in best:
            if total:
                mine = self.owners == each
                own = np.zeros(self.vocabulary)
                own[self.places[mine]] = self.weights[mine]
                alike = self.overlaps(own, self.totals[each], power)
                echo += score[each] / total * alike
        return echo


class Pool:
    """All that a draft's statements may meet, laid out once for the whole of it.

    One text at a time, the overlaps of a statement with its six hundred candidates took
    nine tenths of the time in which a draft is ranked.
    """

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        self._sketches = sketches
        self._rows = {sketch.id: row for row, sketch in enumerate(sketches)}
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        held = [words_of(sketch.lemmas) for sketch in sketches]
        sizes = [len(text.weights) for text in held]
        names = chain.from_iterable(text.weights for text in held)
        places = map(self._numbers.__getitem__, names)
        weights = chain.from_iterable(text.weights.values() for text in held)
        self._places = np.fromiter(places, dtype=np.intp, count=sum(sizes))
        self._weights = np.fromiter(weights, dtype=np.float64, count=sum(sizes))
        self._ends = np.cumsum([0, *sizes])
        self._totals = np.array([text.total for text in held])
        self._articles = np.array([sketch.article for sketch in sketches])
        self._letters = Letters([sketch.text for sketch in sketches])

    def shortlist(
        self, statement: StatementRecord, story: Words, ids: Collection[int]
    ) -> list[Listed]:
        """Those of the ids in order, best first; of equals the newer.

        story  words of the whole text in which the statement stands
        """
        rows = np.array([self._rows[each] for each in ids], dtype=np.intp)
        if not len(rows):
            return []
        mine = words(statement.lemmas)
        texts = self._texts(rows)
        letters = self._letters.in_common(statement.text, rows).of_both
        own = texts.overlaps(*self._laid(mine)) + SPELLING * letters
        _, home = np.unique(self._articles[rows], return_inverse=True)
        around = self._laid(_together((mine, story)))
        alike = _articles(around, texts, home, own)
        score = own + alike[home]
        told, most = events_of(statement), alike.max() or 1.0
        shared = np.array([_in_common(told, self._sketches[n].events) for n in rows])
        full = score + ECHO * texts.echoes(score, LEAN)
        full += EVENTS * shared * alike[home] / most
        parts = zip(ids, (full / WHOLE).tolist(), (own / OWN).tolist(), strict=True)
        listed = [Listed(*each) for each in parts]
        return sorted(listed, key=lambda one: (-one.score, -one.id))

    def _texts(self, rows: Places) -> Texts:
        """The words of some of the texts."""
        at, owners = entries(self._ends, rows)
        return Texts(
            self._places[at],
            self._weights[at],
            owners,
            self._totals[rows],
            len(self._numbers),
        )

    def _laid(self, text: Words) -> tuple[Numbers, float]:
        """A text's weight for each word that the pool knows, and its whole weight."""
        own = np.zeros(len(self._numbers))
        for name, value in text.weights.items():
            place = self._numbers.get(name)
            if place is not None:
                own[place] = value
        return own, text.total


def shortlist(
    statement: StatementRecord, story: Words, pool: Sequence[Sketch]
) -> list[Listed]:
    """Every sketch of the pool, best first; of equals the newer."""
    return Pool(pool).shortlist(statement, story, [sketch.id for sketch in pool])


def to_compare(listed: Sequence[Listed], most: int) -> list[int]:
    """Ids of those that are worth a comparison in full, at most `most`, best first."""
    by_own = nlargest(BY_OWN, listed, key=lambda one: (one.own, one.id))
    chosen = [one.id for one in by_own] + [one.id for one in listed]
    kept = set(list(dict.fromkeys(chosen))[:most])
    return [one.id for one in listed if one.id in kept]


def _articles(
    around: tuple[Numbers, float], texts: Texts, home: Places, own: Numbers
) -> Numbers:
    """What a candidate gains by its article; home: the article of each, from 0."""
    best = np.zeros(int(home.max()) + 1)
    np.maximum.at(best, home, own)
    told = _gathered(texts, home, len(best))
    alike = BEST * best + STORY * told.overlaps(*around, EVEN)
    return alike + ECHO_OF_ARTICLES * told.echoes(alike + best, EVEN)


def _gathered(texts: Texts, home: Places, number: int) -> Texts:
    """What is read of each article as one text: every word once."""
    keys = home[texts.owners] * texts.vocabulary + texts.places
    once, first = np.unique(keys, return_index=True)
    owners, places = np.divmod(once, texts.vocabulary or 1)
    weights = texts.weights[first]
    totals = np.bincount(owners, weights=weights, minlength=number).astype(np.float64)
    return Texts(places, weights, owners, totals, texts.vocabulary)


def _in_common(told: Collection[str], others: Collection[str]) -> float:
    """0 to 1: kinds of event that both tell of, over a mean of both numbers."""
    both = len(set(told) & set(others))
    return both / (len(told) ** (1 - LEAN) * len(others) ** LEAN) if both else 0.0


def _together(texts: Iterable[Words]) -> Words:
    found: dict[str, float] = {}
    for each in texts:
        found |= each.weights
    return Words(found)
