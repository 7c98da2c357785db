"""Levels → relation: an ordered table, read top to bottom, that ends in "no link". PURE.

Each row is a rule with a name, a test and the relation it gives; the name is in the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.facets.types import Kind, Level, StatementRecord
from claims.linkage.comparison import Pair, compare
from claims.linkage.config import DEFAULT_CONFIG, LinkageConfig
from claims.linkage.polarity import direction
from claims.linkage.reason import render
from claims.linkage.types import Decision, FacetComparison, Relation

AGREEING = (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT)
NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PRODUCT)

# Facets named in a reason, most telling first; the rest stands in the comparisons.
MOST_NAMED = 3

TELLING = (
    Level.CONFLICT,
    Level.UPDATED,
    Level.NAMING_VARIANT,
    Level.REFINES,
    Level.AGREE,
    Level.NOT_COMPARABLE,
    Level.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table; levels are those that its reason names first."""

    name: str
    relation: Relation
    holds: Callable[[Pair, LinkageConfig], bool]


def _has(pair: Pair, *levels: Level) -> bool:
    return any(c.level in levels for c in pair.comparisons)


def _conflict(pair: Pair, config: LinkageConfig) -> bool:
    return _has(pair, Level.CONFLICT)


def _updated(pair: Pair, config: LinkageConfig) -> bool:
    return _has(pair, Level.UPDATED)


def _same_wording(pair: Pair, config: LinkageConfig) -> bool:
    return (
        pair.most >= config.same_wording
        and pair.evidence >= config.shared_evidence
        and _has(pair, *AGREEING)
    )


def _same_event(pair: Pair, config: LinkageConfig) -> bool:
    """An aligned frame whose predicate and a value or name agree."""
    return bool(pair.frames) and any(
        c.level in AGREEING and c.kind != Kind.POLARITY for c in pair.comparisons
    )


TABLE: tuple[Rule, ...] = (
    Rule("value_conflict", Relation.CONFLICTS, _conflict),
    Rule("state_changed", Relation.UPDATES, _updated),
    Rule("same_wording", Relation.CORROBORATES, _same_wording),
    Rule("same_event", Relation.CORROBORATES, _same_event),
)

NOTHING = Decision(Relation.NONE, 0.0, "no_link", "no rule holds (rule no_link)")


def decide(pair: Pair, config: LinkageConfig) -> Decision:
    """The first rule that holds, with its score and reason."""
    for rule in TABLE:
        if rule.holds(pair, config):
            return _decision(rule, pair)
    return NOTHING


def _decision(rule: Rule, pair: Pair) -> Decision:
    ordered = tuple(sorted(pair.comparisons, key=lambda c: TELLING.index(c.level)))
    return Decision(
        relation=rule.relation,
        score=_score(pair),
        rule=rule.name,
        reason=render(rule.name, ordered[:MOST_NAMED]),
        comparisons=ordered,
        direction=_direction(rule, pair),
    )


def _score(pair: Pair) -> float:
    """Order of trust: shared wording, aligned frames and named agreement."""
    frame = max((f.strength for f in pair.frames), default=0.0)
    agreeing = sum(c.level in AGREEING for c in pair.comparisons)
    raw = 0.4 * (pair.cover_a + pair.cover_b) / 2 + 0.4 * frame + 0.05 * min(4, agreeing)
    return round(min(1.0, raw), 4)


def _direction(rule: Rule, pair: Pair) -> int:
    if rule.relation != Relation.UPDATES:
        return 0
    for match in pair.frames:
        found = direction(pair.a.record, pair.b.record, match)
        if found:
            return found
    return 0


def relate(
    a: StatementRecord, b: StatementRecord, config: LinkageConfig = DEFAULT_CONFIG
) -> Decision:
    """The relation of two statements; symmetric apart from sides and direction."""
    return decide(compare(a, b, config), config)


def conflicts_of(decision: Decision) -> list[FacetComparison]:
    """The comparisons that make a decision a conflict."""
    return [c for c in decision.comparisons if c.level == Level.CONFLICT]
