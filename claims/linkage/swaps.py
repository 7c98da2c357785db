"""Who did it to whom, told the other way round. PURE."""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.types import Facet, Frame, Kind, Level, StatementRecord
from claims.lexicon.generics import ONE_WAY
from claims.linkage.edits import words_of
from claims.linkage.kinds import NAMED
from claims.linkage.rarity import weight
from claims.linkage.types import FacetComparison

# Weight (linkage.rarity) from which a word may be of a name.
RARE = 0.3


def swapped(a: StatementRecord, b: StatementRecord) -> list[FacetComparison]:
    """Conflicts of what only one of two can do to the other: A beat B, B beat A.

    Where both can be ("A accused B", "B accused A") nothing is held against anybody.
    Words are compared, since a name may be found on one side only.
    """
    found = []
    for one, other in _alike(a, b):
        doer, done_to = _filler(one, "agent"), _filler(one, "patient")
        their_doer, their_done_to = _filler(other, "agent"), _filler(other, "patient")
        if not (doer & their_done_to and done_to & their_doer):
            continue
        if doer & their_doer or done_to & their_done_to:
            continue
        first, second = _facet(a, doer), _facet(b, their_doer)
        known = first or second
        if known is not None:
            how = f"“{one.lemma}” is told of the two the other way round"
            found.append(
                FacetComparison(
                    known.kind,
                    "agent",
                    Level.CONFLICT,
                    first or _printed(a, doer, known.kind),
                    second or _printed(b, their_doer, known.kind),
                    how,
                )
            )
    return found


def turned_round(a: StatementRecord, b: StatementRecord) -> bool:
    """Whether one says that the other's doer was done to, as far as it names them."""
    for one, other in _alike(a, b):
        for x, y in ((one, other), (other, one)):
            doer = _filler(x, "agent")
            if doer & _filler(y, "patient") and not doer & _filler(y, "agent"):
                return True
    return False


def _alike(a: StatementRecord, b: StatementRecord) -> Iterator[tuple[Frame, Frame]]:
    told, other_told = ([f for f in r.frames if _is_told(f)] for r in (a, b))
    for one in told:
        for other in other_told:
            if other.predicate == one.predicate:
                yield one, other


def _is_told(frame: Frame) -> bool:
    return frame.predicate in ONE_WAY and not (frame.nominal or frame.negated)


def _filler(frame: Frame, role: str) -> set[str]:
    """The rare words of what fills a slot: those of a name."""
    words = {w for x in frame.arguments if x.role == role for w in x.words}
    return {word for word in words if weight(word) >= RARE}


def _facet(record: StatementRecord, words: set[str]) -> Facet | None:
    return next(
        (
            facet
            for facet in record.facets
            if facet.kind in NAMED and words & set(facet.text.lower().split())
        ),
        None,
    )


def _printed(record: StatementRecord, words: set[str], kind: Kind) -> Facet:
    """The printed word, where no finder took it for a name."""
    word = next((w for w in words_of(record.text) if w.text in words), None)
    start, end = (word.start, word.end) if word else (0, 0)
    text = record.text[start:end]
    return Facet(kind, start, end, text, text.lower(), role="agent")
