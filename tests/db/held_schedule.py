"""The schedule of lines, and an import that holds on in its second chunk until told."""

from __future__ import annotations

from django.conf import settings

from claims.jobs.importing import import_rows
from factcheck.operations.jobs import Kind, Outcome
from factcheck.operations.models import JobChunk
from tests.db.job_kinds import HELD, hold
from tests.db.line_schedule import KINDS as LINES
from tests.db.line_schedule import PERIODIC as PERIODIC


def import_held(chunk: JobChunk) -> Outcome:
    if chunk.ordinal == HELD:
        hold(chunk, settings.DATA_DIR)
    return import_rows(chunk)


IMPORT = Kind(import_held)
KINDS = LINES | {"import": "tests.db.held_schedule.IMPORT"}
