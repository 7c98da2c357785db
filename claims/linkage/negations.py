"""A negation that one of two near-copies puts in, as a reader would point at it. PURE.

"Not" against nothing tells an editor little. It is shown with the word that it denies,
against that word, and only where the predicate is not held against itself already.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.exclusive import NEGATIONS
from claims.linkage.edits import Edit, words_of
from claims.linkage.types import FacetComparison

# How the two sides of a denial are read.
DENIED, AFFIRMED = "denied", "affirmed"

COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "’s"})


def negation(a: StatementRecord, b: StatementRecord, edit: Edit) -> FacetComparison:
    """A negation with the word that it stands before, against that word alone."""
    one = _with_next(a, edit.a_span, edit.a)
    other = _with_next(b, edit.b_span, edit.b)
    how = "a negation stands on one side only"
    return FacetComparison(Kind.POLARITY, "word", Level.CONFLICT, one, other, how)


def _with_next(
    record: StatementRecord, span: tuple[int, int], words: Sequence[str]
) -> Facet:
    """The word behind a place, with the negation in it if there is one; at the end of a
    text the word before.
    """
    every = words_of(record.text)
    behind = next((w for w in every if w.start >= span[1]), None)
    word = behind or next((w for w in reversed(every) if w.end <= span[0]), None)
    denied = not NEGATIONS.isdisjoint(words)
    places = [span] if denied or word is None else []
    places += [(word.start, word.end)] if word is not None else []
    start, end = min(s for s, _ in places), max(e for _, e in places)
    value = DENIED if denied else AFFIRMED
    text = record.text[start:end]
    return Facet(Kind.POLARITY, start, end, text, value, role="word")


def denied_once(
    found: Sequence[FacetComparison], known: Sequence[FacetComparison]
) -> list[FacetComparison]:
    """Both lists, each denial once: by its predicate where that is known, unless it is
    "is" or the like, which says less than the word that is denied.
    """
    kept = list(found)
    rest = []
    for each in known:
        again = [c for c in kept if _is_denial(c) and _of_one_denial(each, c)]
        if again and _is_empty(each):
            continue
        kept = [c for c in kept if c not in again]
        rest.append(each)
    return kept + rest


def _is_denial(found: FacetComparison) -> bool:
    values = {side.value for side in (found.a, found.b) if side}
    return found.role == "word" and values == {DENIED, AFFIRMED}


def _of_one_denial(known: FacetComparison, found: FacetComparison) -> bool:
    """Whether a predicate is what the copies deny, or stands right before it."""
    if (known.kind, known.level, known.role) != (
        Kind.POLARITY,
        Level.CONFLICT,
        "predicate",
    ):
        return False
    return any(
        one is not None
        and other is not None
        and one.start < other.end
        and other.start <= one.end + 1
        for one, other in ((known.a, found.a), (known.b, found.b))
    )


def _is_empty(known: FacetComparison) -> bool:
    return known.a is not None and known.a.text.lower() in COPULAS
