"""Statements that an editor looks for, to link them by hand: as the search has it."""

from __future__ import annotations

import pytest

from claims.models import Statement
from claims.selectors.nearby import FOUND, statements_with
from tests import factories as f

pytestmark = pytest.mark.django_db

SAILS = "The Skarholm ferry sails to Iași in June."
BOATS = "Ferrymen say that 1,200 boats may sail."
KOREAN = "스카르홀름 섬의 페리는 6월에 운항한다."


def stated(quote: str, **columns: object) -> Statement:
    version = f.ArticleVersionFactory(text=quote)
    return f.StatementFactory(version=version, quote=quote, **columns)


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("ferry sails", [SAILS]),
        ("sail", [BOATS, SAILS]),
        ("iasi", [SAILS]),
        ('"may sail"', [BOATS]),
        ("erry", []),
        ("페리", [KOREAN]),
        ("섬", [KOREAN]),
        ("ferry rain", []),
        ("!", []),
    ],
)
def test_words_find_what_the_search_finds(words: str, quotes: list[str]) -> None:
    for quote in (SAILS, BOATS, KOREAN):
        stated(quote)
    stated("A ferry that sails unseen.", hidden_by=f.UserFactory())
    stated("A ferry that sailed once.", state="orphaned")
    assert [row.quote for row in statements_with(words)] == quotes


def test_the_list_ends(django_assert_max_num_queries) -> None:
    for number in range(FOUND + 2):
        stated(f"Boat {number} sails.")
    with django_assert_max_num_queries(4):
        assert len(statements_with("sails")) == FOUND
