"""The order in which sentences are worth checking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extraction.checkworthiness import check_worthiness
from claims.extraction.lemmas import content_lemmas
from claims.extraction.statements import extract
from claims.facets.parsed import Span, copy_of

if TYPE_CHECKING:
    from spacy.language import Language


def whole(nlp: Language, text: str) -> Span:
    doc = copy_of(nlp(text))
    return doc.span(0, len(doc))


def score(nlp: Language, text: str) -> float:
    [record] = extract(nlp, text, all_sentences=True)
    return record.check_worthiness


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("The port lost $4 million in May.", "The port lost money."),
        ("The port lost $4 million in May.", "I think the port may lose money."),
        ("Maria Olsen closed the port.", "Why did they close the port?"),
        ("Ten ships sank off Norvik.", "A sad day for all of us."),
        ("The board sold the port.", "We hope for the best."),
    ],
)
def test_order(nlp: Language, more: str, less: str) -> None:
    assert score(nlp, more) > score(nlp, less)


@pytest.mark.parametrize("text", ["Why?", "I might.", "On 3 May 2031 Olsen paid $4."])
def test_bounds(nlp: Language, text: str) -> None:
    assert 0 <= check_worthiness(whole(nlp, text), (), attributed=True) <= 1


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("The ships were carrying 2.5 tonnes.", ("ship", "carry", "2.5", "tonne")),
        ("It is not that.", ()),
        ("Olsen quickly sold old boats!", ("olsen", "sell", "old", "boat")),
    ],
)
def test_content_lemmas(nlp: Language, text: str, lemmas: tuple[str, ...]) -> None:
    assert content_lemmas(whole(nlp, text)) == lemmas
