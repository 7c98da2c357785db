"""Which candidates come first: what is shared, never what the values are."""

import pytest

from claims.linkage.ranking import likeness, ranked
from tests.unit.linkage.made import person, record

QUERY = record("Orla Venn opened the Halden bridge.", person("orla venn"))
SAME = record("The Halden bridge was opened by Orla Venn.", person("orla venn"))
SAME_PLACE = record("The Halden bakery burned down.")
OTHER = record("Snow fell in the hills.")


def test_the_same_story_comes_before_the_same_place_before_another():
    assert ranked(QUERY, [OTHER, SAME_PLACE, SAME]) == [2, 1, 0]


def test_ties_keep_the_given_order():
    assert ranked(QUERY, [OTHER, OTHER, OTHER]) == [0, 1, 2]
    assert ranked(QUERY, []) == []


@pytest.mark.parametrize("other", [QUERY, SAME, SAME_PLACE, OTHER, record("")])
def test_likeness_is_a_symmetric_share(other):
    assert 0 <= likeness(QUERY, other) <= 1
    assert likeness(QUERY, other) == pytest.approx(likeness(other, QUERY))


def test_a_statement_is_most_like_itself():
    assert likeness(QUERY, QUERY) == pytest.approx(1)
    assert all(likeness(QUERY, other) < 1 for other in (SAME, SAME_PLACE, OTHER))


def test_another_spelling_still_looks_alike():
    one = record("Kavin Dolberg resigned on Monday.", person("kavin dolberg"))
    other = record("Kevin Dolberg resigned on Monday.", person("kevin dolberg"))
    far = record("Inga Ostermann resigned on Monday.", person("inga ostermann"))
    assert likeness(one, other) > likeness(one, far)
