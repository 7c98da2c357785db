"""When two outlets share an origin, and when it stays unknown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.extraction.attribution import chains
from claims.extraction.fold import fold
from claims.extraction.origins import body_key, origin_of, origin_of_hops, sole_venues
from claims.extraction.sentences import sentences
from claims.facets.parsed import copy_of
from claims.facets.types import Facet, Hop, Kind

if TYPE_CHECKING:
    from spacy.language import Language

MONDAY = date(2031, 3, 3)
WEEK = "2031-W10"


def key(nlp: Language, text: str, published: date | None = MONDAY) -> str | None:
    found = chains(sentences(copy_of(nlp(fold(text)))))
    origin = origin_of(found[0], published)
    return None if origin is None else origin.key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Maria Olsen said in an interview with Harbor TV that it closed.",
            f"interview|olsen|harbor tv|{WEEK}",
        ),
        (
            "Maria Olsen, the mayor, said in a Harbor TV interview that it closed.",
            f"interview|olsen|harbor tv|{WEEK}",
        ),
        (
            "The Lund Courier reported that it closed.",
            f"report||lund courier|{WEEK}",
        ),
        (
            "It closed, the Lund Courier reported, citing two officials.",
            f"report||lund courier|{WEEK}",
        ),
        ("“Closed,” Maria Olsen wrote on Chatter.", f"post|olsen|chatter|{WEEK}"),
        ("Maria Olsen said that it closed.", f"statement|maria olsen||{WEEK}"),
        # how it was handed out is left out by the next outlet
        ("Maria Olsen said in a statement that it closed.",
         f"statement|maria olsen||{WEEK}"),
        ("Maria Olsen told reporters in Oslo that it closed.",
         f"statement|maria olsen||{WEEK}"),
        ("Maria Olsen said at a news conference that it closed.",
         f"statement|maria olsen||{WEEK}"),
        ("Maria Olsen told parliament that it closed.",
         f"speech|olsen|parliament|{WEEK}"),
        # who is telephoned says nothing
        ("Maria Olsen called Jan Berg on Monday.", None),
        ("The NBK quoted the Harbour Ministry as saying it closed.",
         f"statement|harbour ministry||{WEEK}"),
        ("The NBK quoted two officials as saying it closed.", f"report||nbk|{WEEK}"),
        ("Two officials said that it closed.", None),
        ("It has reportedly closed.", None),
        ("Residents fear that it will close.", None),
        ("It closed on Friday.", None),
    ],
)  # fmt: skip
def test_origin_of_one_sentence(nlp: Language, text: str, expected: str | None) -> None:
    assert key(nlp, text) == expected


@pytest.mark.parametrize(
    ("venue", "expected"),
    [
        ("", f"statement|maria olsen||{WEEK}"),
        ("statement", f"statement|maria olsen||{WEEK}"),
        ("reporters in Oslo", f"statement|maria olsen||{WEEK}"),
        ("conference", f"statement|maria olsen||{WEEK}"),
        ("parliament", f"speech|olsen|parliament|{WEEK}"),
        ("post", f"post|maria olsen||{WEEK}"),
        ("Harbor TV", f"interview|olsen|harbor tv|{WEEK}"),
    ],
)
def test_origin_of_what_an_editor_writes(venue: str, expected: str) -> None:
    hop = Hop(0, "Maria Olsen", venue=venue, cue="said", strength="said")
    origin = origin_of_hops([hop], MONDAY)
    assert origin is not None
    assert origin.key == expected


def test_without_any_day_the_key_has_none(nlp: Language) -> None:
    text = "Maria Olsen said in an interview with Harbor TV that it closed."
    assert key(nlp, text, None) == "interview|olsen|harbor tv|"


def test_the_day_of_the_saying_beats_the_day_of_publication(nlp: Language) -> None:
    text = "Maria Olsen said in an interview with Harbor TV that it closed."
    [chain] = chains(sentences(copy_of(nlp(text))))
    said = Facet(
        kind=Kind.DATE, start=0, end=1, text="", value="", role="report",
        date_from=date(2031, 2, 24), date_to=date(2031, 2, 25),
    )  # fmt: skip
    origin = origin_of(chain, MONDAY, [said])
    assert origin is not None
    assert origin.date == "2031-W09"


def test_a_sole_venue_serves_the_speaker_s_other_sentences(nlp: Language) -> None:
    text = "Maria Olsen said on NBK that it closed. Olsen said it was old."
    found = chains(sentences(copy_of(nlp(text))))
    venues = sole_venues(found)
    keys = [origin_of(chain, MONDAY, venues=venues) for chain in found]
    assert [origin and origin.key for origin in keys] == [
        f"interview|olsen|nbk|{WEEK}"
    ] * 2


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Arland's Ministry of Works", "Arland's Works Ministry", True),
        ("spokesperson for the Works Ministry", "Works Ministry spokesman", True),
        ("Works Ministry", "Trade Ministry", False),
    ],
)
def test_bodies_in_other_words(left: str, right: str, *, same: bool) -> None:
    assert (body_key(left) == body_key(right)) is same
