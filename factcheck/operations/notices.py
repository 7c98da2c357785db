"""Who hears of an act: rows that point at its audit entry, until they are read."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from factcheck.operations.audit import OutsideTransactionError
from factcheck.operations.models import AuditEntry, Notification, User

ROWS_A_QUERY = 500


def notify(*, entry: AuditEntry, users: Iterable[int]) -> int:
    """Tell users, by id, of an entry; how many are told. In the act's transaction.

    Nobody is told of what they did themselves, nor twice of one entry, nor when the
    account is closed. Two queries, however many are told. What the notice says is
    worded when it is shown, by what the reader may see then.
    Raises OutsideTransactionError when no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransactionError(entry.verb)
    wanted = {pk for pk in users if pk != entry.actor_id}
    if not wanted:
        return 0
    active = User.objects.filter(pk__in=wanted, is_active=True)
    rows = [
        Notification(user_id=pk, entry=entry)
        for pk in active.order_by("pk").values_list("pk", flat=True)
    ]
    Notification.objects.bulk_create(
        rows, batch_size=ROWS_A_QUERY, ignore_conflicts=True
    )
    return len(rows)


def notices_read(*, notices: QuerySet[Notification]) -> int:
    """Mark notices as read that their reader has seen; how many were not yet.

    No audit: reading is nobody's business.
    """
    return notices.filter(read_at=None).update(read_at=timezone.now())
