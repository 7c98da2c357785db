"""Denied predicates are found, affirmed ones are left alone, two denials cancel."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import polarity
from claims.facets.parsed import Span
from claims.facets.polarity import negated
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level

Read = Callable[[str], Span]

DENIED = [
    ("Sales did not rise in May.", {"rise": "did not rise"}),
    ("The union never signed the deal.", {"signed": "never signed"}),
    ("The bank hasn't been fined.", {"fined": "hasn't been fined"}),
    ("No company has agreed to the terms.", {"agreed": "No company has agreed"}),
    ("Neither side gave way.", {"gave": "Neither side gave"}),
    ("None of the workers was hurt.", {"hurt": "None was hurt"}),
    ("They left without paying.", {"paying": "without paying"}),
    ("The mine is no longer open.", {"is": "is no longer open"}),
    ("The firm failed to deliver the parts.", {"deliver": "failed to deliver"}),
    ("The board refused to approve it.", {"approve": "refused to approve"}),
    ("He was unable to attend.", {"attend": "unable to attend"}),
    ("The factory stopped selling the drug.", {"selling": "stopped selling"}),
    ("The mayor ruled out raising taxes.", {"raising": "ruled out raising"}),
    ("The mayor ruled out a tax rise.", {"rise": "ruled out rise"}),
    ("Mr. Olten denied that prices rose.", {"rose": "denied rose"}),
    ("The talks are far from over.", {"are": "are far"}),
    ("It is not true that the plant closed.", {"is": "is not true", "closed": None}),
    ("Officials do not expect sales to fall.", {"expect": None, "fall": None}),
    ("The firm did not sell or lease the ship.", {"sell": None, "lease": None}),
    ("The two sides did not hold talks.", {"hold": None, "talks": None}),
    ("The meeting did not take place.", {"meeting": None, "take": None}),
    ("There were no deaths.", {"were": None, "deaths": "no deaths"}),
    (
        "The ministry denied reports that it had banned exports.",
        {"banned": "denied had banned"},
    ),
    ("The bank rejected claims that it hid a loss.", {"hid": "rejected hid"}),
    (
        "Allegations that the mill took bribes were rejected by its owner.",
        {"took": "took rejected"},
    ),
    ("Reports that the port closed are untrue.", {"closed": "closed untrue"}),
    (
        "Auditors found no evidence that the fund lent money.",
        {"found": None, "lent": "no evidence lent"},
    ),
    ("There is no sign that the ferry sank.", {"is": None, "sank": None}),
    ("The envoy stopped short of accusing the army.", {"accusing": "stopped accusing"}),
    ("The council has yet to repair the quay.", {"repair": "yet to repair"}),
    (
        "Olten is not in talks to lease the quay.",
        {"is": None, "talks": None, "lease": None},
    ),
]

AFFIRMED = [
    "Sales rose in May.",
    "The plant did not only grow but doubled its output.",
    "No fewer than 12 people died.",
    "The minister stopped to greet workers.",
    "He said the firm had bought the rival.",
    "The factory stopped on Monday.",
    "Nobel laureates attended the dinner.",
    "The note was signed in Northam.",
    "The bank repeated claims that it lent money.",
    "The court rejected the bid after the firm sold the yard.",
    "Auditors found evidence that the fund lent money.",
    "Reports that the port closed are accurate.",
    "Reports that the port closed surprised its staff.",
    "The envoy said without evidence that the vote was stolen.",
    "The envoy stopped in a short street to greet workers.",
    "Olten is in talks to lease the quay.",
    "The council still has to repair the quay.",
    "In Northam, the Orvik index rose 1.3 percent, the Selby index declined 0.2.",
]


@pytest.mark.parametrize(("text", "expected"), DENIED)
def test_denied(sentence: Read, text: str, expected: dict[str, str | None]) -> None:
    sent = sentence(text)
    found = {f.start: f for f in polarity.find(sent, Context())}
    printed = {text[f.start : f.end]: f.text for f in found.values()}
    assert set(printed) == set(expected)
    for word, cue in expected.items():
        assert cue is None or printed[word] == cue
    assert all(f.value == "denied" and f.kind is Kind.POLARITY for f in found.values())


@pytest.mark.parametrize("text", AFFIRMED)
def test_affirmed(sentence: Read, text: str) -> None:
    assert polarity.find(sentence(text), Context()) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The plant did not fail to deliver.", "deliver"),
        ("She did not deny that prices rose.", "rose"),
        ("The firm never stopped selling it.", "selling"),
    ],
)
def test_two_denials_cancel(sentence: Read, text: str, word: str) -> None:
    token = next(t for t in sentence(text) if t.text == word)
    assert negated(token) == (False, -1, -1)


def test_the_cue_counts_in_the_document(sentence: Read) -> None:
    text = "Sales did not rise."
    token = next(t for t in sentence(text) if t.text == "rise")
    denied, start, end = negated(token)
    assert (denied, text[start:end]) == (True, "not")


def test_attending_denied_does_not_deny_the_event(sentence: Read) -> None:
    sent = sentence("The envoy did not attend the summit.")
    assert [f.text for f in polarity.find(sent, Context())] == ["did not attend"]


@pytest.mark.parametrize(
    ("other", "level"), [("denied", Level.AGREE), ("", Level.CONFLICT)]
)
def test_compare(other: str, level: Level) -> None:
    a = Facet(Kind.POLARITY, 0, 4, "not rise", "denied")
    b = Facet(Kind.POLARITY, 0, 4, "rise", other)
    assert polarity.compare(a, b, DEFAULT).level is level
    assert polarity.compare(b, a, DEFAULT).level is level
    assert polarity.keys(a) == frozenset()
