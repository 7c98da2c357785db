"""What a worker does every so often, beside its chunks: a thread of its own."""

from __future__ import annotations

import logging
import time
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
        self._thread = Thread(target=self._run, name="schedule", daemon=True)

    def start(self) -> None:
        """From now on."""
        self._thread.start()

    def stop(self) -> None:
        """Wait until what runs now is over, and begin nothing more."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        due = dict.fromkeys(schedule(), 0.0)  # all of it at the start
        try:
            while not self._ended.is_set():
                for each, at in due.items():
                    if at <= time.monotonic() and not self._ended.is_set():
                        run(each)
                        due[each] = time.monotonic() + each.every.total_seconds()
                self._ended.wait(TICK)
        finally:
            connection.close()


def run(each: Periodic) -> None:
    """Once; a failure is logged, and tried again when its time comes."""
    close_old_connections()
    try:
        import_string(each.run)()
    except Exception:
        log.exception("%s failed", each.run)
