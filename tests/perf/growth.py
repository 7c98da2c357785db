"""A large table without a long import: what was imported, again under other names.

Every copy of an article keeps its day, its outlet and its common words; its people,
places and firms are others, each spelled with as many letters, so that every span still
holds. Common words then fill their blocks to the cap, and names do not: as in a table
that holds as much news. Links, claims and audit entries come along (tests.perf.linked).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import count

from django.db import transaction
from django.db.models import Model

from claims.engine import Engine
from claims.facets.types import Kind
from claims.models import (
    AttributionHop,
    ProcessingRun,
    Statement,
    StatementFacet,
)
from claims.records import load_records
from claims.store.candidates import CandidateStore
from sources.models import Article, ArticleVersion
from tests.perf import words
from tests.perf.linked import Linked, Renumbered
from tests.perf.renamed import WORD, Renamed, Row, again, renaming

ARTICLES_A_STEP = 50
ROWS_A_QUERY = 500
NAMED = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)


class Growth:
    """Copies what is stored at the beginning, round after round, step by step."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._originals = list(Article.objects.order_by("pk"))
        self._statements = Statement.objects.count()
        self._steps = self._rounds()

    def reach(self, statements: int) -> int:
        """Go on until there are as many statements; how many there are."""
        while self._statements < statements:
            self._statements += next(self._steps)
        return self._statements

    def _rounds(self) -> Iterator[int]:
        """Statements that each step adds."""
        invented = _invented()
        for number in count(1):
            renamed = renaming(invented, number)
            linked = Linked(renamed)
            for at in range(0, len(self._originals), ARTICLES_A_STEP):
                step = self._originals[at : at + ARTICLES_A_STEP]
                with transaction.atomic():
                    articles, statements = _copy(step, number, renamed, self._engine)
                    linked.copy(articles, statements)
                yield len(statements)


def _invented() -> set[str]:
    """The words of names that no lexicon knows."""
    printed = StatementFacet.objects.filter(kind__in=NAMED).values_list("text")
    found = {word for (text,) in printed.distinct() for word in WORD.findall(text)}
    ordinary = {*words.FORENAMES, *words.TRADES}
    return {word for word in found if word.istitle()} - ordinary


def _copy(
    originals: Sequence[Article], number: int, renamed: Renamed, engine: Engine
) -> tuple[Renumbered, Renumbered]:
    """The new ids of the articles, and of their statements."""
    articles = {each.pk: again(each, renamed, "title") for each in originals}
    for article in articles.values():
        article.external_id = f"{article.external_id}-{number}"
        article.url, article.url_hash, article.current_version = "", None, None
    Article.objects.bulk_create(articles.values())
    versions = {
        each.pk: again(each, renamed, "title", "text")
        for each in ArticleVersion.objects.filter(article__in=originals)
    }
    for version in versions.values():
        version.article = articles[version.article_id]
        version.text_hash = sha256(version.text.encode()).hexdigest()
    ArticleVersion.objects.bulk_create(versions.values())
    for version in versions.values():
        version.article.current_version = version
    Article.objects.bulk_update(articles.values(), ["current_version"])
    _run(versions)
    statements = {
        each.pk: again(each, renamed, "quote")
        for each in Statement.objects.filter(article__in=originals).order_by("pk")
    }
    for statement in statements.values():
        statement.article = articles[statement.article_id]
        statement.first_version = statement.version = versions[statement.version_id]
        statement.frames = json.loads(renamed(json.dumps(statement.frames)))
        statement.words_hash = sha256(statement.quote.encode()).hexdigest()
    Statement.objects.bulk_create(statements.values(), batch_size=ROWS_A_QUERY)
    for model, texts in (
        (StatementFacet, ("text", "value")),
        (AttributionHop, ("speaker",)),
    ):
        rows = model.objects.filter(statement__in=list(statements))
        model.objects.bulk_create(
            _below(rows, statements, renamed, texts), batch_size=ROWS_A_QUERY
        )
    _file([each.pk for each in statements.values()], engine)
    return _ids(articles), _ids(statements)


def _ids(copies: Mapping[int, Model]) -> Renumbered:
    return {old: copied.pk for old, copied in copies.items()}


def _run(versions: Mapping[int, ArticleVersion]) -> None:
    """What was read already: a worker would else read every copy."""
    runs = []
    for run in ProcessingRun.objects.filter(version__in=list(versions)):
        runs.append(again(run, str))
        runs[-1].version = versions[run.version_id]
    ProcessingRun.objects.bulk_create(runs)


def _below(
    rows: Iterable[Row],
    statements: dict[int, Statement],
    renamed: Renamed,
    texts: Sequence[str],
) -> Iterable[Row]:
    for row in rows:
        other = again(row, renamed, *texts)
        other.statement = statements[row.statement_id]
        for name in ("name_id", "speaker_name_id"):
            if hasattr(other, name):
                setattr(other, name, None)
        yield other


def _file(statements: Sequence[int], engine: Engine) -> None:
    """Under the block keys that the copies' own names and words make."""
    CandidateStore().write_keys(
        (key, pk)
        for pk, stored in load_records(statements).items()
        for key in engine.block_keys(stored.record)
    )
