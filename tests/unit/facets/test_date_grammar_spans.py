"""Stretches of time and the parts of a period."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.date_scan import scan
from claims.facets.types import Kind

TUESDAY = date(2025, 6, 10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed in the first week of July.", "2024-W27"),
        ("It closed in the last week of June 2024.", "2024-W26"),
        ("It closed in the last week of 2024.", "2024-W52"),
        ("It closed in week 3 of 2024.", "2024-W03"),
        ("It closed in the week of June 2.", "2025-W23"),
        ("It closed on the first Friday of May.", "2025-05-02"),
        ("It closed on the third Monday in March 2024.", "2024-03-18"),
        ("It closed on the last Sunday in May 2024.", "2024-05-26"),
        ("It opens on the 15th of next month.", "2025-07-15"),
        ("It opens on the 15th day of next month.", "2025-07-15"),
        ("It opens on the last day of the month.", "2025-06-30"),
    ],
)
def test_parts_of_a_period(text: str, value: str) -> None:
    (facet,) = scan(text, TUESDAY)
    assert facet.value == value


@pytest.mark.parametrize(
    "text",
    [
        "It was the first day of the strike.",
        "They won on the second Friday of the fair.",
        "It was the fifth Monday of May 2024.",
        "In the last week of talks they agreed.",
    ],
)
def test_parts_of_what_is_no_period(text: str) -> None:
    facets = scan(text, TUESDAY)
    assert [f.text for f in facets if "of" in f.text.split()] == []


@pytest.mark.parametrize(
    ("text", "timex", "first", "end"),
    [
        ("It fell in the past two months.", "P2M", "2025-04-10", "2025-06-11"),
        ("It will rise in the next three weeks.", "P3W", "2025-06-11", "2025-07-02"),
        ("It fell in the last two quarters.", "P2Q", "2024-10-01", "2025-04-01"),
        ("It rises in the next two quarters.", "P2Q", "2025-07-01", "2026-01-01"),
        (
            "In the first nine months of 2024 it fell.",
            "P9M",
            "2024-01-01",
            "2024-10-01",
        ),
        ("In the last two weeks of May it fell.", "P2W", "2025-05-18", "2025-06-01"),
        ("It shuts for two weeks starting June 16.", "P2W", "2025-06-16", "2025-06-30"),
        (
            "It shuts for three days beginning tomorrow.",
            "P3D",
            "2025-06-11",
            "2025-06-14",
        ),
        ("In its first two months it fell.", "P2M", "None", "None"),
        ("It ran for two weeks.", "P2W", "None", "None"),
    ],
)
def test_days_of_a_stretch(text: str, timex: str, first: str, end: str) -> None:
    facet, *_ = [f for f in scan(text, TUESDAY) if f.kind is Kind.DURATION]
    assert (facet.timex, str(facet.date_from), str(facet.date_to)) == (
        timex,
        first,
        end,
    )


@pytest.mark.parametrize(
    "text", ["It was 9:30 last night.", "I counted 13 last minute changes."]
)
def test_a_number_before_last_is_no_stretch(text: str) -> None:
    assert [f.text for f in scan(text, TUESDAY) if f.kind is Kind.DURATION] == []
