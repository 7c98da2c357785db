"""Why the relation of a pair is wrong: what decided, or what kept it from deciding."""

from __future__ import annotations

from collections.abc import Sequence

from claims.engine import Engine
from claims.facets.types import Kind, Level, StatementRecord
from claims.linkage.comparison import compare
from claims.linkage.decision import conflicts_of
from claims.linkage.pair import Pair
from claims.linkage.types import Decision, Relation

Statements = Sequence[StatementRecord]

# Facet kinds that go wrong in the same way.
GROUPS = {
    Kind.DATE: "when",
    Kind.DURATION: "when",
    Kind.AMOUNT: "quantity",
    Kind.COUNT: "quantity",
    Kind.PERCENT: "quantity",
    Kind.ORDINAL: "quantity",
    Kind.POLARITY: "polarity",
    Kind.MODALITY: "modality",
}
NAME = "name"

# Pairs of statements that are looked at: two whole articles have hundreds.
LOOKED_AT = 12


def cause(a: Statements, b: Statements, decision: Decision, engine: Engine) -> str:
    """A key of claims.quality.errors.CAUSES: what decided, or kept from deciding."""
    if decision.relation == Relation.CONFLICTS:
        facets = conflicts_of(decision)
        return GROUPS.get(facets[0].kind, NAME) if facets else decision.rule
    if decision.relation != Relation.NONE:
        return decision.rule
    if not a or not b:
        return "unread"
    near = _near(a, b)
    if any(engine.relate(*pair).relation != Relation.NONE for pair in near):
        return "partly"
    return _kept_from(
        max((compare(*pair, engine.config) for pair in near), key=_common)
    )


def _near(
    a: Statements, b: Statements
) -> list[tuple[StatementRecord, StatementRecord]]:
    """The pairs of statements that share most words."""
    words = {id(each): set(each.lemmas) for each in (*a, *b)}
    pairs = [(one, other) for one in a for other in b]
    pairs.sort(key=lambda pair: -len(words[id(pair[0])] & words[id(pair[1])]))
    return pairs[:LOOKED_AT]


def _common(pair: Pair) -> tuple[int, int, float, float]:
    return len(pair.frames), len(pair.comparisons), pair.least, pair.evidence


def _kept_from(pair: Pair) -> str:
    """What kept the engine from linking two statements."""
    if pair.renamed or pair.of_others or pair.of_other_worlds:
        return "apart"
    if any(c.level == Level.NOT_COMPARABLE for c in pair.comparisons):
        return "incomparable"
    if not pair.frames:
        return "unaligned"
    return "thin"
