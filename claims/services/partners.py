"""Whom a statement is compared with: its candidates, the likeliest first.

The store proposes by block keys, linkage.ranking orders the best of them. Statements of
the same article have a small allowance of their own, so that a long article does not
crowd out what others print; partners linked already are always compared again, else a
link would come and go with the crowd around it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claims.facets.types import StatementRecord
from claims.linkage.ranking import (
    LEAST_LIKENESS,
    about_the_same,
    at_a_glance,
    likeness,
)
from claims.records import Stored, load_glances, load_records
from claims.store.candidates import CandidateStore, Ranked

if TYPE_CHECKING:
    from claims.engine import Engine

# Candidates of a statement whose records are loaded and ranked by likeness, of those
# that the keys propose: of 770 related public pairs 99.9% are among the first thirty.
LOADED = 30
# Of the comparisons that a statement may have (LinkageConfig.most_compared), those kept
# for statements of its own article.
WITHIN_ARTICLE = 4


def find_partners(
    *,
    statements: Mapping[int, Stored],
    linked: Mapping[int, set[int]],
    engine: Engine,
    store: CandidateStore,
) -> tuple[dict[int, list[int]], dict[int, Stored]]:
    """{statement id: partner ids}, and the records of all of them.

    statements: all of one article; linked: the partners they are linked with already.
    Six queries, however many statements there are.
    """
    ids = list(statements)
    article = next(iter(statements.values())).article_id
    proposed = store.candidates_many(
        [engine.probe_keys(statements[pk].record) for pk in ids],
        excluded=[(article,)] * len(ids),
        limit=LOADED,
    )
    seen = _at_a_glance([statements[pk].record for pk in ids], proposed)
    wanted = {pk for others in seen for pk in others}
    wanted.update(*linked.values())
    records = dict(statements) | load_records(sorted(wanted - statements.keys()))
    within = _within(statements, engine)
    most = engine.config.most_compared
    partners = {}
    for pk, others in zip(ids, seen, strict=True):
        inside = within[pk][:WITHIN_ARTICLE]
        outside = [other for other in others if other in records]
        best = _likeliest(pk, outside, records)[: most - len(inside)]
        again = (each for each in linked.get(pk, ()) if each in records)
        partners[pk] = sorted({*inside, *best, *again} - {pk})
    return partners, records


def _at_a_glance(
    mine: Sequence[StatementRecord], proposed: Sequence[Ranked]
) -> list[list[int]]:
    """Of the proposed statements those whose records are worth reading."""
    glances = load_glances({pk for ranked in proposed for pk, _ in ranked})
    return [
        [
            pk
            for pk, _ in ranked
            if pk in glances
            and at_a_glance(one.text, glances[pk][0], one.context, glances[pk][1])
        ]
        for one, ranked in zip(mine, proposed, strict=True)
    ]


def _likeliest(
    statement: int, others: Sequence[int], records: Mapping[int, Stored]
) -> list[int]:
    mine = records[statement].record
    scores = {other: likeness(mine, records[other].record) for other in others}
    alike = [
        other
        for other in others
        if scores[other] >= LEAST_LIKENESS
        or about_the_same(mine.context, records[other].record.context)
    ]
    return sorted(alike, key=lambda other: (-scores[other], other))


def _within(statements: Mapping[int, Stored], engine: Engine) -> dict[int, list[int]]:
    """Statements of the article by the number of keys they share, most first."""
    blocks: dict[int, list[int]] = defaultdict(list)
    for pk, row in statements.items():
        for key in engine.block_keys(row.record):
            blocks[key].append(pk)
    shared: dict[int, dict[int, int]] = {pk: defaultdict(int) for pk in statements}
    for block in blocks.values():
        for pk in block:
            for other in block:
                if other != pk:
                    shared[pk][other] += 1
    return {
        pk: sorted(counts, key=lambda other: (-counts[other], other))
        for pk, counts in shared.items()
    }
