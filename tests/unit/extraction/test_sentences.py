"""Sentence boundaries that parsers get wrong, and those they get right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extraction.sentences import LONGEST, sentences
from claims.facets.parsed import copy_of

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "parts",
    [
        ["The yard closed at 5 p.m. Monday.", "It opened again at 9 a.m. Tuesday."],
        ["The yard closed at 5 p.m.", "Monday was quiet."],
        ["The yard closed at 5 p.m. New York time on Monday.", "Olin left."],
        ["The yard closed at 5 p.m.", "New York was quiet."],
        ["The U.S. Secretary of Mines met Howard [Olin] and Jan [Berg] in Norvik."],
        ["She left the U.S.", "The deal is off."],
        ["He met J. Olin at the yard."],
        ["Mr. Olin met Sen. Berg and the board."],
        ['"We are done.', 'We leave now," Olin said.', '"The yard is closed."'],
        ['"Why leave now?" Olin asked the board.'],
        ['He said: "It is over.', 'We lost the yard."', "Berg agreed with him."],
        ["The chief (left) agreed.", "(He had no choice in it.)"],
        ["Sales rose in the first quarter; profits fell in the second."],
        ["The yard, Olin said, is closed."],
        ["It cost $2.5 million.", "Nobody paid for it."],
    ],
)
def test_boundaries(nlp: Language, parts: list[str]) -> None:
    assert [s.text for s in sentences(copy_of(nlp(" ".join(parts))))] == parts


def test_a_stray_closing_mark_stays_with_its_sentence(nlp: Language) -> None:
    text = 'Olin wrote: "There will be no more ships. " The board met later.'
    assert [s.text for s in sentences(copy_of(nlp(text)))] == [
        'Olin wrote: "There will be no more ships. "',
        "The board met later.",
    ]


@pytest.mark.parametrize("text", ["", " ", '"', "...", "Yes.", "No comment"])
def test_next_to_nothing(nlp: Language, text: str) -> None:
    for span in sentences(copy_of(nlp(text))):
        assert span.text == span.text.strip() != ""


def test_no_word_is_lost(nlp: Language) -> None:
    text = 'Olin  left. " Why? " Berg (a clerk) stayed.. Both, at 5 p.m. Monday, wept!'
    together = "".join(s.text for s in sentences(copy_of(nlp(text))))
    assert together.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "item", ["$1 ", "said Olin, ", "and the yard closed on 7 June "]
)
def test_a_table_without_a_stop_is_cut(nlp: Language, item: str) -> None:
    text = item * 500
    found = sentences(copy_of(nlp(text)))
    assert max(map(len, found)) <= LONGEST
    assert "".join(s.text for s in found).replace(" ", "") == text.replace(" ", "")
