"""Words that tell one kind of event have one predicate; others keep theirs."""

from __future__ import annotations

import pytest

from claims.facets import events as events_module
from claims.facets.events import event, is_event_noun, near
from claims.lexicon.events import NEAR, RINGS


@pytest.mark.parametrize(
    ("word", "pos", "particle", "predicate"),
    [
        ("call", "NOUN", "", "phone_call"),
        ("phone", "VERB", "", "phone_call"),
        ("speak", "VERB", "by", "phone_call"),
        ("speak", "VERB", "about", "speak"),
        ("call", "VERB", "for", "demand"),
        ("call", "VERB", "off", "stop"),
        ("summit", "NOUN", "", "meet"),
        ("step", "VERB", "down", "resign"),
        ("surge", "VERB", "", "rise"),
        ("plunge", "VERB", "", "fall"),
        ("prohibit", "VERB", "", "ban"),
        ("takeover", "NOUN", "", "buy"),
        ("acquire", "VERB", "", "buy"),
        ("dead", "ADJ", "", "die"),
        ("evaluation", "NOUN", "", "evaluate"),
        ("declaration", "NOUN", "", "say"),
        ("table", "NOUN", "", "table"),
        ("yodel", "VERB", "up", "yodel"),
    ],
)
def test_event(word: str, pos: str, particle: str, predicate: str) -> None:
    assert event(word, pos, particle) == predicate


@pytest.mark.parametrize(
    ("one", "other"),
    [("rise", "fall"), ("buy", "sell"), ("approve", "reject"), ("win", "lose")],
)
def test_opposite_words_share_no_predicate(one: str, other: str) -> None:
    assert event(one, "VERB") != event(other, "VERB")


def test_a_word_stands_in_one_ring() -> None:
    entries = [
        (lemma, letter)
        for line in RINGS.strip().replace("\n  ", " ").splitlines()
        for word in line.partition(": ")[2].split()
        for lemma, _, letters in [word.partition("/")]
        for letter in letters or "vna"
    ]
    assert len(entries) == len(set(entries))


def test_neighbours_are_rings() -> None:
    assert set(NEAR.split()) <= set(events_module._RINGS.values())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("phone_call", "meet", True),
        ("rise", "raise", True),
        ("rise", "rise", True),
        ("rise", "fall", False),
        ("ban", "lift", False),
    ],
)
def test_near(one: str, other: str, *, expected: bool) -> None:
    assert near(one, other) is expected
    assert near(other, one) is expected


@pytest.mark.parametrize(
    ("lemma", "expected"), [("sale", True), ("evacuation", True), ("chair", False)]
)
def test_is_event_noun(lemma: str, *, expected: bool) -> None:
    assert is_event_noun(lemma) is expected
