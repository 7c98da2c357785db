"""Attempts to deliver: at least once on the wire, and never two of one at a time.

A worker takes an attempt by one conditional UPDATE, which counts it and puts the next
one off by a lease; who dies with it in hand loses it to the next worker when the lease
is over. What is sent is made at that moment, by what the owner may read then: what was
withdrawn meanwhile is not told.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_noop

from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, User, Webhook, WebhookDelivery
from factcheck.operations.network import (
    AddressRefused,
    NotAnswered,
    Resolve,
    post,
)
from factcheck.operations.notices import notify
from factcheck.operations.webhooks.events import PING
from factcheck.operations.webhooks.rotation import secrets_at
from factcheck.operations.webhooks.rules import may_have_webhooks
from factcheck.operations.webhooks.signing import signed_headers

# An attempt that failed is made again after 30 s, 2 min, 8 min, 32 min, 2 h, 8.5 h and
# 12 h: a restart is over by the second, a night without power by the last. Standard
# Webhooks asks for several attempts over more than a day or so; ours are 8 in 23 hours.
MOST_ATTEMPTS = 8
FIRST_WAIT = timedelta(seconds=30)
WAITS_GROW_BY = 4
LONGEST_WAIT = timedelta(hours=12)
# The share by which a wait is longer or shorter, at random: receivers that come back
# are not asked by everybody in the same second.
JITTER = 0.25
# An attempt ends after 10 s (network) and a look-up after some 20: then it is lost.
LEASE = timedelta(minutes=2)
# Deliveries given up one after the other: five events that had a day each.
MOST_GIVEN_UP = 5
# Characters of an answer that the log keeps, and attempts of one delivery.
EXCERPT = 500
ATTEMPTS_LOGGED = 20
# What is delivered or given up stays in the log for so long.
KEPT = timedelta(days=30)

OK = range(200, 300)
WITHHELD = gettext_noop("Withheld: what it tells of may not be read any more.")
GONE = gettext_noop("The receiver says that it is gone (410).")
GIVEN_UP = gettext_noop("Too many deliveries were given up one after the other.")

State = WebhookDelivery.State
# type and data of an event for a person; None: there is nothing to tell them.
PayloadOf = Callable[[AuditEntry, str, User], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attempt. status: None where there was no answer."""

    status: int | None = None
    body: str = ""
    error: str = ""
    milliseconds: int = 0
    withheld: bool = False

    @property
    def delivered(self) -> bool:
        return self.status in OK

    @property
    def failed(self) -> bool:
        """The receiver's fault: it was asked, or could not be."""
        return not self.delivered and not self.withheld

    def logged(self, at: datetime) -> dict[str, Any]:
        return {
            "at": at.isoformat(),
            "status": self.status,
            "body": self.body,
            "error": self.error,
            "milliseconds": self.milliseconds,
        }


def deliver_now(
    delivery: int, *, payload_of: PayloadOf, resolve: Resolve | None = None
) -> Outcome | None:
    """Make one attempt, if it is due and nobody else makes it; None if not."""
    taken = _take(delivery)
    if taken is None:
        return None
    at = timezone.now()
    outcome = _attempt(taken, payload_of, resolve, at)
    _finish(taken, outcome, at)
    return outcome


def _take(pk: int) -> WebhookDelivery | None:
    now = timezone.now()
    due = WebhookDelivery.objects.filter(pk=pk, state=State.WAITING, next_at__lte=now)
    if not due.update(attempts=F("attempts") + 1, next_at=now + LEASE, last_at=now):
        return None
    rows = WebhookDelivery.objects.select_related("webhook__owner", "entry")
    return rows.filter(pk=pk).first()


def _attempt(
    taken: WebhookDelivery,
    payload_of: PayloadOf,
    resolve: Resolve | None,
    at: datetime,
) -> Outcome:
    webhook = taken.webhook
    payload = _payload(taken, payload_of)
    if payload is None:
        return Outcome(error=WITHHELD, withheld=True)
    body = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    began = time.monotonic()
    try:
        if urlsplit(webhook.url).scheme != "https" and not webhook.allow_private:
            raise AddressRefused("An address in the public net is https://.")
        answer = post(
            webhook.url,
            body=body.encode(),
            headers=signed_headers(
                secrets=secrets_at(webhook, at),
                message=message_id(taken),
                body=body,
                at=at,
            ),
            allow_private=webhook.allow_private,
            excerpt=EXCERPT,
            resolve=resolve,
        )
    except (AddressRefused, NotAnswered) as error:
        return Outcome(error=str(error), milliseconds=_since(began))
    return Outcome(
        status=answer.status,
        body=_printable(answer.body),
        milliseconds=_since(began),
    )


def message_id(delivery: WebhookDelivery) -> str:
    """The same for every attempt at it, and for a replay."""
    return f"msg_{delivery.pk}"


def _payload(taken: WebhookDelivery, payload_of: PayloadOf) -> dict[str, Any] | None:
    if not may_have_webhooks(taken.webhook.owner):
        return None
    found: dict[str, Any] | None = {"webhook": taken.webhook_id}
    if taken.event != PING:
        found = payload_of(taken.entry, taken.event, taken.webhook.owner)
    if found is None:
        return None
    at = taken.entry.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return {"type": taken.event, "timestamp": at, "data": found}


def _printable(body: bytes) -> str:
    """The beginning of an answer as text; PostgreSQL stores no NUL."""
    text = body.decode("utf-8", "replace")
    return "".join(c if c.isprintable() or c == "\n" else "�" for c in text)


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def wait_after(attempt: int) -> timedelta:
    """How long the next attempt waits after this one (from 1) has failed."""
    wait = min(FIRST_WAIT * WAITS_GROW_BY ** (attempt - 1), LONGEST_WAIT)
    return wait * random.uniform(1 - JITTER, 1 + JITTER)


@transaction.atomic
def _finish(taken: WebhookDelivery, outcome: Outcome, at: datetime) -> None:
    """Log the attempt, and put it off or end it."""
    earlier = taken.response.get("attempts", [])[-ATTEMPTS_LOGGED + 1 :]
    last = outcome.logged(at)
    state = State.WAITING
    if outcome.delivered:
        state = State.DELIVERED
    elif _given_up(taken, outcome):
        state = State.FAILED
    waits = state == State.WAITING
    # Who lost the lease has lost the attempt: the number has grown since.
    mine = WebhookDelivery.objects.filter(
        pk=taken.pk, attempts=taken.attempts, state=State.WAITING
    )
    if not mine.update(
        state=state,
        next_at=at + wait_after(taken.attempts) if waits else None,
        response={**last, "attempts": [*earlier, last]},
    ):
        return
    if outcome.delivered:
        healthy = Webhook.objects.filter(pk=taken.webhook_id, failures__gt=0)
        healthy.update(failures=0)
    elif state == State.FAILED and taken.event != PING and not outcome.withheld:
        _count_failure(taken.webhook, gone=outcome.status == HTTPStatus.GONE)


def _given_up(taken: WebhookDelivery, outcome: Outcome) -> bool:
    """A test is tried once; what is gone or may not be told is not tried again."""
    return (
        taken.event == PING
        or outcome.withheld
        or outcome.status == HTTPStatus.GONE
        or taken.attempts >= MOST_ATTEMPTS
    )


def _count_failure(webhook: Webhook, *, gone: bool) -> None:
    """Switch the webhook off when it fails for good, and tell its owner."""
    Webhook.objects.filter(pk=webhook.pk).update(failures=F("failures") + 1)
    on = Webhook.objects.filter(pk=webhook.pk, disabled_at=None)
    if not gone:
        on = on.filter(failures__gte=MOST_GIVEN_UP)
    reason = GONE if gone else GIVEN_UP
    if on.update(disabled_at=timezone.now(), disabled_reason=reason):
        entry = audit(
            actor=None,
            verb="webhook.disable",
            target=webhook,
            before={"on": True},
            after={"on": False, "host": urlsplit(webhook.url).hostname or ""},
            reason=reason,
        )
        notify(entry=entry, users=[webhook.owner_id])


def deliveries_prune() -> int:
    """Drop what was finished long ago from the log; how many."""
    old = WebhookDelivery.objects.filter(last_at__lt=timezone.now() - KEPT)
    gone, _by_table = old.exclude(state=State.WAITING).delete()
    return gone
