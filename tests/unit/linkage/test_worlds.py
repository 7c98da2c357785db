"""A plan is not the fact, and neither are two plans and a denial of one."""

import pytest

from claims.linkage.types import Relation

SOLD = "Delvora sold its plant in Halden in June 2030."


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (SOLD, "In June 2030 Delvora sold its plant in Halden.", "corroborates"),
        (SOLD, "Delvora plans to sell its plant in Halden in June 2030.", "none"),
        (SOLD, "Delvora may sell its plant in Halden in June 2030.", "none"),
        (SOLD, "Delvora is expected to sell its plant in Halden in June 2030.", "none"),
        (
            "Delvora will sell its plant in Halden in June 2030.",
            "Delvora plans to sell its plant in Halden in June 2030.",
            "corroborates",
        ),
    ],
)
def test_told_in_which_world(relate, a, b, expected):
    assert relate(a, b).relation == Relation(expected)
    assert relate(b, a).relation == Relation(expected)
