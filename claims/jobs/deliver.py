"""Webhooks: what has happened is written out for those who listen, and sent."""

from __future__ import annotations

from dataclasses import dataclass

from claims.exports.events import event_of, payload_of, visible_entries
from factcheck.operations.webhooks.delivery import deliver_due, deliveries_prune
from factcheck.operations.webhooks.outbox import dispatch


@dataclass(frozen=True, slots=True)
class Round:
    """Entries that were looked at, and attempts that were made."""

    entries: int
    attempts: int


def deliver_webhooks() -> Round:
    """One round. Several workers may do it at once: nothing is sent twice."""
    entries = dispatch(event_of=event_of, visible=visible_entries)
    attempts = deliver_due(payload_of=payload_of)
    return Round(entries, attempts)


def prune_deliveries() -> int:
    """Once a day: drop what was finished long ago from the log."""
    return deliveries_prune()
