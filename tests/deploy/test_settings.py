"""Safe when nothing is set; the environment changes what it should and no more."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from tests.deploy.process import run, settings

if TYPE_CHECKING:
    from pathlib import Path

COOKIES_AND_HEADERS = (
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
)


def test_safe_when_nothing_is_set(tmp_path: Path) -> None:
    names = ("DEBUG", "ALLOWED_HOSTS", "HTTPS", "PUBLIC_READ", "TIME_ZONE", "USE_TZ")
    assert settings(*names, data=tmp_path) == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
        "HTTPS": False,
        "PUBLIC_READ": False,
        "TIME_ZONE": "UTC",
        "USE_TZ": True,
    }


@pytest.mark.parametrize(
    ("environment", "https"),
    [
        ({}, False),
        ({"ALLOWED_HOSTS": "localhost,127.0.0.1"}, False),
        ({"ALLOWED_HOSTS": ""}, False),
        ({"ALLOWED_HOSTS": "news.example"}, True),
        ({"ALLOWED_HOSTS": "localhost,news.example"}, True),
        ({"ALLOWED_HOSTS": "*"}, True),
        ({"ALLOWED_HOSTS": "news.example", "HTTPS": "0"}, False),
        ({"HTTPS": "1"}, True),
    ],
)
def test_https_unless_only_this_machine_can_ask(
    tmp_path: Path, environment: dict[str, str], *, https: bool
) -> None:
    found = settings(*COOKIES_AND_HEADERS, data=tmp_path, **environment)
    assert found == dict.fromkeys(COOKIES_AND_HEADERS, https)


@pytest.mark.parametrize(
    "environment", [{"HTTPS": "1"}, {"ALLOWED_HOSTS": "a.example"}]
)
def test_the_deployment_check_is_clean(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    done = run(
        "check", "--deploy", "--fail-level", "WARNING", data=tmp_path, **environment
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_without_https_the_deployment_check_complains(tmp_path: Path) -> None:
    done = run("check", "--deploy", "--fail-level", "WARNING", data=tmp_path)
    assert done.returncode == 1
    assert "SECURE_SSL_REDIRECT" in done.stderr


def test_everything_of_an_installation_is_in_its_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "a folder + 1%20#?"
    done = run("migrate", "--verbosity", "0", data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name for path in data.iterdir()} >= {
        "db.sqlite3",
        "secret_key",
        "logs",
    }
    assert list(tmp_path.iterdir()) == [data]


def test_sqlite_waits_for_its_turn(tmp_path: Path) -> None:
    database = settings("DATABASES", data=tmp_path)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


@pytest.mark.parametrize("variable", ["DATABASE_URL"])
def test_postgresql_by_its_address(tmp_path: Path, variable: str) -> None:
    url = "postgres://desk:p%40ss@db.example:5433/news?sslmode=require"
    found = settings("DATABASES", data=tmp_path, **{variable: url})
    database = found["DATABASES"]["default"]
    assert {name: database[name] for name in ("ENGINE", "NAME", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "news",
        "HOST": "db.example",
        "PORT": 5433,
    }
    assert database["PASSWORD"] == "p@ss"
    assert database["OPTIONS"]["sslmode"] == "require"
    assert database["OPTIONS"]["pool"]["max_size"] >= 4
    assert database["CONN_MAX_AGE"] == 0 if "CONN_MAX_AGE" in database else True


def test_an_empty_address_is_no_address(tmp_path: Path) -> None:
    found = settings("DATABASES", data=tmp_path, DATABASE_URL="")
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "db.sqlite3")


@pytest.mark.parametrize(
    ("name", "value", "setting", "expected"),
    [
        ("PUBLIC_READ", "1", "PUBLIC_READ", True),
        ("DEBUG", "1", "DEBUG", True),
        ("SECRET_KEY", "of my own", "SECRET_KEY", "of my own"),
        ("SPACY_MODEL", "another", "SPACY_MODEL", "another"),
    ],
)
def test_the_environment_decides(
    tmp_path: Path, name: str, value: str, setting: str, expected: object
) -> None:
    found = settings(setting, data=tmp_path, **{name: value})
    assert found == {setting: expected}


def test_a_given_key_is_not_written_down(tmp_path: Path) -> None:
    settings("SECRET_KEY", data=tmp_path, SECRET_KEY="of my own")
    assert not (tmp_path / "secret_key").exists()


def test_the_key_is_made_once_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    first = settings("SECRET_KEY", data=tmp_path)["SECRET_KEY"]
    second = settings("SECRET_KEY", data=tmp_path)["SECRET_KEY"]
    assert first == second == (tmp_path / "secret_key").read_text()
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
