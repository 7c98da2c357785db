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
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from claims.facets.types import StatementRecord
from claims.models import ProcessingRun
from claims.services.extraction import statements_write
from claims.services.linkage import links_write
from sources.models import Article, ArticleVersion

if TYPE_CHECKING:
    from claims.engine import Engine

# The language that the engine reads, and its regional kinds ("en-GB").
LANGUAGE = "en"
ERROR_CHARACTERS = 2_000


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


def process_version(
    version: ArticleVersion,
    *,
    engine: Engine,
    all_sentences: bool | None = None,
    records: Sequence[StatementRecord] | None = None,
    again: bool = False,
) -> ProcessingRun | None:
    """Extract, link and cluster one version; its run, or None for a withdrawn article.

    all_sentences  None = as the version was read before
    records  what the engine read already (a batch parsed together), else it reads now
    again    also when the run is finished: something beside the text has changed
    """
    if version.article.withdrawn_at is not None:
        return None
    run, _ = ProcessingRun.objects.get_or_create(
        version=version, engine_version=engine.version
    )
    if run.finished_at is not None and not again:
        return run
    if not is_read(version.article.language):
        return _finish(run, {"not_analysed": version.article.language})
    if all_sentences is None:
        all_sentences = _read_whole(version)
    try:
        if records is None:
            records = engine.extract(
                version.text,
                published=anchor(version.article),
                title=version.title,
                all_sentences=all_sentences,
            )
        written = statements_write(
            version=version, records=records, engine_version=engine.version
        )
        linked = links_write(
            statement_ids=written.printed,
            engine=engine,
            also=written.orphaned | written.retired | written.affected,
            also_claims=written.affected_claims,
        )
    except Exception as error:
        message = f"{type(error).__name__}: {error}"[:ERROR_CHARACTERS]
        ProcessingRun.objects.filter(pk=run.pk).update(error=message)
        raise
    counts: dict[str, int | str] = {**written.counts, **linked.counts}
    if all_sentences:
        counts["all_sentences"] = True
    return _finish(run, counts)


def reanchor(article: Article, *, engine: Engine) -> ProcessingRun | None:
    """Read an article again whose publication date was corrected.

    Relative dates, block keys, links and claims follow at once; None when the article
    has no text or is withdrawn.
    """
    version = article.current_version
    if version is None:
        return None
    version.article = article
    return process_version(version, engine=engine, again=True)


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


def _read_whole(version: ArticleVersion) -> bool:
    return version.runs.filter(counts__all_sentences=True).exists()


def _finish(run: ProcessingRun, counts: Mapping[str, int | str]) -> ProcessingRun:
    run.counts, run.error, run.finished_at = counts, "", timezone.now()
    run.save(update_fields=["counts", "error", "finished_at"])
    return run
