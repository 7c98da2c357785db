"""Another nation or country, a lower rank; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_attributes import lower_in_rank, of_another_nation

BRIDGE = "The bridge was designed by the Swiss engineer Ivo Brandt and opened in 1936."
ENGINE = "The engine was invented in 1816 by the Scottish clergyman Jan Olt of Kell."
SHIP = "The ferry Morel, registered in Panama, ran aground on Monday with 40 on board."
FILM = "The film was shot in Morocco, although its story is set in Spain."
TOWER = (
    "The tower of Kell, the second tallest building in Chile, opened in 1990 in May."
)


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (BRIDGE, "A Swedish engineer designed the bridge.", "Swedish", "Swiss"),
        (ENGINE, "An English clergyman invented the engine.", "English", "Scottish"),
        (SHIP, "The Morel was registered in Greece.", "Greece", "Panama"),
        (FILM, "The film was shot in Egypt.", "Egypt", "Morocco"),
    ],
)  # fmt: skip
def test_another_nation(looked, passage, claim, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, of_another_nation)
    assert (comparison.kind, comparison.level) == (Kind.PLACE, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (BRIDGE, "A Swiss engineer designed the bridge."),
        (BRIDGE, "A Swedish bank paid for the bridge."),
        # A part of the same, or named as well.
        (ENGINE, "A British clergyman invented the engine."),
        ("A Swiss and a Swedish engineer built it.", "A Swedish engineer built it."),
        (SHIP, "The Morel was painted in Greece."),
        (FILM, "The story of the film is set in Spain."),
        ("The film was shot in Morocco and Egypt.", "The film was shot in Egypt."),
        (FILM, "Another series was shot in Egypt."),
    ],
)
def test_no_other_nation(looked, passage, claim):
    assert not looked(passage, claim, of_another_nation)


def test_lower_in_rank(looked):
    claim = "The tower is the tallest building in Chile."
    [(comparison, _), *_] = looked(TOWER, claim, lower_in_rank)
    assert (comparison.kind, comparison.level) == (Kind.ORDINAL, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == ("tallest", "second tallest")


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (TOWER, "The tower is the second tallest building in Chile."),
        (TOWER, "The tower is the oldest building in Chile."),
        ("Kell has the tallest tower.", "Kell has the tallest tower."),
    ],
)
def test_no_lower_rank(looked, passage, claim):
    assert not looked(passage, claim, lower_in_rank)
