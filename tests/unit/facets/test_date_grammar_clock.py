"""Times of day, alone and with their day or part of it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.date_scan import scan

TUESDAY = date(2025, 6, 10)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It opens at 1140 a.m.", "T11:40"),
        ("It opens at 17.30 GMT.", "T17:30"),
        ("It opens at 17.30 local time.", "T17:30"),
        ("It opens at 7 in the evening.", "T19:00"),
        ("It opens at 10 at night.", "T22:00"),
        ("It opens early in the morning.", "TMO"),
        ("It opens between 5 and 6 in the afternoon.", "T17:00/T18:00"),
        ("It opens from 3 in the morning until 5 p.m.", "T03:00/T17:00"),
        ("It opens from 9.30 to 4.30 p.m.", "T09:30/T16:30"),
        ("It opens in the late evening at 10:00.", "T22:00"),
        ("It opens at 8:00 in the morning.", "T08:00"),
        ("It opens at half past seven.", "T07:30"),
    ],
)
def test_times_without_a_day(text: str, timex: str) -> None:
    (facet,) = scan(text, None)
    assert facet.timex == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It closed on Monday night at 10:00.", "2025-06-09T22:00"),
        ("It closed at 10 p.m. on Monday.", "2025-06-09T22:00"),
        ("It closed on June 2 and, by mid afternoon, reopened.", "2025-06-02TAF"),
        ("It closed at noon.", "2025-06-10T12:00"),
    ],
)
def test_times_of_a_day(text: str, timex: str) -> None:
    assert scan(text, TUESDAY)[-1].timex == timex


@pytest.mark.parametrize(
    "text",
    [
        "It costs 17.30 francs.",
        "It fell to 17.30 on the news.",
        "An early-morning fog hung there.",
        "The night watch sang.",
        "They spoke 10 to 12 times.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert scan(text, TUESDAY) == ()
