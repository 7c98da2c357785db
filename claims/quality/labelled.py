"""Labelled data on disk: which sets there are, and measuring one or all of them.

Sets do not know of each other, so several are measured side by side, each in a process
of its own. A process that dies is an error and never a set that is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from signal import SIG_IGN, SIGINT, SIGTERM, raise_signal, signal
from typing import Any

from claims.engine import Engine
from claims.quality import KINDS, links
from claims.quality.links import read_jsonl
from claims.quality.reading import Reader
from claims.quality.types import Measurement

# Tells of a set's progress in words.
Tell = Callable[[str, str], None]


PATIENCE = 5  # seconds that a process has to end by itself


class Unmeasured(Exception):
    """A process ended without its measurement."""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A labelled set: a file, or a folder of articles with links between them."""

    name: str
    path: Path
    size: int  # bytes: an order of how long it takes


def labelled_sets(path: Path, tell: Tell) -> Iterator[LabelledSet]:
    """The sets of a file or folder; tells of the files that are none.

    OSError when there is nothing at the path, ValueError for a line that cannot be
    read.
    """
    path.stat()
    folder = path.parent if path.name == "links.jsonl" else path
    if folder.is_dir() and links.reads(folder):
        size = sum(file.stat().st_size for file in folder.glob("*.txt"))
        yield LabelledSet(f"{folder.name}/links", folder, size)
        return
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        if _kind(_rows(file)) is None:
            tell(file.stem, "its columns are not known, left out")
        else:
            yield LabelledSet(file.stem, file, file.stat().st_size)


def distinct(found: Iterable[LabelledSet]) -> list[LabelledSet]:
    """Each set once; those that share a name are told apart by folder or by path."""
    found = list(dict.fromkeys(found))
    for more in (_in_folder, lambda one: str(one.path)):
        times = Counter(one.name for one in found)
        found = [
            replace(one, name=more(one)) if times[one.name] > 1 else one
            for one in found
        ]
    return found


def _in_folder(one: LabelledSet) -> str:
    return f"{one.path.parent.name}/{one.name}"


def measure(labelled: LabelledSet, engine: Engine, tell: Tell) -> Measurement:
    """Measure one set."""
    if labelled.path.is_dir():
        return links.measure(labelled.path, engine)
    rows = _rows(labelled.path)
    kind = _kind(rows)
    if kind is None:
        raise ValueError(f"{labelled.path}: its columns are not known")
    tell(labelled.name, f"{len(rows)} rows")
    reader = Reader.of(
        engine, lambda read, of: tell(labelled.name, f"{read} of {of} texts read")
    )
    return kind.measure(rows, reader)


def measure_all(
    found: Sequence[LabelledSet], engine: Engine, *, processes: int, tell: Tell
) -> dict[str, Measurement]:
    """Every set by its name, in the order given; Unmeasured when a process dies."""
    if min(processes, len(found)) < 2:
        return {labelled.name: measure(labelled, engine, tell) for labelled in found}
    done = dict(_side_by_side(found, engine, processes, tell))
    return {labelled.name: done[labelled.name] for labelled in found}


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        return read_jsonl(file)
    except ValueError as error:
        raise ValueError(f"{file}: {error}") from error


def _kind(rows: Sequence[dict[str, Any]]) -> Any:
    return next((kind for kind in KINDS if rows and kind.reads(rows[0])), None)


def _side_by_side(
    found: Iterable[LabelledSet], engine: Engine, processes: int, tell: Tell
) -> Iterator[tuple[str, Measurement]]:
    """The largest set first, or it would be waited for alone at the end."""
    context = get_context("fork")  # the pipeline is shared, not loaded again
    before = signal(SIGTERM, _leave)  # or the processes would go on without us
    waiting = sorted(found, key=lambda labelled: labelled.size)
    running: dict[Connection, tuple[LabelledSet, ForkProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < processes:
                labelled = waiting.pop()
                incoming, sender = context.Pipe(duplex=False)
                given = (labelled, engine, tell, sender)
                process = context.Process(target=_work, args=given, daemon=True)
                with _uninterrupted():
                    process.start()
                    running[incoming] = labelled, process
                sender.close()  # so that its end is seen when the process dies
            for ready in wait(list(running)):
                if isinstance(ready, Connection):
                    labelled, process = running.pop(ready)
                    yield labelled.name, _received(ready, labelled)
                    process.join()
    finally:
        for _, process in running.values():
            _end(process)
        signal(SIGTERM, before)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Signals wait until the end: Python drops what is raised while it forks.

    By handlers and not by a mask: a mask would leave the signal to another thread.
    """
    caught: list[int] = []

    def note(signum: int, frame: object) -> None:
        caught.append(signum)

    before = [(each, signal(each, note)) for each in (SIGINT, SIGTERM)]
    try:
        yield
    finally:
        for each, handler in before:
            signal(each, handler)
        for number in caught:
            raise_signal(number)


def _end(process: ForkProcess) -> None:
    """End a process: politely, so that it can remove what it wrote, then surely."""
    process.terminate()
    process.join(PATIENCE)
    process.kill()
    process.join()


def _leave(signum: int, frame: object) -> None:
    raise SystemExit(128 + signum)


def _received(incoming: Connection, labelled: LabelledSet) -> Measurement:
    try:
        return incoming.recv()
    except EOFError:
        raise Unmeasured(labelled.name) from None
    finally:
        incoming.close()


def _work(
    labelled: LabelledSet, engine: Engine, tell: Tell, sender: Connection
) -> None:
    signal(SIGINT, SIG_IGN)  # Ctrl-C reaches the whole group: the parent ends us
    signal(SIGTERM, _leave)
    sender.send(measure(labelled, engine, tell))
    sender.close()
