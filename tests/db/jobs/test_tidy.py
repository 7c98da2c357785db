"""What is old and over goes; what lives stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.operations.jobs import tidy
from factcheck.operations.models import Job
from factcheck.operations.roles import Role
from tests.db.jobs.asked import deliver, start
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("asked", "days", "stays"),
    [(False, 1, True), (False, 3, False), (True, 3, True), (True, 91, False)],
)
def test_what_is_old_goes(*, asked: bool, days: int, stays: bool) -> None:
    actor = UserFactory(role=Role.EDITOR) if asked else None
    job = start([1], actor=actor)
    deliver()
    at = timezone.now() - timedelta(days=days)
    Job.objects.filter(pk=job.pk).update(finished_at=at)
    live = start([1], key="live")
    Job.objects.filter(pk=live.pk).update(created_at=at)
    DBTaskResult.objects.update(enqueued_at=at)
    tidy.tidy()
    assert Job.objects.filter(pk=job.pk).exists() is stays
    assert Job.objects.filter(pk=live.pk).exists()
    assert DBTaskResult.objects.exists() is (days < 2)
