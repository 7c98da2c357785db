"""Where a bench works: a folder and a database of its own, which go away with it."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit


def add_options(parser: ArgumentParser) -> None:
    """What every bench is asked."""
    parser.add_argument(
        "--postgres",
        metavar="URL",
        default=os.environ.get("DATABASE_URL", ""),
        help="make the database on this server (also by DATABASE_URL); else SQLite. "
        "It is a new one, and dropped at the end",
    )


@contextmanager
def place(postgres: str) -> Iterator[Path]:
    """A folder that goes away; Django is set up, with an empty, migrated database."""
    name = f"factcheck_bench_{os.getpid()}"
    with TemporaryDirectory(prefix="factcheck-bench-") as folder:
        os.environ.pop("DATABASE_URL", None)
        os.environ.update(DATA_DIR=folder, DJANGO_SETTINGS_MODULE="factcheck.settings")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        if postgres:
            os.environ["DATABASE_URL"] = beside(postgres, name)
        import django  # noqa: PLC0415 the settings must know their folder first

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415
        from django.db import connection  # noqa: PLC0415

        if not postgres:
            call_command("migrate", verbosity=0)
            yield Path(folder)
            return
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        try:
            call_command("migrate", verbosity=0)
            yield Path(folder)
        finally:
            connection.close()
            connection.close_pool()
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def beside(url: str, name: str) -> str:
    """The address of another database on the same server."""
    parts = urlsplit(url)
    folder, _, _ = parts.path.rpartition("/")
    return urlunsplit(parts._replace(path=f"{folder}/{name}"))
