"""Two names that changed places in a near-copy: A beat B, B beat A. PURE.

Of two copies that are more alike once two names are exchanged in one of them, one tells
of each what the other tells of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from rapidfuzz.distance import Indel

from claims.linkage.edits import Edit, Word, told_in
from claims.linkage.sides import ReadAs, Side

# Words of which one more on one side turns the sentence: "was beaten by".
TURNING = ("by", "was", "were", "been", "being", "from", "to")

# Words between two names that are told of together, in whatever order.
JOINING = frozenset(["and", "or", "with", "nor", "versus", "vs", "v"])

# Words in order that two copies have in common besides, at least, once the names are
# exchanged: each of the two names is one.
GAINED = 2

Run = tuple[Word, ...]


def turned(
    a: Side, b: Side, changes: Sequence[Edit]
) -> Iterator[tuple[Word, Word, Edit]]:
    """The first words of a name in a and of the one in its place in b, and the edit
    that moved it.
    """
    if any(told_in(a.text).count(w) != told_in(b.text).count(w) for w in TURNING):
        return
    moved = {w for e in changes for w in e.a} & {w for e in changes for w in e.b}
    runs = _names(a, b)
    for one, other in combinations(runs, 2):
        if moved.isdisjoint(_texts(one)) and moved.isdisjoint(_texts(other)):
            continue
        if not _joined(a, one, other) and _is_nearer(a, b, one, other):
            instead = next(w for w in b.order if w.text == other[0].text)
            at = next(e for e in changes if moved & {*e.a, *e.b} & _both(one, other))
            yield one[0], instead, at
            return


def _names(a: Side, b: Side) -> list[Run]:
    """Names that both print once, in the order of a."""
    found = [
        tuple(words)
        for named, words in groupby(a.order, lambda w: a.class_of(w) == ReadAs.NAME)
        if named
    ]
    printed = [word.text for word in b.order]
    own = [word.text for word in a.order]
    return [
        run
        for run in found
        if all(printed.count(w) == own.count(w) == 1 for w in _texts(run))
    ]


def _texts(run: Run) -> list[str]:
    return [word.text for word in run]


def _both(one: Run, other: Run) -> set[str]:
    return {*_texts(one), *_texts(other)}


def _joined(a: Side, one: Run, other: Run) -> bool:
    between = [w.text for w in a.order if one[-1].start < w.start < other[0].start]
    return JOINING.issuperset(between)


def _is_nearer(a: Side, b: Side, one: Run, other: Run) -> bool:
    """Whether b is a with the two names exchanged, but for other words."""
    words = [word.text for word in a.order]
    first, second = a.order.index(one[0]), a.order.index(other[0])
    exchanged = [
        *words[:first],
        *_texts(other),
        *words[first + len(one) : second],
        *_texts(one),
        *words[second + len(other) :],
    ]
    printed = [word.text for word in b.order]
    before = Indel.distance(words, printed)
    return before - Indel.distance(exchanged, printed) >= GAINED * 2 - 2
