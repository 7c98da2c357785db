"""Values that two sentences both print, in other slots."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation

CONFLICTS, NONE = Relation.CONFLICTS, Relation.NONE
CORROBORATES, UPDATES = Relation.CORROBORATES, Relation.UPDATES

SUSPECTS = "Police arrested three of the seven suspects."
VISITS = "The envoy met Orla Venn on Monday and Tavi Rusk on Friday."
TOLL = "The death toll has risen to 61 from 58."
CLASH = "The blast killed 14 guards and wounded 60 shoppers."


@pytest.mark.parametrize(
    ("a", "b", "kind", "values"),
    [
        (SUSPECTS, "Police arrested seven suspects.", Kind.COUNT, ("three", "seven")),
        (SUSPECTS, "Police arrested five suspects.", Kind.COUNT, ("three", "five")),
        (
            SUSPECTS,
            "Police arrested three of the nine suspects.",
            Kind.COUNT,
            ("seven", "nine"),
        ),
        (
            "Gunners hit 18 of 25 rockets.",
            "Gunners hit 25 rockets.",
            Kind.COUNT,
            ("18", "25"),
        ),
        (
            VISITS,
            "The envoy met Tavi Rusk on Monday.",
            Kind.DATE,
            ("Friday", "Monday"),
        ),
        (TOLL, "The death toll has risen to 58.", Kind.COUNT, ("61", "58")),
        (
            "The index climbed to 1,200 from 1,020.",
            "The index climbed to 1,020.",
            Kind.COUNT,
            ("1,200", "1,020"),
        ),
    ],
)
def test_the_values_of_one_slot_are_compared(relate, a, b, kind, values):
    for one, other, order in ((a, b, 1), (b, a, -1)):
        decision = relate(one, other)
        assert decision.relation == CONFLICTS
        differs = [c for c in decision.comparisons if c.level == Level.CONFLICT]
        assert [(c.kind, c.a.text, c.b.text) for c in differs] == [
            (kind, *values[::order])
        ]
        agree = [c for c in decision.comparisons if c.level == Level.AGREE]
        assert (values[1], values[1]) not in [(c.a.text, c.b.text) for c in agree]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (SUSPECTS, "Police arrested three suspects.", CORROBORATES),
        (SUSPECTS, SUSPECTS, CORROBORATES),
        (SUSPECTS, "Police named seven suspects.", NONE),
        (CLASH, "The blast killed 60 shoppers.", NONE),
        (CLASH, "The blast killed 14 guards.", CORROBORATES),
        (CLASH, "The blast wounded 60 shoppers.", CORROBORATES),
        (VISITS, "The envoy met Tavi Rusk on Friday.", CORROBORATES),
        (VISITS, "The envoy met Orla Venn on Monday.", CORROBORATES),
        (TOLL, "The death toll has risen to 61.", CORROBORATES),
        ("The index climbed to 1,200.", "The index climbed to 1,200.", CORROBORATES),
        (
            "Most of the 400 workers backed the walkout.",
            "The walkout was backed by 72% of the 400 workers.",
            CORROBORATES,
        ),
    ],
)
def test_what_stands_in_one_slot_agrees(relate, a, b, relation):
    assert relate(a, b).relation == relation
    assert relate(b, a).relation == relation


def test_a_toll_of_another_day_is_an_update(relate):
    later = relate("The death toll has risen to 58.", TOLL, "2031-03-11", "2031-03-12")
    assert later.relation == UPDATES
