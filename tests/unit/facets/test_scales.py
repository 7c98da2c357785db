"""Two words at opposite ends of the scales that a thesaurus puts them on."""

from __future__ import annotations

from importlib.resources import files

import pytest

from claims.facets.scales import at_opposite_ends


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spur", "hinder"),
        ("praised", "condemns"),  # in any form
        ("timid", "bold"),
        ("hope", "despair"),
        ("wealthy", "poor"),
        ("reckless", "cautious"),
        ("deflated", "elevated"),
    ],
)
def test_opposite_ends(one: str, other: str) -> None:
    assert at_opposite_ends(one, other)
    assert at_opposite_ends(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("spur", "spur"),
        ("spur", "stimulate"),
        ("boost", "raise"),
        ("dropped", "tumbled"),
        ("remove", "eliminate"),
        ("bridge", "tunnel"),  # other things, not opposite ones
        ("recorded", "captured"),
        ("quibbet", "hinder"),
        ("quibbet", "quibbets"),
    ],
)
def test_no_opposite_ends(one: str, other: str) -> None:
    assert not at_opposite_ends(one, other)
    assert not at_opposite_ends(other, one)


def test_every_word_stands_on_scales_that_are_there() -> None:
    text = files("claims.lexicon").joinpath("scales.txt").read_text("ascii")
    lines = [line.split(" ") for line in text.splitlines()]
    scales = [cells for sign, *cells in lines if sign == "s"]
    assert all(len(cells) == 2 and cells[0] < cells[1] for cells in scales)
    for sign, *cells in lines:
        if sign == "w":
            ends = [int(end) for end in cells[1:]]
            assert len(ends) >= 2
            assert all(1 <= abs(end) <= len(scales) for end in ends)
