"""The part of a text in which words were found."""

from __future__ import annotations

import pytest

from claims.selectors.snippets import WORDS_AHEAD, WORDS_SHOWN, snippet
from claims.store.query import parse_query


def marked(text: str, query: str) -> str:
    pieces = snippet(text, parse_query(query))
    return "".join(f"[{p.text}]" if p.marked else p.text for p in pieces)


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("The ferry sails.", "ferry", "The [ferry] sails."),
        ("The ferryman sails.", "ferry", "The [ferryman] sails."),
        ("The ferryman sails.", '"ferry"', "The ferryman sails."),
        ("May not sail, may.", '"may not"', "[May] [not] sail, may."),
        ("Åse's ferry", "ase", "[Åse]'s ferry"),
        ("U.S. envoy", "U.S.", "[U].[S]. envoy"),
        ("페리는 운항", "페리", "[페리는] 운항"),
        ("1,200 of 200", "200", "1,[200] of [200]"),
        ("", "x", ""),
        ("…", "x", "…"),
        ("nothing here", "ferry", "nothing here"),
    ],
)
def test_marks(text: str, query: str, shown: str) -> None:
    assert marked(text, query) == shown


def test_a_long_text_is_cut_at_words_around_the_first_mark() -> None:
    words = [f"w{number}" for number in range(200)]
    shown = marked(" ".join(words), "w100")
    assert shown.startswith(f"… w{100 - WORDS_AHEAD} ")
    assert shown.endswith(f"w{100 - WORDS_AHEAD + WORDS_SHOWN - 1} …")
    assert "[w100]" in shown
    assert marked(" ".join(words), "none").startswith("w0 w1 ")
