"""The job "export": the queue as a file, where it is too long to wait for.

Which claims, and in which order, is settled when it is asked for; each chunk then
writes some of them as they are, and as far as who asked may know.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from uuid import uuid4

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.exports.claims import claims_csv_lines, claims_json_lines, csv_header
from claims.models import Claim
from claims.selectors.queue import Wanted, queue_claims
from factcheck.operations.jobs import Kind, Outcome, Part, job_start
from factcheck.operations.jobs.files import File
from factcheck.operations.models import Job, JobChunk, Token, User
from factcheck.operations.tokens import READ

KIND = "export"
# Claims of a chunk: about 100 KB of text.
CLAIMS_A_CHUNK = 500


class Format(StrEnum):
    """The shape of the file, and its ending."""

    CSV = "csv"
    JSONL = "jsonl"


TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/jsonl; charset=utf-8",
}


def export_start(
    *, wanted: Wanted, shape: Format, actor: User, token: Token | None = None
) -> Job:
    """Have a worker write the file of the claims that pass the filters."""
    ids = list(queue_claims(wanted, actor).values_list("pk", flat=True))
    name = f"claims-{timezone.localdate().isoformat()}.{shape}"
    head = csv_header() if shape is Format.CSV else ""
    return job_start(
        kind=KIND,
        key=uuid4().hex,
        args={"format": shape, **File(name, TYPES[shape], head).as_args()},
        parts=_parts(ids),
        actor=actor,
        token=token,
    )


def export_claims(chunk: JobChunk) -> Outcome:
    """One chunk: its part of the file. What was merged meanwhile is left out."""
    ids: list[int] = chunk.payload["claims"]
    found = Claim.objects.filter(merged_into=None).in_bulk(ids)
    claims = [found[pk] for pk in ids if pk in found]
    viewer = chunk.job.requested_by or AnonymousUser()
    lines = (
        claims_json_lines if chunk.job.args["format"] == "jsonl" else claims_csv_lines
    )
    text = "".join(lines(claims, viewer))
    return Outcome({"claims": len(claims)}, result={"text": text})


def _parts(ids: list[int]) -> Iterator[Part]:
    for first in range(0, len(ids), CLAIMS_A_CHUNK):
        some = ids[first : first + CLAIMS_A_CHUNK]
        yield Part({"claims": some}, rows=len(some))


EXPORT = Kind(export_claims, _("Export of claims"), READ)
