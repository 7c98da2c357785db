"""Those on one side and those on the other."""

import pytest

from claims.linkage.types import Relation
from claims.services.compare import Text, compare_texts

TWO_SIDES = [
    pytest.param(
        "Six of the nine members backed the budget.",
        "Three members opposed the budget.",
        id="the rest",
    ),
    pytest.param(
        "Six of the nine members backed the budget.",
        "Two of the nine members opposed the budget.",
        id="some of the rest",
    ),
    pytest.param(
        "Sixty deputies voted for the budget.",
        "Forty deputies voted against the budget.",
        id="for and against",
    ),
]


@pytest.mark.parametrize(("a", "b"), TWO_SIDES)
def test_two_sides(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation not in (
            Relation.CONFLICTS,
            Relation.CORROBORATES,
        )


ONE_SIDE = [
    pytest.param(
        "Six of the nine members backed the budget.",
        "Five of the nine members backed the budget.",
        id="two numbers of one side",
    ),
    pytest.param(
        "Six of the nine members backed the budget.",
        "Six of the nine members opposed the budget.",
        id="more than there are",
    ),
    pytest.param(
        "Six of the nine members backed the budget.",
        "All nine members opposed the budget.",
        id="all against",
    ),
    pytest.param(
        "The members backed the budget.",
        "The members opposed the budget.",
        id="nobody is counted",
    ),
    pytest.param(
        "The nine members backed the budget.",
        "The nine members opposed the budget.",
        id="the same nine",
    ),
    pytest.param(
        "Sixty deputies voted for the budget.",
        "Forty deputies voted for the budget.",
        id="for",
    ),
]


@pytest.mark.parametrize(("a", "b"), ONE_SIDE)
def test_one_side(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.CONFLICTS


def test_two_chosen_texts(engine):
    texts = (
        Text("Six of the nine members of the city council backed the budget."),
        Text("Three members opposed the budget."),
    )
    [decision] = compare_texts([texts], engine=engine)
    assert decision.relation == Relation.NONE
