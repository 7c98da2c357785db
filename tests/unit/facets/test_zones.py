"""Time zones as printed, and how far they are from UTC on a day."""

from __future__ import annotations

from datetime import date
from zoneinfo import available_timezones

import pytest

from claims.facets.zones import minutes_from_utc, named
from claims.lexicon.zones import SEASONAL_ZONES, TIME_OF

SUMMER, WINTER = date(2031, 6, 9), date(2031, 12, 9)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("gmt", "GMT"),
        ("et", "ET"),
        ("Moscow time", "Moscow time"),
        ("New  York Time", "New York time"),
        ("Eastern Daylight Time", "Eastern time"),
        ("Summer time", ""),
        ("Halden time", ""),
        ("", ""),
    ],
)
def test_a_zone_is_named_if_its_distance_is_known(text: str, zone: str) -> None:
    assert named(text) == zone


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("GMT", SUMMER, 0),
        ("EDT", WINTER, -240),
        ("ET", SUMMER, -240),
        ("ET", WINTER, -300),
        ("London time", SUMMER, 60),
        ("London time", WINTER, 0),
        ("Moscow time", SUMMER, 180),
        ("Kathmandu time", WINTER, 345),
        ("ET", None, None),
        ("GMT", None, 0),
        ("", SUMMER, None),
    ],
)
def test_minutes_from_utc(zone: str, day: date | None, minutes: int | None) -> None:
    assert minutes_from_utc(zone, day) == minutes


def test_every_listed_zone_is_one_of_the_database() -> None:
    assert {*SEASONAL_ZONES.values(), *TIME_OF.values()} <= available_timezones()
