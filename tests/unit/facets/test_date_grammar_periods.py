"""Holidays, fiscal years, days that their weekday confirms, years as spoken."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets import date_compare
from claims.facets.date_scan import scan
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Kind, Level

TUESDAY = date(2025, 6, 10)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closed on Labor Day.", "2024-09-02"),
        ("It closed on Black Friday 2023.", "2023-11-24"),
        ("It closed last Christmas.", "2024-12-25"),
        ("It opens next Easter.", "2026-04-05"),
        ("It opens this Christmas.", "2025-12-25"),
        ("It closed on Ash Wednesday.", "2025-03-05"),
        ("It closed over the Labor Day weekend.", "2024-W35-WE"),
        ("It closed on Halloween weekend 2021.", "2021-W43-WE"),
        ("It closed on Friday the 13th.", "2025-06-13"),
        ("It closed on Sunday 4th.", "2025-05-04"),
        ("It fell in the year to date.", "2025-01-01/2025-06-10"),
        ("It fell in the fiscal year.", "2025"),
        ("It fell in FY2024.", "FY2024"),
        ("It fell in FY'24.", "FY2024"),
        ("It fell in July '24.", "2024-07"),
        ("It closed on May the ninth, nineteen ninety-eight.", "1998-05-09"),
        ("It closed on the twenty second of May.", "2025-05-22"),
        ("It shut in August two thousand and fifteen.", "2015-08"),
        ("It opens later than 2027.", "2027"),
        ("It sank this year through May.", "2025-01-01/2025-05-31"),
        ("It ran from April the ninth till the seventeenth.", "2025-04-09/2025-04-17"),
        ("It runs from last May to October 2026.", "2025-05-01/2026-10-31"),
        ("It opens 4 months from tomorrow.", "2025-10-11"),
        ("It ended two weeks after last Friday.", "2025-06-20"),
    ],
)
def test_periods(text: str, value: str) -> None:
    (facet,) = scan(text, TUESDAY)
    assert facet.value == value


@pytest.mark.parametrize(
    "text",
    [
        "Fewer than 2000 people came.",
        "Two thousand people came.",
        "They said 'It is late' in the '60 Steps'.",
        "He may one day return.",
        "The path 2020/23/b is shut.",
        "The FYI column was cut.",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert scan(text, TUESDAY) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On June 5 it broke. The day before, it had rained.", "2025-06-04"),
        ("On June 5 it broke. Next morning it was mended.", "2025-06-06TMO"),
        ("It broke that day.", "XXXX-XX-XX"),
        ("It broke in the same week.", "XXXX-WXX"),
    ],
)
def test_counted_from_what_was_told(text: str, expected: str) -> None:
    assert scan(text, TUESDAY)[-1].value == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "In the first quarter it rose, unlike in the same quarter last year.",
            ["2025-Q1", "2024-Q1"],
        ),
        (
            "In the third quarter it rose, after falling in the same period of 2023.",
            ["2024-Q3", "2023-Q3"],
        ),
        (
            "It rose in April, unlike in the same month a year ago.",
            ["2025-04", "2024-04"],
        ),
        ("It fell in the same period of 2023.", ["2023"]),
        ("It fell in the same quarter of 2023.", ["2023-QX"]),
    ],
)
def test_the_same_period_of_another_year(text: str, values: list[str]) -> None:
    assert [facet.value for facet in scan(text, TUESDAY)] == values


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("the same quarter last year", "the first quarter", Level.CONFLICT),
        ("the same quarter last year", "the year-ago quarter", Level.UNKNOWN),
        ("the same quarter last year", "June 2023", Level.UNKNOWN),
    ],
)
def test_a_year_before_without_a_publication_day(
    left: str, right: str, level: Level
) -> None:
    (a,), (b,) = scan(f"In {left} it fell.", None), scan(f"In {right} it fell.", None)
    assert date_compare.compare(a, b, DEFAULT).level is level


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("H1 revenue rose 4%.", "2025-H1"),
        ("1H revenue rose 4%.", "2025-H1"),
        ("First-half net profit rose 4%.", "2025-H1"),
        ("Exports rose in the first half.", "2025-H1"),
        ("Turnover fell in H1.", "2025-H1"),
    ],
)
def test_a_half_of_results(text: str, value: str) -> None:
    (facet,) = [f for f in scan(text, date(2025, 8, 12)) if f.kind is Kind.DATE]
    assert facet.value == value


@pytest.mark.parametrize(
    "text",
    [
        "The team scored twice in the first half.",
        "The first half was dull.",
        "The loss came in the first half of the match.",
        "The H1 visa was refused.",
        "H1N1 spread.",
        "The second-half goal was a gift.",
    ],
)
def test_no_half_of_a_year(text: str) -> None:
    assert scan(text, date(2025, 8, 12)) == ()
