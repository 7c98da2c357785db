"""Whose turn it is: no receiver is asked twice at once, none waits for another's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from factcheck.operations.jobs.clock import Clock
from factcheck.operations.models import AuditEntry, User, Webhook, WebhookDelivery
from factcheck.operations.network import post
from factcheck.operations.webhooks import delivery, turns
from factcheck.operations.webhooks.delivery import Outcome
from factcheck.operations.webhooks.events import PING
from factcheck.operations.webhooks.services import webhook_ping
from factcheck.operations.webhooks.turns import (
    LEAST_REST,
    MOST_A_TURN,
    deliver_due,
)
from tests.db.workers import WAIT_SECONDS, manage, until
from tests.factories import AuditEntryFactory, DeliveryFactory, WebhookFactory
from tests.receiver import Receiver, receiver, receiving

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db
with_threads = pytest.mark.django_db(transaction=True)


def go(seconds: float = WAIT_SECONDS) -> int:
    return deliver_due(
        payload_of=lambda entry, _event, _user: {"e": entry.pk}, seconds=seconds
    )


def at_home(receiver: Receiver, messages: int = 1) -> Webhook:
    webhook: Webhook = WebhookFactory(url=receiver.url, allow_private=True)
    DeliveryFactory.create_batch(messages, webhook=webhook)
    return webhook


def told(receiver: Receiver) -> list[str]:
    return [got.headers["webhook-id"] for got in receiver.got]


def held_until(webhook: Webhook) -> Any:
    return Webhook.objects.values_list("held_until", flat=True).get(pk=webhook.pk)


@contextmanager
def silent() -> Iterator[Receiver]:
    """A receiver that takes what is sent and does not answer until the block ends."""
    with receiving() as dead:
        dead.act = lambda _handler: bool(dead.quiet.wait())
        yield dead


def test_the_oldest_comes_first(receiver: Receiver) -> None:
    webhook = at_home(receiver, messages=5)
    assert go() == 5
    rows = WebhookDelivery.objects.filter(webhook=webhook).order_by("pk")
    assert told(receiver) == [f"msg_{row.pk}" for row in rows]


def test_a_receiver_that_fails_does_not_keep_the_others_waiting(
    receiver: Receiver,
) -> None:
    with receiving() as bad:
        bad.status = 500
        broken = at_home(bad, messages=3)
        good = at_home(receiver)
        began = timezone.now()
        assert go() == 2
        assert len(bad.got) == 1
        assert held_until(broken) >= began + LEAST_REST, "it rests"
        assert go() == 0
        Webhook.objects.filter(pk=broken.pk).update(held_until=timezone.now())
        assert go() == 1, "and is asked again, for the next message"
        assert len(set(told(bad))) == 2
    assert good.deliveries.get().state == "delivered"


@pytest.mark.parametrize(
    ("milliseconds", "rest"), [(5, LEAST_REST), (10_000, timedelta(seconds=30))]
)
def test_one_that_is_slow_to_fail_rests_longer(
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
    milliseconds: int,
    rest: timedelta,
) -> None:
    webhook = at_home(receiver)
    failed = Outcome(error="No answer in time.", milliseconds=milliseconds)
    monkeypatch.setattr(turns, "deliver_now", lambda _pk, **_how: failed)
    before = timezone.now()
    assert go() == 1
    assert before + rest <= held_until(webhook) <= timezone.now() + rest


def test_one_with_many_messages_lets_the_others_in_between(receiver: Receiver) -> None:
    with receiving() as busy:
        many = at_home(busy, messages=MOST_A_TURN + 5)
        few = at_home(receiver)
        before: list[int] = []
        receiver.act = lambda _handler: before.append(len(busy.got))
        go()
        assert before == [MOST_A_TURN]
        assert len(set(told(busy))) == MOST_A_TURN + 5
    assert {row.state for row in many.deliveries.all()} == {"delivered"}
    assert few.deliveries.get().attempts == 1


@pytest.mark.parametrize("why", ["off", "held", "not due", "finished"])
def test_what_is_not_asked(receiver: Receiver, why: str) -> None:
    webhook = at_home(receiver)
    later = timezone.now() + timedelta(minutes=1)
    if why == "off":
        Webhook.objects.update(disabled_at=timezone.now())
    elif why == "held":
        Webhook.objects.update(held_until=later)
    elif why == "not due":
        webhook.deliveries.update(next_at=later)
    else:
        webhook.deliveries.update(state="failed")
    before = held_until(webhook)
    assert go() == 0
    assert (receiver.got, held_until(webhook)) == ([], before)


def test_what_cannot_be_told_lets_go_and_is_taken_again(receiver: Receiver) -> None:
    webhook = at_home(receiver)

    def broken(_entry: AuditEntry, _event: str, _user: User) -> dict[str, Any]:
        raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        deliver_due(payload_of=broken)
    assert held_until(webhook) <= timezone.now() + LEAST_REST
    Webhook.objects.update(held_until=None)
    WebhookDelivery.objects.update(next_at=timezone.now())
    assert go() == 1


def test_who_lost_it_does_not_let_go_of_what_another_holds(receiver: Receiver) -> None:
    webhook = at_home(receiver, messages=2)
    theirs = timezone.now() + timedelta(minutes=1)

    def late(entry: AuditEntry, _event: str, _user: User) -> dict[str, Any]:
        Webhook.objects.update(held_until=theirs)
        return {"e": entry.pk}

    assert deliver_due(payload_of=late) == 1, "no further message is its own"
    assert held_until(webhook) == theirs


def test_what_a_dead_sender_held_is_free_when_its_time_is_over(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    webhook = at_home(receiver)
    assert turns._hold_next() is not None  # and dies
    assert go() == 0
    later = timezone.now() + delivery.LEASE + timedelta(seconds=1)
    monkeypatch.setattr(turns.timezone, "now", lambda: later)
    assert go() == 1
    assert webhook.deliveries.get().state == "delivered"


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    def run(act: Callable[[], Any]) -> Any:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


@with_threads
def test_senders_at_once_send_each_message_once_and_one_at_a_time(
    receiver: Receiver,
) -> None:
    webhook = at_home(receiver, messages=2 * MOST_A_TURN)
    barrier = Barrier(3)
    inside: list[int] = [0]
    most: list[int] = []

    def answer(handler: Any) -> None:
        inside[0] += 1
        most.append(inside[0])
        handler.send_response(204)
        handler.end_headers()
        inside[0] -= 1

    def work() -> int:
        barrier.wait(WAIT_SECONDS)
        return go()

    receiver.act = answer
    assert sum(at_once(*[work] * 3)) == 2 * MOST_A_TURN
    came = told(receiver)
    assert len(came) == len(set(came)) == 2 * MOST_A_TURN
    assert set(most) == {1}, "never two at once"
    rows = WebhookDelivery.objects.filter(webhook=webhook)
    assert set(rows.values_list("state", "attempts")) == {("delivered", 1)}


@with_threads
def test_one_that_does_not_answer_keeps_no_other_and_no_schedule_waiting(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "post", partial(post, seconds=10 * WAIT_SECONDS))
    with silent() as dead:
        stuck: Webhook = WebhookFactory(url=dead.url, allow_private=True)
        webhook_ping(actor=stuck.owner, webhook=stuck)
        webhook_ping(actor=stuck.owner, webhook=stuck)
        clock = Clock()
        clock.start()
        stopping = Thread(target=clock.stop)
        try:
            until(lambda: dead.got, "a message to one that does not answer")
            good: Webhook = WebhookFactory(url=receiver.url, allow_private=True)
            webhook_ping(actor=good.owner, webhook=good)
            entry = AuditEntryFactory(verb="link.decide")
            until(lambda: receiver.got, "a message to one that answers")
            looked_at = AuditEntry.objects.exclude(dispatched_at=None)
            until(looked_at.filter(pk=entry.pk).exists, "the rest of the schedule")
            assert len(dead.got) == 1
            pings = stuck.deliveries.filter(event=PING)
            waiting = [("waiting", {})] * 2
            assert list(pings.values_list("state", "response")) == waiting
        finally:
            stopping.start()
            dead.quiet.set()
            stopping.join()


@with_threads
def test_what_a_killed_worker_was_sending_comes_again(tmp_path: Path) -> None:
    def worker() -> Any:
        return manage("worker", data=tmp_path, schedule="factcheck.schedule")

    with silent() as dead:
        webhook: Webhook = WebhookFactory(url=dead.url, allow_private=True)
        row = webhook_ping(actor=webhook.owner, webhook=webhook)
        with worker() as process:
            until(lambda: dead.got, "a message under way")
            process.kill()
            process.wait()
        row.refresh_from_db()
        assert (row.state, row.attempts) == ("waiting", 1)
        assert held_until(webhook) > timezone.now()
        dead.act = None
        past = timezone.now() - timedelta(seconds=1)
        WebhookDelivery.objects.update(next_at=past)
        Webhook.objects.update(held_until=past)
        with worker():
            until(lambda: webhook.deliveries.filter(state="delivered"), "it again")
        assert told(dead) == [f"msg_{row.pk}"] * 2
