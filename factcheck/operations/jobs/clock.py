"""What a worker does every so often, beside its chunks: in threads of its own."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from threading import Event, Thread

from django.db import close_old_connections, connection
from django.utils.module_loading import import_string

from factcheck.operations.jobs.kinds import Periodic, schedule

log = logging.getLogger(__name__)

# Seconds between two looks at the clock.
TICK = 0.5


class Clock:
    """Runs the schedule until it is stopped. What fails is told in the log."""

    def __init__(self) -> None:
        self._ended = Event()
        self._threads = [
            Thread(target=self._run, args=(lane,), name="schedule", daemon=True)
            for lane in lanes(schedule())
        ]

    def start(self) -> None:
        """From now on."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Wait until what runs now is over, and begin nothing more."""
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _run(self, lane: Sequence[Periodic]) -> None:
        due = dict.fromkeys(lane, 0.0)  # all of it at the start
        try:
            while not self._ended.is_set():
                for each, at in due.items():
                    if at <= time.monotonic() and not self._ended.is_set():
                        run(each)
                        due[each] = time.monotonic() + each.every.total_seconds()
                self._ended.wait(TICK)
        finally:
            connection.close()


def lanes(periodic: Sequence[Periodic]) -> list[Sequence[Periodic]]:
    """What each thread does: the first all that takes moments, the others one thing."""
    moments = [each for each in periodic if not each.threads]
    return [moments, *([each] for each in periodic for _ in range(each.threads))]


def run(each: Periodic) -> None:
    """Once; a failure is logged, and tried again when its time comes."""
    close_old_connections()
    try:
        import_string(each.run)()
    except Exception:
        log.exception("%s failed", each.run)
    finally:
        close_old_connections()  # a thread that waits holds none of the pool
