"""Outcomes that exclude each other, told of one thing; a negative has the words of a
positive.
"""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_outcomes import ends_otherwise

JURY = "The jury in Sand cleared the baker Ivo Brandt of all charges on Monday."
MAYOR = (
    "Candidate Ada Morel conceded late on Sunday, when half of the votes were counted."
)
TRUCE = "Both sides signed a truce in Kell in May, but it broke down within a week."
PANEL = "The panel annulled the vote in Selm and ordered another one for the summer."
COACH = "A man tried to kill Senator Jan Olt in Kell, but the senator escaped unhurt."
KEEPER = "The striker Jan Olt missed a penalty against Kell in the last minute."
SENATE = "The senate voted to reject a bill that would have allowed wells on the coast."
BOXER = "The boxer Jan Olt was stripped of his belt, and the title was declared vacant."
DRIVER = (
    "A court in Kell acquitted the driver of the bishop, but sentenced the bishop, "
    "Tomas Brandt, to two years in jail."
)
RIVER = "The river Hask rises near Kell and flows north to the sea."
SHOP = "The library of Sand had to close in May; it has remained shut ever since."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (JURY, "Ivo Brandt is serving a sentence.", "sentence", "cleared"),
        (JURY, "The jury found Ivo Brandt guilty.", "guilty", "cleared"),
        (MAYOR, "Ada Morel won the election.", "won", "conceded"),
        (TRUCE, "The truce is still holding.", "holding", "broke"),
        (PANEL, "The panel declared the vote valid.", "valid", "annulled"),
        (COACH, "Senator Jan Olt was killed in Kell.", "killed", "escaped"),
        (KEEPER, "Jan Olt scored from a penalty.", "scored", "missed"),
        (DRIVER, "Tomas Brandt was acquitted.", "acquitted", "sentenced"),
        (RIVER, "The river Hask flows south.", "south", "north"),
        (SHOP, "The library of Sand is open.", "open", "shut"),
        # A synonym; a stance on what somebody else proposed, and what is taken away.
        (MAYOR, "Ada Morel triumphed on Sunday.", "triumphed", "conceded"),
        (SENATE, "The senate approved wells on the coast.", "approved", "reject"),
        (BOXER, "The boxer Jan Olt still holds the title.", "holds", "stripped"),
    ],
)
def test_another_outcome(looked, passage, claim, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, ends_otherwise)
    assert (comparison.kind, comparison.level) == (Kind.POLARITY, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        # The passage tells it too, or of somebody else.
        (JURY, "The jury in Sand cleared Ivo Brandt."),
        (DRIVER, "The driver of the bishop was acquitted."),
        (DRIVER, "Tomas Brandt was sentenced in Kell."),
        (JURY, "The judge in Sand was jailed."),
        (KEEPER, "Kell scored a goal."),
        (PANEL, "Selm held a valid count in the summer."),
        # Somebody or something that the passage does not name.
        (JURY, "Ivo Brandt was jailed in Tervo."),
        (KEEPER, "Jan Olt scored in the cup of Doln."),
        # Denied, planned, or only tried.
        ("The jury did not clear Ivo Brandt.", "The jury found Ivo Brandt guilty."),
        ("The jury may clear Ivo Brandt on Monday.", "Ivo Brandt was jailed."),
        (COACH, "Senator Jan Olt escaped."),
        # A stance on something else, or of somebody else.
        (SENATE, "The senate approved the budget."),
        (SENATE, "The mayor approved wells on the coast."),
        (BOXER, "The WBC holds the title."),
        # What the passage presupposes.
        ("Kell fired the coach Jan Olt in May.", "Kell hired Jan Olt."),
        # Of one thing, the other of another.
        ("The Hask is not related to the Selm.", "The Hask is related to the Doln."),
        (RIVER, "The town of Kell lies south of the sea."),
    ],
)
def test_no_other_outcome(looked, passage, claim):
    assert not looked(passage, claim, ends_otherwise)
