"""Tables of time expressions, and what the grammar reads in a sentence."""

from __future__ import annotations

from datetime import date

from claims.facets.date_scan import scan

THURSDAY = date(2025, 10, 16)


def rows(table: str) -> list[tuple[str, str]]:
    parted = [line.rpartition(" = ") for line in table.strip().split("\n")]
    return [(phrase, value) for phrase, _, value in parted]


def timexes(text: str) -> str:
    return " ".join(facet.timex for facet in scan(text, THURSDAY))
