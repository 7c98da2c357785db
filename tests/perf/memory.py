"""Peak memory of one worker: a process that only loads the engine and imports."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from subprocess import DEVNULL, Popen

KILOBYTES_A_MEGABYTE = 1024


def worker_megabytes(file: Path, folder: Path) -> float:
    """Megabytes that `import_articles` of the file holds at most, in an SQLite database
    of its own.

    A child inherits the peak of whoever starts it: call it before a pipeline is loaded
    here. ChildProcessError when a command fails.
    """
    (folder / "worker").mkdir()
    _run(folder / "worker", "migrate")
    return _run(folder / "worker", "import_articles", str(file))


def _run(data: Path, *command: str) -> float:
    environment = os.environ | {"DATA_DIR": str(data), "DATABASE_URL": ""}
    process = Popen(
        [sys.executable, "manage.py", *command],
        env=environment,
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ChildProcessError(f"{' '.join(command)} failed: {process.returncode}")
    return usage.ru_maxrss / KILOBYTES_A_MEGABYTE
