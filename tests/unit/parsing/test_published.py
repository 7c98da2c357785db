"""Dates of publication: exact as printed, never guessed, never in the future."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from sources.parsing.published import parse_published
from sources.parsing.types import Published, PublishedBy, Refused

NOW = datetime(2031, 3, 12, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "precision", "day"),
    [
        ("2031-03-10", "day", date(2031, 3, 10)),
        (" 2031-03-10 ", "day", date(2031, 3, 10)),
        ("2031-02", "month", date(2031, 2, 1)),
        ("2028-02-29", "day", date(2028, 2, 29)),
        ("1605-09-01", "day", date(1605, 9, 1)),
        # In Kiritimati (UTC+14) it is the 13th already, nowhere the 14th.
        ("2031-03-13", "day", date(2031, 3, 13)),
        # A time without a distance from UTC names no moment.
        ("2031-03-10T08:15:00", "day", date(2031, 3, 10)),
        ("", "none", None),
        ("   ", "none", None),
    ],
)
def test_days_and_months(value, precision, day):
    published = parse_published(value, now=NOW)
    assert (published.precision, published.day) == (precision, day)
    assert published.at is None
    assert published.utc_offset_minutes is None


@pytest.mark.parametrize(
    ("value", "at", "day", "offset"),
    [
        ("2031-03-10T00:19:00-04:00", (10, 4, 19), 10, -240),
        ("2031-03-10 23:30+09:00", (10, 14, 30), 10, 540),
        ("2031-03-10T00:19:00-0400", (10, 4, 19), 10, -240),
        ("2031-03-10T08:15Z", (10, 8, 15), 10, 0),
        ("2031-03-10t08:15:30.123456789z", (10, 8, 15), 10, 0),
        ("2031-03-10T01:00+05:45", (9, 19, 15), 10, 345),
        # Ten minutes of difference between two clocks are no future.
        ("2031-03-12T11:10:00Z", (12, 11, 10), 12, 0),
        ("2031-03-13T00:30+14:00", (12, 10, 30), 13, 840),
    ],
)
def test_moments(value, at, day, offset):
    published = parse_published(value, now=NOW)
    moment = published.at.replace(second=0, microsecond=0)
    assert moment == datetime(2031, 3, *at, tzinfo=UTC)
    assert published.at.tzinfo is UTC
    assert published.day == date(2031, 3, day)
    assert published.utc_offset_minutes == offset
    assert published.precision == "minute"


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("2031-02-30", "impossible date '2031-02-30': day is out of range"),
        ("2031-13-01", "impossible date"),
        ("2031-13", "impossible date"),
        ("2031-00-10", "impossible date"),
        ("2031-03-10T25:00Z", "impossible date"),
        ("2031-03-10T08:15+15:00", r"no clock is \+15:00 from UTC"),
        ("2031-03-10T08:15-12:30", "no clock"),
        ("0001-01-01T00:00+14:00", "before 1605"),
        ("0000-01-01", "impossible date"),
        ("1604-12-31", "before 1605"),
        ("2031", "impossible date"),
        ("10/03/2031", "impossible date"),
        ("March 10, 2031", "impossible date"),
        ("yesterday", "impossible date"),
        ("20310310", "impossible date"),
        ("2031-W11-1", "impossible date"),
        ("1931305600", "impossible date"),
        ("２０３１-03-10", "impossible date"),
        ("2031-03-10\n2031-03-11", "impossible date"),
        ("2031-03-14", "future date '2031-03-14': it is now 2031-03-12 11:00 UTC"),
        ("2031-04", "future date"),
        ("2031-03-12T11:11:00Z", "future date"),
        ("2031-03-12T07:30:00-04:00", "future date"),
        ("9999-12-31T23:59:59-12:00", "impossible date|future date"),
    ],
)
def test_refused(value, reason):
    with pytest.raises(Refused, match=reason):
        parse_published(value, now=NOW)


def test_the_clock_of_the_machine_may_stand_anywhere():
    seoul = NOW.astimezone(timezone(timedelta(hours=9)))
    assert parse_published("2031-03-13", now=seoul).day == date(2031, 3, 13)


def test_who_says_so_is_kept():
    assert parse_published("", now=NOW, by=PublishedBy.EDITOR) == Published(
        by=PublishedBy.EDITOR
    )
    assert parse_published("2031-03", now=NOW, by=PublishedBy.PAGE).by == "page"
