"""A schedule of the tests: what the jobs of numbers do, and those that wait."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from factcheck.operations.jobs import Kind, Outcome, Part, Periodic, RowError
from factcheck.operations.models import JobChunk

# The chunk of an import that holds on, where held_schedule is the schedule.
HELD = 1

calls: list[int] = []
meanwhile: list[Callable[[JobChunk], None]] = []


def work(chunk: JobChunk) -> Outcome:
    """One row a number: 13 is refused, -1 breaks the chunk."""
    for act in meanwhile:
        act(chunk)
    numbers = chunk.payload["numbers"]
    calls.append(chunk.ordinal)
    if -1 in numbers:
        raise RuntimeError("minus one")
    errors = [
        RowError(row, "unlucky", f"{number} is unlucky")
        for row, number in enumerate(numbers)
        if number == 13
    ]
    return Outcome({"counted": len(numbers) - len(errors)}, errors, {"sum": 7})


def hold(chunk: JobChunk, folder: Path) -> None:
    """Tells in a folder that the chunk has begun, and goes on when it is told to."""
    (folder / f"begun {chunk.ordinal}").touch()
    while not (folder / "go on").exists():
        time.sleep(0.02)


def wait(chunk: JobChunk) -> Outcome:
    folder = Path(chunk.payload["folder"])
    hold(chunk, folder)
    with (folder / "done").open("a") as done:
        done.write(f"{chunk.ordinal}\n")
    return Outcome()


COUNTING, WAITING = Kind(work), Kind(wait)
KINDS = {
    "count": "tests.db.job_kinds.COUNTING",
    "wait": "tests.db.job_kinds.WAITING",
}
PERIODIC = (
    Periodic("factcheck.operations.jobs.reaper.reap", timedelta(milliseconds=200)),
)


def parts(*numbers: list[int]) -> list[Part]:
    return [Part({"numbers": each}, rows=len(each)) for each in numbers]
