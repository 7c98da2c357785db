"""Block keys in memory: the candidates of a measurement, ranked as the store ranks
them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from claims.engine import Engine
from claims.facets.types import StatementRecord

# As in the store: only the newest statements of a key are looked at.
CAP_PER_KEY = 200


class MemoryCandidates:
    """Statements by block key, as numbers into the sequence given."""

    def __init__(self, records: Sequence[StatementRecord], engine: Engine) -> None:
        self._engine = engine
        self._records = records
        self._blocks: dict[int, list[int]] = defaultdict(list)
        for number, record in enumerate(records):
            for key in engine.block_keys(record):
                self._blocks[key].append(number)

    def candidates(self, record: StatementRecord, limit: int) -> list[int]:
        """Numbers of the statements that share most with the record, best first."""
        score: dict[int, float] = defaultdict(float)
        for key in self._engine.probe_keys(record):
            block = self._blocks.get(key, [])[-CAP_PER_KEY:]
            for number in block:
                score[number] += 1 / log(2 + len(block))
        ranked = sorted(score, key=lambda n: (-score[n], n))
        return [n for n in ranked if self._records[n] is not record][:limit]
