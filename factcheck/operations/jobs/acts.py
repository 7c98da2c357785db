"""What people do with jobs: see them, cancel them, have them go on."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet, Sum
from django.db.models.functions import Greatest
from django.utils import timezone

from factcheck.operations.audit import audit
from factcheck.operations.jobs.ledger import JobLiveError, job_close_if_over
from factcheck.operations.jobs.queue import chunks_enqueue
from factcheck.operations.models import Job, JobState, Token, User
from factcheck.operations.models.job import LIVE

RESUMABLE = (JobState.FAILED, JobState.CANCELLED)


class JobStateError(Exception):
    """The job is no longer as the act needs it; `job` is how it stands."""

    def __init__(self, job: Job, message: str) -> None:
        super().__init__(message)
        self.job = job


def may_see_all_jobs(user: User | AnonymousUser) -> bool:
    """See, cancel and resume what others asked for."""
    return user.has_perm("operations.view_job")


def jobs_visible_to(user: User | AnonymousUser) -> QuerySet[Job]:
    """One's own; all of them for who looks after the newsroom. Newest first."""
    jobs = Job.objects.select_related("requested_by").order_by("-pk")
    if may_see_all_jobs(user):
        return jobs
    if not isinstance(user, User):
        return jobs.none()
    return jobs.filter(requested_by=user)


def job_cancel(*, job: Job, actor: User | None, token: Token | None = None) -> Job:
    """Begin no further chunk; what a worker holds is finished, and stays done.

    actor: None in the shell. Raises PermissionDenied, JobStateError.
    """
    _require(job, actor)
    with transaction.atomic():
        asked = Job.objects.filter(
            pk=job.pk, state__in=LIVE, cancel_requested=False
        ).update(cancel_requested=True)
        job.refresh_from_db()
        if not asked:
            raise JobStateError(job, "The job is over, or being cancelled already.")
        job.chunks.filter(state=JobState.QUEUED).update(
            state=JobState.CANCELLED, lease_until=None
        )
        audit(actor=actor, verb="job.cancel", target=job, token=token)
        job_close_if_over(job_id=job.pk, now=timezone.now())
    job.refresh_from_db()
    return job


def job_resume(*, job: Job, actor: User | None, token: Token | None = None) -> Job:
    """Do what was cancelled or given up; what is done is not done again.

    actor: None in the shell. Raises PermissionDenied, JobStateError, JobLiveError.
    """
    _require(job, actor)
    with transaction.atomic():
        lost = job.chunks.filter(state=JobState.FAILED).aggregate(rows=Sum("rows"))
        try:
            with transaction.atomic():
                asked = Job.objects.filter(pk=job.pk, state__in=RESUMABLE).update(
                    state=JobState.QUEUED,
                    cancel_requested=False,
                    finished_at=None,
                    failed=Greatest(F("failed") - (lost["rows"] or 0), 0),
                )
        except IntegrityError as error:
            live = Job.objects.filter(kind=job.kind, key=job.key, state__in=LIVE)
            raise JobLiveError(live.first()) from error
        job.refresh_from_db()
        if not asked:
            raise JobStateError(job, "Only a cancelled or a failed job can go on.")
        job.chunks.filter(state__in=RESUMABLE).update(
            state=JobState.QUEUED, attempts=0, errors=[], lease_until=None
        )
        audit(actor=actor, verb="job.resume", target=job, token=token)
        job_close_if_over(job_id=job.pk, now=timezone.now())
        now = timezone.now()
        transaction.on_commit(lambda: chunks_enqueue(job_id=job.pk, now=now))
    job.refresh_from_db()
    return job


def _require(job: Job, actor: User | None) -> None:
    if actor is None or may_see_all_jobs(actor) or job.requested_by_id == actor.pk:
        return
    raise PermissionDenied("You may not steer the jobs of others.")
