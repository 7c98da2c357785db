"""Texts of several statements against each other (LINKING, "Passages"). PURE.

Every statement of the shorter text takes its best partner in the longer. Any conflict
makes the texts conflict; they corroborate only when every statement of the shorter one
is corroborated; an update needs one update and no conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.facets.types import Facet, StatementRecord
from claims.linkage.decision import NOTHING
from claims.linkage.types import Decision, FacetComparison, Relation

Pair = tuple[StatementRecord, StatementRecord]

# The decisions of several pairs, in order.
Relate = Callable[[Sequence[Pair]], Sequence[Decision]]

# Which partner is best when several are related: the one that differs, since a text
# that both agrees and differs differs.
ORDER = {
    Relation.CONFLICTS: 3,
    Relation.UPDATES: 2,
    Relation.CORROBORATES: 1,
    Relation.NONE: 0,
}


def relate_passages(
    a: Sequence[StatementRecord], b: Sequence[StatementRecord], relate: Relate
) -> Decision:
    """The relation of two texts; spans of its comparisons count in the texts."""
    if not a or not b:
        return NOTHING
    swapped = (len(b), sum(len(s.text) for s in b)) < (
        len(a),
        sum(len(s.text) for s in a),
    )
    shorter, longer = (b, a) if swapped else (a, b)
    best = []
    for statement in shorter:
        pairs = [
            (other, statement) if swapped else (statement, other) for other in longer
        ]
        decisions = [
            _of_texts(*pair, decision)
            for pair, decision in zip(pairs, relate(pairs), strict=True)
        ]
        best.append(max(decisions, key=lambda d: (d.score, ORDER[d.relation])))
    return _together(best)


def _of_texts(a: StatementRecord, b: StatementRecord, decision: Decision) -> Decision:
    moved = tuple(
        FacetComparison(
            c.kind, c.role, c.level, in_text(c.a, a), in_text(c.b, b), c.reason
        )
        for c in decision.comparisons
    )
    return replace(decision, comparisons=moved)


def in_text(facet: Facet | None, statement: StatementRecord) -> Facet | None:
    """A facet of a statement with its span counted in the text."""
    if facet is None:
        return None
    at = statement.start
    return replace(facet, start=facet.start + at, end=facet.end + at)


def _together(best: Sequence[Decision]) -> Decision:
    for relation in (Relation.CONFLICTS, Relation.UPDATES):
        found = [d for d in best if d.relation == relation]
        if found:
            return _joined(max(found, key=lambda d: d.score), found)
    if all(d.relation == Relation.CORROBORATES for d in best):
        return _joined(min(best, key=lambda d: d.score), best)
    return NOTHING


def _joined(main: Decision, decisions: Sequence[Decision]) -> Decision:
    rest = [d for d in decisions if d is not main]
    comparisons = main.comparisons + tuple(c for d in rest for c in d.comparisons)
    return replace(main, comparisons=comparisons)
