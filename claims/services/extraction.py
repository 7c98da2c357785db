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
from dataclasses import dataclass, replace

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
from claims.services.traces import statements_delete, with_editor_traces
from claims.store.candidates import CandidateStore
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


@transaction.atomic
def statements_write(
    *,
    version: ArticleVersion,
    records: Iterable[StatementRecord],
    engine_version: str,
    store: CandidateStore | None = None,
) -> Written:
    """Write the records read from `version`; spans count from the start of its text.

    Idempotent: the same records again change no row's id and no words.
    """
    store = store or CandidateStore()
    found = sentences(records, text=version.text)
    rows = {
        row.pk: row
        for row in Statement.objects.filter(article=version.article_id).select_related(
            "version"
        )
    }
    matched = match(_known(rows.values(), version), found)
    gone = [row for pk, row in rows.items() if pk not in set(matched.values())]
    orphaned, uncut = _sort_gone(gone, version, {s.words for s in found})
    traced = with_editor_traces(uncut)
    affected, claims = statements_delete(statement_ids=uncut - traced, store=store)
    _set_state(orphaned, Statement.State.ORPHANED, store)
    _set_state(traced, Statement.State.RETIRED, store)
    written = _write_rows(version, found, matched, rows, engine_version)
    created = frozenset(written) - rows.keys()
    _write_details(written, found, kept=frozenset(written) - created)
    _write_keys(version, written, created, store)
    return Written(
        printed=tuple(written),
        created=created,
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


def _write_rows(
    version: ArticleVersion,
    found: Sequence[Sentence],
    matched: dict[int, int],
    rows: dict[int, Statement],
    engine_version: str,
) -> dict[int, Sentence]:
    """Statement id → sentence, in the order of the text."""
    origins = origins_resolve(s.record.origin for s in found if s.record.origin)
    taken: dict[str, set[int]] = defaultdict(set)
    for row in rows.values():
        taken[row.words_hash].add(row.nth)
    old, new = [], []
    for index, sentence in enumerate(found):
        if index in matched:
            row = rows[matched[index]]
            old.append(row)
        else:
            row = Statement(
                article_id=version.article_id,
                words_hash=sentence.words,
                nth=_free(taken[sentence.words]),
                quote=sentence.record.text,
                first_version=version,
            )
            new.append(row)
        _set_engine_columns(row, sentence, version, origins, engine_version)
    # An UPDATE of many rows: all of them are there (see services.refresh).
    Statement.objects.bulk_create(
        old,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=ENGINE_COLUMNS,
        batch_size=ROWS_A_QUERY,
    )
    made = iter(Statement.objects.bulk_create(new, batch_size=ROWS_A_QUERY))
    return {
        matched[index] if index in matched else next(made).pk: sentence
        for index, sentence in enumerate(found)
    }


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


def _write_details(
    written: dict[int, Sentence], found: Sequence[Sentence], *, kept: frozenset[int]
) -> None:
    """Replace the engine's facets and hops."""
    StatementFacet.objects.filter(statement__in=kept, by=By.ENGINE).delete()
    AttributionHop.objects.filter(statement__in=kept, by=By.ENGINE).delete()
    names = names_resolve(f for s in found for f in s.record.facets)
    facets: dict[tuple[int | str, ...], StatementFacet] = {}
    for pk, sentence in written.items():
        for facet in sentence.record.facets:
            key = name_key(facet)
            # One facet a place: the first, as extraction lists them.
            facets.setdefault(
                (
                    pk,
                    facet.frame,
                    facet.kind,
                    facet.role[:ROLE_CHARACTERS],
                    facet.start,
                    facet.end,
                ),
                facet_to_row(
                    facet, statement_id=pk, name_id=names[key] if key else None
                ),
            )
    StatementFacet.objects.bulk_create(facets.values(), batch_size=ROWS_A_QUERY)
    _write_hops(written)


def _write_hops(written: dict[int, Sentence]) -> None:
    hops = [hop for s in written.values() for hop in s.record.hops]
    if not hops:
        return
    names = names_known({hop.speaker.lower() for hop in hops})
    outlets = outlets_cited(hop.cited_outlet for hop in hops)
    AttributionHop.objects.bulk_create(
        (
            hop_to_row(
                hop,
                statement_id=pk,
                speaker_name_id=names.get((Kind.PERSON, hop.speaker.lower()))
                or names.get((Kind.ORGANISATION, hop.speaker.lower())),
                cited_outlet_id=outlets.get(hop.cited_outlet.lower()),
            )
            for pk, sentence in written.items()
            for hop in {hop.position: hop for hop in sentence.record.hops}.values()
        ),
        batch_size=ROWS_A_QUERY,
    )


def _write_keys(
    version: ArticleVersion,
    written: dict[int, Sentence],
    created: frozenset[int],
    store: CandidateStore,
) -> None:
    published = version.article.published_date
    fresh = {
        pk: replace(written[pk].record, published=published)
        for pk in written
        if pk in created
    }
    # Kept rows are read back: an editor's facets make keys as well.
    kept = load_records([pk for pk in written if pk not in created])
    records = fresh | {pk: row.record for pk, row in kept.items()}
    store.delete_keys(kept)
    store.write_keys(
        (key, pk) for pk, each in records.items() for key in block_keys(each)
    )
