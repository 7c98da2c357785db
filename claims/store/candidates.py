"""Block keys in, candidate statements out, at a cost that does not grow with the table.

A statement is filed under some ten to twenty keys, made by claims.linkage.blocking. To
find partners, the newest CAP_PER_KEY rows of each probed key are read, and statements
are ranked by the sum of 1 / log(2 + block size) over the keys they share: a key that
few share says much, one that everybody shares says little. At most keys × CAP_PER_KEY
rows are read whether the table holds a thousand statements or ten million.

Both databases stop at the cap inside the index and hand over a block as one value: text
joined by SQLite, an array by PostgreSQL. A row for each statement of a block took four
times as long to read, and summing their scores in Python three times as long.

What ranking looks at next comes from here as well: sketches of what was found and of
what else its articles print, a bounded number of each.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice, pairwise
from math import log

import numpy as np
import numpy.typing as npt
from django.db import connection
from django.db.models import Max

from claims.linkage.blocking import bucket_of
from claims.linkage.shortlist import Sketch
from claims.models import BlockKey
from claims.records import Stored, load_records
from claims.store.sketches import articles_of_shown, siblings_of, sketches_of

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
SELECT probe.value, (SELECT group_concat(statement_id) FROM (
    SELECT x.statement_id FROM claims_blockkey AS x WHERE x.key = probe.value
    ORDER BY x.statement_id DESC LIMIT {CAP_PER_KEY}))
FROM json_each(%s) AS probe
"""
NEWEST_POSTGRESQL = f"""
SELECT probe.key, ARRAY(
    SELECT x.statement_id FROM claims_blockkey AS x WHERE x.key = probe.key
    ORDER BY x.statement_id DESC LIMIT {CAP_PER_KEY})
FROM unnest(%s::bigint[]) AS probe(key)
"""

# What sharing a key is worth, by the number of statements that were read of it.
WORTH = np.array([1 / log(2 + size) for size in range(CAP_PER_KEY + 1)])

Ranked = list[tuple[int, float]]
Ids = npt.NDArray[np.int64]


class Blocks:
    """The newest statements filed under each of some keys, ready to be ranked.

    statements: ids of all blocks, one block after the other, with the size of each. A
    block holds places of its statements among all there are, in the order of the ids:
    small numbers can be counted, ids of ten million would have to be sorted each time.
    """

    def __init__(
        self, keys: Iterable[int], sizes: Sequence[int], statements: Ids
    ) -> None:
        self._ids, places = np.unique(statements, return_inverse=True)
        ends = accumulate(sizes, initial=0)
        self._places = {
            key: places[start:end]
            for key, (start, end) in zip(keys, pairwise(ends), strict=True)
        }

    def rank(
        self, keys: Collection[int], limit: int, *, upto: int | None = None
    ) -> Ranked:
        """Of the statements in the blocks of the keys the `limit` best, best first.

        upto: statements of a higher id are left out, as if they were not stored yet.
        """
        # In the order of the keys: sums of floats depend on it.
        found = [self._places[key] for key in sorted(self._places.keys() & keys)]
        if not found:
            return []
        places = np.concatenate(found)
        sizes = stored = np.array([len(block) for block in found])
        last = len(self._ids)
        if upto is not None:
            last = int(self._ids.searchsorted(upto, side="right"))
            starts = sizes.cumsum() - sizes
            stored = np.add.reduceat(places < last, starts, dtype=np.int64)
        worth = np.repeat(WORTH[stored], sizes)
        scores = np.bincount(places, weights=worth)[:last]
        shared = (scores > 0).nonzero()[0]
        scores = scores[shared]
        if len(scores) > limit:
            likely = scores >= np.partition(scores, -limit)[-limit]
            shared, scores = shared[likely], scores[likely]
        best = np.lexsort((-shared, -scores))[:limit]
        ids = self._ids[shared[best]]
        return list(zip(ids.tolist(), scores[best].tolist(), strict=True))


NO_BLOCKS = Blocks([], [], np.array([], dtype=np.int64))


class CandidateStore:
    """Files statements under keys and finds those that share some.

    without_outlet: id of an outlet whose statements are never found.
    """

    def __init__(self, *, without_outlet: int | None = None) -> None:
        self._without_outlet = without_outlet

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
        excluded = () if exclude_article is None else (exclude_article,)
        return self.candidates_many([keys], excluded=[excluded], limit=limit)[0]

    def candidates_many(
        self,
        probes: Sequence[Collection[int]],
        *,
        excluded: Sequence[Collection[int]],
        limit: int,
        upto: Sequence[int | None] | None = None,
    ) -> list[Ranked]:
        """`candidates` of several statements at once, in two queries.

        For each probe, excluded: articles whose statements are not wanted; upto: id of
        the last statement that counts as stored, None for the last of all. Only printed
        statements that nobody has hidden, of articles that are not withdrawn, are
        found; ties are broken by the newer statement.
        """
        blocks = self._newest({key for probe in probes for key in probe})
        ranked = [
            blocks.rank(probe, limit * OVERFETCH, upto=last)
            for probe, last in zip(probes, upto or [None] * len(probes), strict=True)
        ]
        shown = articles_of_shown(
            {statement for found in ranked for statement, _ in found},
            without=self._without_outlet,
        )
        return [
            list(
                islice(
                    (
                        pair
                        for pair in found
                        if pair[0] in shown and shown[pair[0]] not in unwanted
                    ),
                    limit,
                )
            )
            for found, unwanted in zip(ranked, excluded, strict=True)
        ]

    def newest_week(self) -> int:
        """The latest week bucket under which anything is filed, 0 without any."""
        latest = BlockKey.objects.aggregate(latest=Max("key"))["latest"]
        return bucket_of(latest or 0)

    def sketches(self, statement_ids: Collection[int]) -> list[Sketch]:
        """What ranking looks at of the statements."""
        return sketches_of(statement_ids)

    def siblings(self, article_ids: Collection[int]) -> list[Sketch]:
        """The same of the first shown statements of each article."""
        return siblings_of(article_ids, without=self._without_outlet)

    def records(self, statement_ids: Collection[int]) -> dict[int, Stored]:
        """The whole of the statements by id; unknown ids are left out."""
        return load_records(sorted(statement_ids))

    def _newest(self, keys: Collection[int]) -> Blocks:
        if not keys:
            return NO_BLOCKS
        ordered = sorted(keys)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(NEWEST_POSTGRESQL, [ordered])
                listed = {key: found for key, found in cursor.fetchall() if found}
                sizes = [len(found) for found in listed.values()]
                ids = np.fromiter(chain(*listed.values()), np.int64, sum(sizes))
                return Blocks(listed, sizes, ids)
            cursor.execute(NEWEST_SQLITE, [json.dumps(ordered)])
            joined = {key: found for key, found in cursor.fetchall() if found}
        sizes = [found.count(",") + 1 for found in joined.values()]
        ids = np.fromstring(",".join(joined.values()), dtype=np.int64, sep=",")
        return Blocks(joined, sizes, ids)


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), ROWS_A_QUERY):
        yield ordered[at : at + ROWS_A_QUERY]
