"""From audit entries to deliveries: each entry once, in the order of their ids.

An entry that nobody has looked at has no `dispatched_at`. A batch of them is read, one
row is written for each webhook that listens, and the batch is marked, in one
transaction: a worker that dies leaves nothing behind, and two that read the same batch
write the same rows, of which the unique constraint keeps one. Entries are marked
although nobody listens, so that a new webhook is not told of the past.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from django.db import transaction
from django.utils import timezone

from factcheck.operations.models import AuditEntry, User, Webhook, WebhookDelivery
from factcheck.operations.webhooks.rules import allowed_listeners

# Entries of a transaction: short enough not to keep an importer waiting on SQLite.
ENTRIES_AT_ONCE = 500

# The event that an entry is; None: none.
EventOf = Callable[[AuditEntry], str | None]
# Of entries, by their ids, those that a person may know of.
Visible = Callable[[User, Collection[int]], set[int]]


def dispatch(*, event_of: EventOf, visible: Visible, most: int = 20_000) -> int:
    """Write the deliveries of entries that were not looked at; how many entries."""
    done = 0
    while done < most:
        number = _dispatch_some(event_of, visible)
        done += number
        if number < ENTRIES_AT_ONCE:
            break
    return done


@transaction.atomic
def _dispatch_some(event_of: EventOf, visible: Visible) -> int:
    waiting = AuditEntry.objects.filter(dispatched_at=None).order_by("pk")
    entries = list(waiting[:ENTRIES_AT_ONCE])
    if not entries:
        return 0
    now = timezone.now()
    named = [(entry, event) for entry in entries if (event := event_of(entry))]
    rows = [
        WebhookDelivery(webhook=webhook, entry=entry, event=event, next_at=now)
        for webhook in (allowed_listeners() if named else ())
        for entry, event in _heard(webhook, named, visible)
    ]
    rows.sort(key=lambda row: (row.entry_id, row.webhook_id))
    WebhookDelivery.objects.bulk_create(rows, ignore_conflicts=True)
    looked_at = AuditEntry.objects.filter(pk__in=[entry.pk for entry in entries])
    looked_at.filter(dispatched_at=None).update(dispatched_at=now)
    return len(entries)


def _heard(
    webhook: Webhook, named: Sequence[tuple[AuditEntry, str]], visible: Visible
) -> list[tuple[AuditEntry, str]]:
    """What the webhook listens to, since it was made, and its owner may know of."""
    wanted = [
        (entry, event)
        for entry, event in named
        if event in webhook.events and entry.at >= webhook.created_at
    ]
    if not wanted:
        return []
    seen = visible(webhook.owner, [entry.pk for entry, _event in wanted])
    return [(entry, event) for entry, event in wanted if entry.pk in seen]
