"""The order of candidates: own words, the story around them, echoes of the best."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.linkage.shortlist import (
    BY_OWN,
    Listed,
    Sketch,
    events_of,
    overlap,
    shortlist,
    to_compare,
    words,
)
from tests.unit.linkage.made import frame, record

QUERY = record("Orla Venn opened the Halden bridge.")
NO_STORY = words(())


def sketch(number: int, article: int, text: str) -> Sketch:
    return Sketch(number, article, text, tuple(text.lower().strip(".").split()))


def order(pool: list[Sketch], story: str = "") -> list[int]:
    listed = shortlist(QUERY, words(story.lower().split()), pool)
    return [one.id for one in listed]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("ferry capsize", "ferry capsize", 1),
        ("ferry capsize", "tram derail", 0),
        ("", "ferry", 0),
        ("", "", 0),
    ],
)
def test_overlap_of_all_and_of_nothing(a, b, expected):
    left, right = words(a.split()), words(b.split())
    assert overlap(left, right) == pytest.approx(expected)
    assert overlap(right, left) == pytest.approx(expected)


def test_one_event_by_two_names_is_one_word():
    talks, meeting, ferry = (words([word]) for word in ("talks", "meeting", "ferry"))
    assert overlap(talks, meeting) > 0.7
    assert overlap(talks, ferry) == 0


def test_a_rare_word_in_common_says_more_than_a_common_one():
    text = words(["ferry", "year"])
    assert overlap(text, words(["ferry", "time"])) > overlap(
        text, words(["harbour", "year"])
    )


def test_length_gains_nothing():
    text = words(["ferry", "capsize"])
    longer = words(["ferry", "capsize", "storm", "harbour", "rescue"])
    assert overlap(text, longer) < overlap(text, words(["ferry", "capsize"]))


def test_own_words_come_first():
    pool = [
        sketch(1, 1, "Snow fell in the hills."),
        sketch(2, 2, "The Halden bakery burned down."),
        sketch(3, 3, "The Halden bridge was opened by Orla Venn."),
    ]
    assert order(pool) == [3, 2, 1]


def test_the_article_tells_of_whom_a_sentence_speaks():
    pool = [
        sketch(1, 1, "She opened the bridge."),
        sketch(2, 1, "Orla Venn came to Halden by boat."),
        sketch(3, 2, "She opened the bridge."),
        sketch(4, 2, "Inga Ostermann came to Selm by train."),
    ]
    found = order(pool)
    assert found.index(1) < found.index(3)


def test_the_text_around_the_statement_tells_of_which_story_it_is():
    pool = [
        sketch(1, 1, "Orla Venn opened the Halden bridge over the Selm with a toast."),
        sketch(
            2, 2, "Orla Venn opened the Halden bridge over the Ostrava by telephone."
        ),
    ]
    assert order(pool, "Ostrava telephone")[0] == 2
    assert order(pool, "Selm toast")[0] == 1


def test_partners_of_the_best_come_before_strangers():
    pool = [
        sketch(1, 1, "Orla Venn opened the Halden bridge, a viaduct of granite."),
        sketch(2, 2, "A viaduct of granite is in use."),
        sketch(3, 3, "A bakery of marzipan is in use."),
    ]
    assert order(pool) == [1, 2, 3]


def test_a_printed_number_in_common_says_more_than_a_word():
    text = words(["ferry", "capsize", "1,240"])
    assert overlap(text, words(["tram", "derail", "1,240"])) > overlap(
        text, words(["tram", "capsize", "1,310"])
    )


def test_of_two_sentences_of_one_story_that_on_the_same_event_comes_first():
    told = record("Venn was arrested.", frame("arrest"))
    pool = [
        Sketch(1, 1, "Venn was tried in Selm.", ("venn", "try", "selm"), ("try",)),
        Sketch(
            2, 1, "Venn was seized in Selm.", ("venn", "seize", "selm"), ("arrest",)
        ),
    ]
    assert [one.id for one in shortlist(told, NO_STORY, pool)] == [2, 1]


def test_an_event_in_common_does_not_make_one_story():
    told = record("Orla Venn was arrested in Halden.", frame("arrest"))
    pool = [
        sketch(1, 1, "Orla Venn is tried in Halden."),
        Sketch(2, 2, "Tavi Rusk was seized.", ("tavi", "rusk", "seize"), ("arrest",)),
    ]
    assert [one.id for one in shortlist(told, NO_STORY, pool)] == [1, 2]


@pytest.mark.parametrize(
    ("predicates", "expected"),
    [((), ()), (("meet", "arrest", "meet"), ("arrest", "meet")), (("be", "say"), ())],
)
def test_the_events_of_a_statement(predicates, expected):
    assert events_of(record("x", *(frame(p) for p in predicates))) == expected


def test_of_equals_the_newer_comes_first():
    same = "The Halden bridge is open."
    assert order([sketch(n, n, same) for n in (4, 9, 7)]) == [9, 7, 4]


def test_nothing_to_list():
    assert order([]) == []
    assert [one.score for one in shortlist(record(""), NO_STORY, [sketch(1, 1, "x")])]


@pytest.mark.parametrize(
    "text", [QUERY.text, "The Halden bridge.", "Snow fell in the hills.", "x", "..."]
)
def test_scores_are_shares(text):
    for one in shortlist(QUERY, words(QUERY.lemmas), [sketch(1, 1, text)]):
        assert 0 <= one.own <= 1
        assert 0 <= one.score <= 1


def test_a_statement_scores_highest_beside_its_like():
    told = replace(QUERY, frames=(frame("open"),))
    like = replace(sketch(1, 1, QUERY.text), events=("open",))
    [same] = shortlist(told, NO_STORY, [like])
    assert same.own == pytest.approx(1)
    assert same.score == pytest.approx(1)


def test_what_is_compared_keeps_the_likest_of_another_story():
    story = [Listed(n, 1 - n / 1000, 0.1) for n in range(50)]
    background = Listed(99, 0.2, 0.9)
    chosen = to_compare([*story, background], 20)
    assert len(chosen) == 20
    assert chosen[-1] == 99
    assert chosen[: 20 - BY_OWN] == list(range(20 - BY_OWN))


@pytest.mark.parametrize("most", [0, 1, 5])
def test_no_more_are_compared_than_asked_for(most):
    listed = [Listed(n, 0.5, n / 10) for n in range(5)]
    assert len(to_compare(listed, most)) == most
    assert to_compare([], most) == []
