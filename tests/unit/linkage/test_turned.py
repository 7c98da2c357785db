"""Two names that changed places in a near-copy."""

import pytest

from claims.linkage.edits import changes
from claims.linkage.sides import Side
from claims.linkage.turned import turned
from tests.unit.linkage.made import record

TOLD = "The club of the old town said that {} on a rainy day near the coast in spring."


def names(a, b):
    one, other = TOLD.format(a), TOLD.format(b)
    edits = changes(one, other, near_copy=0.5).edits
    found = turned(Side(record(one)), Side(record(other)), edits)
    return [(x.text, y.text) for x, y, _ in found]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ("Renford beat Osterby", "Osterby beat Renford", ("renford", "osterby")),
        ("Orla Venn sued Tavi Rusk", "Tavi Rusk sued Orla Venn", ("orla", "tavi")),
        ("Norvex bought Halmark", "Halmark bought Norvex", ("norvex", "halmark")),
        ("Renford beat Osterby", "Osterby defeated Renford", ("renford", "osterby")),
    ],
)
def test_the_names_are_the_other_way_round(a, b, found):
    assert names(a, b) == [found]
    assert names(b, a) == [found[::-1]]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Renford beat Osterby", "Renford beat Osterby"),
        ("Renford beat Osterby", "Osterby was beaten by Renford"),
        ("Renford and Osterby met", "Osterby and Renford met"),
        ("Renford met with Osterby", "Renford met with Tavik"),
        ("Renford beat Osterby", "Renford beat Tavik"),
        ("builders met teachers", "teachers met builders"),  # no names
        (
            "Renford beat Osterby and Renford won",
            "Osterby beat Renford and Renford won",
        ),
    ],
)
def test_nobody_changed_places(a, b):
    assert names(a, b) == []
    assert names(b, a) == []
