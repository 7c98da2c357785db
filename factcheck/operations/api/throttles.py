"""How much one program may ask in a minute; every answer says how much is left.

A token has a rate of its own, a session and a password that of the person, everybody
else that of the address (behind a proxy: PROXIES). Counted in the cache that all
processes share, in steps of a sixtieth of the rate: a process adds to the sum what it
has answered since, so that not every read is a write. A process may answer that much
more than the rate, once a minute.

    RateLimit-Limit      requests in a minute
    RateLimit-Remaining  how many are left of them
    RateLimit-Reset      seconds until the next minute

This module is imported while DRF imports its views: it must not import those itself.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import caches
from django.db import OperationalError, connection, transaction
from rest_framework.throttling import BaseThrottle

from factcheck.operations.models import Token, User

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView

log = logging.getLogger(__name__)

SECONDS = 60
# Of a rate: how finely processes tell each other what they have answered.
STEPS = 60
# A sum outlives its minute, for processes whose clock is late.
KEPT_SECONDS = 3 * SECONDS
# A read does not wait for a writer of SQLite only to be counted: the next does it.
WAIT_MILLISECONDS = 100


@dataclass(slots=True)
class Count:
    """What a process knows of one caller in one minute.

    total    of all processes when it was asked last, with what was told then
    pending  answered here since
    """

    minute: int
    total: int = 0
    pending: int = 0

    @property
    def known(self) -> int:
        return self.total + self.pending


class Counters:
    """The counts of this process; those of the minute before are forgotten."""

    def __init__(self) -> None:
        self._counts: dict[str, Count] = {}
        self._lock = Lock()
        self._minute = 0

    def clear(self) -> None:
        """Forget everything; for tests."""
        with self._lock:
            self._counts.clear()

    def take(self, caller: str, limit: int, now: float) -> int:
        """One request more; how many that makes, over the limit without counting it."""
        minute = int(now) // SECONDS
        with self._lock:
            if minute != self._minute:
                self._counts, self._minute = {}, minute
            count = self._counts.setdefault(caller, Count(minute))
            if count.known >= limit:
                return count.known + 1
            count.pending += 1
            due = count.pending >= max(1, limit // STEPS) or not count.total
            telling = count.pending if due else 0
            count.pending -= telling
            count.total += telling
        if telling:
            self._tell(count, caller, telling)
        return count.known

    def _tell(self, count: Count, caller: str, telling: int) -> None:
        try:
            total = shared_add(f"rate:{caller}:{count.minute}", telling)
        except OperationalError:  # somebody writes: it is told with the next ones
            log.info("A count of requests waits for the next one")
            with self._lock:
                count.total -= telling
                count.pending += telling
            return
        with self._lock:
            count.total = max(total, count.total)


def shared_add(key: str, number: int) -> int:
    """Add to the sum of all processes; what it is now."""
    cache = caches["shared"]
    with _no_long_wait(), transaction.atomic():
        if cache.add(key, number, KEPT_SECONDS):
            return number
        return int(cache.incr(key, number))


class _no_long_wait:
    def __enter__(self) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                row = cursor.execute("PRAGMA busy_timeout").fetchone()
                self._was = int(row[0])
                cursor.execute(f"PRAGMA busy_timeout = {WAIT_MILLISECONDS}")

    def __exit__(self, *error: object) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(f"PRAGMA busy_timeout = {self._was}")


COUNTERS = Counters()


class Rate(BaseThrottle):
    """The one throttle of every view of the API."""

    def __init__(self) -> None:
        self._left = 0.0

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Whether there is one left; the headers of the answer tell."""
        kind, name = self._caller(request)
        limit = settings.API_REQUESTS_A_MINUTE[kind]
        now = time.time()
        self._left = SECONDS - now % SECONDS
        count = COUNTERS.take(f"{kind}:{name}", limit, now)
        told: Any = view
        told.headers |= {
            "RateLimit-Limit": str(limit),
            "RateLimit-Remaining": str(max(0, limit - count)),
            "RateLimit-Reset": str(int(self._left) + 1),
        }
        return count <= limit

    def wait(self) -> float:
        """Seconds until the next minute, for Retry-After."""
        return self._left

    def _caller(self, request: Request) -> tuple[str, str]:
        if isinstance(request.auth, Token):
            return "token", request.auth.digest[:32]
        if isinstance(request.user, User):
            return "person", str(request.user.pk)
        # An address may be anything that a proxy was told.
        address = str(self.get_ident(request))
        return "address", sha256(address.encode()).hexdigest()[:32]
