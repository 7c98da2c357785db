"""What is worked out of a statement once and used in many pairs. PURE."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from claims.facets.types import StatementRecord

T = TypeVar("T")

# Statements whose workings are kept: as many as a worker keeps (services.library).
MOST_KEPT = 6_144


class Kept(Generic[T]):
    """A function of a statement that remembers its latest results.

    They are kept by identity: to hash a record takes longer than to relate two. The
    record is kept with its result, so that its id cannot become another's.
    """

    def __init__(self, work: Callable[[StatementRecord], T]) -> None:
        self._work = work
        # An OrderedDict finds the oldest at once, a dict behind all that it let go.
        self._kept: OrderedDict[int, tuple[StatementRecord, T]] = OrderedDict()

    def __call__(self, record: StatementRecord) -> T:
        found = self._kept.get(id(record))
        if found is not None:
            return found[1]
        if len(self._kept) >= MOST_KEPT:
            self._kept.popitem(last=False)  # the oldest
        result = self._work(record)
        self._kept[id(record)] = (record, result)
        return result
