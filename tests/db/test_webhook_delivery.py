"""Attempts against a real receiver: signed, logged, tried again, given up."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from factcheck.operations.models import (
    AuditEntry,
    Notification,
    User,
    Webhook,
    WebhookDelivery,
)
from factcheck.operations.roles import Role
from factcheck.operations.webhooks import delivery as module
from factcheck.operations.webhooks.delivery import (
    EXCERPT,
    FIRST_WAIT,
    JITTER,
    KEPT,
    LEASE,
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    MOST_GIVEN_UP,
    deliver_now,
    deliveries_prune,
    wait_after,
)
from factcheck.operations.webhooks.services import webhook_ping
from factcheck.operations.webhooks.signing import signed_headers
from factcheck.operations.webhooks.turns import deliver_due
from tests.factories import DeliveryFactory, UserFactory, WebhookFactory
from tests.receiver import Got, Receiver, endless, hanging_up, receiver

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db

State = WebhookDelivery.State


def data(entry: AuditEntry, event: str, user: User) -> dict[str, Any] | None:
    """What is told in these tests; a verb "secret" is told to nobody."""
    return None if entry.verb == "secret" else {"entry": entry.pk, "to": str(user)}


def go() -> int:
    return deliver_due(payload_of=data)


def at_home(receiver: Receiver, **columns: object) -> Webhook:
    return WebhookFactory(url=receiver.url, allow_private=True, **columns)


def due(receiver: Receiver, **columns: object) -> WebhookDelivery:
    return DeliveryFactory(webhook=at_home(receiver), **columns)


def verified(got: Got, secret: str) -> Any:
    return Verifier(secret).verify(got.body, dict(got.headers))


def again_at_once(delivery: WebhookDelivery) -> None:
    WebhookDelivery.objects.filter(pk=delivery.pk).update(next_at=timezone.now())
    Webhook.objects.update(held_until=None)


def test_what_comes_in_is_signed(receiver: Receiver) -> None:
    row = due(receiver)
    receiver.status, receiver.body = 200, b"thank you"
    assert go() == 1
    (got,) = receiver.got
    told = verified(got, row.webhook.secret)
    assert told["type"] == "claim.created"
    assert datetime.fromisoformat(told["timestamp"]) == row.entry.at
    assert told["timestamp"].endswith("Z")
    assert told["data"] == {"entry": row.entry_id, "to": str(row.webhook.owner)}
    assert got.headers["webhook-id"] == f"msg_{row.pk}"
    assert got.headers["Content-Type"] == "application/json"
    row.refresh_from_db()
    assert (row.state, row.attempts, row.next_at) == (State.DELIVERED, 1, None)
    assert (row.response["status"], row.response["body"]) == (200, "thank you")
    assert row.response["error"] == ""
    assert row.response["milliseconds"] >= 0
    assert go() == 0


@pytest.mark.parametrize("spoilt", ["secret", "body", "webhook-timestamp"])
def test_what_was_changed_on_the_way_is_found_out(
    receiver: Receiver, spoilt: str
) -> None:
    row = due(receiver)
    go()
    (got,) = receiver.got
    headers, body, secret = dict(got.headers), got.body, row.webhook.secret
    if spoilt == "secret":
        secret = WebhookFactory().secret
    elif spoilt == "body":
        body = body.replace(b"claim", b"blame")
    else:
        headers[spoilt] = str(int(headers[spoilt]) + 1)
    with pytest.raises(WebhookVerificationError):
        Verifier(secret).verify(body, headers)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Seoul", "America/New_York"])
def test_the_time_zone_does_not_matter(zone: str) -> None:
    secret = WebhookFactory.build(owner=None).secret
    at = timezone.now().astimezone(ZoneInfo(zone))
    headers = signed_headers(secrets=[secret], message="msg_1", body="{}", at=at)
    assert Verifier(secret).verify("{}", headers) == {}


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 429, 500, 503])
def test_anything_but_success_is_tried_again(receiver: Receiver, status: int) -> None:
    row = due(receiver)
    receiver.status, receiver.headers = status, {"Location": receiver.url}
    before = timezone.now()
    assert go() == 1
    assert len(receiver.got) == 1, "no redirect is followed"
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.WAITING, 1)
    assert row.response["status"] == status
    least = FIRST_WAIT * (1 - JITTER)
    assert row.next_at >= before + least
    assert go() == 0, "not before its time"


def test_the_same_message_comes_again_with_a_new_signature(receiver: Receiver) -> None:
    row = due(receiver)
    receiver.status = 500
    go()
    again_at_once(row)
    receiver.status = 204
    assert go() == 1
    first, second = receiver.got
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert verified(second, row.webhook.secret)
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.DELIVERED, 2)
    assert [each["status"] for each in row.response["attempts"]] == [500, 204]


@pytest.mark.parametrize("act", [hanging_up, endless])
def test_bad_receivers(receiver: Receiver, act: Any) -> None:
    row = due(receiver)
    receiver.act = act
    go()
    row.refresh_from_db()
    if act is endless:
        assert row.state == State.DELIVERED
        assert len(row.response["body"]) <= EXCERPT
    else:
        assert row.state == State.WAITING
        assert row.response["status"] is None
        assert row.response["error"].startswith("No answer")


def test_no_nul_and_no_control_sign_reaches_the_log(receiver: Receiver) -> None:
    row = due(receiver)
    receiver.status, receiver.body = 200, b"a\x00b\x1b[31m\xff\nc"
    go()
    row.refresh_from_db()
    assert row.response["body"] == "a�b�[31m�\nc"


def test_the_waits_grow_to_a_limit() -> None:
    middles = [FIRST_WAIT * 4**n for n in range(MOST_ATTEMPTS)]
    for attempt, middle in enumerate(middles, start=1):
        wanted = min(middle, LONGEST_WAIT)
        found = [wait_after(attempt) for _ in range(20)]
        assert all(
            wanted * (1 - JITTER) <= wait <= wanted * (1 + JITTER) for wait in found
        )
        assert len(set(found)) > 1, "no two are alike"


def test_it_is_given_up_after_the_last_attempt(receiver: Receiver) -> None:
    row = due(receiver, attempts=MOST_ATTEMPTS - 1)
    receiver.status = 500
    go()
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.FAILED, MOST_ATTEMPTS)
    assert row.next_at is None
    row.webhook.refresh_from_db()
    assert row.webhook.failures == 1
    assert row.webhook.disabled_at is None


def test_a_success_forgets_the_failures(receiver: Receiver) -> None:
    row = due(receiver)
    Webhook.objects.update(failures=MOST_GIVEN_UP - 1)
    go()
    row.webhook.refresh_from_db()
    assert row.webhook.failures == 0


@pytest.mark.parametrize(
    ("status", "failures", "off"),
    [
        (500, MOST_GIVEN_UP - 1, True),
        (500, MOST_GIVEN_UP - 2, False),
        (410, 0, True),
    ],
)
def test_it_is_switched_off_and_its_owner_told(
    receiver: Receiver, status: int, failures: int, *, off: bool
) -> None:
    row = due(receiver, attempts=0 if status == 410 else MOST_ATTEMPTS - 1)
    waiting = DeliveryFactory(webhook=row.webhook)
    Webhook.objects.update(failures=failures)
    receiver.status = status
    go()
    row.webhook.refresh_from_db()
    assert (row.webhook.disabled_at is not None) is off
    told = Notification.objects.filter(user=row.webhook.owner)
    assert [each.entry.verb for each in told] == ["webhook.disable"] * off
    assert row.webhook.secret not in json.dumps(
        [[entry.before, entry.after] for entry in AuditEntry.objects.all()]
    )
    again_at_once(waiting)
    receiver.status = 204
    assert go() == (0 if off else 1), "nothing is sent while it is off"


@pytest.mark.parametrize(
    "why", ["nothing to tell", "not active", "reader by now", "http, not private"]
)
def test_what_is_not_sent(receiver: Receiver, why: str) -> None:
    row = due(receiver)
    owner = row.webhook.owner
    if why == "nothing to tell":
        WebhookDelivery.objects.update(
            entry=AuditEntry.objects.create(
                verb="secret", actor_name="x", target_type="a.b", target_id="1"
            )
        )
    elif why == "not active":
        User.objects.filter(pk=owner.pk).update(is_active=False)
    elif why == "reader by now":
        owner.groups.clear()
    else:
        Webhook.objects.update(allow_private=False)
    go()
    assert receiver.got == []
    row.refresh_from_db()
    assert row.response["error"]
    assert row.state == (State.WAITING if "http" in why else State.FAILED)
    row.webhook.refresh_from_db()
    assert row.webhook.failures == 0


def test_a_name_that_leads_home_by_the_time_of_sending(receiver: Receiver) -> None:
    webhook = WebhookFactory(url=f"https://rebind.example:{receiver.port}/")
    row = DeliveryFactory(webhook=webhook)
    deliver_due(payload_of=data, resolve=lambda _host, _port: ["127.0.0.1"])
    row.refresh_from_db()
    assert receiver.got == []
    assert "private network" in row.response["error"]
    assert row.state == State.WAITING


def test_who_has_it_in_hand_has_it_alone(receiver: Receiver) -> None:
    row = due(receiver)
    inner: list[object] = []

    def nosy(entry: AuditEntry, event: str, user: User) -> dict[str, Any]:
        inner.append(deliver_now(row.pk, payload_of=data))
        return {}

    assert deliver_due(payload_of=nosy) == 1
    assert inner == [None]
    assert len(receiver.got) == 1


def test_what_a_dead_worker_held_is_taken_when_its_lease_is_over(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = due(receiver)
    module._take(row.pk)  # and dies
    assert go() == 0
    later = timezone.now() + LEASE + timedelta(seconds=1)
    monkeypatch.setattr(module.timezone, "now", lambda: later)
    assert go() == 1
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.DELIVERED, 2)


def test_a_ping_is_sent_once_and_counts_for_nothing(receiver: Receiver) -> None:
    webhook = at_home(receiver, disabled_at=timezone.now())
    receiver.status = 500
    row = webhook_ping(actor=webhook.owner, webhook=webhook)
    outcome = deliver_now(row.pk, payload_of=data)
    assert outcome is not None
    assert outcome.status == 500
    told = verified(receiver.got[0], webhook.secret)
    assert (told["type"], told["data"]) == ("webhook.ping", {"webhook": webhook.pk})
    row.refresh_from_db()
    webhook.refresh_from_db()
    assert (row.state, webhook.failures) == (State.FAILED, 0)


def test_the_log_is_kept_for_a_month(receiver: Receiver) -> None:
    now = timezone.now()
    webhook = at_home(receiver, owner=UserFactory(role=Role.EDITOR))
    for state in (State.WAITING, State.DELIVERED, State.FAILED):
        for age in (KEPT - timedelta(hours=1), KEPT + timedelta(hours=1)):
            DeliveryFactory(webhook=webhook, state=state, last_at=now - age)
    assert deliveries_prune() == 2
    assert WebhookDelivery.objects.count() == 4
