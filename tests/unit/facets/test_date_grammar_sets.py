"""What recurs, and references without a day."""

from __future__ import annotations

from datetime import date

import pytest

from claims.facets.date_scan import scan

TUESDAY = date(2025, 6, 10)
_MON, _FRI, _SUN = (f"XXXX-WXX-{day}" for day in (1, 5, 7))


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It sails every Monday.", "XXXX-WXX-1"),
        ("It sails each Friday night.", "XXXX-WXX-5TNI"),
        ("It sails every other Friday.", "XXXX-WXX-5"),
        ("It sails every Monday at 4 p.m.", "XXXX-WXX-1T16:00"),
        ("It sails on Mondays.", "XXXX-WXX-1"),
        ("It sails every Thursday and Monday.", "XXXX-WXX-1/XXXX-WXX-4"),
        ("It sails every Sunday, Monday and Friday.", f"{_MON}/{_FRI}/{_SUN}"),
        ("It sails each Monday and Friday at 6 p.m.", f"{_MON}T18:00/{_FRI}T18:00"),
        ("It sails every two days.", "P2D"),
        ("It sails every other week.", "P2W"),
        ("It floods every year.", "P1Y"),
        ("It sails daily.", "P1D"),
        ("It pays semi-annually.", "P6M"),
        ("It pays quarterly.", "P3M"),
        ("It is the longest bridge to date.", "PRESENT_REF"),
    ],
)
def test_sets_and_references(text: str, timex: str) -> None:
    (facet,) = scan(text, TUESDAY)
    assert (facet.timex, facet.date_from) == (timex, None)


@pytest.mark.parametrize(
    "text",
    [
        "The daily Ferry wrote it.",
        "The Harbour Weekly wrote it.",
        "It cut its quarterly dividend.",
        "Now, the river is high.",
        "The list is up to date.",
        "He hoped to date her.",
    ],
)
def test_what_is_neither(text: str) -> None:
    assert scan(text, TUESDAY) == ()
