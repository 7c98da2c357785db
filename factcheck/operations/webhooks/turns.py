"""Which webhook is sent to next: each in its turn, and by one worker at a time.

A sender holds a webhook by one conditional UPDATE on `held_until`, sends what is due
there, the oldest first, and lets go. Who dies with it in hand loses it when that time
is over. The next turn is that of the webhook which was held longest ago, so one with
thousands of messages lets the others in between; one that fails rests, the longer the
longer it took, so a receiver that does not answer takes a quarter of one sender.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from factcheck.operations.models import Webhook, WebhookDelivery
from factcheck.operations.network import Resolve
from factcheck.operations.webhooks.delivery import LEASE, PayloadOf, deliver_now

# Of one call: an attempt that has begun is made, so it is at most the ten seconds of a
# dead receiver longer; a worker that is told to stop waits for it.
SECONDS_A_ROUND = 5.0
# Messages to one webhook before another has its turn: to a receiver that answers in
# 20 ms some half a second.
MOST_A_TURN = 25
# After an attempt that failed the webhook rests three times as long as that took, and
# at least so long: one that answers 500 at once may know the next message.
LEAST_REST = timedelta(seconds=2)
REST_FOR_TIME = 3
# Webhooks read at once: as many senders may want one in the same moment.
LOOKED_AT = 32


@dataclass(slots=True)
class Held:
    """A webhook in hand; `until` is both the end of it and the sign that it is ours."""

    webhook: int
    until: datetime


def deliver_due(
    *,
    payload_of: PayloadOf,
    resolve: Resolve | None = None,
    seconds: float = SECONDS_A_ROUND,
) -> int:
    """Turns until nothing is due or the time is up; how many attempts were made.

    Any number of senders may do it at once, in any processes.
    """
    ends = time.monotonic() + seconds
    made = 0
    while time.monotonic() < ends and (held := _hold_next()) is not None:
        made += _turn(held, payload_of, resolve, ends)
    return made


def _hold_next() -> Held | None:
    """The free webhook with something due that was held longest ago."""
    while True:
        now = timezone.now()
        free = Q(held_until=None) | Q(held_until__lte=now)
        due = WebhookDelivery.objects.filter(
            webhook=OuterRef("pk"),
            state=WebhookDelivery.State.WAITING,
            next_at__lte=now,
        )
        rows = Webhook.objects.filter(free, Exists(due), disabled_at=None)
        oldest = rows.order_by(F("held_until").asc(nulls_first=True), "pk")
        numbers = list(oldest.values_list("pk", flat=True)[:LOOKED_AT])
        for pk in numbers:
            until = now + LEASE
            # Not `rows`: PostgreSQL asks only what stands in the UPDATE itself again.
            mine = Webhook.objects.filter(free, pk=pk, disabled_at=None)
            if mine.update(held_until=until):
                return Held(pk, until)
        if not numbers:
            return None


def _turn(
    held: Held, payload_of: PayloadOf, resolve: Resolve | None, ends: float
) -> int:
    made = 0
    rest = timedelta()
    try:
        while (
            made < MOST_A_TURN
            and time.monotonic() < ends
            and (pk := _next_due(held.webhook)) is not None
            and _hold_on(held)
        ):
            rest = LEAST_REST  # if what follows raises
            outcome = deliver_now(pk, payload_of=payload_of, resolve=resolve)
            made += outcome is not None
            if outcome is not None and outcome.failed:
                took = timedelta(milliseconds=outcome.milliseconds)
                rest = max(LEAST_REST, REST_FOR_TIME * took)
                break
            rest = timedelta()
    finally:
        _ours(held).update(held_until=timezone.now() + rest)
    return made


def _next_due(webhook: int) -> int | None:
    due = WebhookDelivery.objects.filter(
        webhook=webhook,
        state=WebhookDelivery.State.WAITING,
        next_at__lte=timezone.now(),
        webhook__disabled_at=None,
    )
    return due.order_by("pk").values_list("pk", flat=True).first()


def _hold_on(held: Held) -> bool:
    """Hold it for another attempt; False when it is no longer ours."""
    until = timezone.now() + LEASE
    if not _ours(held).update(held_until=until):
        return False
    held.until = until
    return True


def _ours(held: Held) -> QuerySet[Webhook]:
    return Webhook.objects.filter(pk=held.webhook, held_until=held.until)
