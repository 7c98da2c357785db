"""The periods of the calendar and their names."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets import intervals
from claims.facets.intervals import Period


@pytest.mark.parametrize(
    ("period", "value", "first", "end"),
    [
        (intervals.day(date(2024, 2, 29)), "2024-02-29", "2024-02-29", "2024-03-01"),
        (intervals.week(date(2024, 12, 30)), "2025-W01", "2024-12-30", "2025-01-06"),
        (
            intervals.weekend(date(2025, 6, 10)),
            "2025-W24-WE",
            "2025-06-14",
            "2025-06-16",
        ),
        (intervals.month(2024, 12), "2024-12", "2024-12-01", "2025-01-01"),
        (
            intervals.month_part(2025, 2, "late"),
            "2025-02-21/2025-02-28",
            "2025-02-21",
            "2025-03-01",
        ),
        (intervals.quarter(2025, 4), "2025-Q4", "2025-10-01", "2026-01-01"),
        (intervals.half(2025, 2), "2025-H2", "2025-07-01", "2026-01-01"),
        (intervals.season(2024, "WI"), "2024-WI", "2024-12-01", "2025-03-01"),
        (intervals.year(2024), "2024", "2024-01-01", "2025-01-01"),
        (intervals.decade(1990), "199X", "1990-01-01", "2000-01-01"),
        (intervals.century(20), "19XX", "1900-01-01", "2000-01-01"),
    ],
)
def test_periods(period: Period, value: str, first: str, end: str) -> None:
    assert (period.value, str(period.start), str(period.end)) == (value, first, end)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 6, 10), 0, date(2025, 6, 10)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
    ],
)
def test_add_months_stays_in_the_month(day: date, months: int, expected: date) -> None:
    assert intervals.add_months(day, months) == expected


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (2000, date(2000, 4, 23))],
)
def test_easter(year: int, expected: date) -> None:
    assert intervals.easter(year) == expected


def test_nth_weekday() -> None:
    assert intervals.nth_weekday(2024, 11, 4, 4) == date(2024, 11, 28)
    assert intervals.nth_weekday(2025, 5, 1, -1) == date(2025, 5, 26)
