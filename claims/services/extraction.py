"""The statements of a version, written so that no editor's work is lost.

SCHEMA rules 1 to 3. Words that are stored keep their row, whatever engine or version
brings them; only the engine's columns, facets and hops are replaced. Words that are no
longer cut so are deleted unless an editor left a trace on them, then they are retired.
Words that the text no longer prints are orphaned; should they return, the row is
printed again. services.identity decides which row is which sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from claims.extraction.fold import fold
from claims.facets.types import StatementRecord
from claims.linkage.blocking import block_keys
from claims.models import By, Statement
from claims.records import (
    Stored,
    frames_to_json,
    load_records,
    record_as_stored,
)
from claims.records.rows import worthiness_column
from claims.services.details import details_write
from claims.services.identity import Known, Place, Sentence, match, sentences
from claims.services.names import (
    origins_read,
    origins_resolve,
)
from claims.services.settle import settle
from claims.services.traces import statements_delete, with_editor_traces
from claims.store.candidates import CandidateStore
from claims.store.locks import lock_articles
from claims.store.rows import insert_rows
from claims.store.stamps import Stamp
from sources.models import ArticleVersion, Outlet

ROWS_A_QUERY = 500

Origins = dict[str, int]  # ids by OriginKey.key
Identity = tuple[int, str, int]  # article, hash of the words, which of their like

# What an extraction sets on a row, beside its facets and hops.
ENGINE_COLUMNS = (
    "version_id",
    "start",
    "end",
    "state",
    "check_worthiness",
    "event_from",
    "event_to",
    "origin_id",
    "engine_version",
    "frames",
)
NEW_COLUMNS = (
    *("article_id", "words_hash", "nth", "quote", "first_version_id", "origin_by"),
    *ENGINE_COLUMNS,
)


@dataclass(frozen=True, slots=True)
class Written:
    """What an extraction did; ids of statements.

    printed   all that the version prints, in the order of the text
    affected  statements that lost a partner; affected_claims those that lost a member
    records   of the created ones as they are stored now, with their stamps
    """

    printed: tuple[int, ...] = ()
    created: frozenset[int] = frozenset()
    orphaned: frozenset[int] = frozenset()
    retired: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()
    affected: frozenset[int] = frozenset()
    affected_claims: frozenset[int] = frozenset()
    records: tuple[tuple[Stamp, Stored], ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """For ProcessingRun.counts."""
        return {
            "statements": len(self.printed),
            "new": len(self.created),
            "orphaned": len(self.orphaned),
            "retired": len(self.retired),
            "deleted": len(self.deleted),
        }


@dataclass(frozen=True, slots=True)
class Read:
    """A version, and what the engine read in it; spans count in its text."""

    version: ArticleVersion
    records: Sequence[StatementRecord]


@dataclass(slots=True)
class _Work:
    """A version on its way into the tables; matched is {index in found: row id}."""

    version: ArticleVersion
    found: list[Sentence]
    rows: dict[int, Statement]
    matched: dict[int, int]
    written: dict[int, Sentence] = field(default_factory=dict)
    records: dict[int, tuple[Stamp, Stored]] = field(default_factory=dict)

    @property
    def created(self) -> frozenset[int]:
        return frozenset(self.written) - self.rows.keys()


@transaction.atomic
def statements_write(
    *, reads: Sequence[Read], engine_version: str, store: CandidateStore | None = None
) -> list[Written]:
    """Write the records read from versions of different articles.

    Idempotent: the same records again change no row's id and no words.
    """
    store = store or CandidateStore()
    lock_articles(read.version.article_id for read in reads)
    works = _works(reads)
    gone = [_remove(work, store) for work in works]
    origins = _write_rows(works, engine_version)
    kept = {pk for work in works for pk in work.written if pk in work.rows}
    details_write(_records(works), kept)
    settle(kept)
    _keep_records(works, origins, engine_version)
    _write_keys(works, store)
    return [
        replace(
            removed,
            printed=tuple(work.written),
            created=work.created,
            records=tuple(work.records.values()),
        )
        for work, removed in zip(works, gone, strict=True)
    ]


@transaction.atomic
def statement_add(
    *,
    version: ArticleVersion,
    record: StatementRecord,
    engine_version: str,
    known: Statement | None = None,
) -> int:
    """Write one record beside what is stored of the version; its statement's id.

    known: a row of the same words that is printed again by it.
    """
    lock_articles([version.article_id])
    rows = {
        row.pk: row
        for row in Statement.objects.filter(article=version.article_id)
        if known is None or row.pk == known.pk
    }
    work = _Work(
        version,
        sentences([record], text=version.text),
        rows,
        {} if known is None else {0: known.pk},
    )
    origins = _write_rows([work], engine_version)
    kept = work.rows.keys() & work.written.keys()
    details_write(_records([work]), kept)
    settle(kept)
    _keep_records([work], origins, engine_version)
    _write_keys([work], CandidateStore())
    (pk,) = work.written
    return pk


def _works(reads: Sequence[Read]) -> list[_Work]:
    rows: dict[int, dict[int, Statement]] = {
        read.version.article_id: {} for read in reads
    }
    if len(rows) < len(reads):
        raise ValueError("two versions of one article")
    for row in Statement.objects.filter(article__in=rows).select_related("version"):
        rows[row.article_id][row.pk] = row
    works = []
    for read in reads:
        known = rows[read.version.article_id]
        found = sentences(read.records, text=read.version.text)
        matched = match(_known(known.values(), read.version), found)
        works.append(_Work(read.version, found, known, matched))
    return works


def _remove(work: _Work, store: CandidateStore) -> Written:
    """Take away what the version no longer prints."""
    kept = set(work.matched.values())
    gone = [row for pk, row in work.rows.items() if pk not in kept]
    if not gone:
        return Written()
    orphaned, uncut = _sort_gone(gone, work.version, {s.words for s in work.found})
    traced = with_editor_traces(uncut)
    affected, claims = statements_delete(statement_ids=uncut - traced, store=store)
    _set_state(orphaned, Statement.State.ORPHANED, store)
    _set_state(traced, Statement.State.RETIRED, store)
    return Written(
        orphaned=frozenset(orphaned),
        retired=frozenset(traced),
        deleted=frozenset(uncut - traced),
        affected=frozenset(affected),
        affected_claims=frozenset(claims),
    )


def _known(rows: Iterable[Statement], version: ArticleVersion) -> list[Known]:
    folded: dict[int, str] = {}
    known = []
    for row in rows:
        if row.version_id not in folded:
            folded[row.version_id] = fold(row.version.text)
        known.append(
            Known(
                statement_id=row.pk,
                words=row.words_hash,
                place=Place(folded[row.version_id], row.start, row.end),
                here=row.version_id == version.pk,
            )
        )
    return known


def _sort_gone(
    rows: Iterable[Statement], version: ArticleVersion, cut: set[str]
) -> tuple[set[int], set[int]]:
    """Rows without a sentence: no longer in the text, or in it but no longer cut so.

    Words that a newer version repeats, so that no sentence is surely the row's, are
    no longer in the text for all we know.
    """
    folded = fold(version.text)
    orphaned: set[int] = set()
    uncut: set[int] = set()
    for row in rows:
        if fold(row.quote) not in folded:
            if row.state != Statement.State.ORPHANED:
                orphaned.add(row.pk)
        elif row.state == Statement.State.PRINTED:
            lost = row.version_id != version.pk and row.words_hash in cut
            (orphaned if lost else uncut).add(row.pk)
    return orphaned, uncut


def _set_state(ids: set[int], state: Statement.State, store: CandidateStore) -> None:
    if ids:
        Statement.objects.filter(pk__in=ids).update(state=state)
        store.delete_keys(ids)


def _write_rows(works: Sequence[_Work], engine_version: str) -> Origins:
    """Fill `written` of each work: statement id → sentence, in the text's order."""
    every = (s.record.origin for work in works for s in work.found)
    origins = origins_resolve(origin for origin in every if origin)
    old: list[Statement] = []
    new: list[list[Any]] = []
    places: dict[tuple[int, int], Identity] = {}
    for number, work in enumerate(works):
        taken: dict[str, set[int]] = defaultdict(set)
        for row in work.rows.values():
            taken[row.words_hash].add(row.nth)
        for index, sentence in enumerate(work.found):
            values = _engine_values(sentence, work.version, origins, engine_version)
            if index in work.matched:
                old.append(_with_values(work.rows[work.matched[index]], values))
                continue
            words = sentence.words
            identity = work.version.article_id, words, _free(taken[words])
            places[number, index] = identity
            quote, first = sentence.record.text, work.version.pk
            new.append([*identity, quote, first, By.ENGINE.value, *values])
    # An UPDATE of many rows: all of them are there (see services.refresh).
    Statement.objects.bulk_create(
        old,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=ENGINE_COLUMNS,
        batch_size=ROWS_A_QUERY,
    )
    insert_rows(Statement, NEW_COLUMNS, new)
    made = _ids({article for article, _, _ in places.values()})
    for number, work in enumerate(works):
        for index, sentence in enumerate(work.found):
            known = work.matched.get(index)
            work.written[known or made[places[number, index]]] = sentence
    return origins


def _ids(articles: Collection[int]) -> dict[Identity, int]:
    """The statements of the articles by their identity."""
    rows = Statement.objects.filter(article__in=articles).order_by()
    return {
        (article, words, nth): pk
        for pk, article, words, nth in rows.values_list(
            "pk", "article_id", "words_hash", "nth"
        )
    }


def _free(taken: set[int]) -> int:
    nth = next(number for number in range(len(taken) + 1) if number not in taken)
    taken.add(nth)
    return nth


def _engine_values(
    sentence: Sentence, version: ArticleVersion, origins: Origins, engine_version: str
) -> list[Any]:
    """What an extraction says of a row, as ENGINE_COLUMNS."""
    record = sentence.record
    return [
        version.pk,
        record.start,
        record.end,
        Statement.State.PRINTED.value,
        worthiness_column(record.check_worthiness),
        record.event_from,
        record.event_to,
        _origin_id(record, origins),
        engine_version,
        frames_to_json(record),
    ]


def _with_values(row: Statement, values: Sequence[Any]) -> Statement:
    """A stored row with what the engine says now; an editor's origin stays."""
    for column, value in zip(ENGINE_COLUMNS, values, strict=True):
        if column != "origin_id" or row.origin_by == By.ENGINE:
            setattr(row, column, value)
    return row


def _origin_id(record: StatementRecord, origins: Origins) -> int | None:
    return origins.get(record.origin.key) if record.origin else None


def _records(works: Sequence[_Work]) -> dict[int, StatementRecord]:
    return {pk: s.record for work in works for pk, s in work.written.items()}


def _keep_records(
    works: Sequence[_Work], origins: Origins, engine_version: str
) -> None:
    """Fill `records` of each work with what was created, which no editor knows yet."""
    records = _records(works)
    printed = {pk: _origin_id(record, origins) for pk, record in records.items()}
    stored = origins_read({pk for pk in printed.values() if pk})
    articles = [work.version.article for work in works]
    outlets = Outlet.objects.in_bulk({article.outlet_id for article in articles})
    for work, article in zip(works, articles, strict=True):
        for pk in work.written.keys() - work.rows.keys():
            origin = printed[pk]
            record = record_as_stored(
                records[pk],
                article=article,
                outlet=outlets[article.outlet_id].name,
                origin=stored[origin] if origin else None,
            )
            stamp = work.version.pk, engine_version, origin, article.published_date
            work.records[pk] = stamp, Stored(pk, article.pk, record)


def _write_keys(works: Sequence[_Work], store: CandidateStore) -> None:
    created = {pk: row for work in works for pk, (_, row) in work.records.items()}
    kept = [pk for work in works for pk in work.written if pk in work.rows]
    # Kept rows are read back: an editor's facets make keys as well.
    stored = created | load_records(kept)
    store.delete_keys(kept)
    store.write_keys(
        (key, pk) for pk, row in stored.items() for key in block_keys(row.record)
    )
