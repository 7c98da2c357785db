"""A large table without a long import: what was imported, again under other names.

Every copy of an article keeps its day, its outlet and its common words; its people,
places and firms are others, each spelled with as many letters, so that every span still
holds. Common words then fill their blocks to the cap, and names do not: as in a table
that holds as much news.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from hashlib import sha256
from itertools import count
from typing import TypeVar

from django.db import transaction
from django.db.models import Model

from claims.engine import Engine
from claims.facets.types import Kind
from claims.models import AttributionHop, Statement, StatementFacet
from claims.records import load_records
from claims.store.candidates import CandidateStore
from sources.models import Article, ArticleVersion
from tests.perf import words

ARTICLES_A_STEP = 100
ROWS_A_QUERY = 500
NAMED = (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION)
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
WORD = re.compile(r"[A-Za-z]+")

Row = TypeVar("Row", bound=Model)
Renamed = Callable[[str], str]


def grow(engine: Engine, statements: int) -> int:
    """Copy what is stored until there are as many statements; how many there are."""
    originals = list(Article.objects.order_by("pk"))
    invented = _invented()
    for number in count(1):
        again = _renaming(invented, number)
        for at in range(0, len(originals), ARTICLES_A_STEP):
            if Statement.objects.count() >= statements:
                return Statement.objects.count()
            with transaction.atomic():
                _copy(originals[at : at + ARTICLES_A_STEP], number, again, engine)
    raise AssertionError("unreachable")


def _invented() -> set[str]:
    """The words of names that no lexicon knows."""
    printed = StatementFacet.objects.filter(kind__in=NAMED).values_list("text")
    found = {word for (text,) in printed.distinct() for word in WORD.findall(text)}
    ordinary = {*words.FORENAMES, *words.TRADES}
    return {word for word in found if word.istitle()} - ordinary


def _renaming(invented: set[str], by: int) -> Renamed:
    table = {}
    for word in invented:
        other = "".join(_turned(letter, by) for letter in word.lower())
        table |= {word: other.capitalize(), word.lower(): other}

    def renamed(text: str) -> str:
        return WORD.sub(lambda found: table.get(found[0], found[0]), text)

    return renamed


def _turned(letter: str, by: int) -> str:
    ring = VOWELS if letter in VOWELS else CONSONANTS
    # Vowels turn slower: five copies would else be the same.
    step = by // len(CONSONANTS) + by if ring is VOWELS else by
    return ring[(ring.index(letter) + step) % len(ring)]


def _copy(
    originals: Sequence[Article], number: int, renamed: Renamed, engine: Engine
) -> None:
    articles = {each.pk: _again(each, renamed, "title") for each in originals}
    for article in articles.values():
        article.external_id = f"{article.external_id}-{number}"
        article.url, article.url_hash, article.current_version = "", None, None
    Article.objects.bulk_create(articles.values())
    versions = {
        each.pk: _again(each, renamed, "title", "text")
        for each in ArticleVersion.objects.filter(article__in=originals)
    }
    for version in versions.values():
        version.article = articles[version.article_id]
        version.text_hash = sha256(version.text.encode()).hexdigest()
    ArticleVersion.objects.bulk_create(versions.values())
    for version in versions.values():
        version.article.current_version = version
    Article.objects.bulk_update(articles.values(), ["current_version"])
    statements = {
        each.pk: _again(each, renamed, "quote")
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


def _below(
    rows: Iterable[Row],
    statements: dict[int, Statement],
    renamed: Renamed,
    texts: Sequence[str],
) -> Iterable[Row]:
    for row in rows:
        other = _again(row, renamed, *texts)
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


def _again(row: Row, renamed: Renamed, *texts: str) -> Row:
    """The row as one that is not stored yet, its texts under other names."""
    other = copy(row)
    other._state = copy(row._state)
    other._state.fields_cache = {}
    other.pk, other._state.adding = None, True
    for name in texts:
        setattr(other, name, renamed(getattr(other, name)))
    return other
