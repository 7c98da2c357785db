"""The health check answers anybody, and says what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import OperationalError, connection

from factcheck import __version__

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django.fixtures import SettingsWrapper

pytestmark = pytest.mark.django_db


def test_it_tells_database_and_version(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        200,
        "application/json",
    )
    assert answer.json() == {
        "database": "ok",
        "vendor": connection.vendor,
        "version": __version__,
    }
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_database_that_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr(connection, "cursor", refuse)
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["database"]) == (503, "unreachable")
    assert "gone" not in answer.content.decode()


def test_a_monitor_need_not_speak_https(
    client: Client, settings: SettingsWrapper
) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/login/").status_code == 301


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_for_reading(client: Client, method: str) -> None:
    assert getattr(client, method)("/healthz").status_code == 405
