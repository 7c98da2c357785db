"""The whole way from text to statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claims.extraction.statements import extract, extract_many

if TYPE_CHECKING:
    from spacy.language import Language

MONDAY = date(2031, 3, 3)

PAGE = """Board Widens Northern Channel

By Mona Lind

The harbour board of Norvik agreed on Friday to widen the northern channel.“It costs
$4 million,” said Maria Olsen, head of the board. “We begin in\u00a0May.”

Photo: Shore Pictures

The work takes two years.

© 2031 Shore Media
"""


@pytest.mark.parametrize("text", ["", " \n\u00a0\n", "© 2031 Shore Media", "\u200b"])
def test_nothing_to_read(nlp: Language, text: str) -> None:
    assert extract(nlp, text) == []


def test_statements_of_a_page(nlp: Language) -> None:
    records = extract(nlp, PAGE, published=MONDAY)
    assert [record.text.split()[0] for record in records] == [
        "Board",
        "The",
        "“It",
        "“We",
        "The",
    ]
    assert [record.headline for record in records] == [True, *[False] * 4]
    assert [record.paragraph for record in records] == [0, 2, 2, 2, 4]
    assert [[hop.speaker for hop in r.hops] for r in records[2:4]] == [
        ["Maria Olsen"],
        ["Maria Olsen"],
    ]


@pytest.mark.parametrize("all_sentences", [False, True])
def test_every_span_holds_in_the_stored_text(
    nlp: Language, *, all_sentences: bool
) -> None:
    for record in extract(nlp, PAGE, published=MONDAY, all_sentences=all_sentences):
        assert PAGE[record.start : record.end] == record.text == record.text.strip()
        for facet in record.facets:
            assert record.text[facet.start : facet.end] == facet.text
            assert 0 <= facet.frame < len(record.frames)
        for hop in record.hops:
            assert 0 <= hop.start <= hop.end <= len(record.text)


def test_all_sentences_drops_nothing(nlp: Language) -> None:
    words = {w for r in extract(nlp, PAGE, all_sentences=True) for w in r.text.split()}
    assert words >= {"Lind", "Photo:", "©"}


def test_a_dated_event(nlp: Language) -> None:
    [record] = extract(
        nlp, "The bridge of Norvik collapsed on Friday.", published=MONDAY
    )
    assert (record.event_from, record.event_to) == (date(2031, 2, 28), date(2031, 3, 1))


def test_without_a_publication_day_a_weekday_stays_open(nlp: Language) -> None:
    [record] = extract(nlp, "The bridge of Norvik collapsed on Friday.")
    assert record.event_from is None


def test_many_texts_at_once_read_like_each_alone(nlp: Language) -> None:
    texts = [PAGE, "", "The bridge of Norvik collapsed on Friday.", PAGE]
    together = list(extract_many(nlp, ((text, MONDAY) for text in texts)))
    assert together == [extract(nlp, text, published=MONDAY) for text in texts]


def test_texts_are_read_as_they_come(nlp: Language) -> None:
    taken: list[int] = []

    def endless():
        while True:
            taken.append(1)
            yield "The bridge collapsed.", MONDAY

    assert len(next(extract_many(nlp, endless()))) == 1
    assert len(taken) < 100


def test_article_and_outlet_are_handed_on(nlp: Language) -> None:
    [record] = extract(nlp, "The bridge fell.", article="a-1", outlet="Lund Courier")
    assert (record.article, record.outlet) == ("a-1", "Lund Courier")


def test_furniture_inside_a_page_of_one_line(nlp: Language) -> None:
    story = "The harbour board of Norvik agreed to widen the northern channel. "
    page = story * 12 + "Please sign in to write a comment. All rights reserved."
    records = extract(nlp, page)
    assert {record.text for record in records} == {story.strip()}
    assert len(extract(nlp, page, all_sentences=True)) == len(records) + 2


def test_today_counts_from_the_dateline(nlp: Language) -> None:
    text = "NORVIK, March 2 (Shore Wire) -- The board met today.\n\nIt left on Sunday."
    records = extract(nlp, text, published=MONDAY)
    days = [
        (facet.text, facet.value)
        for record in records
        for facet in record.facets
        if facet.kind == "date"
    ]
    day = "2031-03-02"
    assert days == [("March 2", day), ("today", day), ("Sunday", day)]
    assert {record.published for record in records} == {MONDAY}


@pytest.mark.parametrize("noise", ["(" * 20_000, "%" * 20_000, "'s" * 5_000])
def test_noise_is_read_past(nlp: Language, noise: str) -> None:
    """The tokenizer alone took minutes for it."""
    text = f"The yard closed on 6 June. {noise}\n\nBerg opened it again."
    records = extract(nlp, text, published=MONDAY)
    assert records[0].text.startswith("The yard closed on 6 June.")
    assert records[-1].text == "Berg opened it again."
    assert all(text[r.start : r.end] == r.text for r in records)
