"""The kinds of jobs, and what every worker does every so often: dotted names alone.

A new kind of job: its name (at most 32 characters) and the path of its `Kind` into
KINDS. Something to be done every so often: a line in PERIODIC with the path of a
function without arguments and how often it is called,

    Periodic("claims.jobs.deliver.look", every=timedelta(seconds=5)),

which looks into rows for what is to do, and does it where that takes moments; else it
starts a job, whose `key` keeps a second one from starting while the first lives:

    def look() -> None:
        parts = [Part({"ids": ids}, rows=len(ids)) for ids in …]
        if parts:
            with suppress(JobLiveError):
                job_start(kind="deliver", key="", parts=parts)

Every worker calls it, so several may in the same moment, and none may for a while: when
something was last done is read from rows too, never counted here. What waits for the
servers of others gets `threads` of its own, so that nothing else waits for them.
"""

from __future__ import annotations

from datetime import timedelta

from factcheck.operations.jobs.kinds import Periodic

KINDS: dict[str, str] = {
    "import": "claims.jobs.importing.IMPORT",
    "relink": "claims.jobs.relinking.RELINK",
    "export": "claims.jobs.exporting.EXPORT",
    "outside": "claims.jobs.outside.OUTSIDE",
}

# Webhooks that one worker sends to at once. A receiver that never answers takes one of
# these for a quarter of the time; with the worker's other threads they fit into a pool
# of eight connections.
SENDERS = 4

PERIODIC: tuple[Periodic, ...] = (
    Periodic("factcheck.operations.jobs.reaper.reap", every=timedelta(seconds=5)),
    Periodic("factcheck.operations.jobs.tidy.tidy", every=timedelta(hours=1)),
    Periodic(
        "factcheck.operations.planner.gather_statistics", every=timedelta(hours=1)
    ),
    Periodic("claims.jobs.deliver.write_messages", every=timedelta(seconds=2)),
    Periodic(
        "claims.jobs.deliver.send_messages",
        every=timedelta(seconds=2),
        threads=SENDERS,
    ),
    Periodic("claims.jobs.deliver.prune_deliveries", every=timedelta(hours=1)),
    Periodic("claims.jobs.digests.send_digests", every=timedelta(minutes=5), threads=1),
)
