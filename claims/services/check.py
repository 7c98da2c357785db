"""A draft held against what is in the database: who prints it, who differs.

Nothing is written. The database is read through the candidate store and the record
bridge alone: a constant number of queries for a draft, and at most keys × CAP_PER_KEY
key rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.linkage.decision import NOTHING
from claims.linkage.ranking import likeness
from claims.linkage.types import Decision, Relation
from claims.records import load_records
from claims.store.candidates import CandidateStore

# Candidates that are loaded for one statement of a draft: enough that the partners
# which the keys rank low are still seen by the ranking proper.
LOADED = 200


@dataclass(frozen=True, slots=True)
class Match:
    """A stored statement beside one of the draft's."""

    id: int
    record: StatementRecord
    decision: Decision
    likeness: float


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement of the draft with its matches, best first."""

    statement: StatementRecord
    matches: tuple[Match, ...]


def check_draft(
    *,
    engine: Engine,
    text: str,
    published: date | None = None,
    exclude_article: int | None = None,
    limit: int = 10,
    all_matches: bool = False,
) -> list[Checked]:
    """Every sentence of a draft with at most `limit` matches.

    Matches with a relation come first; candidates without one follow when all_matches.
    """
    statements = engine.extract(text, published=published, all_sentences=True)
    if not statements:
        return []
    excluded = () if exclude_article is None else (exclude_article,)
    found = CandidateStore().candidates_many(
        [engine.probe_keys(statement) for statement in statements],
        excluded=[excluded] * len(statements),
        limit=max(LOADED, limit),
    )
    stored = load_records({statement for each in found for statement, _ in each})
    return [
        Checked(
            statement,
            _matches(
                engine,
                statement,
                [(i, stored[i].record) for i, _ in ranked if i in stored],
                all_matches=all_matches,
            )[:limit],
        )
        for statement, ranked in zip(statements, found, strict=True)
    ]


def _matches(
    engine: Engine,
    statement: StatementRecord,
    candidates: Sequence[tuple[int, StatementRecord]],
    *,
    all_matches: bool,
) -> tuple[Match, ...]:
    best = sorted(
        ((likeness(statement, record), i, record) for i, record in candidates),
        key=lambda entry: (-entry[0], entry[1]),
    )
    compared = engine.config.most_compared
    matches = [
        Match(i, record, engine.relate(statement, record), alike)
        for alike, i, record in best[:compared]
    ]
    related = [m for m in matches if m.decision.relation != Relation.NONE]
    related.sort(key=lambda m: -m.decision.score)
    if not all_matches:
        return tuple(related)
    rest = [m for m in matches if m.decision.relation == Relation.NONE]
    return tuple(related + rest) + tuple(
        Match(i, record, NOTHING, alike) for alike, i, record in best[compared:]
    )
