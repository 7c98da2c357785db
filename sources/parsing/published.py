"""The date of publication: as exact as the source says, never in the future. PURE.

Accepted are ISO 8601 forms only: a month (2025-06), a day (2025-06-10) and a moment
with its distance from UTC (2025-06-10T00:19:00-04:00). "03/04/2025" is two days, by the
reader's country, so it is refused and not guessed. A time without a distance from UTC
names no moment: its day is kept, its time is not.
"""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sources.parsing.types import Precision, Published, PublishedBy, Refused

# The first newspaper appeared in 1605; earlier years are typing errors, and years near
# 1 overflow when they are moved to UTC.
EARLIEST_YEAR = 1605

# Clocks of two machines may differ; a moment further ahead than this is in the future.
CLOCK_TOLERANCE = timedelta(minutes=10)

# Local time runs from UTC-12 to UTC+14: at UTC+14 the day begins first.
EASTERNMOST = timedelta(hours=14)
WESTERNMOST = timedelta(hours=-12)

_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
    r"(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)"
    r"\s?(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)


def parse_published(
    value: str, *, now: datetime, by: PublishedBy = PublishedBy.GIVEN
) -> Published:
    """The date of publication in `value`; empty text is an unknown date.

    now: the present moment, with its time zone. Raises Refused for another form, for a
    day that no calendar has, and for the future.
    """
    value = value.strip()
    if not value:
        return Published(by=by)
    try:
        published = _read(value)
    except (ValueError, OverflowError) as error:
        raise Refused(f"impossible date {value[:40]!r}: {error}") from error
    if published.day is None or published.day.year < EARLIEST_YEAR:
        raise Refused(f"impossible date {value[:40]!r}: before {EARLIEST_YEAR}")
    if _is_future(published, now):
        present = f"{now.astimezone(UTC):%Y-%m-%d %H:%M}"
        raise Refused(f"future date {value[:40]!r}: it is now {present} UTC")
    return replace(published, by=by)


def _read(value: str) -> Published:
    if _MONTH.fullmatch(value):
        return Published(
            day=date.fromisoformat(f"{value}-01"), precision=Precision.MONTH
        )
    if _DAY.fullmatch(value):
        return Published(day=date.fromisoformat(value), precision=Precision.DAY)
    if moment := _MOMENT.fullmatch(value):
        return _read_moment(moment)
    raise Refused(
        f"impossible date {value[:40]!r}: write 2025-06-10, 2025-06 "
        "or 2025-06-10T00:19-04:00"
    )


def _read_moment(moment: re.Match[str]) -> Published:
    offset = (moment["offset"] or "").upper()
    # Six digits of a second are as many as a datetime keeps.
    local = datetime.fromisoformat(f"{moment['day']}T{moment['time'][:15]}{offset}")
    if not offset or local.year < EARLIEST_YEAR:
        return Published(day=local.date(), precision=Precision.DAY)
    distance = local.utcoffset() or timedelta()
    if not WESTERNMOST <= distance <= EASTERNMOST:
        raise ValueError(f"no clock is {offset} from UTC")
    return Published(
        day=local.date(),
        at=local.astimezone(UTC),
        utc_offset_minutes=int(distance.total_seconds() // 60),
        precision=Precision.MINUTE,
    )


def _is_future(published: Published, now: datetime) -> bool:
    if published.at is not None:
        return published.at > now + CLOCK_TOLERANCE
    newest_day = (now.astimezone(UTC) + EASTERNMOST).date()
    return published.day is not None and published.day > newest_day
