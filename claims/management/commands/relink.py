"""Have workers read and link every article that the present engine has not read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.jobs.relinking import relink_start
from factcheck.operations.jobs import JobLiveError


class Command(BaseCommand):
    """relink: after a change of ENGINE_VERSION; judgements stay."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            job = relink_start(actor=None)
        except JobLiveError as error:
            number = error.job.pk if error.job else ""
            raise CommandError(f"Job {number} does it already.") from error
        see = f"manage.py jobs {job.pk} --follow"
        self.stdout.write(f"Job {job.pk}, articles: {job.total}. To watch it: {see}")
