"""What amounts, counts and percents share: a printed range is two numbers."""

from __future__ import annotations

import pytest

from claims.facets import amount, count, percent
from claims.facets.quantities import printed_values
from claims.facets.types import Facet


@pytest.mark.parametrize(
    ("found", "printed"),
    [
        (amount.find_text("It cost $500 to $1,000."),
         [("$500", "USD 500"), ("$1,000", "USD 1000")]),
        (amount.find_text("It costs $17-18 billion."),
         [("$17", "USD 17000000000"), ("18 billion", "USD 18000000000")]),
        (amount.find_text("It costs £5m-£6m."),
         [("£5m", "GBP 5000000"), ("£6m", "GBP 6000000")]),
        (amount.find_text("three and a half to 4 million euros"),
         [("three and a half", "EUR 3500000"), ("4 million euros", "EUR 4000000")]),
        (percent.find_text("5-15 percent"), [("5", "5 %"), ("15 percent", "15 %")]),
        (percent.find_text("3% to 4%"), [("3%", "3 %"), ("4%", "4 %")]),
        (count.find_text("two or three banks"),
         [("two", "2 bank"), ("three", "3 bank")]),
        # no two printed numbers
        (amount.find_text("It cost $500."), [("$500", "USD 500")]),
        (amount.find_text("millions of dollars"),
         [("millions of dollars", "USD 2000000..1000000000")]),
        (percent.find_text("most of the town"), [("most", "50..100 %")]),
    ],
)  # fmt: skip
def test_printed_values(found: list[Facet], printed: list[tuple[str, str]]) -> None:
    [facet] = found
    values = printed_values(facet)
    assert [(value.text, value.value) for value in values] == printed
    bounds = (facet.number_low, facet.number_high)
    assert {(value.number_low, value.number_high) for value in values} == {bounds}
    assert values[0].start == facet.start and values[-1].end == facet.end
