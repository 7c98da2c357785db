"""Two chosen sentences that are alike but for one place, and those that are not."""

from __future__ import annotations

from datetime import date

import pytest

from claims.engine import load_engine
from claims.linkage.chosen import in_one_place
from claims.linkage.types import Relation
from claims.services.compare import Text, compare_texts

PRINTED = date(2031, 6, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The siege lasted nine days.", "The siege lasted three weeks."),
        ("Tove Rask was born in Tartu.", "Tove Rask was born in Narva."),
        ("The barge belongs to Orlin Freight.", "The barge belongs to Kest Freight."),
        (
            "The launch window opens at 9:30 a.m. EDT.",
            "The launch window opens at 15:30 GMT.",
        ),
    ],
)
def test_one_place_differs(a, b):
    assert in_one_place(a, b)
    assert in_one_place(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # nothing differs, or only one has more
        ("The siege lasted nine days.", "The siege lasted nine days."),
        ("The siege lasted nine days.", "The siege of Narva lasted nine days."),
        ("The siege lasted nine days.", "The siege lasted nine days and nights."),
        # two places
        ("Rask met a Danish envoy on Monday.", "Rask met a Finnish envoy on Friday."),
        ("Rask left Tartu in May.", "Rask left Narva in July."),
        # hardly anything around it
        ("The siege ended.", "Rask flew home."),
        ("", ""),
        ("Nine", "Ten"),
    ],
)
def test_no_single_place_differs(a, b):
    assert not in_one_place(a, b)
    assert not in_one_place(b, a)


def relation(a: str, b: str) -> Relation:
    pair = Text(a, PRINTED), Text(b, PRINTED)
    (decision,) = compare_texts([pair], engine=load_engine())
    return decision.relation


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("The siege lasted nine days.", "The siege lasted three weeks.", "conflicts"),
        ("The siege lasted 14 days.", "The siege lasted two weeks.", "corroborates"),
        ("Tove Rask was born in Tartu.", "Tove Rask was born in Narva.", "conflicts"),
        ("The rally was held in Kyiv.", "The rally was held in Kiev.", "corroborates"),
        ("The dam cost $1.2bn.", "The dam cost 1,200 million dollars.", "corroborates"),
        ("The dam cost $1.2bn.", "The dam cost $2.1bn.", "conflicts"),
        # two events in one form of words
        (
            "The minister met a Danish envoy on Monday.",
            "The minister met a Finnish envoy on Tuesday.",
            "none",
        ),
        ("The siege lasted nine days.", "The strike ended in a draw.", "none"),
        ("The dam cost $1.2bn.", "The dam needs $300 million of repairs.", "none"),
    ],
)
def test_what_is_said_of_the_one_place(a, b, told):
    assert relation(a, b) == told
    assert relation(b, a) == told


def test_in_an_import_the_same_words_prove_nothing():
    engine = load_engine()
    read = engine.extract_many(
        [
            ("The siege lasted nine days.", PRINTED),
            ("The siege lasted three weeks.", PRINTED),
        ],
        all_sentences=True,
    )
    (one,), (other,) = read
    assert engine.relate(one, other).relation == Relation.NONE
