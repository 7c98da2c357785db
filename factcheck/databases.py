"""The DATABASES setting: SQLite in the data folder, or PostgreSQL by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from environ import Env

SQLITE = "django.db.backends.sqlite3"


def config(env: Env, *, folder: Path) -> dict[str, dict[str, Any]]:
    """By DATABASE_URL; SQLite where it is not set or empty."""
    database: dict[str, Any] = {"ENGINE": SQLITE, "NAME": folder / "db.sqlite3"}
    if env.str("DATABASE_URL", default=""):
        database = env.db_url("DATABASE_URL")
    if database["ENGINE"] == SQLITE:
        # Without IMMEDIATE a read that turns into a write fails at once instead of
        # waiting; writers were seen to wait up to 8 s, so Django's 5 s are too few.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
                "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;"
            ),
        }
    else:  # for each server process: its four threads, and some to spare
        pool = {"min_size": 1, "max_size": 8, "timeout": 20}
        database["OPTIONS"] = {"pool": pool, **database.get("OPTIONS", {})}
    return {"default": database}
