"""Two numbers of one unit: a range, or by how much and to what."""

from __future__ import annotations

import pytest

from claims.facets import amount, percent

_CATCH = ["3000000000 kg", "8000000000 kg"]


def amounts(text: str) -> list[str]:
    return [facet.value for facet in amount.find_text(text)]


def shares(text: str) -> list[str]:
    return [facet.value for facet in percent.find_text(text)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose by $4 million to $11 million.", ["USD 4000000", "USD 11000000"]),
        ("The fare was cut by $3 to $8.", ["USD 3", "USD 8"]),
        ("The fare has risen by about $3 to $8.", ["USD 3", "USD 8"]),
        ("It grew by 2 million to 9 million euros.", ["EUR 2000000", "EUR 9000000"]),
        ("It fell by 3 million to 8 million tonnes.", _CATCH),
        ("Copper rose $2 to $84.", ["USD 2", "USD 84"]),
        ("Sales rose from $4 million to $11 million.", ["USD 4000000", "USD 11000000"]),
    ],
)  # fmt: skip
def test_by_how_much_and_to_what(text: str, values: list[str]) -> None:
    assert amounts(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Turnover will rise by $4 million to $11 million.", "USD 4000000..11000000"),
        ("Turnover is to be cut by $4 to $11.", "USD 4..11"),
        ("The fare may have risen by $3 to $8.", "USD 3..8"),
        ("The fare was cut by $3 to $5.", "USD 3..5"),
        ("It paid the firm $4 million to $11 million.", "USD 4000000..11000000"),
        ("It paid between $4 million and $11 million.", "USD 4000000..11000000"),
        ("The lake rose by 2 to 3 metres.", "2..3 m"),
    ],
)
def test_the_range_of_a_change(text: str, value: str) -> None:
    assert amounts(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Turnover rose by 3% to 8%.", ["3 %", "8 %"]),
        ("The rate was cut by 1% to 4%.", ["1 %", "4 %"]),
        ("Turnover could rise by 3% to 8%.", ["3..8 %"]),
        ("Turnover rose by 3% to 5%.", ["3..5 %"]),
        ("Turnover rose by 3 to 8 percent.", ["3..8 %"]),
    ],
)
def test_shares_that_have_changed(text: str, values: list[str]) -> None:
    assert shares(text) == values
