"""The cache that all server processes share: a table, made by a migration.

Redis where REDIS_URL names one. Django's cache in a table counts by reading and writing
back: of two who count at once one is lost. Here the row is taken first.
"""

from __future__ import annotations

from typing import Any

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction

TABLE = "shared_cache"
# Rows until those that are over are thrown out: one a counter and minute.
MOST_ROWS = 20_000


class SharedCache(DatabaseCache):
    """A table that counts without losing any."""

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """The sum. Raises ValueError when nothing is counted under the key."""
        alias = router.db_for_write(self.cache_model_class)
        connection = connections[alias]
        table = connection.ops.quote_name(TABLE)
        row = self.make_and_validate_key(key, version=version)
        with transaction.atomic(using=alias):
            with connection.cursor() as cursor:
                cursor.execute(
                    f"UPDATE {table} SET cache_key = cache_key WHERE cache_key = %s",
                    [row],
                )
            return super().incr(key, delta, version=version)


def caches_for(redis: str) -> dict[str, dict[str, Any]]:
    """CACHES: `shared` for what all processes have to know of, `default` for others."""
    shared: dict[str, Any] = {
        "BACKEND": "factcheck.operations.shared_cache.SharedCache",
        "LOCATION": TABLE,
        "OPTIONS": {"MAX_ENTRIES": MOST_ROWS},
    }
    if redis:
        shared = {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": redis,
            "KEY_PREFIX": "factcheck",
        }
    local = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    return {"default": local, "shared": shared}
