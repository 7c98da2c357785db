"""Who has the upper hand, told the other way round in other words."""

import pytest

from claims.facets.types import Level
from claims.linkage.passage_swaps import turned

WON = "Ostrel came away with a narrow victory over Kell on Sunday, in heavy rain."
LED = "Two late goals led Ostrel to a narrow victory over Kell on Sunday afternoon."
OWNED = "Tesk Mining is a subsidiary of Selm Steel and has closed its last pit."
BOUGHT = "Selm Steel bought Tesk Mining in spring, after a year of talks in Maresk."
SAID = "Tesk Mining said on Monday that it had closed the purchase of Selm Steel."
SOLD = "Tesk Mining was sold to Selm Steel in 1998 for 30 million francs."
OUT = "Orlavenn was knocked out by Tavirusk in the third round on Monday."
LOSS = "Orlavenn ended the year with a loss to Tavirusk in Maresk on Sunday."
SON = (
    "Pavel Tavirusk, the son of the painter Dorna Orlavenn, opened the show on Monday."
)
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
        (SAID, "Selm Steel acquired Tesk Mining.", "Selm Steel", "Tesk Mining"),
        (SOLD, "Tesk Mining bought Selm Steel.", "Tesk Mining", "Selm Steel"),
        (OUT, "Tavirusk lost to Orlavenn.", "Orlavenn", "Tavirusk"),
        (LOSS, "Orlavenn beat Tavirusk.", "Orlavenn", "Tavirusk"),
        (SON, "Dorna Orlavenn is the son of Tavirusk.", "Tavirusk", "Dorna Orlavenn"),
        (HEIR, "Tavirusk is the successor of Orlavenn.", "Tavirusk", "Lena Orlavenn"),
        (HEIR, "Tavirusk succeeded Orlavenn.", "Tavirusk", "Lena Orlavenn"),
    ],
)
def test_turned(read_chosen, passage, claim, mine, theirs):
    [one], statements = read_chosen(claim), read_chosen(passage)
    found = turned(one, statements)
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
        (SAID, "Tesk Mining bought Selm Steel."),
        (SAID, "Tesk Mining purchased it."),
        (SOLD, "Selm Steel bought Tesk Mining."),
        (OUT, "Orlavenn lost to Tavirusk."),
        (LOSS, "Tavirusk beat Orlavenn."),
        (SON, "Dorna Orlavenn is the father of Tavirusk."),
        (HEIR, "Tavirusk is the predecessor of Orlavenn."),
        # Others, one side alone, another relation, a denial.
        (WON, "Kell beat Tervo."),
        (WON, "Kell won on Sunday."),
        (BOUGHT, "Tesk Mining defeated Selm Steel."),
        (BOUGHT, "Tesk Mining did not buy Selm Steel."),
    ],
)
def test_not_turned(read_chosen, passage, claim):
    [one] = read_chosen(claim)
    assert turned(one, read_chosen(passage)) is None


def test_statements_that_nobody_chose_have_no_ties(read):
    assert turned(read("Kell beat Ostrel."), [read(WON)]) is None
