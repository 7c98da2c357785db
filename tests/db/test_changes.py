"""Who follows the changes misses none, in whatever order their writers commit."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from random import Random
from threading import Event

import pytest
from django.db import connection, transaction

from claims.store.changes import place_entries
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

WAIT_SECONDS = 20


class Follower:
    """Reads on from where it was, as /changes/ does."""

    def __init__(self) -> None:
        self.at = 0
        self.seen: list[str] = []

    def read(self) -> list[str]:
        column = place_entries()
        rows = AuditEntry.objects.filter(**{f"{column}__gt": self.at})
        for row in rows.order_by(column):
            self.seen.append(row.verb)
            self.at = getattr(row, column)
        return self.seen


def write(verb: str, user: User, written: Event, go_on: Event) -> None:
    """An act that is committed only when it may go on."""
    try:
        with transaction.atomic():
            audit(actor=user, verb=verb, target=user)
            written.set()
            assert go_on.wait(WAIT_SECONDS)
    finally:
        connection.close()


def writers_wait() -> bool:
    """Whether a second writer is kept out until the first has committed."""
    return connection.vendor == "sqlite"


def test_a_lower_id_that_is_committed_later_is_not_lost() -> None:
    user, follower = UserFactory(), Follower()
    events = [Event() for _ in range(4)]
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(write, "a.slow", user, *events[:2])
        assert events[0].wait(WAIT_SECONDS)
        second: Future[None] = threads.submit(write, "a.fast", user, *events[2:])
        events[3].set()
        if not writers_wait():
            second.result(WAIT_SECONDS)
        early = list(follower.read())
        events[1].set()
        first.result(WAIT_SECONDS)
        second.result(WAIT_SECONDS)
    assert early == ([] if writers_wait() else ["a.fast"])
    assert sorted(follower.read()) == ["a.fast", "a.slow"]
    assert follower.read() == follower.seen
    ids = dict(AuditEntry.objects.values_list("verb", "id"))
    assert ids["a.slow"] < ids["a.fast"]


def test_what_is_taken_back_leaves_no_gap_that_holds_others_up() -> None:
    user, follower = UserFactory(), Follower()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit(actor=user, verb="a.gone", target=user)
        raise ZeroDivisionError
    with transaction.atomic():
        audit(actor=user, verb="a.stays", target=user)
    assert follower.read() == ["a.stays"]


def test_many_writers_and_readers_at_once() -> None:
    user, writers, each = UserFactory(), 4, 6
    done = Event()

    def act(number: int) -> None:
        wheel = Random(number)
        try:
            for at in range(each):
                with transaction.atomic():
                    for part in range(wheel.randint(1, 3)):
                        verb = f"a.{number}-{at}-{part}"
                        audit(actor=user, verb=verb, target=user)
        finally:
            connection.close()

    def follow() -> list[str]:
        follower = Follower()
        try:
            while not done.is_set():
                follower.read()
            return list(follower.read())
        finally:
            connection.close()

    with ThreadPoolExecutor(writers + 2) as threads:
        readers = [threads.submit(follow) for _ in range(2)]
        acts = [threads.submit(act, number) for number in range(writers)]
        try:
            for one in acts:
                one.result(60)
        finally:
            done.set()
        seen = [reader.result(60) for reader in readers]
    everything = sorted(AuditEntry.objects.values_list("verb", flat=True))
    assert [sorted(verbs) for verbs in seen] == [everything, everything]
    assert seen[0] == seen[1]


def test_a_place_never_changes() -> None:
    user = UserFactory()
    for number in range(3):
        with transaction.atomic():
            audit(actor=user, verb=f"a.{number}", target=user)
        column = place_entries()
    before = dict(AuditEntry.objects.values_list("verb", column))
    assert place_entries() == column
    assert dict(AuditEntry.objects.values_list("verb", column)) == before
    assert [verb for verb, _ in sorted(before.items(), key=lambda pair: pair[1])] == [
        "a.0",
        "a.1",
        "a.2",
    ]
