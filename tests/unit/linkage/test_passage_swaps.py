"""Who has the upper hand, told the other way round in other words."""

import pytest

from claims.facets.types import Level
from claims.linkage.passage_swaps import turned

WON = "Ostrel came away with a narrow victory over Kell on Sunday, in heavy rain."
LED = "Two late goals led Ostrel to a narrow victory over Kell on Sunday afternoon."
OWNED = "Tesk Mining is a subsidiary of Selm Steel and has closed its last pit."
BOUGHT = "Selm Steel bought Tesk Mining in spring, after a year of talks in Maresk."
HEIR = (
    "Lena Orlavenn succeeded Tomas Tavirusk as head of the college of Maresk last year."
)


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (WON, "Ostrel lost to Kell.", "Kell", "Ostrel"),
        (WON, "Ostrel was beaten by Kell.", "Kell", "Ostrel"),
        (LED, "Kell defeated Ostrel.", "Kell", "Ostrel"),
        (OWNED, "Tesk Mining owns Selm Steel.", "Tesk Mining", "Selm Steel"),
        (OWNED, "Tesk Mining is the owner of Selm Steel.", "Tesk Mining", "Selm Steel"),
        (BOUGHT, "Tesk Mining bought Selm Steel.", "Tesk Mining", "Selm Steel"),
        (HEIR, "Tavirusk succeeded Orlavenn.", "Tavirusk", "Lena Orlavenn"),
    ],
)
def test_turned(read, passage, claim, mine, theirs):
    found = turned(read(claim), [read(passage)])
    assert found is not None
    comparison = found.comparison
    assert comparison.level == Level.CONFLICT
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (WON, "Kell lost to Ostrel."),
        (WON, "Ostrel beat Kell."),
        (LED, "Kell was beaten by Ostrel."),
        (OWNED, "Selm Steel owns Tesk Mining."),
        (OWNED, "Tesk Mining is a unit of Selm Steel."),
        (BOUGHT, "Selm Steel owns Tesk Mining."),
        (HEIR, "Orlavenn succeeded Tavirusk."),
        # Others, one side alone, another relation, a denial.
        (WON, "Kell beat Tervo."),
        (WON, "Kell won on Sunday."),
        (BOUGHT, "Tesk Mining defeated Selm Steel."),
        (BOUGHT, "Tesk Mining did not buy Selm Steel."),
    ],
)
def test_not_turned(read, passage, claim):
    assert turned(read(claim), [read(passage)]) is None
