"""A deed told the other way round; a negative has the words of a positive."""

import pytest

from claims.facets.types import Level
from claims.linkage.passage_reversals import reversed_deed

SUIT = (
    "The mill owner Tesk Paper filed a lawsuit in Kell against its partner Ostrel Ink."
)
LOAN = "The Bank of Selm lent 30 million crowns to the savings bank of Doln on Monday."
SIEGE = (
    "The rebels shelled the army garrison at Sand for two days before they withdrew."
)
NURSE = "The baker Ada Morel was poisoned by her brother, Ivo, who wanted the shop."
STONE = "The museum of Kell returned the stone to the chapel of Tervo in May."
TALKS = "The envoy of Selm met the bishop of Doln in Kell on Monday."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (SUIT, "Ostrel Ink sued Tesk Paper.", "Ostrel Ink", "Tesk Paper"),
        (
            LOAN,
            "The bank of Doln lent money to the Bank of Selm.",
            "bank",
            "Bank of Selm",
        ),
        (SIEGE, "Army troops shelled the rebel garrison.", "troops", "rebels"),
        (NURSE, "Ada Morel is accused of poisoning Ivo.", "Ada Morel", "brother"),
        (STONE, "The chapel returned the stone to the museum.", "chapel", "museum"),
    ],
)
def test_reversed(looked, passage, claim, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, reversed_deed)
    assert comparison.level == Level.CONFLICT
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (SUIT, "Tesk Paper sued Ostrel Ink."),
        (SUIT, "Ostrel Ink was sued by Tesk Paper."),
        (LOAN, "The savings bank of Doln borrowed from the Bank of Selm."),
        (SIEGE, "The garrison at Sand was shelled by rebels."),
        (NURSE, "Ivo poisoned Ada Morel."),
        (STONE, "The chapel got the stone from the museum."),
        # What both do to each other.
        (TALKS, "The bishop of Doln met the envoy of Selm."),
        ("Kell fought Sand for a year.", "Sand fought Kell."),
        # Denied, or somebody else.
        (SUIT, "Ostrel Ink never sued Tesk Paper."),
        (LOAN, "The bank of Doln lent money to the chapel of Tervo."),
    ],
)
def test_not_reversed(looked, passage, claim):
    assert not looked(passage, claim, reversed_deed)
