"""A request that may be sent again: the second is given the answer of the first.

    first = begin(user=user, key=key, fingerprint=fingerprint)
    if isinstance(first, Kept): answer what it holds
    with transaction.atomic():
        the act
        finish(first, Kept(…))
    forget(first)    where the act was refused or failed

`begin` is committed by itself, so that another process sees that the first is at work.
The act and its answer are committed together: either both are there or neither. What a
crash leaves is a row without an answer; after TAKEN_OVER_AFTER the next request takes
it over, by a conditional UPDATE, and the first, should it live after all, finds in
`finish` that the row is no longer its own and is rolled back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from factcheck.operations.models import IdempotencyKey, User

# A program that repeats a request does so within minutes; a night's outage is bridged,
# and what is older would only fill the table.
KEPT_FOR = timedelta(hours=24)
# The server ends a request after two minutes (gunicorn.conf.py): a row that is older
# and has no answer was left by a crash. Twice that, and some.
TAKEN_OVER_AFTER = timedelta(minutes=5)
# Times that a row may be pruned or given up between two statements of ours.
TRIES = 3


class ReusedError(Exception):
    """The key was used for another request."""


class InProgressError(Exception):
    """The first request with the key has not been answered yet.

    wait  seconds after which it may be taken over
    """

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait


class TakenOverError(Exception):
    """Another request has taken over: what this one did must not be committed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is kept: body is text, headers those that belong to it."""

    status: int
    body: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class First:
    """The right to act once; `at` tells this request from one that took over."""

    pk: int
    at: datetime


def begin(*, user: User, key: str, fingerprint: str) -> First | Kept:
    """The right to act, or the answer of the request that did.

    key          at most 255 characters, the user's own
    fingerprint  of all that makes the request
    Raises ReusedError, InProgressError.
    """
    for _try in range(TRIES):
        now = timezone.now()
        IdempotencyKey.objects.filter(at__lt=now - KEPT_FOR).delete()
        try:
            with transaction.atomic():
                made = IdempotencyKey.objects.create(
                    user=user, key=key, fingerprint=fingerprint, at=now
                )
        except IntegrityError:
            row = IdempotencyKey.objects.filter(user=user, key=key).first()
            if row is not None:
                return _known(row, fingerprint, now)
        else:
            return First(made.pk, made.at)
    raise InProgressError(1)


def _known(row: IdempotencyKey, fingerprint: str, now: datetime) -> First | Kept:
    if row.fingerprint != fingerprint:
        raise ReusedError
    if row.status is not None:
        return Kept(row.status, row.body, row.headers)
    left = TAKEN_OVER_AFTER - (now - row.at)
    if left > timedelta():
        raise InProgressError(left.total_seconds())
    if not _own(First(row.pk, row.at)).update(at=now):
        raise InProgressError(TAKEN_OVER_AFTER.total_seconds())
    return First(row.pk, now)


def finish(first: First, kept: Kept) -> None:
    """Keep the answer. In the transaction of the act; raises TakenOverError."""
    changed = _own(first).update(
        status=kept.status, body=kept.body, headers=kept.headers
    )
    if not changed:
        raise TakenOverError


def forget(first: First) -> None:
    """Nothing was done: the key may be used for the next try."""
    _own(first).delete()


def _own(first: First) -> QuerySet[IdempotencyKey]:
    return IdempotencyKey.objects.filter(pk=first.pk, at=first.at, status=None)
