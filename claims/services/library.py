"""Records of stored statements, kept while what they were read from stays as it is.

Whoever links many articles meets the same candidates again and again: statements of
these weeks about these names. To build a record takes longer than to compare it with
ten others, so a worker keeps the latest. What is kept is asked for by its stamp each
time: a statement that was read again, or whose article's date was corrected, is loaded
anew; one that an editor has corrected is never kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from claims.models import AttributionHop, By, Statement, StatementFacet
from claims.records import Stored, load_records

# Records kept: with what linking works out of each, some 25 KB a record. Three weeks of
# ten articles a day, in which candidates are looked for, hold some 5,000 statements; a
# worker with 8,192 came to 674 MB.
MOST_KEPT = 6_144
# Ids in one IN list, as in claims.records.
IDS_A_QUERY = 10_000

# Version, engine, origin and publication day: all that a record is made of beside the
# words, which never change, and an editor's rows.
Stamp = tuple[int, str, int | None, date | None]


class Library:
    """Reads records by id and keeps them; one a worker or command."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Stamp, Stored]] = {}

    def read(self, ids: Collection[int]) -> dict[int, Stored]:
        """The records of the statements; unknown ids are left out."""
        stamps = self._stamps(ids)
        held = self._held(stamps)
        missing = load_records(sorted(stamps.keys() - held.keys()))
        for pk in missing.keys() - self._edited(missing):
            self._keep(pk, stamps[pk], missing[pk])
        return held | missing

    def held(self, ids: Collection[int]) -> dict[int, Stored]:
        """Those of the records that are kept, and still are what is stored."""
        known = [pk for pk in ids if pk in self._kept]
        return self._held(self._stamps(known))

    def take(self, written: Iterable[tuple[Stamp, Stored]]) -> None:
        """Records as their writer has just committed them, with their stamps."""
        for stamp, stored in written:
            self._keep(stored.statement_id, stamp, stored)

    def forget(self, ids: Iterable[int]) -> None:
        """Statements that this worker has just written."""
        for pk in ids:
            self._kept.pop(pk, None)

    def _held(self, stamps: dict[int, Stamp]) -> dict[int, Stored]:
        same = [
            pk
            for pk, stamp in stamps.items()
            if pk in self._kept and self._kept[pk][0] == stamp
        ]
        held = {}
        for pk in set(same) - self._edited(same):
            kept = self._kept[pk] = self._kept.pop(pk)  # the latest used is the last
            held[pk] = kept[1]
        return held

    def _keep(self, pk: int, stamp: Stamp, stored: Stored) -> None:
        self._kept.pop(pk, None)
        if len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[pk] = stamp, stored

    def _stamps(self, ids: Collection[int]) -> dict[int, Stamp]:
        stamps: dict[int, Stamp] = {}
        for chunk in _chunks(ids):
            rows = Statement.objects.filter(pk__in=chunk).order_by()
            for pk, version, engine, origin, published in rows.values_list(
                "pk",
                "version_id",
                "engine_version",
                "origin_id",
                "article__published_date",
            ):
                stamps[pk] = version, engine, origin, published
        return stamps

    def _edited(self, ids: Collection[int]) -> set[int]:
        """Statements with a facet or a chain of an editor's."""
        return {
            pk
            for chunk in _chunks(ids)
            for model in (StatementFacet, AttributionHop)
            for pk in model.objects.filter(statement__in=chunk, by=By.EDITOR)
            .order_by()
            .values_list("statement_id", flat=True)
        }


def _chunks(ids: Collection[int]) -> Iterable[list[int]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), IDS_A_QUERY):
        yield ordered[at : at + IDS_A_QUERY]


@lru_cache(maxsize=1)
def library_of_worker() -> Library:
    """The one of this process, for as long as it lives: its jobs share it."""
    return Library()
