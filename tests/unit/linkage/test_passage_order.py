"""The other order and the other way; a negative has the words of a positive."""

import pytest

from claims.facets.types import Level
from claims.linkage.passage_order import in_other_order, other_way

STONE = "Brandt installed the stone six months after he was elected judge in 2000."
SHIP = "The frigate Morel stayed off Guam and departed for Hawaii on Monday."
MOVE = "The firm will move its office from Kell to Sand in May."


@pytest.mark.parametrize(
    ("passage", "claim", "look"),
    [
        (STONE, "Brandt installed the stone before he became judge.", in_other_order),
        (STONE, "Brandt was elected judge after he installed the stone.",
         in_other_order),
        (SHIP, "The Morel left Hawaii on Monday.", other_way),
        (MOVE, "The firm will move from Sand.", other_way),
    ],
)  # fmt: skip
def test_conflict(looked, passage, claim, look):
    [(comparison, _), *_] = looked(passage, claim, look)
    assert comparison.level == Level.CONFLICT


@pytest.mark.parametrize(
    ("passage", "claim", "look"),
    [
        (STONE, "Brandt installed the stone after he became judge.", in_other_order),
        (STONE, "Brandt was elected judge before he installed the stone.",
         in_other_order),
        (STONE, "Brandt installed the stone before he died.", in_other_order),
        (SHIP, "The Morel departed for Hawaii.", other_way),
        (SHIP, "The Morel left Guam.", other_way),
        (MOVE, "The firm will move to Sand.", other_way),
        (MOVE, "The bank will move from Sand.", other_way),
    ],
)  # fmt: skip
def test_no_conflict(looked, passage, claim, look):
    assert not looked(passage, claim, look)
