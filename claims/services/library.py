"""Records of stored statements, kept while what they were read from stays as it is.

Whoever links many articles meets the same candidates again and again: statements of
these weeks about these names. To build a record takes longer than to compare it with
ten others, so a worker keeps the latest. What is kept is asked for by its stamp each
time: a statement that was read again, or whose article's date was corrected, is loaded
anew; one that an editor has corrected is never kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from claims.records import Stored, load_records
from claims.store.stamps import Stamp, stamps_of

# Records kept: with what linking works out of each, some 25 KB a record. Three weeks of
# ten articles a day, in which candidates are looked for, hold some 5,000 statements; a
# worker with 8,192 came to 674 MB.
MOST_KEPT = 6_144


class Library:
    """Reads records by id and keeps them; one a worker or command."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Stamp, Stored]] = {}

    def read(self, ids: Collection[int]) -> dict[int, Stored]:
        """The records of the statements; unknown ids are left out."""
        stamps = stamps_of(ids)
        held = self._held(stamps)
        missing = load_records(sorted(stamps.keys() - held.keys()))
        # Asked again: what has changed meanwhile is not what was loaded.
        for pk, stamp in stamps_of(missing).items():
            if stamp is not None and stamp == stamps[pk]:
                self._keep(pk, stamp, missing[pk])
        return held | missing

    def held(self, ids: Collection[int]) -> dict[int, Stored]:
        """Those of the records that are kept, and still are what is stored."""
        return self._held(stamps_of([pk for pk in ids if pk in self._kept]))

    def take(self, written: Iterable[tuple[Stamp, Stored]]) -> None:
        """Records as their writer has just committed them, with their stamps."""
        for stamp, stored in written:
            self._keep(stored.statement_id, stamp, stored)

    def forget(self, ids: Iterable[int]) -> None:
        """Statements that this worker has just written."""
        for pk in ids:
            self._kept.pop(pk, None)

    def _held(self, stamps: Mapping[int, Stamp | None]) -> dict[int, Stored]:
        held = {}
        for pk, stamp in stamps.items():
            if pk in self._kept and self._kept[pk][0] == stamp:
                kept = self._kept[pk] = self._kept.pop(pk)  # the latest used is last
                held[pk] = kept[1]
        return held

    def _keep(self, pk: int, stamp: Stamp, stored: Stored) -> None:
        self._kept.pop(pk, None)
        if len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[pk] = stamp, stored


@lru_cache(maxsize=1)
def library_of_process() -> Library:
    """The one of this process, as long as it lives: jobs and commands share it."""
    return Library()
