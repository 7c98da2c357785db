"""Opposites are symmetric, know British spelling, and never a change of viewpoint."""

from __future__ import annotations

import pytest

from claims.facets import opposites as opposites_module
from claims.facets.opposites import opposite, opposite_events, poles_apart


@pytest.mark.parametrize(
    ("one", "other", "pos"),
    [
        ("rise", "fall", "VERB"),
        ("surge", "plunge", "VERB"),
        ("increase", "decline", "NOUN"),
        ("ban", "allow", "VERB"),
        ("prohibit", "permit", "VERB"),
        ("win", "lose", "VERB"),
        ("kill", "survive", "VERB"),
        ("legalise", "outlaw", "VERB"),
        ("approval", "rejection", "NOUN"),
        ("able", "unable", "ADJ"),
        ("guilty", "innocent", "ADJ"),
        ("quickly", "slowly", "ADV"),
        ("confirm", "deny", "VERB"),
    ],
)
def test_opposites(one: str, other: str, pos: str) -> None:
    assert opposite(one, other, pos)
    assert opposite(other, one, pos)


@pytest.mark.parametrize(
    ("one", "other", "pos"),
    [
        ("buy", "sell", "VERB"),  # one deal seen from two sides
        ("lend", "borrow", "VERB"),
        ("give", "take", "VERB"),
        ("rise", "rise", "VERB"),
        ("rise", "surge", "VERB"),
        ("north", "south", "NOUN"),
        ("man", "woman", "NOUN"),
        ("say", "rise", "VERB"),
        ("famous", "infamous", "ADJ"),
        ("meet", "phone", "VERB"),
    ],
)
def test_not_opposites(one: str, other: str, pos: str) -> None:
    assert not opposite(one, other, pos)
    assert not opposite(other, one, pos)


def test_every_opposite_event_is_a_ring_and_has_two_sides() -> None:
    rings = set(opposites_module.event.__globals__["_RINGS"].values())
    for pair in opposites_module._RINGS:
        assert len(pair) == 2
        assert pair <= rings


def test_opposite_events() -> None:
    assert opposite_events("rise", "fall")
    assert not opposite_events("rise", "raise")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("spur", "hinder", True),
        ("curb", "boost", True),
        ("mandatory", "voluntary", True),
        ("spur", "foster", False),
        ("curb", "limit", False),
        ("spur", "manned", False),
        ("spur", "spur", False),
    ],
)
def test_two_ends_of_one_scale(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert poles_apart(one, other) is expected
    assert poles_apart(other, one) is expected


def test_no_word_stands_at_both_ends_of_a_scale() -> None:
    for ends in opposites_module._ENDS.values():
        assert not any(-end in ends for end in ends)


def test_every_scale_has_two_ends() -> None:
    ends = frozenset().union(*opposites_module._ENDS.values())
    assert ends == {-end for end in ends}
