"""What an article says of a name holds for all its mentions, headlines included."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets.parsed import Span
from claims.facets.roster import Mention, Roster, roster, roster_of
from claims.facets.types import Kind

Read = Callable[[str], list[Span]]

ARTICLE = (
    "Finance Minister Jane Olten met Brask Motors chief executive Tom Reedy in Geneva, "
    "Switzerland on Monday. Olten said the talks were good. "
    "Mr. Reedy, who joined Brask in 2019, agreed. "
    '"We are glad," [Reedy] told reporters. '
    "The National Fisheries Council (NFC) was informed. "
    "NFC director Paula Wren did not comment."
)


def _values(mentions: tuple[Mention, ...], kind: Kind) -> list[tuple[str, str]]:
    return [(m.text, m.value) for m in mentions if m.kind is kind]


def test_an_article(sentences: Read) -> None:
    sents = sentences(ARTICLE)
    known = roster(sents)
    assert known.full_name("Olten") == "jane olten"
    assert known.full_name("Reedy") == "tom reedy"
    assert known.full_name("Nobody") == ""
    assert known.bodies["NFC"] == "national fisheries council"
    assert known.titles["jane olten"] == ("finance minister",)
    everyone = [m for s in sents for m in known.mentions(s)]
    people = _values(tuple(everyone), Kind.PERSON)
    assert people == [
        ("Jane Olten", "jane olten"),
        ("Tom Reedy", "tom reedy"),
        ("Olten", "jane olten"),
        ("Reedy", "tom reedy"),
        ("Reedy", "tom reedy"),
        ("Paula Wren", "paula wren"),
    ]
    bodies = _values(tuple(everyone), Kind.ORGANISATION)
    assert ("Brask", "brask motors") in bodies
    assert ("NFC", "national fisheries council") in bodies


def test_offsets_count_from_the_sentence(sentences: Read) -> None:
    sents = sentences(ARTICLE)
    known = roster(sents)
    for sent in sents:
        for mention in known.mentions(sent):
            assert sent.text[mention.start : mention.end] == mention.text


def test_a_headline_learns_from_the_article(sentences: Read) -> None:
    sents = [*sentences("Olten Says Brask Talks Went Well"), *sentences(ARTICLE)]
    known = roster(sents)
    people = [
        value for s in sents for _, value in _values(known.mentions(s), Kind.PERSON)
    ]
    assert set(people) == {"jane olten", "tom reedy", "paula wren"}


def test_two_of_one_surname_stay_bare(sentences: Read) -> None:
    sents = sentences(
        "Senator Jane Olten spoke. Professor Mark Olten was next. Olten left."
    )
    known = roster(sents)
    assert known.full_name("olten") == ""
    assert _values(known.mentions(sents[-1]), Kind.PERSON) == [("Olten", "olten")]


def test_a_sentence_outside_the_article_is_read_with_its_names(sentences: Read) -> None:
    known = roster(sentences(ARTICLE))
    other = sentences("Olten resigned.")[0]
    assert _values(known.mentions(other), Kind.PERSON) == [("Olten", "jane olten")]


@pytest.mark.parametrize("given", [None, "not a roster"])
def test_a_sentence_alone_has_its_own_roster(sentences: Read, given: object) -> None:
    sent = sentences("Finance Minister Jane Olten resigned.")[0]
    found = roster_of(sent, given)
    assert isinstance(found, Roster)
    assert _values(found.mentions(sent), Kind.PERSON) == [("Jane Olten", "jane olten")]
