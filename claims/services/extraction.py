"""The statements of a version, written so that no editor's work is lost.

SCHEMA rules 1 to 3. Words that are stored keep their row, whatever engine or version
brings them; only the engine's columns, facets and hops are replaced. Words that are no
longer cut so are deleted unless an editor left a trace on them, then they are retired.
Words that the text no longer prints are orphaned; should they return, the row is
printed again. services.identity decides which row is which sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from claims.extraction.fold import fold
from claims.facets.types import Kind, StatementRecord
from claims.linkage.blocking import block_keys
from claims.models import AttributionHop, By, Statement, StatementFacet
from claims.models.choices import ROLE_CHARACTERS
from claims.records import facet_to_row, frames_to_json, hop_to_row, load_records
from claims.services.identity import Known, Place, Sentence, match, sentences
from claims.services.names import (
    name_key,
    names_known,
    names_resolve,
    origins_resolve,
    outlets_cited,
)
from claims.services.settle import settle
from claims.services.traces import statements_delete, with_editor_traces
from claims.store.candidates import CandidateStore
from claims.store.rows import insert_rows
from sources.models import ArticleVersion

ROWS_A_QUERY = 500

# What an extraction sets on a row, beside its facets and hops.
ENGINE_COLUMNS = (
    "version",
    "start",
    "end",
    "state",
    "check_worthiness",
    "event_from",
    "event_to",
    "origin",
    "engine_version",
    "frames",
)


@dataclass(frozen=True, slots=True)
class Written:
    """What an extraction did; ids of statements.

    printed   all that the version prints, in the order of the text
    affected  statements that lost a partner; affected_claims those that lost a member
    """

    printed: tuple[int, ...] = ()
    created: frozenset[int] = frozenset()
    orphaned: frozenset[int] = frozenset()
    retired: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()
    affected: frozenset[int] = frozenset()
    affected_claims: frozenset[int] = frozenset()

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
    works = _works(reads)
    gone = [_remove(work, store) for work in works]
    _write_rows(works, engine_version)
    _write_details(works)
    settle({pk for work in works for pk in work.written if pk in work.rows})
    _write_keys(works, store)
    return [
        replace(removed, printed=tuple(work.written), created=work.created)
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
    _write_rows([work], engine_version)
    _write_details([work])
    settle(work.rows.keys() & work.written.keys())
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


def _write_rows(works: Sequence[_Work], engine_version: str) -> None:
    """Fill `written` of each work: statement id → sentence, in the text's order."""
    every = (s.record.origin for work in works for s in work.found)
    origins = origins_resolve(origin for origin in every if origin)
    old: list[Statement] = []
    new: list[Statement] = []
    for work in works:
        taken: dict[str, set[int]] = defaultdict(set)
        for row in work.rows.values():
            taken[row.words_hash].add(row.nth)
        for index, sentence in enumerate(work.found):
            if index in work.matched:
                row = work.rows[work.matched[index]]
                old.append(row)
            else:
                row = Statement(
                    article_id=work.version.article_id,
                    words_hash=sentence.words,
                    nth=_free(taken[sentence.words]),
                    quote=sentence.record.text,
                    first_version=work.version,
                )
                new.append(row)
            _set_engine_columns(row, sentence, work.version, origins, engine_version)
    # An UPDATE of many rows: all of them are there (see services.refresh).
    Statement.objects.bulk_create(
        old,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=ENGINE_COLUMNS,
        batch_size=ROWS_A_QUERY,
    )
    made = iter(Statement.objects.bulk_create(new, batch_size=ROWS_A_QUERY))
    for work in works:
        for index, sentence in enumerate(work.found):
            known = work.matched.get(index)
            work.written[known or next(made).pk] = sentence


def _free(taken: set[int]) -> int:
    nth = next(number for number in range(len(taken) + 1) if number not in taken)
    taken.add(nth)
    return nth


def _set_engine_columns(
    row: Statement,
    sentence: Sentence,
    version: ArticleVersion,
    origins: dict[str, int],
    engine_version: str,
) -> None:
    record = sentence.record
    row.version = version
    row.start, row.end = record.start, record.end
    row.state = Statement.State.PRINTED
    row.check_worthiness = min(1.0, max(0.0, record.check_worthiness))
    row.event_from, row.event_to = record.event_from, record.event_to
    row.engine_version = engine_version
    row.frames = frames_to_json(record)
    if row.origin_by == By.ENGINE:
        row.origin_id = origins.get(record.origin.key) if record.origin else None


def _write_details(works: Sequence[_Work]) -> None:
    """Replace the engine's facets and hops."""
    kept = {pk for work in works for pk in work.written if pk in work.rows}
    if kept:
        StatementFacet.objects.filter(statement__in=kept, by=By.ENGINE).delete()
        AttributionHop.objects.filter(statement__in=kept, by=By.ENGINE).delete()
    written = {pk: s for work in works for pk, s in work.written.items()}
    names = names_resolve(f for s in written.values() for f in s.record.facets)
    facets: dict[tuple[int | str, ...], StatementFacet] = {}
    for pk, sentence in written.items():
        for facet in sentence.record.facets:
            # One facet a place: the first, as extraction lists them.
            place = (
                pk,
                facet.frame,
                facet.kind,
                facet.role[:ROLE_CHARACTERS],
                facet.start,
                facet.end,
            )
            if place not in facets:
                key = name_key(facet)
                facets[place] = facet_to_row(
                    facet, statement_id=pk, name_id=names[key] if key else None
                )
    insert_rows(facets.values())
    _write_hops(written)


def _write_hops(written: dict[int, Sentence]) -> None:
    hops = [hop for s in written.values() for hop in s.record.hops]
    if not hops:
        return
    names = names_known({hop.speaker.lower() for hop in hops})
    outlets = outlets_cited(hop.cited_outlet for hop in hops)
    insert_rows(
        hop_to_row(
            hop,
            statement_id=pk,
            speaker_name_id=names.get((Kind.PERSON, hop.speaker.lower()))
            or names.get((Kind.ORGANISATION, hop.speaker.lower())),
            cited_outlet_id=outlets.get(hop.cited_outlet.lower()),
        )
        for pk, sentence in written.items()
        for hop in {hop.position: hop for hop in sentence.record.hops}.values()
    )


def _write_keys(works: Sequence[_Work], store: CandidateStore) -> None:
    records: dict[int, StatementRecord] = {}
    kept: list[int] = []
    for work in works:
        published = work.version.article.published_date
        for pk, sentence in work.written.items():
            if pk in work.rows:
                kept.append(pk)
            else:
                records[pk] = replace(sentence.record, published=published)
    # Kept rows are read back: an editor's facets make keys as well.
    records |= {pk: stored.record for pk, stored in load_records(kept).items()}
    store.delete_keys(kept)
    store.write_keys(
        (key, pk) for pk, record in records.items() for key in block_keys(record)
    )
