"""Texts of several statements: which single relations make the whole one."""

import pytest

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.passages import relate_passages
from claims.linkage.types import Decision, FacetComparison, Relation

SHORT = {"c": Relation.CORROBORATES, "x": Relation.CONFLICTS, "u": Relation.UPDATES}


def passage(*texts):
    start, found = 0, []
    for text in texts:
        found.append(StatementRecord(text, start=start, end=start + len(text)))
        start += len(text) + 1
    return found


def relate(a, b):
    """Related by the letters they share: ``1c`` corroborates ``1``, and so on."""
    if a.text[0] != b.text[0]:
        return Decision(Relation.NONE, 0.0, "no_link", "")
    kind = SHORT.get((a.text + b.text).strip("0123456789"), Relation.CORROBORATES)
    facet = Facet(Kind.DATE, 0, 1, a.text[0], a.text[0])
    comparison = FacetComparison(Kind.DATE, "", Level.AGREE, facet, facet)
    return Decision(kind, 0.5, "rule", "", (comparison,))


def relate_many(pairs):
    return [relate(a, b) for a, b in pairs]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (["1"], ["1"], Relation.CORROBORATES),
        (["1"], ["2"], Relation.NONE),
        (["1"], ["2", "1", "3"], Relation.CORROBORATES),
        (["1", "2"], ["2", "1", "3"], Relation.CORROBORATES),
        (["1", "4"], ["2", "1", "3"], Relation.NONE),
        (["1x", "4"], ["2", "1", "3"], Relation.CONFLICTS),
        (["1", "2x"], ["2", "1", "3"], Relation.CONFLICTS),
        (["1u", "2x"], ["2", "1", "3"], Relation.CONFLICTS),
        (["1u"], ["1"], Relation.UPDATES),
        ([], ["1"], Relation.NONE),
        ([], [], Relation.NONE),
    ],
)
def test_relation_of_texts(a, b, expected):
    assert relate_passages(passage(*a), passage(*b), relate_many).relation == expected
    assert relate_passages(passage(*b), passage(*a), relate_many).relation == expected


def test_spans_count_in_the_texts():
    decision = relate_passages(passage("7", "1"), passage("2", "33", "1"), relate_many)
    assert decision.relation == Relation.NONE
    decision = relate_passages(passage("1"), passage("2", "33", "1"), relate_many)
    (comparison,) = decision.comparisons
    assert (comparison.a.start, comparison.b.start) == (0, 5)
