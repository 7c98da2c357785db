"""Sentences of one event in other articles: does candidate search put them first?

Rows with id, topic, doc, text and chains: two sentences tell of the same event when
they share a chain. Every sentence with a partner in another article is a query;
candidates are all sentences of other articles, ranked as check_draft ranks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.linkage.ranking import ranked
from claims.quality.memory import MemoryCandidates
from claims.quality.types import Measurement, Score

# Candidates a query is given, and the cut of recall.
DEPTH = 200
CUT = 10


def reads(row: dict[str, Any]) -> bool:
    """Whether a row is of this kind."""
    return {"chains", "doc", "text"} <= row.keys()


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """MAP and recall@10 over the queries that have a partner."""
    read = engine.extract_many(
        [(row["text"], None) for row in rows], all_sentences=True
    )
    records: list[StatementRecord] = []
    row_of: list[int] = []
    for number, found in enumerate(read):
        for record in found:
            records.append(replace(record, article=rows[number]["doc"]))
            row_of.append(number)
    store = MemoryCandidates(records, engine)
    precisions, recalls = [], []
    for number, row in enumerate(rows):
        partners = _partners(row, rows)
        if partners:
            order = _order(number, row, records, row_of, store)
            precisions.append(_average_precision(order, partners))
            recalls.append(len(set(order[:CUT]) & partners) / len(partners))
    scores = (
        Score("MAP", value=_mean(precisions)),
        Score(f"recall@{CUT}", value=_mean(recalls)),
    )
    return Measurement(len(precisions), scores)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _partners(row: dict[str, Any], rows: Sequence[dict[str, Any]]) -> set[int]:
    chains = set(row["chains"])
    return {
        n
        for n, other in enumerate(rows)
        if other["doc"] != row["doc"] and chains & set(other["chains"])
    }


def _order(
    number: int,
    row: dict[str, Any],
    records: Sequence[StatementRecord],
    row_of: Sequence[int],
    store: MemoryCandidates,
) -> list[int]:
    """Numbers of the rows of other articles, best first, each once."""
    order: dict[int, None] = {}
    for query in (r for r, n in zip(records, row_of, strict=True) if n == number):
        found = store.candidates(query, DEPTH)
        for n in ranked(query, [records[n] for n in found]):
            candidate = row_of[found[n]]
            if records[found[n]].article != row["doc"]:
                order.setdefault(candidate)
    return list(order)


def _average_precision(order: Sequence[int], partners: set[int]) -> float:
    hits, total = 0, 0.0
    for rank, number in enumerate(order, start=1):
        if number in partners:
            hits += 1
            total += hits / rank
    return total / len(partners)
