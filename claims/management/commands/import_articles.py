"""Articles from folders and files into the database, extracted and linked at once.

A folder holds a manifest.jsonl, and only the files that it names are read; a .jsonl
file holds one article a line; .txt and .html files hold one article each. A row that
cannot be read is refused with its file, its line and the reason, and the others are
stored. Running the command again changes nothing, or finishes what was broken off.
Standard output stays empty; progress and the table of results go to standard error.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from django_rich.management import RichCommand
from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

from claims.engine import load_engine
from claims.jobs.importing import import_start
from claims.models import ProcessingRun
from claims.services.library import library_of_process
from claims.services.pipeline import Work, process_each
from sources.models import ArticleVersion, OutletAlias
from sources.services import (
    ParsedArticle,
    Reading,
    Status,
    Stored,
    alias_value,
    article_check,
    article_store,
    identify_language,
    inputs_count,
    inputs_read,
    parsed_pack,
)

# What a shell expects of a program that was stopped with Ctrl-C: 128 + SIGINT.
INTERRUPTED = 130

# Articles that are parsed, written and linked together: each query then serves all.
ARTICLES_AT_ONCE = 32

# A version that was stored but whose statements were not; the next run tries again.
UNREAD = "not read"


@dataclass(slots=True)
class Result:
    """What came of the rows so far."""

    counts: Counter[str] = field(default_factory=Counter)
    outlets: dict[str, str] = field(default_factory=dict)  # created, by alias
    problems: list[tuple[str, str]] = field(default_factory=list)  # place, reason
    interrupted: bool = False


class Command(RichCommand):
    """import_articles PATH… [--outlet] [--published] [--all-sentences].

    --dry-run writes nothing, --job leaves the work to workers.
    """

    help = __doc__.split("\n", maxsplit=1)[0]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="a folder with manifest.jsonl, or a .jsonl, .txt or .html file",
        )
        parser.add_argument(
            "--outlet", default="", metavar="NAME", help="of rows that name none"
        )
        parser.add_argument(
            "--published",
            default="",
            metavar="DATE",
            help="of rows that have none: 2025-06-10, 2025-06, 2025-06-10T00:19-04:00",
        )
        parser.add_argument(
            "--all-sentences",
            action="store_true",
            help="keep what looks like page furniture",
        )
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="write nothing, say what would happen",
        )
        parser.add_argument(
            "--job",
            action="store_true",
            help="read the files now, have workers store and link what is in them",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self._library = library_of_process()
        self._works: list[Work] = []
        self._places: dict[int, str] = {}  # of the versions that wait
        self.all_sentences: bool = options["all_sentences"]
        self.dry_run: bool = options["dry_run"]
        console = self.make_rich_console(
            file=options.get("stderr") or sys.stderr,
            force_terminal=True if options["force_color"] else None,
            no_color=options["no_color"] or None,
        )
        paths: list[Path] = options["paths"]
        readings = inputs_read(
            paths,
            now=timezone.now(),
            identify=identify_language,
            outlet=options["outlet"].strip(),
            published=options["published"],
        )
        if options["job"]:
            self._hand_over(console, readings)
            return
        result = self._import(
            track(
                readings,
                total=inputs_count(paths),
                description="Checking" if self.dry_run else "Importing",
                console=console,
                disable=not console.is_terminal,
            )
        )
        self._report(console, result)
        if result.interrupted:
            raise CommandError(
                "Interrupted; run it again to go on.", returncode=INTERRUPTED
            )
        if result.problems:
            raise CommandError(f"{len(result.problems)} not imported.", returncode=1)

    def _hand_over(self, console: Console, readings: Iterable[Reading]) -> None:
        """Write a job; what cannot be read is told at once, and is no part of it."""
        if self.dry_run:
            raise CommandError("--job stores: it does not go with --dry-run.")
        result = Result()

        def rows() -> Iterator[dict[str, Any]]:
            for reading in readings:
                if reading.article is None:
                    result.problems.append((reading.place, reading.reason))
                else:
                    yield parsed_pack(reading.article)

        job = import_start(
            rows=rows(), actor=None, all_sentences=self.all_sentences, packed=True
        )
        console.print(
            f"Job {job.pk}: {job.total} articles. See: manage.py jobs {job.pk}"
        )
        for place, reason in result.problems:
            console.print(f"{escape(place)}: {escape(reason)}", soft_wrap=True)
        if result.problems:
            raise CommandError(f"{len(result.problems)} not imported.", returncode=1)

    def _import(self, readings: Iterable[Reading]) -> Result:
        result = Result()
        try:
            for reading in readings:
                self._take(reading, result)
            self._process(result)
        except KeyboardInterrupt:
            result.interrupted = True
        return result

    def _take(self, reading: Reading, result: Result) -> None:
        if reading.article is None:
            stored = Stored(Status.REFUSED, reason=reading.reason)
        elif self.dry_run:
            stored = article_check(parsed=reading.article)
        else:
            stored = _store(reading.article)
        if stored.outlet_created:
            # A dry run creates none, so a second spelling of one would be new as well.
            alias = alias_value(kind=OutletAlias.Kind.NAME, value=stored.outlet)
            result.outlets.setdefault(alias, stored.outlet)
        result.counts[stored.status] += 1
        if stored.status is Status.REFUSED:
            result.problems.append((reading.place, stored.reason))
        elif stored.version is not None:
            self._queue(reading, stored.version, result)

    def _queue(self, reading: Reading, version: ArticleVersion, result: Result) -> None:
        """Have it read, also when an earlier run stored and did not finish it."""
        if any(work.version.article_id == version.article_id for work in self._works):
            self._process(result)  # the next version of one that waits
        widened = (
            self.all_sentences
            and not version.runs.filter(
                engine_version=load_engine().version, counts__all_sentences=True
            ).exists()
        )
        self._works.append(Work(version, self.all_sentences or None, again=widened))
        self._places[version.pk] = reading.place
        if len(self._works) >= ARTICLES_AT_ONCE:
            self._process(result)

    def _process(self, result: Result) -> None:
        """Extract and link what waits."""
        if not self._works:
            return
        works, self._works = self._works, []
        failed = process_each(works, engine=load_engine(), library=self._library)
        for pk, error in failed.items():
            result.counts[UNREAD] += 1
            reason = f"stored, but not read: {type(error).__name__}: {error}"
            result.problems.append((self._places[pk], reason))
        self._places.clear()

    def _report(self, console: Console, result: Result) -> None:
        rows = [*Status, UNREAD]
        table = Table("articles", "number", title=self._title())
        table.columns[1].justify = "right"
        for name in rows:
            if result.counts[name] or name is not UNREAD:
                table.add_row(name, str(result.counts[name]))
        console.print(table)
        if result.outlets:
            listed = ", ".join(escape(name) for name in result.outlets.values())
            verb = "would be created" if self.dry_run else "created"
            console.print(f"Outlets {verb}: {listed}", soft_wrap=True)
        for place, reason in result.problems:
            console.print(f"{escape(place)}: {escape(reason)}", soft_wrap=True)

    def _title(self) -> str:
        return "What would happen" if self.dry_run else "Imported"


def _store(parsed: ParsedArticle) -> Stored:
    """Store, and reopen finished runs in the same transaction where the date changed.

    Else an import broken off between the two would never read the text again.
    """
    with transaction.atomic():
        stored = article_store(parsed=parsed)
        if stored.must_read_again:
            ProcessingRun.objects.filter(version=stored.version).update(
                finished_at=None
            )
    return stored
