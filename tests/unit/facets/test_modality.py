"""In which world a predicate holds; what is plainly told has no modality."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import modality
from claims.facets.modality import modality_of
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level, Modality

Read = Callable[[str], Span]

CASES = [
    ("The firm will buy the rival.", "buy", "planned"),
    ("The bank plans to cut jobs.", "cut", "planned"),
    ("The two leaders are to meet on Monday.", "meet", "planned"),
    ("The company agreed to sell the unit.", "sell", "planned"),
    ("The group pledged to rebuild the port.", "rebuild", "planned"),
    ("He said the firm would open a plant.", "open", "planned"),
    ("A plan to close the mine was rejected.", "close", "planned"),
    ("The planned merger was approved.", "merger", "planned"),
    ("Analysts expect prices to rise.", "rise", "expected"),
    ("Prices are likely to rise.", "rise", "expected"),
    ("The plant is expected to open in June.", "open", "expected"),
    ("Output may fall.", "fall", "possible"),
    ("The board is considering a sale.", "sale", "possible"),
    ("Prices could fall further.", "fall", "possible"),
    ("The plant would close if costs rose.", "close", "conditional"),
    ("The plant would close if costs rose.", "rose", "conditional"),
    ("Without help, the plant would have closed.", "closed", "conditional"),
    ("Unless rain falls, crops will die.", "die", "conditional"),
    ("Companies must pay the fine.", "pay", "obliged"),
    ("The firm has to pay.", "pay", "obliged"),
    ("The union urged the firm to raise wages.", "raise", "obliged"),
    ("Rising costs may force the firm to close.", "close", "possible"),
    ("The senator called for a ban on exports.", "ban", "obliged"),
    ("Can the firm survive?", "survive", "asked"),
    ("He asked whether the port had closed.", "closed", "asked"),
    ("The plant is expected to open and hire 500 people.", "hire", "expected"),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_modality(sentence: Read, text: str, word: str, expected: str) -> None:
    sent = sentence(text)
    token = next(t for t in sent if t.text == word)
    assert modality_of(token)[0] == expected
    found = [f for f in modality.find(sent, Context()) if f.start == token.idx]
    assert [f.value for f in found] == [expected]
    assert text[found[0].start : found[0].end] == word


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose 5% and the firm hired staff.",
        "The ban was lifted.",
        "The firm reportedly bought the rival.",
        "The envoy could not attend the meeting.",
        "The minister told reporters that the port had closed.",
        "In May the firm bought a rival.",
        "The house has a willing buyer.",
        "Rising costs forced the firm to close.",
    ],
)
def test_plainly_told(sentence: Read, text: str) -> None:
    assert modality.find(sentence(text), Context()) == []


def test_the_cue_counts_in_the_document(sentence: Read) -> None:
    text = "The firm will buy the rival."
    token = next(t for t in sentence(text) if t.text == "buy")
    value, start, end = modality_of(token)
    assert (value, text[start:end]) == (Modality.PLANNED, "will")


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("planned", "planned", Level.AGREE),
        ("planned", "expected", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    one, other = (Facet(Kind.MODALITY, 0, 3, v, v) for v in (a, b))
    assert modality.compare(one, other, DEFAULT).level is level
    assert modality.compare(other, one, DEFAULT).level is level
    assert modality.keys(one) == frozenset()
