"""Where the log goes: to the console, and to a file in the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

QUEUES = ("django_tasks", "django_tasks_db", "rq.worker")
LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"


def config(*, folder: Path, level: str) -> dict[str, Any]:
    """The LOGGING setting: lines of `level` and above, on both handlers."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": LINE}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line"},
            "file": {
                # Watched, not rotating: several processes write it; logrotate may.
                "class": "logging.handlers.WatchedFileHandler",
                "filename": folder / "factcheck.log",
                "formatter": "line",
            },
        },
        # A line for each chunk, twice: what came of it stands in its row.
        "loggers": {name: {"level": "WARNING"} for name in QUEUES},
        "root": {"handlers": ["console", "file"], "level": level},
    }
