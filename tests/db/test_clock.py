"""The schedule of a worker: what waits for others has threads of its own."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Thread, get_ident
from typing import Any

import pytest

from factcheck.operations.jobs import Periodic
from factcheck.operations.jobs.clock import Clock, lanes
from tests.db.workers import WAIT_SECONDS, until

OFTEN = timedelta(milliseconds=10)
moments: list[int] = []
waits: list[int] = []
released = Event()


def takes_moments() -> None:
    moments.append(get_ident())
    raise RuntimeError("what fails is logged, and done again")


def waits_for_others() -> None:
    waits.append(get_ident())
    released.wait(WAIT_SECONDS)


PERIODIC = (
    Periodic("tests.db.test_clock.waits_for_others", OFTEN, threads=2),
    Periodic("tests.db.test_clock.takes_moments", OFTEN),
)


def test_lanes() -> None:
    slow, quick = PERIODIC
    assert lanes(PERIODIC) == [[quick], [slow], [slow]]


@pytest.mark.django_db(transaction=True)
def test_what_waits_keeps_nothing_else_waiting(settings: Any) -> None:
    settings.SCHEDULE = __name__
    clock = Clock()
    clock.start()
    stopping = Thread(target=clock.stop)
    try:
        until(lambda: len(waits) == 2 and len(moments) > 2, "both, side by side")
        assert len({*waits}) == 2
        assert len({*moments}) == 1
        assert not {*waits} & {*moments}
        stopping.start()
        assert stopping.is_alive(), "it waits for what has begun"
    finally:
        released.set()
        stopping.join()
    assert len(waits) == 2
