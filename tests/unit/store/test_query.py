"""What somebody types, as words to be looked up. No input is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.store.query import MOST_TERMS, Query, Term, fold, parse_query


def begins(word: str) -> Term:
    return Term((word,), prefix=True, ahead=True)


def exact(*words: str) -> Term:
    return Term(words)


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("ferry", [[begins("ferry")]]),
        ("Strait FERRY", [[begins("strait")], [begins("ferry")]]),
        ('"may not enter"', [[exact("may", "not", "enter")]]),
        ('"Ferry"', [[exact("ferry")]]),
        ("reop*", [[Term(("reop",), prefix=True)]]),
        ("of*", [[Term(("of",), prefix=True)]]),
        ('"sail aga"*', [[Term(("sail", "aga"), prefix=True)]]),
        ("ferry OR boat", [[begins("ferry"), begins("boat")]]),
        ("ferry | boat pier", [[begins("ferry"), begins("boat")], [begins("pier")]]),
        ("of 40", [[exact("of")], [exact("40")]]),
        ("U.S.", [[exact("u", "s")]]),
        ("mid-April", [[exact("mid", "april")]]),
        ("1,200", [[exact("1", "200")]]),
        ("Måløy", [[begins("maløy")]]),
        ("페리", [[begins("페리")]]),
        ("섬", [[begins("섬")]]),
        (
            "or and not near",
            [[exact("or")], [begins("and")], [begins("not")], [begins("near")]],
        ),
        ("OR ferry", [[begins("ferry")]]),
        ("ferry OR", [[begins("ferry")]]),
        ('"ferry', [[begins("ferry")]]),
        ('ferry"boat"', [[begins("ferry")], [exact("boat")]]),
        ("-ferry +boat", [[begins("ferry")], [begins("boat")]]),
        ("title:ferry", [[exact("title", "ferry")]]),
        ("", []),
        ("   ", []),
        ('" "', []),
        ("!!! -- *", []),
        ("\x00", []),
        ("_", []),
    ],
)
def test_terms(text: str, groups: list[list[Term]]) -> None:
    assert parse_query(text) == Query(tuple(map(tuple, groups)))


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élysée", "elysee"),
        ("E\u0301lyse\u0301e", "elysee"),
        ("ŞIŞLI", "sisli"),
        ("Ærø", "ærø"),
        ("Привет", "привет"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_terms_are_bounded() -> None:
    assert len(parse_query(" ".join(["ferry"] * 50)).terms) == MOST_TERMS
    assert len(parse_query(" OR ".join(["ferry"] * 50)).terms) == MOST_TERMS


@given(st.text(max_size=300))
def test_words_hold_letters_and_digits_alone(text: str) -> None:
    for term in parse_query(text).terms:
        assert term.words
        assert all(character.isalnum() for word in term.words for character in word)
