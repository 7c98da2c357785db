"""Files and folders, read row by row: the only reader of paths.

Every row comes out as an article or as a refusal with its file, its line and the
reason; nothing is stored here. A manifest names the files of its folder, and no other
file of any folder is read; a file is refused by its size before it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from io import BufferedReader
from pathlib import Path

from sources.parsing.article import (
    PAGE_SUFFIXES,
    TEXT_SUFFIXES,
    Identify,
    article_from_file,
    article_from_row,
)
from sources.parsing.encoding import UTF16_MARKS
from sources.parsing.limits import MAX_FILE_BYTES, MAX_OUTLET_CHARS
from sources.parsing.rows import one_line, parse_row
from sources.parsing.types import ArticleRow, ParsedArticle, Refused

MANIFEST = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Reading:
    """One row of the input: an article, or why there is none.

    file: path as it was given or is named; line: from 1, None for a file of one
    article.
    """

    file: str
    line: int | None = None
    article: ParsedArticle | None = None
    reason: str = ""

    @property
    def place(self) -> str:
        return self.file if self.line is None else f"{self.file}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Intake:
    """What holds for every row: values for rows without their own, time, model."""

    now: datetime
    identify: Identify
    outlet: str = ""
    published: str = ""

    def filled(self, row: ArticleRow) -> ArticleRow:
        return replace(
            row,
            outlet=row.outlet or one_line(self.outlet, "outlet", MAX_OUTLET_CHARS),
            published=row.published or self.published,
        )


def inputs_read(
    paths: Iterable[Path],
    *,
    now: datetime,
    identify: Identify,
    outlet: str = "",
    published: str = "",
) -> Iterator[Reading]:
    """Every row of folders with a manifest, .jsonl files and single .txt/.html files.

    outlet, published: for rows that do not say theirs. Two rows of one run with the
    same external_id and different words are two articles with one name: the second is
    refused, because stored one after the other they would change each other at every
    run.
    """
    intake = Intake(now=now, identify=identify, outlet=outlet, published=published)
    seen: dict[str, tuple[tuple[str, str], str]] = {}
    for path in paths:
        for reading in _read_path(path, intake):
            yield _unless_repeated(reading, seen)


def inputs_count(paths: Iterable[Path]) -> int:
    """The number of rows that inputs_read will give, for the length of a bar."""
    return sum(_count(path) for path in paths)


def _unless_repeated(
    reading: Reading, seen: dict[str, tuple[tuple[str, str], str]]
) -> Reading:
    if reading.article is None:
        return reading
    article = reading.article
    content = (article.text_hash, article.title)
    first, place = seen.setdefault(article.external_id, (content, reading.place))
    if first == content:
        return reading
    reason = f"external_id {article.external_id!r} is already used in {place}"
    return replace(reading, article=None, reason=reason)


def _read_path(path: Path, intake: Intake) -> Iterator[Reading]:
    try:
        if path.is_dir():
            if not (path / MANIFEST).is_file():
                raise Refused(f"the folder has no {MANIFEST} that names its files")
            path = path / MANIFEST
        if path.suffix.lower() == ".jsonl":
            yield from _read_rows(path, intake)
        else:
            yield _read_file(path, intake)
    except Refused as refusal:
        yield Reading(file=str(path), reason=refusal.reason)
    except OSError as error:
        yield Reading(file=str(path), reason=error.strerror or "cannot be read")


def _read_file(path: Path, intake: Intake) -> Reading:
    path.stat()  # a path that is not there says so, whatever its ending
    if path.suffix.lower() not in PAGE_SUFFIXES | TEXT_SUFFIXES:
        raise Refused("neither a folder nor a .jsonl, .txt or .html file")
    article = article_from_file(
        bounded_bytes(path),
        row=intake.filled(ArticleRow()),
        name=path.name,
        now=intake.now,
        identify=intake.identify,
    )
    return Reading(file=str(path), article=article)


def _read_rows(path: Path, intake: Intake) -> Iterator[Reading]:
    read: Callable[[ArticleRow, Path, Intake], ParsedArticle] = (
        _manifest_article if path.name == MANIFEST else _row_article
    )
    with path.open("rb") as handle:
        for number, line in _lines(handle):
            place = Reading(file=str(path), line=number)
            try:
                if line is None:
                    raise Refused(f"longer than {MAX_FILE_BYTES:,} bytes")
                row = intake.filled(parse_row(line))
                yield replace(place, article=read(row, path, intake))
            except Refused as refusal:
                yield replace(place, reason=refusal.reason)


def _row_article(row: ArticleRow, path: Path, intake: Intake) -> ParsedArticle:
    return article_from_row(
        row, name=path.stem, now=intake.now, identify=intake.identify
    )


def _manifest_article(row: ArticleRow, path: Path, intake: Intake) -> ParsedArticle:
    if not row.file:
        raise Refused("file: missing")
    file = path.parent / row.file
    try:
        # Resolved first: "..", an absolute path and a link out of the folder are one
        # case.
        if not file.resolve().is_relative_to(path.parent.resolve()):
            raise Refused(f"{row.file}: names a file outside its folder")
        raw = bounded_bytes(file)
    except Refused as refusal:
        raise Refused(f"{row.file}: {refusal.reason}") from refusal
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        reason = getattr(error, "strerror", None) or "cannot be read"
        raise Refused(f"{row.file}: {reason}") from error
    return article_from_file(
        raw, row=row, name=file.name, now=intake.now, identify=intake.identify
    )


def bounded_bytes(path: Path) -> bytes:
    """The content of a regular file; raises Refused when it is too large."""
    if path.exists() and not path.is_file():
        raise Refused("not a regular file")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise Refused(f"larger than {MAX_FILE_BYTES:,} bytes")
    with path.open("rb") as handle:
        return handle.read(MAX_FILE_BYTES)


def _lines(handle: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines with something in them; None for one that is too long to keep."""
    if handle.peek(2)[:2] in UTF16_MARKS:
        raise Refused("unknown encoding: JSON lines are UTF-8, these are UTF-16")
    number = 0
    while line := handle.readline(MAX_FILE_BYTES + 1):
        number += 1
        if len(line) > MAX_FILE_BYTES:
            while line and not line.endswith(b"\n"):
                line = handle.readline(MAX_FILE_BYTES)
            yield number, None
        elif line.strip():
            yield number, line


def _count(path: Path) -> int:
    path = path / MANIFEST if path.is_dir() else path
    if path.suffix.lower() != ".jsonl":
        return 1
    try:
        with path.open("rb") as handle:
            return sum(1 for _ in _lines(handle))
    except (OSError, Refused):
        return 1
