"""Quotation marks, tidy and untidy."""

from __future__ import annotations

import pytest

from claims.extraction.quotes import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ('"We go," she said. "Now."', ['"We go,"', '"Now."']),
        ('She said: "We go. We go now.', ['"We go. We go now.']),
        ('and that was all," she said.', ['and that was all,"']),
        ("''We go,'' she said.", ["''We go,''"]),
        ("She called it 'a mistake' later.", ["'a mistake'"]),
        ("It's the board's ship, isn't it?", []),
        ('"He left the room. " She stayed.', ['"He left the room. "']),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_quoted(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in quoted(text)] == expected
