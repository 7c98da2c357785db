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
from claims.exports.linked_data import (
    TAIL,
    claims_jsonld_head,
    claims_jsonld_parts,
)
from claims.models import Claim
from claims.selectors.queue import Wanted, queue_claims
from factcheck.operations.jobs import Kind, Outcome, Part, job_start
from factcheck.operations.jobs.files import File
from factcheck.operations.models import Job, JobChunk, Token, User
from factcheck.operations.tokens import READ

KIND = "export"
# Claims of a chunk: about 100 KB of text; with all that is printed, some 20 KB a claim.
CLAIMS_A_CHUNK = 500
CLAIMS_OF_LINKED_DATA = 50


class Format(StrEnum):
    """The shape of the file, and its ending."""

    CSV = "csv"
    JSONL = "jsonl"
    JSONLD = "jsonld"


TYPES = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.JSONL: "application/jsonl; charset=utf-8",
    Format.JSONLD: "application/ld+json",
}


def export_start(
    *, wanted: Wanted, shape: Format, actor: User, token: Token | None = None
) -> Job:
    """Have a worker write the file of the claims that pass the filters."""
    ids = list(queue_claims(wanted, actor).values_list("pk", flat=True))
    name = f"claims-{timezone.localdate().isoformat()}.{shape}"
    linked = shape is Format.JSONLD
    file = File(name, TYPES[shape], _head(shape), TAIL if linked else "")
    return job_start(
        kind=KIND,
        key=uuid4().hex,
        args={"format": shape, **file.as_args()},
        parts=_parts(ids, CLAIMS_OF_LINKED_DATA if linked else CLAIMS_A_CHUNK),
        actor=actor,
        token=token,
    )


def export_claims(chunk: JobChunk) -> Outcome:
    """One chunk: its part of the file. What was merged meanwhile is left out."""
    ids: list[int] = chunk.payload["claims"]
    found = Claim.objects.filter(merged_into=None).in_bulk(ids)
    claims = [found[pk] for pk in ids if pk in found]
    viewer = chunk.job.requested_by or AnonymousUser()
    shape = Format(chunk.job.args["format"])
    text = "".join(_lines(shape, claims, viewer))
    return Outcome({"claims": len(claims)}, result={"text": text})


def _head(shape: Format) -> str:
    if shape is Format.CSV:
        return csv_header()
    return claims_jsonld_head() if shape is Format.JSONLD else ""


def _lines(
    shape: Format, claims: list[Claim], viewer: User | AnonymousUser
) -> Iterator[str]:
    if shape is Format.JSONLD:
        return claims_jsonld_parts(claims)
    if shape is Format.JSONL:
        return claims_json_lines(claims, viewer)
    return claims_csv_lines(claims, viewer)


def _parts(ids: list[int], number: int) -> Iterator[Part]:
    for first in range(0, len(ids), number):
        some = ids[first : first + number]
        yield Part({"claims": some}, rows=len(some))


EXPORT = Kind(export_claims, _("Export of claims"), READ)
