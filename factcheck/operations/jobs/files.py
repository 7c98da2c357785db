"""A file that a job has made: its chunks bear the parts, for who asked alone.

The parts lie in the database and in no folder: the worker that writes them and the
server that hands them out may be two machines (docs/decisions/0008).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import StreamingHttpResponse
from django.utils import timezone

from factcheck.operations.models import Job, JobState, User

# How long a file is kept: it can be made again, and what it tells grows old.
FILE_LIFE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class File:
    """name and media type of the file; head, tail: its first and last characters."""

    name: str
    media_type: str
    head: str = ""
    tail: str = ""

    def as_args(self) -> dict[str, Any]:
        """For the args of the job that makes it."""
        return {"file": asdict(self)}


def file_of(job: Job, user: User | AnonymousUser) -> File | None:
    """The file that the user may fetch now; None: there is none."""
    told = job.args.get("file")
    if told is None or job.state != JobState.DONE or job.requested_by_id != user.pk:
        return None
    finished = job.finished_at
    if finished is None or finished < timezone.now() - FILE_LIFE:
        return None
    return File(**told)


def file_text(job: Job, file: File) -> Iterator[str]:
    """The file, a part at a time."""
    yield file.head
    # Not `result__text`: on SQLite a text that happens to be JSON comes back parsed.
    parts = job.chunks.order_by("ordinal").values_list("result", flat=True)
    for result in parts.iterator(chunk_size=1):
        yield result.get("text", "")
    yield file.tail


def file_response(job: Job, file: File) -> StreamingHttpResponse:
    """The answer that hands it out, to who asked alone."""
    return StreamingHttpResponse(
        file_text(job, file),
        content_type=file.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{file.name}"',
            "Cache-Control": "private, no-store",
        },
    )
