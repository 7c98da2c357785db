"""Real worker processes on the database of the test, and a Redis of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from tests.architecture.tree import ROOT

# A worker loads Django and, for an import, the language model; on a busy machine.
WAIT_SECONDS = 90


def database_url() -> str:
    """The address of the test's own database, for another process."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def environment(data: Path, *, redis: str, schedule: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DATA_DIR": str(data),
        "DATABASE_URL": database_url(),
        "REDIS_URL": redis,
        "TEST_SCHEDULE": schedule,
        "DJANGO_SETTINGS_MODULE": "tests.worker_settings",
        "OMP_NUM_THREADS": "1",
        "PYTHONPATH": str(ROOT),
    }


@contextmanager
def manage(
    *arguments: str,
    data: Path,
    redis: str = "",
    schedule: str = "tests.db.job_kinds",
) -> Iterator[subprocess.Popen[str]]:
    """A command in a process of its own, killed at the end if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data, redis=redis, schedule=schedule),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(true: Callable[[], object], what: str) -> None:
    """Wait for it; fails after WAIT_SECONDS."""
    ends = time.monotonic() + WAIT_SECONDS
    while not true():
        assert time.monotonic() < ends, f"waited in vain: {what}"
        time.sleep(0.05)


@contextmanager
def redis_server(folder: Path | None = None) -> Iterator[str]:
    """The address of a Redis without a port, that keeps nothing.

    folder: where its socket lies; a path must be short (about 100 bytes).
    """
    program = shutil.which("redis-server")
    assert program, "redis-server is missing: make test installs it"
    with ExitStack() as stack:
        if folder is None:
            made = TemporaryDirectory(prefix="factcheck-redis-")
            folder = Path(stack.enter_context(made))
        socket = folder / "redis.sock"
        server = subprocess.Popen(
            [program, "--port", "0", "--unixsocket", str(socket), "--save", ""],
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        try:
            until(socket.exists, "a socket of Redis")
            yield f"unix://{socket}"
        finally:
            server.terminate()
            server.wait()
            socket.unlink(missing_ok=True)
