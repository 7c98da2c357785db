"""The web server as `make run` starts it, on a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

from tests.perf.asking import HOST, Asker

WAIT_SECONDS = 60
# Above what anything here asks: the throttle counts, and refuses nobody.
UNLIMITED = str(10**9)


@contextmanager
def serving() -> Iterator[int]:
    """Its port, while it runs; on the database and folder of this process."""
    port = _free_port()
    environment = os.environ | {
        "API_RATE_TOKEN": UNLIMITED,
        "BIND_HOST": HOST,
        "DJANGO_SETTINGS_MODULE": "tests.perf.server_settings",
        "PORT": str(port),
    }
    (Path(os.environ["DATA_DIR"]) / "static").mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "factcheck.wsgi"],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(process, port)
        yield port
    finally:
        process.terminate()
        process.wait(WAIT_SECONDS)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """TimeoutError where it does not answer, ChildProcessError where it ends."""
    ends = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise ChildProcessError(f"the server ended with {process.returncode}")
        try:
            with Asker(port) as asker:
                if asker.get("/healthz").status == HTTPStatus.OK:
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server does not answer")
