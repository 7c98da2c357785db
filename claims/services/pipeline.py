"""From a version's text to its claims: the way of the data on one screen.

    1  extraction           text → statements, outside any transaction
    2  services.extraction  statements, facets, names, block keys: first transaction
    3  services.linkage     candidates → links → claims: second transaction
    4  the run is finished

The statements are committed before candidates are looked up, so of two importers at
once the later one always sees the earlier one's statements. A run that broke off is no
work done: `pending_versions` finds its version again, and doing it twice changes
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from claims.engine import Engine, uncollected
from claims.extraction.statements import Source
from claims.facets.types import StatementRecord
from claims.models import ProcessingRun
from claims.services.extraction import Read, statements_write
from claims.services.library import Library
from claims.services.linkage import links_write
from claims.services.marked import with_marked
from sources.models import Article, ArticleVersion

# The language that the engine reads, and its regional kinds ("en-GB").
LANGUAGE = "en"
ERROR_CHARACTERS = 2_000

Counts = dict[str, int | str]


def pending_versions(*, engine_version: str) -> QuerySet[ArticleVersion]:
    """Current versions of articles not withdrawn, without a finished run."""
    finished = ProcessingRun.objects.filter(
        version=OuterRef("pk"),
        engine_version=engine_version,
        finished_at__isnull=False,
    )
    return (
        ArticleVersion.objects.filter(
            pk=F("article__current_version"), article__withdrawn_at=None
        )
        .exclude(Exists(finished))
        .select_related("article__outlet")
        .order_by("pk")
    )


@dataclass(frozen=True, slots=True)
class Work:
    """A version to be read.

    all_sentences  None = as the version was read before
    records  what the engine read already, else it reads now
    again    also when the run is finished: something beside the text has changed
    """

    version: ArticleVersion
    all_sentences: bool | None = None
    records: Sequence[StatementRecord] | None = None
    again: bool = False


def process_version(
    version: ArticleVersion,
    *,
    engine: Engine,
    all_sentences: bool | None = None,
    records: Sequence[StatementRecord] | None = None,
    again: bool = False,
) -> ProcessingRun | None:
    """Extract, link and cluster one version; its run, or None for a withdrawn article.

    The arguments are those of Work.
    """
    work = Work(version, all_sentences, records, again)
    return process_versions([work], engine=engine)[version.pk]


def process_versions(
    works: Sequence[Work], *, engine: Engine, library: Library | None = None
) -> dict[int, ProcessingRun | None]:
    """`process_version` of versions of different articles, in common transactions.

    A text that cannot be read stops them all: see process_each. library: records that
    the caller keeps from one call to the next.
    """
    runs = _runs([work.version for work in works], engine)
    todo = []
    for work in works:
        run = runs.get(work.version.pk)
        if run is None or (run.finished_at is not None and not work.again):
            continue
        if is_read(work.version.article.language):
            todo.append(work)
        else:
            _finish([run], [{"not_analysed": work.version.article.language}])
    if todo:
        try:
            with uncollected():
                _process(todo, runs, engine, library or Library())
        except Exception as error:
            message = f"{type(error).__name__}: {error}"[:ERROR_CHARACTERS]
            ids = [runs[work.version.pk].pk for work in todo]
            ProcessingRun.objects.filter(pk__in=ids).update(error=message)
            raise
    return {work.version.pk: runs.get(work.version.pk) for work in works}


def process_each(
    works: Sequence[Work], *, engine: Engine, library: Library
) -> dict[int, Exception]:
    """Process the versions together; where that fails, each alone.

    Returns what went wrong, by version: one text must not stop the others.
    """
    try:
        process_versions(works, engine=engine, library=library)
    except Exception as error:
        if len(works) == 1:
            return {works[0].version.pk: error}
        failed: dict[int, Exception] = {}
        for work in works:
            failed |= process_each([work], engine=engine, library=library)
        return failed
    return {}


def _process(
    works: Sequence[Work],
    runs: Mapping[int, ProcessingRun],
    engine: Engine,
    library: Library,
) -> None:
    whole = _read_whole([work.version for work in works])
    wide = [
        work.version.pk in whole if work.all_sentences is None else work.all_sentences
        for work in works
    ]
    reads = _read(works, wide, engine)
    written = statements_write(reads=reads, engine_version=engine.version)
    printed = [pk for each in written for pk in each.printed]
    library.forget(printed)
    for each in written:
        library.take(each.records)
    linked = links_write(
        statement_ids=printed,
        engine=engine,
        library=library,
        also={pk for w in written for pk in w.orphaned | w.retired | w.affected},
        also_claims={pk for each in written for pk in each.affected_claims},
    )
    found = linked.counts([each.printed for each in written])
    counts: list[Counts] = [
        {**each.counts, **pairs} for each, pairs in zip(written, found, strict=True)
    ]
    for count, all_sentences in zip(counts, wide, strict=True):
        if all_sentences:
            count["all_sentences"] = True
    _finish([runs[work.version.pk] for work in works], counts)


def _read(works: Sequence[Work], wide: Sequence[bool], engine: Engine) -> list[Read]:
    unread = engine.read_all(
        Source(
            work.version.text,
            anchor(work.version.article),
            work.version.title,
            all_sentences,
        )
        for work, all_sentences in zip(works, wide, strict=True)
        if work.records is None
    )
    cut = {
        work.version.pk: next(unread) if work.records is None else work.records
        for work in works
    }
    versions = [work.version for work in works]
    anchors = {version.pk: anchor(version.article) for version in versions}
    found = with_marked(cut, versions, anchors=anchors, engine=engine)
    return [Read(version, found[version.pk]) for version in versions]


def anchor(article: Article) -> date | None:
    """The day that relative dates count from; None when it is not known to the day."""
    if article.published_precision in (
        Article.Precision.MINUTE,
        Article.Precision.DAY,
    ):
        return article.published_date
    return None


def is_read(language: str) -> bool:
    """Whether the engine reads the language; no language is taken for English."""
    return language.lower().split("-")[0] in {"", LANGUAGE}


def _read_whole(versions: Sequence[ArticleVersion]) -> set[int]:
    """Versions of which every sentence was read before."""
    runs = ProcessingRun.objects.filter(
        version__in=versions, counts__all_sentences=True
    )
    return set(runs.values_list("version_id", flat=True))


def _runs(
    versions: Sequence[ArticleVersion], engine: Engine
) -> dict[int, ProcessingRun]:
    """The run of each version, but of none whose article is withdrawn."""
    wanted = [v for v in versions if v.article.withdrawn_at is None]
    ProcessingRun.objects.bulk_create(
        (
            ProcessingRun(version=version, engine_version=engine.version)
            for version in wanted
        ),
        ignore_conflicts=True,
    )
    runs = ProcessingRun.objects.filter(
        version__in=wanted, engine_version=engine.version
    )
    return {run.version_id: run for run in runs}


def _finish(runs: Sequence[ProcessingRun], counts: Sequence[Counts]) -> None:
    now = timezone.now()
    for run, each in zip(runs, counts, strict=True):
        run.counts, run.error, run.finished_at = dict(each), "", now
    # An UPDATE of many rows: all of them are there (see services.refresh).
    ProcessingRun.objects.bulk_create(
        runs,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["counts", "error", "finished_at"],
    )
