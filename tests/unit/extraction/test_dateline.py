"""The day that an article's dateline prints."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dateline import written_on

PUBLISHED = date(2031, 3, 12)


@pytest.mark.parametrize(
    "line",
    [
        "PORT ELLERY, March 11 (Harbour Wire) -- Ferries stopped today.",
        "PORT ELLERY, Norrland, March 11 (Harbour Wire) - Ferries stopped today.",
        "March 11 (Harbour Wire) - Ferries stopped today.",
        "PORT ELLERY (Harbour Wire) - March 11, 2031 - Ferries stopped today.",
        "Port Ellery, 11 March — Ferries stopped today.",
    ],
)
def test_a_dateline_tells_the_day(line: str) -> None:
    assert written_on([line], PUBLISHED) == date(2031, 3, 11)
    assert written_on(["Ferries Stop", line], PUBLISHED) == date(2031, 3, 11)


@pytest.mark.parametrize(
    "line",
    [
        "Ferries stopped on March 11 (a Tuesday) for repairs.",
        "PORT ELLERY, March 2 (Harbour Wire) - Ferries stopped today.",
        "PORT ELLERY, March 14 (Harbour Wire) - Ferries stopped today.",
        "Yesterday (March 11) ferries stopped.",
        "PORT ELLERY (Harbour Wire) - Ferries stopped today.",
        "On Tuesday - March 11 - ferries stopped.",
        "",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert written_on([line], PUBLISHED) == PUBLISHED


def test_without_a_publication_day_nothing_is_guessed() -> None:
    assert written_on(["PORT ELLERY, March 11 (Harbour Wire) - Hello."], None) is None


def test_a_dateline_stands_at_the_top() -> None:
    lines = ["Ferries stopped."] * 5 + ["March 11 (Harbour Wire) - Ferries sail."]
    assert written_on(lines, PUBLISHED) == PUBLISHED
