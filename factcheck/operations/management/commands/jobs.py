"""Jobs on the command line: list them, follow one, cancel or resume it."""

from __future__ import annotations

import sys
import time
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django_rich.management import RichCommand
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from factcheck.operations.ids import LARGEST_ID
from factcheck.operations.jobs import (
    JobLiveError,
    JobStateError,
    job_cancel,
    job_resume,
)
from factcheck.operations.jobs.errors import errors_of
from factcheck.operations.models import Job, JobState
from factcheck.operations.models.job import LIVE

LISTED = 20
# Seconds between two looks at a job that is followed.
LOOK_EVERY = 0.5
# What a shell expects of a program that was stopped with Ctrl-C: 128 + SIGINT.
INTERRUPTED = 130


class Command(RichCommand):
    """jobs [NUMBER] [--follow | --cancel | --resume].

    Without a number: the latest jobs. The code is 1 when the job has failed, or was
    cancelled; standard output stays empty but for the list and the errors by row.
    """

    help = __doc__.split("\n", maxsplit=1)[0]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", nargs="?", type=int, metavar="NUMBER")
        acts = parser.add_mutually_exclusive_group()
        acts.add_argument(
            "--follow", action="store_true", help="a bar until the job is over"
        )
        acts.add_argument("--cancel", action="store_true")
        acts.add_argument("--resume", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        console = self.make_rich_console(
            file=options.get("stdout") or sys.stdout,
            force_terminal=True if options["force_color"] else None,
            no_color=options["no_color"] or None,
        )
        number: int | None = options["number"]
        if number is None:
            if options["follow"] or options["cancel"] or options["resume"]:
                raise CommandError("Say the number of the job.")
            _list(console)
            return
        job = Job.objects.filter(pk=number).first() if number <= LARGEST_ID else None
        if job is None:
            raise CommandError(f"There is no job {number}.")
        try:
            if options["cancel"]:
                job = job_cancel(job=job, actor=None)
            elif options["resume"]:
                job = job_resume(job=job, actor=None)
        except (JobStateError, JobLiveError) as error:
            raise CommandError(str(error)) from error
        if options["follow"]:
            job = self._follow(job)
        _tell(console, job)
        if not options["cancel"] and job.state in (
            JobState.FAILED,
            JobState.CANCELLED,
        ):
            raise CommandError(f"Job {job.pk} is {job.state}.", returncode=1)

    def _follow(self, job: Job) -> Job:
        """A bar on standard error; Ctrl-C leaves the job alone."""
        console = self.make_rich_console(file=sys.stderr)
        bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        try:
            with bar:
                task = bar.add_task(f"{job.kind} {job.pk}", total=job.total)
                while True:
                    job.refresh_from_db()
                    bar.update(task, completed=job.done + job.failed)
                    if job.state not in LIVE:
                        return job
                    time.sleep(LOOK_EVERY)
        except KeyboardInterrupt as stopped:
            raise CommandError(
                f"Job {job.pk} goes on.", returncode=INTERRUPTED
            ) from stopped


def _list(console: Console) -> None:
    table = Table("job", "kind", "state", "done", "not done", "of", "asked by", "begun")
    for job in Job.objects.select_related("requested_by").order_by("-pk")[:LISTED]:
        table.add_row(
            str(job.pk),
            escape(job.kind),
            job.state,
            str(job.done),
            str(job.failed),
            str(job.total),
            escape(job.requested_by.get_username() if job.requested_by else ""),
            f"{job.created_at:%Y-%m-%d %H:%M}",
        )
    console.print(table)


def _tell(console: Console, job: Job) -> None:
    over = job.done + job.failed
    console.print(f"Job {job.pk}, {job.kind}: {job.state}, {over} of {job.total}")
    for name, number in job.result.get("counts", {}).items():
        console.print(f"  {escape(name)}: {number}", highlight=False)
    for error in errors_of(job):
        place = "a part" if error["row"] is None else f"row {error['row'] + 1}"
        console.print(f"{place}: {escape(error['detail'])}", soft_wrap=True)
