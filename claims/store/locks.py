"""One writer of links at a time: two importers never cluster the same links twice.

SQLite has one writer anyway: its transactions begin IMMEDIATE. PostgreSQL takes an
advisory lock that ends with the transaction; parsing, which is most of the work, is
done outside it.
"""

from __future__ import annotations

from django.db import connection

# Any number that no other lock of this database uses.
LINKING = 7_316_042


def lock_linking() -> None:
    """Wait for other writers of links; call it first in the transaction that links."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LINKING])
