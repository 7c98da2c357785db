"""A key is used once: its answer is kept, its crash is survived, its age is bounded."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from factcheck.operations.idempotency import (
    KEPT_FOR,
    TAKEN_OVER_AFTER,
    First,
    InProgressError,
    Kept,
    ReusedError,
    TakenOverError,
    begin,
    finish,
    forget,
)
from factcheck.operations.models import IdempotencyKey, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ANSWER = Kept(201, '{"id": 7}', {"Location": "/7/"})


@pytest.fixture
def ada() -> User:
    return UserFactory()


def first_of(user: User, key: str = "k", fingerprint: str = "f") -> First:
    first = begin(user=user, key=key, fingerprint=fingerprint)
    assert isinstance(first, First)
    return first


def grow_old(age: timedelta) -> None:
    IdempotencyKey.objects.update(at=timezone.now() - age)


def test_the_answer_is_given_again(ada: User) -> None:
    finish(first_of(ada), ANSWER)
    assert begin(user=ada, key="k", fingerprint="f") == ANSWER
    assert IdempotencyKey.objects.count() == 1


def test_keys_are_ones_own(ada: User) -> None:
    finish(first_of(ada), ANSWER)
    assert isinstance(begin(user=UserFactory(), key="k", fingerprint="f"), First)


def test_another_request_under_the_key(ada: User) -> None:
    first = first_of(ada)
    with pytest.raises(ReusedError):
        begin(user=ada, key="k", fingerprint="other")
    finish(first, ANSWER)
    with pytest.raises(ReusedError):
        begin(user=ada, key="k", fingerprint="other")


def test_the_first_is_at_work(ada: User) -> None:
    first_of(ada)
    with pytest.raises(InProgressError) as refusal:
        begin(user=ada, key="k", fingerprint="f")
    assert 0 < refusal.value.wait <= TAKEN_OVER_AFTER.total_seconds()


def test_nothing_was_done(ada: User) -> None:
    forget(first_of(ada))
    assert isinstance(begin(user=ada, key="k", fingerprint="other"), First)


@pytest.mark.parametrize(
    ("age", "taken"),
    [
        (TAKEN_OVER_AFTER - timedelta(seconds=30), False),
        (TAKEN_OVER_AFTER + timedelta(seconds=1), True),
    ],
)
def test_a_crash_is_taken_over(ada: User, age: timedelta, taken: bool) -> None:  # noqa: FBT001
    first_of(ada)
    grow_old(age)
    if taken:
        finish(first_of(ada), ANSWER)
        assert begin(user=ada, key="k", fingerprint="f") == ANSWER
    else:
        with pytest.raises(InProgressError):
            begin(user=ada, key="k", fingerprint="f")


def test_who_was_taken_over_commits_nothing(ada: User) -> None:
    slow = first_of(ada)
    grow_old(TAKEN_OVER_AFTER + timedelta(seconds=1))
    slow = First(slow.pk, IdempotencyKey.objects.get().at)
    quick = first_of(ada)
    with pytest.raises(TakenOverError), transaction.atomic():
        UserFactory(username="never")
        finish(slow, ANSWER)
    assert not User.objects.filter(username="never").exists()
    forget(slow)  # nor does it give the other's right away
    finish(quick, ANSWER)
    assert begin(user=ada, key="k", fingerprint="f") == ANSWER


def test_answers_are_kept_for_a_day(ada: User) -> None:
    finish(first_of(ada), ANSWER)
    first_of(UserFactory(), "unanswered")
    grow_old(KEPT_FOR + timedelta(seconds=1))
    first_of(UserFactory(), "another")
    assert IdempotencyKey.objects.get().key == "another"
    assert isinstance(begin(user=ada, key="k", fingerprint="other"), First)
