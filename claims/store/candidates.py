"""Block keys in, candidate statements out, at a cost that does not grow with the table.

A statement is filed under some ten to twenty keys, made by claims.linkage.blocking. To
find partners, the newest CAP_PER_KEY rows of each probed key are read, and statements
are ranked by the sum of 1 / log(2 + block size) over the keys they share: a key that
few share says much, one that everybody shares says little. At most keys × CAP_PER_KEY
rows are read whether the table holds a thousand statements or ten million.

Both databases stop at the cap inside the index. PostgreSQL asks by LATERAL. SQLite has
none: there a subquery finds the oldest row still wanted of each key, and the join
starts from it; it took two thirds of the time of a UNION ALL with a LIMIT for each key,
and is one query for any number of keys.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice
from math import log

from django.db import connection

from claims.models import BlockKey, Statement

# Rows read of one key, newest first. At a million statements 200 found .986 of the
# partners; the largest block had 48,522 rows.
CAP_PER_KEY = 200

# Ranked candidates looked at for one that is returned: those that are hidden or gone
# from their text lose their place only after ranking.
OVERFETCH = 3

# Rows a statement of SQL; also the ids in one IN list.
ROWS_A_QUERY = 10_000

INSERT = """
INSERT INTO claims_blockkey (key, statement_id) VALUES (%s, %s) ON CONFLICT DO NOTHING
"""
INSERT_UNNEST = """
INSERT INTO claims_blockkey (key, statement_id)
SELECT * FROM unnest(%s::bigint[], %s::bigint[]) ON CONFLICT DO NOTHING
"""
NEWEST_SQLITE = f"""
SELECT k.key, k.statement_id FROM json_each(%s) AS probe
CROSS JOIN claims_blockkey AS k ON k.key = probe.value
AND k.statement_id >= coalesce((
    SELECT x.statement_id FROM claims_blockkey AS x WHERE x.key = probe.value
    ORDER BY x.statement_id DESC LIMIT 1 OFFSET {CAP_PER_KEY - 1}), 0)
"""
NEWEST_POSTGRESQL = f"""
SELECT k.key, k.statement_id FROM unnest(%s::bigint[]) AS probe(key)
CROSS JOIN LATERAL (
    SELECT x.key, x.statement_id FROM claims_blockkey AS x WHERE x.key = probe.key
    ORDER BY x.statement_id DESC LIMIT {CAP_PER_KEY}) AS k
"""

Ranked = list[tuple[int, float]]


class CandidateStore:
    """Files statements under keys and finds those that share some."""

    def write_keys(self, rows: Iterable[tuple[int, int]]) -> None:
        """File (key, statement id) pairs; one that is there already is left alone."""
        # In the order of the index: inserts then touch each of its pages once.
        ordered = iter(sorted(rows))
        with connection.cursor() as cursor:
            while chunk := list(islice(ordered, ROWS_A_QUERY)):
                if connection.vendor == "postgresql":
                    keys, statements = zip(*chunk, strict=True)
                    cursor.execute(INSERT_UNNEST, [list(keys), list(statements)])
                else:
                    cursor.executemany(INSERT, chunk)

    def delete_keys(self, statement_ids: Collection[int]) -> None:
        """Take statements out of the index."""
        for chunk in _chunks(statement_ids):
            BlockKey.objects.filter(statement_id__in=chunk).delete()

    def candidates(
        self, keys: Collection[int], *, exclude_article: int | None, limit: int
    ) -> Ranked:
        """(statement id, score) of at most `limit` partners, best first."""
        return self.candidates_many(
            [keys], exclude_article=exclude_article, limit=limit
        )[0]

    def candidates_many(
        self,
        probes: Sequence[Collection[int]],
        *,
        exclude_article: int | None,
        limit: int,
    ) -> list[Ranked]:
        """`candidates` of several statements at once, in two queries.

        Only printed statements that nobody has hidden, of articles that are not
        withdrawn, are found; ties are broken by the newer statement.
        """
        blocks = self._newest({key for probe in probes for key in probe})
        ranked = [_rank(probe, blocks, limit * OVERFETCH) for probe in probes]
        shown = self._shown(
            {statement for found in ranked for statement, _ in found}, exclude_article
        )
        return [
            list(islice((pair for pair in found if pair[0] in shown), limit))
            for found in ranked
        ]

    def _newest(self, keys: Collection[int]) -> dict[int, list[int]]:
        blocks: dict[int, list[int]] = defaultdict(list)
        if not keys:
            return blocks
        ordered = sorted(keys)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(NEWEST_POSTGRESQL, [ordered])
            else:
                cursor.execute(NEWEST_SQLITE, [json.dumps(ordered)])
            for key, statement in cursor.fetchall():
                blocks[key].append(statement)
        return blocks

    def _shown(self, statements: set[int], exclude_article: int | None) -> set[int]:
        shown: set[int] = set()
        for chunk in _chunks(statements):
            rows = Statement.objects.filter(
                pk__in=chunk,
                state=Statement.State.PRINTED,
                hidden_by=None,
                article__withdrawn_at=None,
            )
            if exclude_article is not None:
                rows = rows.exclude(article=exclude_article)
            shown.update(rows.order_by().values_list("pk", flat=True))
        return shown


def _rank(keys: Collection[int], blocks: dict[int, list[int]], limit: int) -> Ranked:
    scores: dict[int, float] = defaultdict(float)
    for key in sorted(keys):  # sums of floats depend on their order
        block = blocks.get(key, ())
        worth = 1 / log(2 + len(block))
        for statement in block:
            scores[statement] += worth
    best = nlargest(limit, ((score, statement) for statement, score in scores.items()))
    return [(statement, score) for score, statement in best]


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), ROWS_A_QUERY):
        yield ordered[at : at + ROWS_A_QUERY]
