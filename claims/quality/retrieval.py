"""Sentences of one event in other articles: does check_draft put them first?

Rows with id, topic, doc, text and chains: two sentences tell of the same event when
they share a chain. The sentences of a doc are stored as one article without a date;
then every sentence with a partner in another article is checked as a draft of its own,
its article left out, and its matches are ranked as `check_draft --all-matches` lists
them.

MAP counts a partner that is not found as never found. A sentence has eighteen partners
in the median, so recall at ten is measured against the ten that it could find at most:
against all of them a perfect order would reach .63.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.quality.memory import MemoryCandidates
from claims.quality.types import Measurement, Score
from claims.services.check import Checked, check_statements

# Matches that a sentence is given, and the cut of recall.
DEPTH = 200
CUT = 10

# A blank line ends a sentence, whatever it lacks at its end.
BETWEEN = "\n\n"

Spans = list[tuple[int, int, int]]


def reads(row: dict[str, Any]) -> bool:
    """Whether a row is of this kind."""
    return {"chains", "doc", "text"} <= row.keys()


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """MAP and recall@10 over the sentences that have a partner."""
    records, rows_of = _stored(rows, engine)
    shelf = MemoryCandidates(records, engine)
    drafts = engine.extract_many(
        [(row["text"], None) for row in rows], all_sentences=True
    )
    precisions, recalls = [], []
    for row, draft, partners in zip(rows, drafts, _partners(rows), strict=True):
        if not partners:
            continue
        checked = check_statements(
            engine=engine,
            statements=draft,
            shelf=shelf,
            exclude_article=shelf.number_of(row["doc"]),
            limit=DEPTH,
            all_matches=True,
        )
        order = _order(checked, rows_of)
        precisions.append(_average_precision(order, partners))
        found = len(set(order[:CUT]) & partners)
        recalls.append(found / min(CUT, len(partners)))
    scores = (
        Score("MAP", value=_mean(precisions)),
        Score(f"recall@{CUT}", value=_mean(recalls)),
    )
    return Measurement(len(precisions), scores)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _stored(
    rows: Sequence[dict[str, Any]], engine: Engine
) -> tuple[list[StatementRecord], list[list[int]]]:
    """Statements of all articles, and for each the rows that it prints."""
    texts: dict[str, str] = {}
    spans: dict[str, Spans] = defaultdict(list)
    for number, row in enumerate(rows):
        before = texts.get(row["doc"], "")
        start = len(before) + len(BETWEEN) if before else 0
        texts[row["doc"]] = f"{before}{BETWEEN}{row['text']}" if before else row["text"]
        spans[row["doc"]].append((start, start + len(row["text"]), number))
    read = engine.extract_many([(text, None) for text in texts.values()])
    records: list[StatementRecord] = []
    rows_of: list[list[int]] = []
    for doc, found in zip(texts, read, strict=True):
        for record in found:
            records.append(replace(record, article=doc))
            rows_of.append(_printed(record, spans[doc]))
    return records, rows_of


def _printed(record: StatementRecord, spans: Spans) -> list[int]:
    return [n for start, end, n in spans if start < record.end and record.start < end]


def _partners(rows: Sequence[dict[str, Any]]) -> list[set[int]]:
    """For each row the rows of other articles that tell of the same."""
    telling: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        for chain in row["chains"]:
            telling[chain].add(number)
    return [
        {
            other
            for chain in row["chains"]
            for other in telling[chain]
            if rows[other]["doc"] != row["doc"]
        }
        for row in rows
    ]


def _order(checked: Iterable[Checked], rows_of: Sequence[Sequence[int]]) -> list[int]:
    """Numbers of the rows that the matches print, best first, each once."""
    order: dict[int, None] = {}
    for statement in checked:
        for match in statement.matches:
            for number in rows_of[match.id]:
                order.setdefault(number)
    return list(order)


def _average_precision(order: Sequence[int], partners: set[int]) -> float:
    hits, total = 0, 0.0
    for rank, number in enumerate(order, start=1):
        if number in partners:
            hits += 1
            total += hits / rank
    return total / len(partners)
