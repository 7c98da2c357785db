"""Whether a passage puts somewhere else what a sentence puts in a place. PURE.

What lies in Chile does not lie in Argentina, and who was born in Montreal was not born
in Paris. Both places are known to the gazetteer, neither lies in the other, and in each
the same thing lies, or the same person was born or died.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets import gazetteer
from claims.facets.place import compare
from claims.facets.ties import IS, OBJECT, SUBJECT
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.whereabouts import BORN_IN, BURIED_IN, DIED_IN, LIES_IN
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called

# Roles of who or what is somewhere, and of where.
WHO = frozenset({SUBJECT, OBJECT, IS})
WHERE = frozenset({"in", "at", "near", "on", "within"})

# Verbs of which somebody has one place.
ONCE = (LIES_IN, BORN_IN, DIED_IN, BURIED_IN)


def placed(laid: Laid) -> Iterator[Shown]:
    """A place of the sentence in whose stead the passage has another."""
    members = laid.tied.members
    for tie in laid.tied.ties:
        verbs = _verbs(members[tie.head].lemma)
        mine = _place(laid.claim, members[tie.part].start)
        if tie.role not in WHERE or not verbs or mine is None:
            continue
        there = [
            (spot, theirs)
            for who in laid.tied.ties
            if who.head == tie.head and who.role in WHO
            for spot, theirs in _places(laid, who.part, verbs)
        ]
        levels = [compare(mine, theirs, DEFAULT).level for _, theirs in there]
        if there and all(level == Level.CONFLICT for level in levels):
            spot, theirs = there[0]
            one, other = (tie.part, mine.value), (spot, theirs.value)
            how = f"the passage tells “{theirs.text}”, which is another place"
            yield shown(laid, Kind.PLACE, one, other, how)


def _verbs(lemma: str) -> frozenset[str]:
    return next((verbs for verbs in ONCE if lemma in verbs), frozenset())


def _places(
    laid: Laid, who: int, verbs: frozenset[str]
) -> Iterator[tuple[Spot, Facet]]:
    """Where the passage says that somebody of the sentence is, by one of the verbs."""
    for name in sorted(called(laid, laid.same[who])):
        for verb, role, is_head in laid.around[name]:
            if is_head or role not in WHO or laid.member(verb).lemma not in verbs:
                continue
            for spot, how, below in laid.around[verb]:
                statement = laid.passage[spot[0]]
                place = _place(statement, laid.member(spot).start)
                if below and how in WHERE and place is not None:
                    yield spot, place


def _place(statement: StatementRecord, start: int) -> Facet | None:
    """The place that is printed somewhere, None if the gazetteer does not know it."""
    for facet in statement.facets:
        if facet.kind == Kind.PLACE and facet.start <= start < facet.end:
            known = gazetteer.lookup(facet.text.partition(",")[0])
            return facet if known is not None else None
    return None
