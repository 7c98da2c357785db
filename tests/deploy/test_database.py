"""The tests run on the database that was asked for, with what the code builds upon."""

from __future__ import annotations

import os

import pytest
from django.db import connection

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.django_db


def ask(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_it_is_the_one_asked_for() -> None:
    asked = os.environ.get("DATABASE_URL", "sqlite://").partition(":")[0]
    vendors = {"sqlite": "sqlite", "postgres": "postgresql", "postgresql": "postgresql"}
    assert connection.vendor == vendors[asked]


def test_it_is_as_production_has_it() -> None:
    """SQLite: a file in WAL mode with foreign keys on. PostgreSQL: UTF-8."""
    questions: dict[str, dict[str, object]] = {
        "sqlite": {"PRAGMA journal_mode": "wal", "PRAGMA foreign_keys": 1},
        "postgresql": {"SHOW server_encoding": "UTF8", "SHOW TimeZone": "UTC"},
    }
    expected = questions[connection.vendor]
    assert {question: ask(question) for question in expected} == expected


def test_it_is_nobody_elses() -> None:
    assert not str(connection.settings_dict["NAME"]).startswith(str(ROOT))
    assert "test" in str(connection.settings_dict["NAME"])
