"""A later text that ends a state is an update; one of the same day, or of another, not.

The earlier text is of 12 March 2031.
"""

import pytest

from claims.facets.types import Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.pair import side_by_side
from claims.linkage.types import Relation
from claims.linkage.undone import undone
from tests.unit.linkage.made import record

STRIKE = "Dockers at the Halden harbour went on strike over pensions."
ENDED = "Dockers at the Halden harbour ended their strike over pensions."
BAN = "The council of Selm banned fireworks at night."
OVER = "The council of Selm lifted the ban on fireworks at night."


@pytest.mark.parametrize(
    ("earlier", "later", "published", "ended"),
    [
        (STRIKE, ENDED, "2031-03-20", True),
        # Opposite verbs of different days contradict nothing either.
        (
            STRIKE.replace("went on strike", "began a strike"),
            ENDED,
            "2031-03-20",
            True,
        ),
        (BAN, OVER, "2031-03-20", True),
        # Not of another day.
        (STRIKE, ENDED, "2031-03-12", False),
        (STRIKE, ENDED, "2031-03-13", False),
        # Not done.
        (BAN, OVER.replace("lifted", "may lift"), "2031-03-20", False),
        (BAN, OVER.replace("lifted", "did not lift"), "2031-03-20", False),
        # Not the state that was told.
        (STRIKE, "Dockers at the Halden harbour ended a parade.", "2031-03-20", False),
    ],
)
def test_what_a_later_text_ends(relate, earlier, later, published, ended):
    there, back = (
        relate(earlier, later, day_b=published),
        relate(later, earlier, published, "2031-03-12"),
    )
    assert (there.relation == Relation.UPDATES) is ended
    assert there.relation == back.relation
    if ended:
        assert (there.direction, back.direction) == (1, -1)
        [updated] = [c for c in there.comparisons if c.level == Level.UPDATED]
        assert updated.a.text and updated.b.text


def test_a_text_that_states_nothing_is_not_ended():
    a = record("Ferry to Selm.", published=record().published)
    b = record("Ferry to Selm again.", published=a.published.replace(day=30))
    assert undone(side_by_side(a, b, DEFAULT_CONFIG), DEFAULT_CONFIG) == []
