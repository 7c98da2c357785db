"""The job "import": articles that were sent in, some dozen a chunk.

A chunk may be done twice, the second time after its worker was killed in the middle:
the same article is stored once, and what was stored and not read is read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from claims.engine import load_engine
from claims.services.arrivals import Arrival, articles_take
from claims.services.library import library_of_process
from factcheck.operations.jobs import Kind, Outcome, Part, RowError, job_start
from factcheck.operations.models import Job, JobChunk, Token, User
from factcheck.operations.tokens import INGEST
from sources.services import Status

KIND = "import"
# Articles of a chunk: as many as are parsed and linked together at best. They take
# some seconds, after which a worker that is told to stop does.
ROWS_A_CHUNK = 32


def import_start(
    *,
    rows: Iterable[Any],
    actor: User | None,
    token: Token | None = None,
    all_sentences: bool = False,
    packed: bool = False,
) -> Job:
    """Have workers import the rows; rows and packed are those of `articles_take`."""
    return job_start(
        kind=KIND,
        key=uuid4().hex,
        args={
            "all_sentences": all_sentences,
            "packed": packed,
            "token": token.token_key if token else "",
        },
        parts=_parts(rows),
        actor=actor,
        token=token,
    )


def import_rows(chunk: JobChunk) -> Outcome:
    """One chunk."""
    job = chunk.job
    arrivals = articles_take(
        rows=json.loads(chunk.payload["rows"]),
        first=chunk.payload["first"],
        engine=load_engine(),
        library=library_of_process(),
        actor=job.requested_by,
        # It may be revoked by now; the entries tell its key all the same.
        token=Token(token_key=key) if (key := job.args.get("token")) else None,
        all_sentences=job.args.get("all_sentences") or None,
        since=job.created_at if chunk.attempts > 1 else None,
        packed=job.args.get("packed", False),
    )
    counts = Counter(arrival.stored for arrival in arrivals)
    counts["statements"] = sum(arrival.statements for arrival in arrivals)
    counts["links"] = sum(arrival.links for arrival in arrivals)
    errors = [
        RowError(arrival.row, arrival.code, arrival.reason)
        for arrival in arrivals
        if arrival.code
    ]
    rows = [_told(each) for each in arrivals if each.stored != Status.REFUSED]
    return Outcome(counts, errors, {"rows": rows})


def _told(arrival: Arrival) -> dict[str, Any]:
    return {
        "row": arrival.row,
        "stored": arrival.stored,
        "article": arrival.article,
        "external_id": arrival.external_id,
    }


def _parts(rows: Iterable[Any]) -> Iterator[Part]:
    remaining, first = iter(rows), 0
    while batch := list(islice(remaining, ROWS_A_CHUNK)):
        # As text: PostgreSQL keeps no JSON with a NUL or half a character in it, and
        # such a row is refused by itself once it is read.
        yield Part({"first": first, "rows": json.dumps(batch)}, rows=len(batch))
        first += len(batch)


IMPORT = Kind(import_rows, _("Import of articles"), INGEST)
