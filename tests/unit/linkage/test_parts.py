"""A total beside a part of it, and numbers of one whole."""

import pytest

from claims.linkage.types import Relation

PARTS = [
    pytest.param(
        "Tavi Steel shed 2,400 jobs worldwide.",
        "Tavi Steel shed 350 jobs in Ohio.",
        id="a place beside the world",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs, 350 of them in Ohio.",
        "Tavi Steel shed 350 jobs in Ohio.",
        id="of them",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs, including 350 in Ohio.",
        "Tavi Steel shed 350 jobs in Ohio.",
        id="including",
    ),
    pytest.param(
        "Tavi Steel sold 90 million lamps worldwide in 2030.",
        "Tavi Steel sold 12 million lamps in Japan in 2030.",
        id="one year does not make them one number",
    ),
    pytest.param(
        "Tavi Steel sold 90 million lamps in 2030.",
        "Tavi Steel sold 12 million lamps in Japan in 2030.",
        id="a seller sells elsewhere too",
    ),
    pytest.param(
        "The floods killed 310 people in Chad and Niger on Monday.",
        "The floods killed 80 people in Niger on Monday.",
        id="one of two places",
    ),
    pytest.param(
        "The storm killed 61 people across Kenya.",
        "The storm killed 14 people in Nairobi.",
        id="a place in the other",
    ),
    pytest.param(
        "The bank lent $40 billion to shops in 2030.",
        "The bank lent $12 billion to small shops in 2030.",
        id="a word more",
    ),
    pytest.param(
        "Tavi Motors sold 90,000 vans in May.",
        "Tavi Motors sold 4,000 refrigerated vans in May.",
        id="a word more about what is counted",
    ),
    pytest.param(
        "Unemployment was 6.1% in Spain in May.",
        "Unemployment was 9.4% in Seville in May.",
        id="a share may be greater in a part",
    ),
]


@pytest.mark.parametrize(("a", "b"), PARTS)
def test_part_of_a_total(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.NONE


def test_a_part_is_no_later_state(relate):
    found = relate(
        "The floods killed 310 people in Chad and Niger.",
        "The floods killed 80 people in Niger.",
        "2031-03-12",
        "2031-03-14",
    )
    assert found.relation == Relation.NONE


WHOLES = [
    pytest.param(
        "Tavi Steel shed 350 jobs worldwide.",
        "Tavi Steel shed 2,400 jobs in Ohio.",
        id="a part above its total",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs in Ohio.",
        "Tavi Steel shed 350 jobs in Ohio.",
        id="one place",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs worldwide.",
        "Tavi Steel shed 1,900 jobs worldwide.",
        id="two totals",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs, 350 of them in Ohio.",
        "Tavi Steel shed 600 jobs in Ohio.",
        id="a part listed with another number",
    ),
    pytest.param(
        "Tavi Steel shed 2,400 jobs, 350 of them in Ohio.",
        "Tavi Steel shed 2,900 jobs.",
        id="another total",
    ),
    pytest.param(
        "The floods killed 310 people in Chad and Niger.",
        "The floods killed 280 people in Chad and Niger.",
        id="the same two places",
    ),
    pytest.param(
        "The blast killed 14 people in Nairobi.",
        "The blast killed 11 people in Kenya.",
        id="a blast is in one place",
    ),
    pytest.param(
        "The blast killed 14 people in Nairobi.",
        "The blast killed 19 people.",
        id="a blast without its place",
    ),
    pytest.param(
        "Tavi Motors sold 4,000 refrigerated vans in May.",
        "Tavi Motors sold 3,000 vans in May.",
        id="more of a kind than of all",
    ),
    pytest.param(
        "Tavi Motors sold 4,000 refrigerated vans in May.",
        "Tavi Motors sold 6,000 refrigerated vans in May.",
        id="one kind",
    ),
]


@pytest.mark.parametrize(("a", "b"), WHOLES)
def test_of_one_whole(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.CONFLICTS
