"""Records are kept as long as they are what is stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import By, Statement
from claims.records import load_records
from claims.services import library as module
from claims.services.library import Library
from claims.services.pipeline import Work, process_version, process_versions
from tests import factories as f
from tests.db.fakes import LineEngine, publish

pytestmark = pytest.mark.django_db

# Statements with their articles, and whether an editor has corrected them.
QUERIES_OF_STAMPS = 1


def ids() -> list[int]:
    return list(Statement.objects.order_by("pk").values_list("pk", flat=True))


def test_what_is_kept_is_not_loaded_again() -> None:
    publish("Mill closed 40\nQuay opened 7")
    library = Library()
    first = library.read(ids())
    assert first == load_records(ids())
    with CaptureQueriesContext(connection) as queries:
        again = library.read(first)
    assert len(queries) == QUERIES_OF_STAMPS
    assert all(again[pk] is first[pk] for pk in ids())
    assert library.held([*ids(), 10**9]) == first
    assert Library().held(ids()) == {}


def read_anew(statement: Statement) -> None:
    newer = LineEngine(version="lines 2")
    process_version(statement.version, engine=newer)


def correct_the_date(statement: Statement) -> None:
    articles = type(statement.article).objects.filter(pk=statement.article_id)
    articles.update(published_date=date(2031, 1, 1))


def correct_a_value(statement: Statement) -> None:
    f.FacetFactory(statement=statement, by=By.EDITOR, value="41")


def correct_the_chain(statement: Statement) -> None:
    f.HopFactory(statement=statement, by=By.EDITOR)


def correct_the_origin(statement: Statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(origin=f.OriginFactory())


@pytest.mark.parametrize(
    "change",
    [
        read_anew,
        correct_the_date,
        correct_a_value,
        correct_the_chain,
        correct_the_origin,
    ],
)
def test_what_has_changed_is_loaded_again(change: Callable[[Statement], None]) -> None:
    publish("Mill closed 40\nQuay opened 7")
    library = Library()
    library.read(ids())
    statement = Statement.objects.earliest("pk")
    change(statement)
    assert library.held([statement.pk]) == {}
    for _ in range(2):
        assert library.read(ids()) == load_records(ids())


def test_what_is_written_is_not_loaded() -> None:
    version = f.ArticleVersionFactory(text="Mill closed 40\nQuay opened 7")
    library = Library()
    process_versions([Work(version)], engine=LineEngine(), library=library)
    printed = ids()
    with CaptureQueriesContext(connection) as queries:
        kept = library.read(printed)
    assert len(queries) == QUERIES_OF_STAMPS
    assert kept == load_records(ids())


def test_what_is_written_again_is_read_back() -> None:
    publish("Mill closed 40\nQuay opened 7")
    statement = Statement.objects.earliest("pk")
    correct_a_value(statement)
    library = Library()
    again = Work(statement.version, again=True)
    process_versions([again], engine=LineEngine(), library=library)
    assert library.read(ids()) == load_records(ids())
    assert statement.pk not in library.held(ids())


def test_what_is_deleted_is_not_found() -> None:
    publish("Mill closed 40")
    [pk] = ids()
    library = Library()
    library.read([pk])
    library.forget([pk])
    assert library.held([pk]) == {}
    library.read([pk])
    assert library.read([pk, 10**9]).keys() == {pk}


def test_the_longest_unused_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    publish("Mill closed 40\nQuay opened 7\nPier fell 1")
    a, b, c = ids()
    library = Library()
    library.read([a, b])
    library.read([a])
    library.read([c])
    assert library.held([a, b, c]).keys() == {a, c}
