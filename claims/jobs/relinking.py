"""The job "relink": every text that the present engine has not read, read and linked.

That is all of them after a change of ENGINE_VERSION, and what an import broke off
otherwise. Judgements stay: only what the engine wrote is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from claims.engine import load_engine
from claims.services.library import library_of_process
from claims.services.pipeline import Work, pending_versions, process_each
from factcheck.operations.jobs import Kind, Outcome, Part, RowError, job_start
from factcheck.operations.models import Job, JobChunk, Token, User

KIND = "relink"
# Texts of a chunk, as in an import.
ROWS_A_CHUNK = 32


def relink_start(*, actor: User | None, token: Token | None = None) -> Job:
    """Have workers read what has no finished run. Raises JobLiveError: one at a time.

    A text that arrives meanwhile is read by who stores it.
    """
    engine = load_engine()
    return job_start(
        kind=KIND,
        key="",
        args={"engine_version": engine.version},
        parts=_parts(engine.version),
        actor=actor,
        token=token,
    )


def relink_versions(chunk: JobChunk) -> Outcome:
    """One chunk: of its versions those that are still current and not read."""
    engine = load_engine()
    ids: list[int] = chunk.payload["versions"]
    pending = pending_versions(engine_version=engine.version).filter(pk__in=ids)
    works = [Work(version) for version in pending]
    failed = process_each(works, engine=engine, library=library_of_process())
    first = chunk.payload["first"]
    errors = [
        RowError(
            first + ids.index(pk),
            "unread",
            f"version {pk}: {type(error).__name__}: {error}",
        )
        for pk, error in failed.items()
    ]
    read = len(works) - len(failed)
    return Outcome({"read": read, "read before": len(ids) - len(works)}, errors)


def _parts(engine_version: str) -> Iterator[Part]:
    ids = list(
        pending_versions(engine_version=engine_version).values_list("pk", flat=True)
    )
    for first in range(0, len(ids), ROWS_A_CHUNK):
        some = ids[first : first + ROWS_A_CHUNK]
        yield Part({"first": first, "versions": some}, rows=len(some))


RELINK = Kind(relink_versions, _("Reading all articles again"))
