"""Long work: written into rows, done in chunks by workers on any machine.

    kinds    what work there is: Kind, Part, Outcome, RowError, Periodic
    ledger   the rows: take, renew, done, failed, close
    queue    job_start, and what a worker does with a chunk
    acts     who sees a job, cancel, resume
    reaper   what got stuck goes on
    clock    what a worker does every so often
    tidy     what is old goes

A new kind of job: write `work(chunk) -> Outcome` in claims/jobs, put a `Kind` and its
name into factcheck/schedule.py, and call `job_start(kind=…, key=…, parts=…)` from a
view, a command or a function of the schedule; services never do.
"""

from factcheck.operations.jobs.acts import (
    JobStateError,
    job_cancel,
    job_resume,
    jobs_visible_to,
    may_see_all_jobs,
)
from factcheck.operations.jobs.kinds import Kind, Outcome, Part, Periodic, RowError
from factcheck.operations.jobs.ledger import JobLiveError
from factcheck.operations.jobs.queue import job_start

__all__ = [
    "JobLiveError",
    "JobStateError",
    "Kind",
    "Outcome",
    "Part",
    "Periodic",
    "RowError",
    "job_cancel",
    "job_resume",
    "job_start",
    "jobs_visible_to",
    "may_see_all_jobs",
]
