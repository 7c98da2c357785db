"""What the server of the bench serves: imported articles, their copies, one reader."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.db import connection

from claims.engine import load_engine
from factcheck.operations.models import User
from factcheck.operations.planner import gather_statistics
from factcheck.operations.tokens import READ, token_create
from tests.perf.articles import generate
from tests.perf.bench import write_articles
from tests.perf.growth import Growth


def import_articles(number: int, folder: Path) -> None:
    """Import so many generated articles as `import_articles` does."""
    articles, _ = generate(number)
    file = write_articles(articles, folder)
    call_command("import_articles", str(file), stderr=StringIO())


def growth() -> Growth:
    """Copies of what is imported."""
    return Growth(load_engine())


def token() -> str:
    """Of somebody who may read everything."""
    reader = User.objects.create_superuser("reader of the bench")
    _, clear = token_create(user=reader, name="bench", scopes=[READ])
    return clear


def settle() -> None:
    """What the autovacuum of PostgreSQL does within minutes, on SQLite a worker."""
    gather_statistics()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def vendor() -> str:
    """The database by its name."""
    return connection.display_name
