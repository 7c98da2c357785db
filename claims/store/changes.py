"""The audit entries one after the other, in an order that never changes afterwards.

On SQLite that is the order of their ids: one transaction writes at a time, so a lower
id is never committed after a higher one. On PostgreSQL it may be: who has read up to
the higher one would never see the lower. There an entry gets its `position` once it is
committed: `place_entries` numbers those that have none, one caller at a time, always
above all that was given before. A later commit gets a later position, whatever its id.
Positions are ordinary values: unlike transaction ids they survive a restored dump.
"""

from __future__ import annotations

from django.db import connection, transaction

from factcheck.operations.models import AuditEntry

# Any number that no other lock of this database uses; not that of store.locks.
PLACING = 7_316_043

# Rows that somebody else is marking as dispatched are placed the next time: to wait for
# them here, and they there for ours, would be a deadlock.
PLACE = """WITH unplaced AS MATERIALIZED (
    SELECT id FROM operations_auditentry WHERE position IS NULL
    ORDER BY id FOR UPDATE SKIP LOCKED
), placed AS (
    SELECT id, row_number() OVER (ORDER BY id)
        + (SELECT coalesce(max(position), 0) FROM operations_auditentry) AS position
    FROM unplaced
)
UPDATE operations_auditentry AS entry SET position = placed.position
FROM placed WHERE entry.id = placed.id"""


def place_entries() -> str:
    """Give each committed entry its place; the name of the column to read them by."""
    if connection.vendor != "postgresql":
        return "id"
    if AuditEntry.objects.filter(position=None).exists():
        with transaction.atomic(), connection.cursor() as cursor:
            # First the lock: the next statement sees what the one before us has given.
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PLACING])
            cursor.execute(PLACE)
    return "position"
