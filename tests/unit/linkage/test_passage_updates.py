"""Opposite states of texts without a date; a negative has the words of a positive."""

from datetime import date

import pytest

from claims.facets.types import Kind
from claims.linkage.contained import held_against_passage
from claims.linkage.decision import conflicts_of
from claims.linkage.passages import relate_passages
from claims.linkage.types import Relation

UPHELD = (
    "The court of Kell upheld the conviction of Ada Morel for fraud, so that she will "
    "lose her seat in the senate of Ostrel."
)
OVERTURNED = "The court overturned the conviction of Ada Morel."
FREED = (
    "Rebels freed three monks of Kell whom they had captured on the road to Ostrel, "
    "and let them ride home on mules."
)
CAPTURED = "Rebels captured three monks."


MARCH, MAY = date(2031, 3, 12), date(2031, 5, 20)


@pytest.fixture(scope="module")
def decide(engine):
    """The decision on two texts of given days of publication."""

    def one(texts, days):
        a, b = engine.extract_many(
            list(zip(texts, days, strict=True)), all_sentences=True, ties=True
        )
        related = relate_passages(a, b, engine.relate_many)
        return held_against_passage(a, b, related, engine.config)

    return one


@pytest.mark.parametrize("texts", [(UPHELD, OVERTURNED), (OVERTURNED, UPHELD)])
def test_without_a_date_a_conflict(decide, texts):
    found = decide(texts, (None, None))
    assert (found.relation, found.rule) == (Relation.CONFLICTS, "value_conflict")
    assert found.direction == 0
    [conflict] = conflicts_of(found)
    assert conflict.kind == Kind.POLARITY
    assert conflict.reason.endswith("nothing tells when they did")
    assert "conflict" in found.reason


@pytest.mark.parametrize(
    ("texts", "days", "relation"),
    [
        ((UPHELD, OVERTURNED), (MARCH, MAY), Relation.UPDATES),
        ((UPHELD, OVERTURNED), (MARCH, None), Relation.UPDATES),
        # The one tells both states.
        ((FREED, CAPTURED), (None, None), Relation.CORROBORATES),
        # A word tells that the state is over.
        (
            (
                "The court of Kell has again upheld the conviction of Ada Morel.",
                OVERTURNED,
            ),
            (None, None),
            Relation.UPDATES,
        ),
        # Both print their day.
        (
            (
                "The court of Kell upheld the conviction of Ada Morel on 3 May 2030.",
                "The court overturned the conviction of Ada Morel on 9 June 2031.",
            ),
            (None, None),
            Relation.UPDATES,
        ),
    ],
)
def test_no_conflict(decide, texts, days, relation):
    assert decide(texts, days).relation == relation
