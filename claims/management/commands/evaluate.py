"""Measure the engine on labelled files; never touches the configured database."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console
from rich.table import Table

from claims.engine import load_engine
from claims.quality.labelled import (
    LabelledSet,
    Tell,
    Unmeasured,
    distinct,
    labelled_sets,
    measure_all,
)
from claims.quality.markdown import benchmarks, notes_of
from claims.quality.report import LATEST, Report, latest, report_of, to_json
from claims.quality.targets import sets_missing, standings
from claims.quality.types import Measurement
from claims.quality.wording import bound, columns, reached, rows_of

WIDTH = 120
BENCHMARKS = settings.BASE_DIR / "docs" / "benchmarks.md"
STOPPED = 130  # as a shell says it of a command that Ctrl-C ended

# A set needs up to 600 MB of its own beside the pipeline that all share.
MOST_PROCESSES = 4


class Command(BaseCommand):
    """evaluate DATA… : a table of precision, recall and F1 on standard output."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("data", nargs="*", type=Path, metavar="DATA")
        parser.add_argument(
            "--errors", type=int, default=0, metavar="N", help="show the N worst errors"
        )
        parser.add_argument(
            "--processes", type=int, default=_processes(), metavar="N", help="at most"
        )
        parser.add_argument(
            "--write",
            action="store_true",
            help="write docs/benchmarks.md and claims/quality/latest.json, if every "
            "set with a target was measured; without DATA the page from the figures",
        )
        parser.add_argument("--commit", default="", help="named in what is written")

    def handle(self, *args: Any, **options: Any) -> None:
        out = Console(file=options.get("stdout"), width=WIDTH, highlight=False)
        told = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        if options["write"] and not options["data"]:
            _write_page(_kept())
            return
        try:
            engine = load_engine()
            measured = measure_all(
                _sets(options["data"], _tell(told)),
                engine,
                processes=options["processes"],
                tell=_tell(told),
            )
        except KeyboardInterrupt:
            raise CommandError("stopped, nothing written", returncode=STOPPED) from None
        except Unmeasured as error:
            raise CommandError(f"{error}: its process died") from error
        report = report_of(
            measured,
            day=timezone.now().date(),
            commit=options["commit"] or "unknown",
            engine=engine.version,
        )
        out.print(_table(report))
        out.print(_targets(report))
        if options["errors"]:
            _errors(out, measured, options["errors"])
        if options["write"]:
            _write(report, told)


def _processes() -> int:
    return min(MOST_PROCESSES, len(os.sched_getaffinity(0)))


def _tell(console: Console) -> Tell:
    return lambda name, words: console.print(f"{name}: {words}")


def _sets(paths: list[Path], tell: Tell) -> list[LabelledSet]:
    found: list[LabelledSet] = []
    for path in paths:
        try:
            found += labelled_sets(path, tell)
        except FileNotFoundError:
            raise CommandError(f"{path}: no such file or folder") from None
        except ValueError as error:
            raise CommandError(str(error)) from error
    if not found:
        raise CommandError("no labelled file found in what was given")
    return distinct(found)


def _table(report: Report) -> Table:
    table = Table(title=f"engine {report.engine}")
    table.add_column("set")
    table.add_column("of")
    for name in ("rows", "precision", "recall", "F1", "value"):
        table.add_column(name, justify="right")
    for found in report.sets:
        for n, score in enumerate(found.scores):
            rows = rows_of(score, found.rows, first=n == 0)
            last = n == len(found.scores) - 1
            first = found.name if n == 0 else ""
            table.add_row(first, score.of, rows, *columns(score), end_section=last)
    return table


def _targets(report: Report) -> Table:
    """Targets of the sets that were measured."""
    table = Table(title="targets")
    table.add_column("set")
    table.add_column("of")
    for name in ("reached", "least", "aim"):
        table.add_column(name, justify="right")
    table.add_column("")
    for standing in standings(report):
        target = standing.target
        if report.set(target.set):
            cells = (
                reached(target, standing.reached),
                bound(target, target.least),
                bound(target, target.aim),
            )
            table.add_row(target.set, target.line, *cells, standing.verdict)
    return table


def _errors(out: Console, measured: Mapping[str, Measurement], most: int) -> None:
    for name, measurement in measured.items():
        worst = sorted(measurement.mistakes, key=lambda m: (-m.weight, m.id))[:most]
        for mistake in worst:
            words = f"{name} {mistake.id}: {mistake.expected} → {mistake.got}"
            out.print(words, mistake.reason, soft_wrap=True, markup=False)


def _write(report: Report, told: Console) -> None:
    """Both files or none; a file is there whole or as it was."""
    missing = sets_missing(report)
    if missing:
        told.print(f"not written, because not measured: {', '.join(missing)}")
        return
    _write_page(report)
    _replace(LATEST, to_json(report))


def _write_page(report: Report) -> None:
    notes = ""
    if BENCHMARKS.exists():
        notes = notes_of(BENCHMARKS.read_text(encoding="utf-8"))
    _replace(BENCHMARKS, benchmarks(report, notes))


def _kept() -> Report:
    report = latest(LATEST)
    if report is None:
        raise CommandError(f"{LATEST.name}: nothing was measured yet")
    return report


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f"{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
