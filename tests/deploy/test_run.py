"""`make run`: server and worker start together and end together."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

WAIT_SECONDS = 30

# Stands for Python: notes what it was asked for; server and worker end when told to,
# or by themselves with the code that a file names.
PYTHON = """#!/usr/bin/env bash
case "$*" in
  *gunicorn*) name=server ;;
  *worker*) name=worker ;;
  *) exit 0 ;;
esac
trap 'echo "$name told" >>log; [ -e "$name.slow" ] && sleep 0.5; exit 0' TERM
echo "$name began" >>log
while [ ! -e "$name.code" ]; do sleep 0.05; done
exit "$(cat "$name.code")"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "run.sh", tmp_path / "scripts")
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    return tmp_path


def start(folder: Path) -> subprocess.Popen[str]:
    run = subprocess.Popen(
        ["scripts/run.sh"],
        cwd=folder,
        env={"PATH": os.environ["PATH"]},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    ends = time.monotonic() + WAIT_SECONDS
    while len(log(folder)) < 2:
        assert time.monotonic() < ends
        time.sleep(0.02)
    return run


def log(folder: Path) -> list[str]:
    path = folder / "log"
    return path.read_text().splitlines() if path.exists() else []


@pytest.mark.parametrize("slow", ["server", "worker"])
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_both(folder: Path, told: signal.Signals, slow: str) -> None:
    (folder / f"{slow}.slow").touch()
    run = start(folder)
    run.send_signal(told)
    assert run.wait(WAIT_SECONDS) == 0
    assert {"server told", "worker told"} <= set(log(folder))


@pytest.mark.parametrize(
    ("ends", "other", "code", "expected"),
    [
        ("worker", "server", 3, 3),
        ("server", "worker", 4, 4),
        ("worker", "server", 0, 1),
        ("server", "worker", 0, 1),
    ],
)
def test_one_that_ends_by_itself_takes_the_other_along(
    folder: Path, ends: str, other: str, code: int, expected: int
) -> None:
    run = start(folder)
    (folder / f"{ends}.code.new").write_text(str(code))
    (folder / f"{ends}.code.new").rename(folder / f"{ends}.code")
    assert run.wait(WAIT_SECONDS) == expected
    assert f"{other} told" in log(folder)
    assert run.stderr is not None
    assert "ended by itself" in run.stderr.read()


def test_a_worker_that_fails_while_it_stops_is_told(folder: Path) -> None:
    python = folder / ".venv" / "bin" / "python"
    python.write_text(
        PYTHON.replace("exit 0' TERM", 'exit "$(cat "$name.end")"\' TERM')
    )
    (folder / "server.end").write_text("0")
    (folder / "worker.end").write_text("7")
    run = start(folder)
    run.terminate()
    assert run.wait(WAIT_SECONDS) == 7
