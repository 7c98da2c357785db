"""Another secret: the old one signs beside it until its time is over, and is gone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from claims.jobs.deliver import prune_deliveries
from factcheck.operations.models import AuditEntry, User, Webhook
from factcheck.operations.roles import Role
from factcheck.operations.webhooks.delivery import deliver_now
from factcheck.operations.webhooks.rotation import (
    LONGEST_OVERLAP,
    USUAL_OVERLAP,
    old_secret_end,
    old_secrets_forget,
    secrets_at,
    webhook_rotate,
)
from factcheck.operations.webhooks.services import webhook_ping
from tests.factories import UserFactory, WebhookFactory
from tests.receiver import Receiver, receiver

__all__ = ["receiver"]

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def webhook(receiver: Receiver) -> Webhook:
    made: Webhook = WebhookFactory(url=receiver.url, allow_private=True)
    return made


def rotated(webhook: Webhook, **how: Any) -> tuple[str, str]:
    """The secrets before and after."""
    before = webhook.secret
    webhook_rotate(actor=webhook.owner, webhook=webhook, **how)
    webhook.refresh_from_db()
    assert webhook.secret.startswith("whsec_")
    assert webhook.secret != before
    return before, webhook.secret


def fits(receiver: Receiver, secret: str) -> bool:
    """Whether a receiver that knows this secret takes the last message."""
    got = receiver.got[-1]
    try:
        Verifier(secret).verify(got.body, dict(got.headers))
    except WebhookVerificationError:
        return False
    return True


def send(webhook: Webhook) -> None:
    row = webhook_ping(actor=webhook.owner, webhook=webhook)
    deliver_now(row.pk, payload_of=lambda *_: None)


@pytest.mark.parametrize(
    ("overlap", "old_fits", "signatures"),
    [(USUAL_OVERLAP, True, 2), (SECOND * 60, True, 2), (timedelta(), False, 1)],
)
def test_both_sign_for_a_while(
    webhook: Webhook,
    receiver: Receiver,
    overlap: timedelta,
    signatures: int,
    *,
    old_fits: bool,
) -> None:
    old, new = rotated(webhook, overlap=overlap)
    send(webhook)
    assert (fits(receiver, new), fits(receiver, old)) == (True, old_fits)
    signed = receiver.got[-1].headers["webhook-signature"].split(" ")
    assert len(signed) == signatures
    assert all(each.startswith("v1,") for each in signed)


def test_the_old_one_ends_by_itself(webhook: Webhook, receiver: Receiver) -> None:
    old, new = rotated(webhook)
    Webhook.objects.update(old_secret_until=timezone.now() - SECOND)
    send(webhook)
    assert (fits(receiver, new), fits(receiver, old)) == (True, False)


@pytest.mark.parametrize(
    ("later", "number"),
    [(USUAL_OVERLAP - SECOND, 2), (USUAL_OVERLAP + SECOND, 1)],
)
def test_to_the_second(webhook: Webhook, later: timedelta, number: int) -> None:
    old, new = rotated(webhook)
    assert secrets_at(webhook, timezone.now() + later) == [new, old][:number]


def test_a_third_secret_ends_the_first(webhook: Webhook, receiver: Receiver) -> None:
    first, second = rotated(webhook)
    _second, third = rotated(webhook)
    send(webhook)
    assert [fits(receiver, each) for each in (first, second, third)] == [
        False,
        True,
        True,
    ]


def test_what_was_read_before_another_rotated_is_not_believed(
    webhook: Webhook,
) -> None:
    stale = Webhook.objects.get(pk=webhook.pk)
    _first, second = rotated(webhook)
    webhook_rotate(actor=webhook.owner, webhook=stale)
    assert secrets_at(stale, timezone.now()) == [stale.secret, second]


def test_it_is_ended_by_hand(webhook: Webhook, receiver: Receiver) -> None:
    old, new = rotated(webhook)
    old_secret_end(actor=webhook.owner, webhook=webhook)
    send(webhook)
    assert (fits(receiver, new), fits(receiver, old)) == (True, False)
    with pytest.raises(ValidationError):
        old_secret_end(actor=webhook.owner, webhook=webhook)
    assert list(AuditEntry.objects.values_list("verb", flat=True).order_by("pk")) == [
        "webhook.rotate",
        "webhook.end_old_secret",
        "webhook.ping",
    ]


@pytest.mark.parametrize("overlap", [-SECOND, LONGEST_OVERLAP + SECOND])
def test_no_other_overlap(webhook: Webhook, overlap: timedelta) -> None:
    before = webhook.secret
    with pytest.raises(ValidationError):
        webhook_rotate(actor=webhook.owner, webhook=webhook, overlap=overlap)
    webhook.refresh_from_db()
    assert (webhook.secret, webhook.old_secret) == (before, "")
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("role", "rotates", "ends"),
    [
        (Role.READER, False, False),
        (Role.EDITOR, False, False),
        (Role.ADMINISTRATOR, False, True),
    ],
)
def test_what_others_may(
    webhook: Webhook, role: Role, *, rotates: bool, ends: bool
) -> None:
    rotated(webhook)
    other: User = UserFactory(role=role)
    for act, allowed in ((webhook_rotate, rotates), (old_secret_end, ends)):
        if allowed:
            act(actor=other, webhook=webhook)
        else:
            with pytest.raises(PermissionDenied):
                act(actor=other, webhook=webhook)


def test_no_secret_is_kept_longer_than_it_signs(webhook: Webhook) -> None:
    rotated(webhook)
    assert old_secrets_forget() == 0
    Webhook.objects.update(old_secret_until=timezone.now() - SECOND)
    prune_deliveries()
    webhook.refresh_from_db()
    assert (webhook.old_secret, webhook.old_secret_until) == ("", None)
