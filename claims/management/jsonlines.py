"""JSON lines in, JSON lines out: what every command for scripts does alike.

A line that cannot be read gets an error object with its line number, and the rest goes
on.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from queue import Empty, Queue
from threading import Thread
from typing import Any, BinaryIO, TextIO

# Longest line that is read, in bytes: a text of two million characters. A longer one is
# refused instead of filling the memory.
LONGEST_LINE = 8_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")


class LineError(ValueError):
    """A line that cannot be read; says what is wrong with it."""

    def __init__(self, line: int, reason: str, row: Any = None) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason
        self.id = row.get("id") if isinstance(row, dict) else None

    def as_json(self) -> dict[str, Any]:
        """The error object that stands in the output for the line."""
        found = {"error": self.reason, "line": self.line}
        return found if self.id is None else {"id": self.id, **found}


def read_rows(stream: BinaryIO) -> Iterator[tuple[int, dict[str, Any] | LineError]]:
    """(line number from 1, row or error) of every line that is not blank."""
    for number, raw in enumerate(_lines(stream), start=1):
        if raw is None:
            yield number, LineError(number, f"line longer than {LONGEST_LINE} bytes")
        elif raw.strip():
            yield number, _row(number, raw)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines of the stream; None for one that is too long."""
    while raw := stream.readline(LONGEST_LINE):
        if len(raw) < LONGEST_LINE or raw.endswith(b"\n"):
            yield raw
            continue
        while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _row(number: int, raw: bytes) -> dict[str, Any] | LineError:
    try:
        row = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        return LineError(number, f"not UTF-8: {error.reason} at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return LineError(number, f"not JSON: {error}")
    if not isinstance(row, dict):
        return LineError(number, "not a JSON object")
    return row


def _no_number(name: str) -> None:
    """NaN and Infinity: Python reads and writes them, JSON has neither."""
    raise ValueError(f"{name} is no JSON number")


def text_of(number: int, row: dict[str, Any], where: dict[str, Any], key: str) -> str:
    """A text that must be there; LineError when it is missing or not a string."""
    text = where.get(key)
    if not isinstance(text, str):
        raise LineError(number, f"“{key}” is missing or not a string", row)
    # "\ud800" alone is JSON, but no text: neither the parser nor UTF-8 takes it.
    if half := _SURROGATE.search(text):
        reason = f"“{key}” holds half a character at {half.start()}"
        raise LineError(number, reason, row)
    return text


def published_of(
    number: int, row: dict[str, Any], where: dict[str, Any]
) -> date | None:
    """The publication day of a row, None when it gives none; LineError when
    impossible.
    """
    given = where.get("published")
    if given is None or given == "":
        return None
    if not isinstance(given, str):
        raise LineError(number, "“published” is not a string", row)
    try:
        return date.fromisoformat(given[:10])
    except ValueError as error:
        reason = f"“published” is no date of the form YYYY-MM-DD: {given!r}"
        raise LineError(number, reason, row) from error


def write_row(row: dict[str, Any], stream: TextIO | None = None) -> None:
    """One line of output, flushed, so that a reader at the other end of a pipe gets
    it.
    """
    out = stream or sys.stdout
    line = json.dumps(row, ensure_ascii=False)
    if _SURROGATE.search(line):  # in an id, which comes back unchanged
        line = json.dumps(row)
    out.write(line + "\n")
    out.flush()


def write_rows(rows: Iterable[dict[str, Any]], stream: TextIO | None = None) -> None:
    """Several lines of output."""
    for row in rows:
        write_row(row, stream)


# Rows that are parsed together at most; parsing in batches is about twice as fast.
BATCH = 64
END = object()


def batches(rows: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    """Rows in batches of whatever has arrived, so that nobody waits for a full one.

    The rows are read in a thread of their own: a caller that writes one line and waits
    for the answer gets it, one that pipes a file gets full batches.
    """
    queue: Queue[Any] = Queue(maxsize=4 * size)

    def fill() -> None:
        try:
            for row in rows:
                queue.put(row)
            queue.put(END)
        except Exception as error:
            queue.put(error)

    Thread(target=fill, daemon=True).start()
    ended = False
    while not ended:
        batch = [queue.get()]
        with suppress(Empty):
            while len(batch) < size:
                batch.append(queue.get_nowait())
        ended = batch[-1] is END or isinstance(batch[-1], Exception)
        last = batch.pop() if ended else None
        if batch:
            yield batch
        if isinstance(last, Exception):
            raise last
