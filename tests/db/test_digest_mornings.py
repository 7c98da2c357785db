"""When a digest comes: in the morning of the reader."""

from __future__ import annotations

from datetime import datetime

import pytest

from claims.jobs.digests import last_morning
from tests.factories import UserFactory


@pytest.mark.parametrize(
    ("digest", "zone", "now", "at"),
    [
        ("daily", "UTC", "2031-03-12T06:59+00:00", "2031-03-11T07:00+00:00"),
        ("daily", "UTC", "2031-03-12T07:00+00:00", "2031-03-12T07:00+00:00"),
        ("daily", "Asia/Seoul", "2031-03-11T22:30+00:00", "2031-03-12T07:00+09:00"),
        ("daily", "Asia/Seoul", "2031-03-11T21:30+00:00", "2031-03-11T07:00+09:00"),
        ("weekly", "UTC", "2031-03-12T12:00+00:00", "2031-03-10T07:00+00:00"),
        ("weekly", "UTC", "2031-03-10T06:00+00:00", "2031-03-03T07:00+00:00"),
        ("weekly", "UTC", "2031-03-10T07:00+00:00", "2031-03-10T07:00+00:00"),
        # The clocks go forward in the night before.
        ("daily", "Europe/Berlin", "2031-03-30T05:30+00:00", "2031-03-30T07:00+02:00"),
        ("daily", "No/Where", "2031-03-12T08:00+00:00", "2031-03-12T07:00+00:00"),
    ],
)
def test_the_morning_is_that_of_the_reader(
    digest: str, zone: str, now: str, at: str
) -> None:
    user = UserFactory.build(digest=digest, time_zone=zone)
    found = last_morning(user, datetime.fromisoformat(now))
    assert found == datetime.fromisoformat(at)
