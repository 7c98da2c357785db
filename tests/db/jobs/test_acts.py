"""What people do with jobs: see them, cancel them, have them go on."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from factcheck.operations.jobs import (
    JobLiveError,
    JobStateError,
    job_cancel,
    job_resume,
    jobs_visible_to,
    ledger,
)
from factcheck.operations.jobs.reaper import reap
from factcheck.operations.models import AuditEntry, Job, JobChunk
from factcheck.operations.roles import Role
from tests.db import job_kinds
from tests.db.jobs.asked import deliver, start, told
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


def states(job: Job) -> list[str]:
    return list(job.chunks.order_by("ordinal").values_list("state", flat=True))


def test_cancelled_in_the_middle_and_resumed() -> None:
    actor = UserFactory(role=Role.EDITOR)
    job = start([1], [2], [3], actor=actor)

    def cancel(chunk: JobChunk) -> None:
        if chunk.ordinal == 1:
            assert job_cancel(job=Job.objects.get(), actor=actor).state == "running"

    job_kinds.meanwhile.append(cancel)
    deliver()
    assert states(job) == ["done", "done", "cancelled"]
    assert told(job) == {"state": "cancelled", "total": 3, "done": 2, "failed": 0}
    job_kinds.meanwhile.clear()
    with pytest.raises(JobStateError):
        job_cancel(job=job, actor=actor)
    job_resume(job=job, actor=actor)
    deliver()
    assert job_kinds.calls == [0, 1, 2]
    assert told(job) == {"state": "done", "total": 3, "done": 3, "failed": 0}
    verbs = list(AuditEntry.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == ["job.start", "job.cancel", "job.resume"]


def test_cancelled_before_it_began() -> None:
    actor = UserFactory(role=Role.EDITOR)
    job = start([1], actor=actor)
    assert job_cancel(job=job, actor=actor).state == "cancelled"
    deliver()
    assert job_kinds.calls == []


def test_a_chunk_that_fails_after_cancelling_is_not_waited_for() -> None:
    job = start([-1], [1])

    def cancel(chunk: JobChunk) -> None:
        job_cancel(job=Job.objects.get(), actor=None)

    job_kinds.meanwhile.append(cancel)
    deliver()
    reap()
    assert states(job) == ["cancelled", "cancelled"]
    assert told(job)["state"] == "cancelled"


def test_resume_does_what_was_given_up_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ledger, "MAX_ATTEMPTS", 1)
    job = start([1, 13], [-1, 5])
    deliver()
    assert told(job) == {"state": "failed", "total": 4, "done": 1, "failed": 3}
    job.chunks.filter(ordinal=1).update(payload={"numbers": [4, 5]})
    job_resume(job=job, actor=None)
    assert told(job) == {"state": "queued", "total": 4, "done": 1, "failed": 1}
    deliver()
    assert job_kinds.calls == [0, 1, 1]
    assert told(job) == {"state": "done", "total": 4, "done": 3, "failed": 1}
    with pytest.raises(JobStateError):
        job_resume(job=job, actor=None)


def test_what_cannot_go_on_beside_another() -> None:
    job = start([1])
    job_cancel(job=job, actor=None)
    other = start([2])
    with pytest.raises(JobLiveError) as refused:
        job_resume(job=job, actor=None)
    assert refused.value.job == other
    assert told(job)["state"] == "cancelled"


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.READER, False),
        (Role.EDITOR, False),
        (Role.SENIOR_EDITOR, False),
        (Role.CURATOR, True),
        (Role.ADMINISTRATOR, True),
    ],
)
def test_who_sees_and_steers_the_jobs_of_others(role: Role, *, sees: bool) -> None:
    own = UserFactory(role=Role.EDITOR)
    other = UserFactory(role=role)
    job = start([1], actor=own)
    assert list(jobs_visible_to(own)) == [job]
    assert list(jobs_visible_to(other)) == [job] * sees
    if sees:
        assert job_cancel(job=job, actor=other).state == "cancelled"
        return
    for act in (job_cancel, job_resume):
        with pytest.raises(PermissionDenied):
            act(job=job, actor=other)
    assert told(job)["state"] == "queued"
