"""One writer of links at a time: two importers never cluster the same links twice; and
one writer of an article's statements: two who were sent it at once write them once.

SQLite has one writer anyway: its transactions begin IMMEDIATE. PostgreSQL takes an
advisory lock that ends with the transaction; parsing, which is most of the work, is
done outside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from collections.abc import Iterable

# Any number that no other lock of this database uses.
LINKING = 7_316_042
# The first of two numbers, the second is the article's: these are locks of their own.
WRITING = 7_316_044
SECOND_NUMBERS = 2**31  # the second number has 32 bits with its sign


def lock_linking() -> None:
    """Wait for other writers of links; call it first in the transaction that links."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LINKING])


def lock_articles(articles: Iterable[int]) -> None:
    """Wait for other writers of these articles' statements, before the present ones are
    read; the lowest number first, so that no two wait for each other.
    """
    if connection.vendor == "postgresql":
        numbers = sorted({pk % SECOND_NUMBERS for pk in articles})
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(%s, pk) FROM unnest(%s::int[]) AS pk",
                [WRITING, numbers],
            )
