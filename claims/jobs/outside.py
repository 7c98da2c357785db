"""The job "outside": verdicts from elsewhere, where they are too many to wait for.

A chunk may be done twice: what was kept is found by its key, and says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.engine import load_engine
from claims.reviews import Row, row_pack, row_unpack
from claims.services.outside import Became, outside_take
from factcheck.operations.jobs import Kind, Outcome, Part, RowError, job_start
from factcheck.operations.models import Job, JobChunk, Token, User
from factcheck.operations.tokens import INGEST

KIND = "outside"
# Reviews of a chunk: each is read like a sentence of a draft, in a tenth of a second.
ROWS_A_CHUNK = 50
# Reviews that whoever sends them waits for; more of them become a job.
REVIEWS_AT_ONCE = 20
# Their dates may be of a time zone that is ahead of ours.
AHEAD = timedelta(days=1)


def latest_day() -> date:
    """A review is of this day, or of an earlier one."""
    return timezone.localdate() + AHEAD


def outside_start(
    *, rows: Sequence[Row], actor: User, token: Token | None = None
) -> Job:
    """Have workers keep the reviews."""
    return job_start(
        kind=KIND,
        key=uuid4().hex,
        args={},
        parts=_parts(rows),
        actor=actor,
        token=token,
    )


def outside_rows(chunk: JobChunk) -> Outcome:
    """One chunk. Its job was begun by somebody: nobody else may import."""
    actor = chunk.job.requested_by
    assert actor is not None
    taken = outside_take(
        rows=[row_unpack(row) for row in chunk.payload["rows"]],
        engine=load_engine(),
        actor=actor,
        first=chunk.payload["first"],
    )
    errors = [
        RowError(each.row, "invalid", f"{each.where}: {each.reason}")
        for each in taken
        if each.became is Became.REFUSED
    ]
    counts = Counter(str(each.became) for each in taken)
    counts["placed"] = sum(each.claim is not None for each in taken)
    return Outcome(counts, errors)


def _parts(rows: Sequence[Row]) -> Iterator[Part]:
    for first in range(0, len(rows), ROWS_A_CHUNK):
        some = rows[first : first + ROWS_A_CHUNK]
        packed = [row_pack(row) for row in some]
        yield Part({"first": first, "rows": packed}, rows=len(some))


OUTSIDE = Kind(outside_rows, _("Import of verdicts from elsewhere"), INGEST)
