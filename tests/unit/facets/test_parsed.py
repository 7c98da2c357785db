"""The copy of a parse says what the parse says. Names are invented."""

from __future__ import annotations

import gc

import pytest
from spacy.language import Language

from claims.engine import uncollected
from claims.facets.parsed import Doc, Token, copy_of

TEXTS = [
    "",
    "Yes.",
    "  Maria Olsen's 3 boats, which sank in May, weren't sold for $4 million. ",
    "What did the board say it would sell? “The port of Norvik,” Olsen said.",
    "NORVIK (Wire) - Rain fell\n\nand the ministry, Berg wrote, had been told to pay.",
]
OF_A_TOKEN = [
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "ent_iob_",
    "whitespace_",
    "text_with_ws",
    "is_alpha",
    "is_lower",
    "is_upper",
    "is_title",
    "is_punct",
    "is_space",
    "is_quote",
    "is_stop",
    "like_num",
]
TO_TOKENS = ["children", "lefts", "rights", "subtree", "ancestors"]


@pytest.fixture(params=TEXTS)
def pair(request: pytest.FixtureRequest, nlp: Language):
    parsed = nlp(request.param)
    return parsed, copy_of(parsed)


def test_tokens(pair):
    parsed, doc = pair
    assert doc.text == parsed.text
    assert len(doc) == len(parsed)
    for theirs, own in zip(parsed, doc, strict=True):
        for name in OF_A_TOKEN:
            assert getattr(own, name) == getattr(theirs, name), name
        assert own.lemma == theirs.lemma_.lower()
        assert own.is_sent_start == bool(theirs.is_sent_start)
        assert len(own) == len(theirs)


def test_tree(pair):
    for theirs, own in zip(*pair, strict=True):
        for name in ("head", "left_edge", "right_edge"):
            assert getattr(own, name).i == getattr(theirs, name).i, name
        for name in TO_TOKENS:
            expected = [token.i for token in getattr(theirs, name)]
            assert [token.i for token in getattr(own, name)] == expected, name
        assert (own.sent.start, own.sent.end) == (theirs.sent.start, theirs.sent.end)


def test_spans(pair):
    parsed, doc = pair
    for start in range(len(doc)):
        for end in range(start + 1, len(doc) + 1):
            theirs, own = parsed[start:end], doc.span(start, end)
            assert (own.text, own.root.i) == (theirs.text, theirs.root.i)
            assert (own.start_char, own.end_char) == (
                theirs.start_char,
                theirs.end_char,
            )
            assert _named(own) == _named(theirs)
            assert own[-1].i == theirs[-1].i
            assert [t.i for t in own] == [t.i for t in theirs]
    assert doc.printed(1, 1) == ""


def test_tokens_around_characters(pair):
    parsed, doc = pair
    for start in range(len(parsed.text)):
        for end in range(start + 1, len(parsed.text) + 1):
            theirs = parsed.char_span(start, end, alignment_mode="expand")
            assert _ends(doc.covering(start, end)) == _ends(theirs)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 5), (4, 9), (0, 0)])
def test_nothing_is_around_what_is_outside(nlp: Language, start: int, end: int):
    assert copy_of(nlp("Yes.")).covering(start, end) is None


def test_neighbours(nlp: Language):
    doc: Doc = copy_of(nlp("Rain fell."))
    assert doc[0].nbor() is doc[1]
    assert doc[1].nbor(-1) is doc[0]
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[2].nbor()


def _named(span):
    return [(e.start, e.end, e.label_) for e in span.ents]


def _ends(span):
    return None if span is None else (span.start, span.end)


def test_what_is_let_go_is_gone_without_a_collection(nlp: Language) -> None:
    def tokens() -> int:
        return sum(isinstance(each, Token) for each in gc.get_objects())

    before = tokens()
    with uncollected():
        doc = copy_of(nlp(TEXTS[-1]))
        assert tokens() == before + len(doc)
        doc.let_go()
        assert tokens() == before
    assert not doc
