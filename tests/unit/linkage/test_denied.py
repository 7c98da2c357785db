"""A word that is denied in one of two near-copies and not in the other."""

import pytest

from claims.linkage.edits import changes
from claims.linkage.exchanges import Exchange, exchanges
from tests.unit.linkage.made import record

TOLD = "The council of the old town {} on a rainy day near the coast in late spring."


def kinds(a, b):
    one, other = record(TOLD.format(a)), record(TOLD.format(b))
    edits = changes(one.text, other.text, near_copy=0.5).edits
    return [found.kind for found in exchanges(one, other, edits)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("paid the men", "did not pay the men"),
        ("charged the man", "decided not to charge the man"),
        ("saw early signs", "saw no signs"),
        ("kept its gates open", "kept its gates open no longer"),
        ("let in all carriers", "let in all carriers except Norvex"),
        ("spoke despite the ban", "spoke following the ban"),
    ],
)
def test_denied_on_one_side(a, b):
    assert Exchange.NEGATION in kinds(a, b)
    assert Exchange.NEGATION in kinds(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("paid the men", "paid the boys"),
        ("did not pay the men", "never paid the men"),
        ("must pay by May", "must pay no later than May"),
        ("paid over 40 men", "paid no fewer than 40 men"),
        ("lacked money", "had no money"),
        ("saw no signs", "said that no signs were seen"),
        ("kept the hall open", "kept the hall not closed"),
        ("rejected the plan", "refused the plan"),
    ],
)
def test_denied_on_both_or_none(a, b):
    assert Exchange.NEGATION not in kinds(a, b)
    assert Exchange.NEGATION not in kinds(b, a)
