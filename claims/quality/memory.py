"""Block keys in memory: the shelf of a measurement, in place of the candidate store.

It ranks and caps by the store's own functions, so that what is measured is the path
that a draft takes through the database.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np

from claims.engine import Engine
from claims.facets.types import StatementRecord
from claims.linkage.blocking import bucket_of
from claims.linkage.shortlist import Sketch, events_of
from claims.records import Stored
from claims.store.candidates import CAP_PER_KEY, Blocks, Ranked
from claims.store.sketches import MOST_OF_ARTICLE


class MemoryCandidates:
    """Statements by block key, as numbers into the sequence given.

    Articles are numbered in their order, from 0, by the records' `article`.
    """

    def __init__(self, records: Sequence[StatementRecord], engine: Engine) -> None:
        self._engine = engine
        self._records = records
        self._blocks: dict[int, list[int]] = defaultdict(list)
        self._printed: dict[str, list[int]] = defaultdict(list)
        for number, record in enumerate(records):
            self._printed[record.article].append(number)
            for key in engine.block_keys(record):
                self._blocks[key].append(number)
        self._numbers = {name: n for n, name in enumerate(self._printed)}
        self._articles = list(self._printed.values())

    def number_of(self, article: str) -> int:
        """The number of an article."""
        return self._numbers[article]

    def candidates(self, record: StatementRecord, limit: int) -> list[int]:
        """Numbers of the statements that share most with the record, best first."""
        ranked = self._rank(self._engine.probe_keys(record))
        return [n for n, _ in ranked if self._records[n] is not record][:limit]

    def newest_week(self) -> int:
        """As the store: the latest bucket in use."""
        return bucket_of(max(self._blocks, default=0))

    def candidates_many(
        self,
        probes: Sequence[Collection[int]],
        *,
        excluded: Sequence[Collection[int]],
        limit: int,
    ) -> list[Ranked]:
        """As the store: (number, score) of the best, best first."""
        found = []
        for keys, articles in zip(probes, excluded, strict=True):
            hidden = {n for article in articles for n in self._articles[article]}
            ranked = self._rank(keys)
            found.append([pair for pair in ranked if pair[0] not in hidden][:limit])
        return found

    def sketches(self, statement_ids: Collection[int]) -> list[Sketch]:
        """As the store: what ranking looks at."""
        return [self._sketch(number) for number in sorted(statement_ids)]

    def siblings(self, article_ids: Collection[int]) -> list[Sketch]:
        """As the store: the first statements of each article."""
        return [
            self._sketch(number)
            for article in sorted(article_ids)
            for number in self._articles[article][:MOST_OF_ARTICLE]
        ]

    def records(self, statement_ids: Collection[int]) -> dict[int, Stored]:
        """As the store: the whole of the statements."""
        return {
            number: Stored(number, self._numbers[self._records[number].article], record)
            for number in statement_ids
            for record in (self._records[number],)
        }

    def _rank(self, keys: Collection[int]) -> Ranked:
        found = {
            key: self._blocks[key][-CAP_PER_KEY:] for key in keys if key in self._blocks
        }
        numbers = np.array([*chain(*found.values())], dtype=np.int64)
        blocks = Blocks(found, [len(block) for block in found.values()], numbers)
        return blocks.rank(keys, len(self._records))

    def _sketch(self, number: int) -> Sketch:
        record = self._records[number]
        article = self._numbers[record.article]
        return Sketch(number, article, record.text, record.lemmas, events_of(record))
