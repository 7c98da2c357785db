"""What a definite event takes over from the sentences before it."""

from datetime import date

import pytest

from claims.extraction.coreference import BACK, MOST_NAMES
from claims.extraction.statements import extract

DAY = date(2031, 3, 12)
CALL = "Orla Venn called Tavi Rusk on March 6."
BETWEEN = "Snow fell on the hills."


@pytest.fixture(scope="module")
def read(nlp):
    def several(*sentences):
        return extract(nlp, " ".join(sentences), published=DAY, all_sentences=True)

    return several


def named(record, predicate):
    return {
        name.partition(":")[2]
        for frame in record.frames
        if frame.predicate == predicate
        for argument in frame.arguments
        for name in argument.names
    }


@pytest.mark.parametrize(
    "last",
    [
        "The call lasted an hour.",
        "This call lasted an hour.",
        "The long call lasted an hour.",
        "The phone call lasted an hour.",
    ],
)
def test_a_definite_event_is_the_one_told_before(read, last):
    found = read(CALL, last)[-1]
    assert named(found, "phone_call") == {"orla venn", "tavi rusk"}


@pytest.mark.parametrize(
    "last",
    [
        "A call lasted an hour.",
        "Calls last an hour.",
        "The trial lasted an hour.",
        "Another call lasted an hour.",
    ],
)
def test_another_event_takes_nothing_over(read, last):
    assert named(read(CALL, last)[-1], "phone_call") == set()


def test_an_event_with_names_of_its_own_keeps_them(read):
    found = read(CALL, "The call between Lena Orrik and Ada Quist was longer.")[-1]
    assert named(found, "phone_call") == {"lena orrik", "ada quist"}


def test_the_nearest_event_is_meant(read):
    later = "Lena Orrik called Ada Quist on March 7."
    found = read(CALL, later, "The call lasted an hour.")[-1]
    assert named(found, "phone_call") == {"lena orrik", "ada quist"}


@pytest.mark.parametrize(("between", "expected"), [(BACK - 1, True), (BACK, False)])
def test_an_event_far_back_is_forgotten(read, between, expected):
    found = read(CALL, *[BETWEEN] * between, "The call lasted an hour.")[-1]
    assert bool(named(found, "phone_call")) is expected


def test_nothing_is_taken_from_another_article(nlp):
    assert not named(
        extract(nlp, "The call lasted an hour.", published=DAY)[-1], "phone_call"
    )


def test_what_an_article_is_about_is_in_every_statement(read):
    found = read(CALL, "Orla Venn smiled.", "Tavi Rusk slept.", "Lena Orrik left.")
    assert {record.context for record in found} == {
        ("person:orla venn", "person:tavi rusk")
    }


def test_a_name_told_once_is_not_what_an_article_is_about(read):
    assert {record.context for record in read(CALL, BETWEEN)} == {()}


def test_the_context_has_an_end(read):
    letters = "ABCDEFGHIJKL"
    one = [f"Lena {x}elmo{x.lower()}in met police." for x in letters]
    found = read(*one, *one)
    assert len(found[0].context) <= MOST_NAMES
