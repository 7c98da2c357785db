"""What is remembered is what the pipeline gives, whatever came before."""

from unittest.mock import patch

import pytest
import spacy
from spacy.language import Language

from claims.extraction.tagging import RULES, Tagging
from claims.facets.parsed import copy_of

TEXTS = [
    "The museum reopened on Friday, its director said.",
    "There were 40 visitors in the museum, and there are none now.",
    "“Let's go,” said its director. Nobody left the museum.",
    "It ain't over; you're gonna see more visitors.",
    "The director saw nobody. Her saw was left in the museum.",
    "",
    " \n ",
]


OF_A_TOKEN = ["text", "is_stop", "pos_", "lemma_", "lemma", "tag_", "dep_", "ent_type_"]


def given(copies):
    return [
        [(*(getattr(t, name) for name in OF_A_TOKEN), t.head.i) for t in copy]
        for copy in copies
    ]


def by_the_pipeline(nlp, texts):
    return given(map(copy_of, nlp.pipe(texts, batch_size=2)))


@pytest.fixture
def tagging(nlp):
    return Tagging(nlp)


def parsed(tagging, texts):
    return given(tagging.pipe(texts, batch_size=2))


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[::-1], [*TEXTS, *TEXTS]])
def test_each_text_is_tagged_as_by_the_pipeline(nlp, tagging, texts):
    expected = by_the_pipeline(nlp, texts)
    for _ in range(2):
        assert parsed(tagging, texts) == expected


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("The museum reopened on Friday, its director said.", 0),
        ("There were 40 visitors in the museum.", 1),
        ("“Let's go,” said its director.", 1),
    ],
)
def test_rules_are_asked_once_but_for_patterns_of_several_words(tagging, text, again):
    parsed(tagging, [text])
    rule = type(tagging._rules[0])
    with patch.object(
        rule, "__call__", autospec=True, side_effect=rule.__call__
    ) as run:
        parsed(tagging, [text])
    assert run.call_count == again


def test_when_too_much_is_remembered_all_is_forgotten(nlp, tagging):
    with patch("claims.extraction.tagging.MOST_REMEMBERED", 3):
        assert parsed(tagging, TEXTS) == by_the_pipeline(nlp, TEXTS)


@Language.component("test_reader_of_tags")
def reader_of_tags(doc):
    assert all(token.pos for token in doc)
    return doc


def with_component(nlp):
    nlp.add_pipe("test_reader_of_tags", last=True)


def with_pattern(nlp):
    pattern = [[{"ENT_TYPE": "PERSON"}]]
    nlp.get_pipe(RULES[0]).add(patterns=pattern, attrs={"LEMMA": "somebody"})


def without_lemmas(nlp):
    nlp.remove_pipe("lemmatizer")


def with_result(nlp):
    nlp.get_pipe(RULES[0]).add(patterns=[[{"LOWER": "museum"}]], attrs={"NORM": "m"})


@pytest.mark.parametrize(
    "change", [with_component, with_pattern, with_result, without_lemmas]
)
def test_rules_of_a_pipeline_that_reads_more_run_in_it(nlp, change):
    other = spacy.load(nlp.meta["lang"] + "_" + nlp.meta["name"])
    change(other)
    tagging = Tagging(other)
    assert not tagging._rules
    assert parsed(tagging, TEXTS) == by_the_pipeline(other, TEXTS)
