"""Kinds of error: counted by key, told in words."""

import pytest

from claims.linkage.types import Relation
from claims.quality.errors import (
    CAUSES,
    READINGS,
    TURNS,
    WAYS,
    ErrorCount,
    counted,
    has_words,
    pair_kind,
    reading_kind,
    words,
)
from claims.quality.types import Mistake


def made(*kinds):
    return [Mistake(str(n), "x", "y", kind=kind) for n, kind in enumerate(kinds)]


def test_the_commonest_first_with_the_sets_it_is_commonest_in():
    mistakes = [
        ("one", made("a", "b", "b")),
        ("two", made("b", "a", "c", "c", "c")),
        ("three", made()),
    ]
    assert counted(mistakes) == (
        ErrorCount("b", 3, ("one", "two")),
        ErrorCount("c", 3, ("two",)),
        ErrorCount("a", 2, ("one", "two")),
    )


def test_three_sets_are_named():
    mistakes = [(name, made("a")) for name in "dcba"]
    assert counted(mistakes) == (ErrorCount("a", 4, ("a", "b", "c")),)


def test_nothing_wrong_is_nothing_counted():
    assert counted([("one", [])]) == ()


def test_every_wrong_turn_has_words():
    turns = {f"{a}>{b}" for a in Relation for b in Relation if a != b}
    assert set(TURNS) == turns


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("cause", CAUSES)
def test_a_pair_in_words(turn, cause):
    kind = pair_kind(*turn.split(">"), cause)
    assert has_words(kind)
    assert words(kind) == f"{TURNS[turn]}: {CAUSES[cause]}"


@pytest.mark.parametrize("what", READINGS)
@pytest.mark.parametrize("way", WAYS)
def test_a_reading_in_words(what, way):
    kind = reading_kind(what, way)
    assert has_words(kind)
    assert words(kind) == f"{READINGS[what]} {WAYS[way]}"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("none>conflicts: new_rule", "Conflict suggested where there is no link"),
        ("new: missed", "new not found"),
        ("", ""),
    ],
)
def test_a_kind_without_words_is_told_all_the_same(kind, told):
    assert not has_words(kind)
    assert told in words(kind)


def test_a_row_that_cannot_be_read_has_words():
    assert has_words("unreadable")
    assert words("unreadable") == "Row of a set that cannot be read"
