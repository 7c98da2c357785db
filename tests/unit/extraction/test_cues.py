"""Which words hand a statement over, and who stands behind them. Names are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extraction.cues import find_cues
from claims.extraction.fold import fold
from claims.extraction.quotes import quoted
from claims.extraction.sentences import sentences
from claims.facets.parsed import copy_of

if TYPE_CHECKING:
    from spacy.language import Language


def cues(nlp: Language, text: str) -> list[tuple[str, str, str]]:
    """(source's head, cue's anchor, strength) of every cue of a text."""
    doc = copy_of(nlp(fold(text)))
    spans = quoted(doc.text)
    return [
        (cue.source.text if cue.source else "", cue.anchor.text, cue.strength)
        for sent in sentences(doc)
        for cue in find_cues(sent, spans)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        # the subject, wherever it stands
        ("Maria Olsen said the bridge would close.", "Olsen", "said"),
        ("“It will close,” said Maria Olsen.", "Olsen", "said"),
        ("“It will close,” Olsen said Thursday morning.", "Olsen", "said"),
        ("Said Olin: “I know that it will close.”", "Olin", "Said"),
        ("The mayor added:", "mayor", "added"),
        ("LUNDA — Mayor Dana Olsen, opening it, said it holds.", "Olsen", "said"),
        ("One of the engineers, Dana Olsen, said it holds.", "One", "said"),
        ("“Will it hold?” Olsen asked.", "Olsen", "asked"),
        ("“It is safe,” she continued.", "she", "continued"),
        # a deed, an object, a preposition, a state of mind for a clause
        ("Olsen admitted using the wrong bolts.", "Olsen", "admitted"),
        ("The minister proposed closing the bridge.", "minister", "proposed"),
        ("The minister commented on the closure.", "minister", "commented"),
        ("The union disagrees with the minister.", "union", "disagrees"),
        ("Polls show a narrow lead for the mayor.", "Polls", "show"),
        ("Maria Olsen is sure that the bridge will hold.", "Olsen", "is"),
        ("Residents are worried about the bridge.", "Residents", "are"),
        ("The union supports the closure.", "union", "supports"),
        ("The court ruled that the closure was lawful.", "court", "ruled"),
        # a quotation behind the verb does not turn verb and subject round
        ("Olsen waved and asked the crowd to “be kind”.", "Olsen", "asked"),
        ("She described it and blamed the builders for “haste”.", "She", "blamed"),
        ("Then someone asked how the bridge could hold.", "someone", "asked"),
        # a name or a quality given to somebody
        ("Olsen called the builders amateurs.", "Olsen", "called"),
        ("Olsen called the plan unsafe.", "Olsen", "called"),
        ("Olsen called the plan “a bad joke”.", "Olsen", "called"),
        ("The plan was called unsafe by the union.", "union", "called"),
        ("The union called for a new bridge.", "union", "called"),
        # others' words
        ("A plan drawn up in May, proposed by the ministry, failed.", "ministry",
         "proposed"),
        ("“WARD: Will it hold?", "WARD", ":"),
        ("Maria Olsen: The bridge will hold.", "Olsen", ":"),
    ],
)  # fmt: skip
def test_cue(nlp: Language, text: str, source: str, cue: str) -> None:
    assert (source, cue) in [found[:2] for found in cues(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        # what would or may be said is not said
        "The mayor might say that the bridge holds.",
        "He would blame the builders.",
        "They let the builders tell them what to do.",
        # an object that is no statement
        "The city maintains the bridge.",
        "Rain added weight to the bridge.",
        "A court must confirm the sale.",
        "Nobody would answer the telephone.",
        # a note on the text itself
        "Editor's note: the bridge is old.",
        "Dana Olsen reported from the bridge.",
        "Peter Lund contributed reporting.",
        "Little Relief for Drivers: the bridge is closed again.",
        # somebody is telephoned, fetched or ordered: no saying
        "Olsen called Jan Berg on Monday.",
        "Residents called the police.",
        "Olsen called the mayor for an hour on Friday.",
        "The mayor was called to the bridge.",
        "Jan Berg was called by Olsen on Monday.",
        "The union called a strike.",
        "Olsen called his wife and sang “Happy Days”.",
        "The army attacked the bridge.",
        # whoever it may be
        "You call it a bridge.",
        "The bridge is sure to hold.",
        "The bridge closed on Friday.",
    ],
)
def test_no_cue(nlp: Language, text: str) -> None:
    assert cues(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        # an opinion or an act within what is told is content
        ("Olsen said the mayor hopes to rebuild it.", ["said"]),
        ("Olsen said the mayor blamed the builders.", ["said"]),
        # a statement within a statement is a step of the chain
        ("The Courier reported that Olsen said it would close.", ["reported", "said"]),
        ("According to the Courier, Olsen announced the closure.",
         ["According", "announced"]),
        # whom a publication has speak
        ("The Courier quoted Olsen as saying it would close.", ["quoted", "saying"]),
        ("The NBK had reported Olsen as saying it was old.", ["reported", "saying"]),
        # an inserted tag belongs to its own speaker
        ("The ministry, Olsen says, has asked for help.", ["says"]),
    ],
)  # fmt: skip
def test_within_another(nlp: Language, text: str, anchors: list[str]) -> None:
    assert [anchor for _, anchor, _ in cues(nlp, text)] == anchors


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Olsen said the bridge would close.", "said"),
        ("A survey showed that drivers were angry.", "reported"),
        ("Drivers fear that the bridge will close.", "stance"),
        ("Drivers oppose the closure.", "stance"),
        ("The bridge will reportedly close.", "hearsay"),
    ],
)
def test_strength(nlp: Language, text: str, strength: str) -> None:
    assert [found[2] for found in cues(nlp, text)] == [strength]
