"""Audit entries, ratings and versions of a text are written once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from factcheck.operations.models import AppendOnlyError, AuditEntry
from tests import factories

pytestmark = pytest.mark.django_db

TABLES = [
    (factories.AuditEntryFactory, "reason", "because"),
    (factories.ArticleVersionFactory, "text", "Other words."),
    (factories.RatingFactory, "rationale", "On second thought."),
    (factories.VerdictFactory, "text", "On second thought."),
    (factories.CommentFactory, "body", "On second thought."),
]
IDS = ["audit", "version", "rating", "verdict", "comment"]


@pytest.mark.parametrize(("make", "column", "value"), TABLES, ids=IDS)
def test_orm_refuses_to_change(make: type, column: str, value: str) -> None:
    row: models.Model = make()
    rows = type(row).objects.filter(pk=row.pk)
    before = rows.values().get()
    setattr(row, column, value)
    attempts: list[Callable[[], object]] = [
        lambda: rows.update(**{column: value}),
        lambda: type(row).objects.bulk_update([row], [column]),
        lambda: rows.delete(),
        lambda: row.delete(),
    ]
    for attempt in attempts:
        with pytest.raises(AppendOnlyError):
            attempt()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    assert rows.values().get() == before


@pytest.mark.parametrize(("make", "column", "value"), TABLES, ids=IDS)
def test_database_refuses_to_change(make: type, column: str, value: str) -> None:
    row: models.Model = make()
    table = row._meta.db_table
    with (
        pytest.raises(IntegrityError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET {column} = %s", [value])
    row.refresh_from_db()
    assert getattr(row, column) != value


def test_an_entry_is_marked_as_dispatched() -> None:
    entry = factories.AuditEntryFactory()
    now = timezone.now()
    assert AuditEntry.objects.filter(pk=entry.pk).update(dispatched_at=now) == 1
    entry.refresh_from_db()
    assert entry.dispatched_at == now


def test_an_entry_is_undone_once() -> None:
    entry = factories.AuditEntryFactory()
    factories.AuditEntryFactory(undoes=entry)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AuditEntryFactory(undoes=entry)


def test_an_entry_says_what_was_done() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.AuditEntryFactory(verb="")
