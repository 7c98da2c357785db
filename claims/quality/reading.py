"""An engine that reads each text of a labelled set once, and tells how far it is.

Sets of pairs print the same text in many rows, up to a third of them in ours; parsing
is nearly all of the time that a measurement takes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claims.engine import Engine
from claims.facets.types import StatementRecord

# Texts between two reports: every few seconds on one core.
TOLD_EVERY = 500


@dataclass(frozen=True, slots=True)
class Reader(Engine):
    """An engine for measurements. tell(read, of all) is called now and then."""

    tell: Callable[[int, int], None]

    @classmethod
    def of(cls, engine: Engine, tell: Callable[[int, int], None]) -> Reader:
        """A reader that reads and judges as an engine does."""
        return cls(engine.nlp, engine.config, engine.version, engine.scorer, tell)

    def extract_many(
        self,
        items: Iterable[tuple[str, date | None]],
        *,
        all_sentences: bool = False,
        ties: bool = False,
    ) -> Iterator[list[StatementRecord]]:
        """As the engine's, but texts that occur again share their statements."""
        items = list(items)
        left = Counter(items)
        distinct = list(left)
        fresh = Engine.extract_many(
            self, distinct, all_sentences=all_sentences, ties=ties
        )
        kept: dict[tuple[str, date | None], list[StatementRecord]] = {}
        done = 0
        for item in items:
            if item not in kept:
                kept[item] = next(fresh)
                done += 1
                if done % TOLD_EVERY == 0:
                    self.tell(done, len(distinct))
            left[item] -= 1
            yield kept[item] if left[item] else kept.pop(item)
