"""Webhooks: what has happened is written out for those who listen, and sent."""

from __future__ import annotations

from claims.exports.events import event_of, payload_of, visible_entries
from factcheck.operations.webhooks.delivery import deliveries_prune
from factcheck.operations.webhooks.outbox import dispatch
from factcheck.operations.webhooks.rotation import old_secrets_forget
from factcheck.operations.webhooks.turns import deliver_due


def write_messages() -> int:
    """Every few seconds: look at what has happened; how many entries that were."""
    return dispatch(event_of=event_of, visible=visible_entries)


def send_messages() -> int:
    """In threads of its own, as receivers may be slow; how many attempts were made."""
    return deliver_due(payload_of=payload_of)


def prune_deliveries() -> int:
    """Every hour: drop from the log what was finished a month ago; how many.

    And secrets that sign no more.
    """
    old_secrets_forget()
    return deliveries_prune()
