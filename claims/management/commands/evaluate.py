"""Measure the engine on labelled files; never touches the configured database."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.table import Table

from claims.engine import Engine, load_engine
from claims.quality import KINDS, links
from claims.quality.links import read_jsonl
from claims.quality.types import Measurement, Score

WIDTH = 120


class Command(BaseCommand):
    """evaluate DATA… : a table of precision, recall and F1 on standard output."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("data", nargs="+", type=Path, metavar="DATA")
        parser.add_argument(
            "--errors", type=int, default=0, metavar="N", help="show the N worst errors"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        engine = load_engine()
        out = Console(file=options.get("stdout"), width=WIDTH, highlight=False)
        progress = Console(stderr=True, highlight=False)
        measured: list[tuple[str, Measurement]] = []
        for path in options["data"]:
            for name, measurement in _measurements(path, engine, progress):
                measured.append((name, measurement))
        if not measured:
            raise CommandError("no labelled file found in what was given")
        out.print(_table(measured, engine))
        if options["errors"]:
            _errors(out, measured, options["errors"])


def _measurements(
    path: Path, engine: Engine, progress: Console
) -> Iterator[tuple[str, Measurement]]:
    if not path.exists():
        raise CommandError(f"{path}: no such file or folder")
    folder = path.parent if path.name == "links.jsonl" else path
    if folder.is_dir() and links.reads(folder):
        progress.print(f"{folder.name} …")
        yield f"{folder.name}/links", links.measure(folder, engine)
        return
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for file in files:
        rows = _rows(file)
        kind = next((k for k in KINDS if rows and k.reads(rows[0])), None)
        if kind is None:
            progress.print(f"{file.name}: its columns are not known, left out")
            continue
        progress.print(f"{file.name}: {len(rows)} rows …")
        yield file.stem, kind.measure(rows, engine)


def _rows(file: Path) -> list[dict[str, Any]]:
    try:
        return read_jsonl(file)
    except (ValueError, UnicodeDecodeError) as error:
        raise CommandError(f"{file}: {error}") from error


def _table(measured: list[tuple[str, Measurement]], engine: Engine) -> Table:
    table = Table(title=f"engine {engine.version}")
    table.add_column("set")
    table.add_column("of")
    for name in ("rows", "precision", "recall", "F1", "value"):
        table.add_column(name, justify="right")
    for name, measurement in measured:
        for n, score in enumerate(measurement.scores):
            rows = str(measurement.rows) if n == 0 else ""
            last = n == len(measurement.scores) - 1
            first = name if n == 0 else ""
            table.add_row(first, score.of, rows, *_figures(score), end_section=last)
    return table


def _figures(score: Score) -> tuple[str, str, str, str]:
    if score.value is not None:
        value = score.value
        whole = value == int(value) and value > 1
        return "", "", "", str(int(value)) if whole else f"{value:.3f}"
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}", ""


def _errors(out: Console, measured: list[tuple[str, Measurement]], most: int) -> None:
    for name, measurement in measured:
        worst = sorted(measurement.mistakes, key=lambda m: (-m.weight, m.id))[:most]
        for mistake in worst:
            words = f"{name} {mistake.id}: {mistake.expected} → {mistake.got}"
            out.print(words, mistake.reason, soft_wrap=True, markup=False)
