"""Until when, and since when, one thing lasts."""

import pytest

from claims.facets.types import Kind, Level


def dates(relate, a, b):
    return [c.level for c in relate(a, b).comparisons if c.kind == Kind.DATE]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The Halden court adjourned the trial of Orla Venn until 4 June.",
            "The trial of Orla Venn in Halden was adjourned until 14 June.",
        ),
        (
            "Ostrik Steel has run the Halden mill since 2019.",
            "Ostrik Steel has run the mill at Halden since 2021.",
        ),
    ],
)
def test_two_ends_of_one_thing_contradict(relate, a, b):
    assert dates(relate, a, b) == [Level.CONFLICT]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ostrik Steel closed the Halden mill by 4 June.",
            "Ostrik Steel closed the mill at Halden by 14 June.",
        ),
        (
            "Ostrik Steel has run the Halden mill since 2019.",
            "Ostrik Steel ran the mill at Halden in 2021.",
        ),
        (
            "The Halden court adjourned the trial of Orla Venn until 14 June.",
            "The trial of Orla Venn in Halden was adjourned until mid-June.",
        ),
    ],
)
def test_a_bound_leaves_room(relate, a, b):
    assert Level.CONFLICT not in dates(relate, a, b)
