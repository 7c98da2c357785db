"""What was done with one and with another, and with one alone."""

import pytest

from claims.linkage.types import Relation

WITH_OTHERS = [
    pytest.param(
        "President Tavi Rusk called Orla Venn on Monday.",
        "President Tavi Rusk called Bram Quill on Tuesday.",
        id="called",
    ),
    pytest.param(
        "Rusk called Venn on Monday.",
        "Rusk called Quill on Tuesday.",
        id="last names",
    ),
    pytest.param(
        "Tavi Rusk spoke by phone with Orla Venn on Monday for two hours.",
        "Tavi Rusk spoke by phone with Bram Quill on Monday for 40 minutes.",
        id="spoke with, on one day",
    ),
    pytest.param(
        "Tavi Rusk met Orla Venn in Oslo on Monday.",
        "Tavi Rusk met Bram Quill in Oslo on Tuesday.",
        id="met in one place",
    ),
    pytest.param(
        "Germany sent 20 tanks to Ukraine.",
        "Germany sent 50 tanks to Poland.",
        id="sent to",
    ),
    pytest.param(
        "Venn Group bought a 20% stake in Corlux.",
        "Venn Group bought a 35% stake in Tarmond.",
        id="stake in",
    ),
    pytest.param(
        "Tavi Rusk flew from Oslo to Berlin on Monday.",
        "Tavi Rusk flew from Berlin to Oslo on Tuesday.",
        id="there and back",
    ),
]


@pytest.mark.parametrize(("a", "b"), WITH_OTHERS)
def test_done_with_others(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.NONE


WITH_ONE = [
    pytest.param(
        "President Tavi Rusk called Orla Venn on Monday.",
        "President Tavi Rusk called Orla Venn on Tuesday.",
        id="called",
    ),
    pytest.param(
        "Tavi Rusk spoke by phone with Orla Venn for two hours.",
        "Tavi Rusk spoke by phone with Venn for 40 minutes.",
        id="part of the name",
    ),
    pytest.param(
        "Tavi Rusk spoke by phone with Orla Venn for two hours.",
        "Orla Venn spoke by phone with Tavi Rusk for 40 minutes.",
        id="either may be named first",
    ),
    pytest.param(
        "Germany sent 20 tanks to Ukraine.",
        "Germany sent 50 tanks to Ukraine.",
        id="sent to one",
    ),
    pytest.param(
        "Germany sent 20 tanks to Ukraine.",
        "Germany sent 50 tanks to Kyiv.",
        id="a place in the other",
    ),
    pytest.param(
        "Venn Group bought a 20% stake in Corlux.",
        "Venn Group bought a 35% stake in Corlux.",
        id="one stake",
    ),
    pytest.param(
        "Tavi Rusk flew from Oslo to Berlin on Monday.",
        "Tavi Rusk flew from Oslo to Berlin on Tuesday.",
        id="one way",
    ),
    pytest.param(
        "Orla Venn was named head of Corlux on Monday after the merger with Tarmond.",
        "Bram Quill was named head of Corlux on Monday after the merger with Tarmond.",
        id="the name alone differs",
    ),
]


@pytest.mark.parametrize(("a", "b"), WITH_ONE)
def test_done_with_one(relate, a, b):
    for one, other in ((a, b), (b, a)):
        assert relate(one, other).relation == Relation.CONFLICTS
