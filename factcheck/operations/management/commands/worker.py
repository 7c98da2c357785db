"""Do chunks of jobs, and what is to be done every so often, until told to stop."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.operations.jobs.clock import Clock
from factcheck.operations.jobs.engines import work
from factcheck.operations.jobs.reaper import reap


class Command(BaseCommand):
    """worker [--batch]: any number of them, on any machines, share one queue.

    SIGTERM or Ctrl-C: it stops after the present chunk; a second one: at once.
    """

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--batch",
            action="store_true",
            help="do what waits, then stop; nothing is done every so often",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        batch: bool = options["batch"]
        if batch:
            reap()
            work(until_empty=True)
            return
        clock = Clock()
        clock.start()
        try:
            work(until_empty=False)
        finally:
            clock.stop()
