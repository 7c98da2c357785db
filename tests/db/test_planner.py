"""What the planner of the database is told of the sizes of tables."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils.text import slugify

from factcheck.operations import planner
from factcheck.operations.planner import gather_statistics
from factcheck.schedule import PERIODIC
from sources.models import Outlet

pytestmark = pytest.mark.django_db

# Where SQLite keeps what ANALYZE found; PostgreSQL has no such table.
TABLE = "sqlite_stat1"


def rows_known(table: str) -> set[int]:
    """The number of rows that each index of the table is known to have."""
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute(f"SELECT stat FROM {TABLE} WHERE tbl = %s", [table])
        return {int(stat.split()[0]) for (stat,) in cursor.fetchall()}


def test_sqlite_is_told_and_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "LEAST_ROWS", 1)
    told = connection.vendor == "sqlite"
    for name in ("The Quay", "The Lock", "The Weir"):
        Outlet.objects.create(name=name, slug=slugify(name))
        gather_statistics()
        known = {Outlet.objects.count()} if told else set()
        assert rows_known(Outlet._meta.db_table) == known


def test_a_small_database_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "LEAST_ROWS", 10**9)
    Outlet.objects.create(name="The Quay", slug="the-quay")
    gather_statistics()
    assert rows_known(Outlet._meta.db_table) == set()


def test_every_worker_sees_to_it() -> None:
    path = f"{gather_statistics.__module__}.{gather_statistics.__name__}"
    assert path in {each.run for each in PERIODIC}
