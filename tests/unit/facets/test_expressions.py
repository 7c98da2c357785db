"""Time expressions of news English, each with the TIMEX3 value that a reader gives it.

The tables lie in the folder expressions, a line a phrase: the phrase as it ends one
sentence, " = ", its values. Most lines were written before the grammar was run on them.
Every article was published on Thursday 16 October 2025. Several values are several
expressions; a range has both of its ends.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.facets.date_scan import scan

TABLES = Path(__file__).parent / "expressions"
THURSDAY = date(2025, 10, 16)

# The sentence that a phrase of each table ends.
SENTENCES = {
    "past": "The mill shut {}.",
    "ahead": "The mill will reopen {}.",
    "lengths": "The talks lasted {}.",
    "recurring": "The mill opens {}.",
    "told": "{}",  # whole sentences: what is told counts from another date
}


def lines(table: str) -> list[str]:
    return (TABLES / f"{table}.txt").read_text(encoding="utf-8").splitlines()


def rows() -> list[tuple[str, str, str]]:
    parted = [
        (table, line.rpartition(" = ")) for table in SENTENCES for line in lines(table)
    ]
    return [(table, phrase, values) for table, (phrase, _, values) in parted]


def timexes(text: str) -> str:
    return " ".join(facet.timex for facet in scan(text, THURSDAY))


@pytest.mark.parametrize(("table", "phrase", "values"), rows())
def test_values(table: str, phrase: str, values: str) -> None:
    assert timexes(SENTENCES[table].format(phrase)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They won by 3 on Friday night.", "2025-10-10TNI"),
        ("He scored at 17 on Friday night.", "2025-10-10TNI"),
        ("A man of 20 died at 8 on Friday.", "2025-10-10"),
    ],
)
def test_a_number_beside_a_day_is_no_hour(text: str, values: str) -> None:
    assert timexes(text) == values


@pytest.mark.parametrize("text", lines("none"))
def test_what_looks_like_a_time_and_is_none(text: str) -> None:
    assert timexes(text) == ""
