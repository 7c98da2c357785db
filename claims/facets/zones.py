"""Time zones by name: "GMT", "ET", "Moscow time". PURE.

Zones that change with the season are looked up in the IANA database for the day that
the time is of.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from claims.lexicon.zones import SEASONAL_ZONES, TIME_OF, ZONES

_TIME = re.compile(r"\s+(?:(?:daylight|standard|summer)\s+)?time$", re.IGNORECASE)


def named(text: str) -> str:
    """A zone as printed, in one form; "" for none whose distance from UTC is known."""
    plain = " ".join(text.split())
    if plain.lower() in ZONES or plain.lower() in SEASONAL_ZONES:
        return plain.upper()
    place = _TIME.sub("", plain)
    return f"{place} time" if place != plain and place.lower() in TIME_OF else ""


@lru_cache(maxsize=4_096)
def minutes_from_utc(zone: str, day: date | None) -> int | None:
    """Minutes that a zone is ahead of UTC at noon of a day; None when not known."""
    name = zone.lower()
    if name in ZONES:
        return int(ZONES[name] * 60)
    place = SEASONAL_ZONES.get(name) or TIME_OF.get(_TIME.sub("", name))
    if place is None or day is None:
        return None
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(place))
    ahead = noon.utcoffset()
    return None if ahead is None else ahead // timedelta(minutes=1)
