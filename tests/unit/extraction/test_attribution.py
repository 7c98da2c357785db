"""Who said it, where, and through whom. Names are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.extraction.attribution import attributions, chains
from claims.extraction.fold import fold, mend
from claims.extraction.sentences import sentences
from claims.facets.parsed import Span, copy_of
from claims.facets.roster import roster

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, *paragraphs: str) -> list[Span]:
    docs = nlp.pipe(fold(p) for p in paragraphs)
    return [sent for doc in docs for sent in sentences(copy_of(doc))]


def speakers(nlp: Language, *paragraphs: str) -> list[list[str]]:
    sents = read(nlp, *paragraphs)
    found = attributions(sents, roster(sents))
    return [[hop.speaker for hop in hops] for hops in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maria Olsen said the bridge would close.", ["Maria Olsen"]),
        ("The bridge would close, Maria Olsen said.", ["Maria Olsen"]),
        ("“It will close,” said Maria Olsen, head of the port.", ["Maria Olsen"]),
        ("According to Maria Olsen, the bridge will close.", ["Maria Olsen"]),
        ("Maria Olsen, who said the bridge was safe, left.", ["Maria Olsen"]),
        ("The ministry announced that the bridge will close.", ["ministry"]),
        ("A survey showed that most drivers were angry.", ["survey"]),
        ("The bridge will reportedly close.", [""]),
        ("The bridge is said to be unsafe.", [""]),
        ("Residents fear that the bridge will close.", ["Residents"]),
        # not attribution
        ("The bridge closed on Friday.", []),
        ("Workers began to repair the bridge.", []),
        ("The company plans to build a new bridge.", []),
        ("The bridge, which highlights the decay, was closed.", []),
        ("Nobody wrote programs for the pumps.", []),
    ],
)
def test_one_hop(nlp: Language, text: str, expected: list[str]) -> None:
    assert speakers(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port will close, the Lund Courier reported, citing two officials.",
            ["Lund Courier", "two officials"],
        ),
        (
            "According to a report by the Lund Courier, officials said that the port "
            "would close.",
            ["Lund Courier", "officials"],
        ),
        (
            "Maria Olsen was quoted by the Lund Courier as saying it would close.",
            ["Lund Courier", "Maria Olsen"],
        ),
        (
            "The NBK quoted the Harbour Ministry as saying it would close.",
            ["NBK", "Harbour Ministry"],
        ),
        (
            "The mayor told the Lund Courier that the NBK had reported Maria Olsen as "
            "saying it would close.",
            ["mayor", "NBK", "Maria Olsen"],
        ),
        (
            "The Lund Courier reported that Maria Olsen said the port would close.",
            ["Lund Courier", "Maria Olsen"],
        ),
    ],
)
def test_a_chain_runs_from_the_outside_in(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert speakers(nlp, text) == [expected]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Lund Courier reported that the port would close.", "Lund Courier"),
        ("The Daily Post said that the port would close.", "Daily Post"),
        ("Monday's Daily Post said that the port would close.", "Daily Post"),
        ("The Courier's report said that the port would close.", "Courier"),
        ("The NBK quoted Maria Olsen as saying it would close.", "NBK"),
    ],
)
def test_an_outlet_is_marked_as_cited(nlp: Language, text: str, outlet: str) -> None:
    [hops] = attributions(read(nlp, text))
    assert (hops[0].cited_outlet, hops[0].strength) == (outlet, "reported")


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("OSLO, June 14 - Lund Shipping said it would close.", "Lund Shipping", ""),
        ("OSLO - Maria Olsen said it would close.", "Maria Olsen", ""),
        ("Port Ellery, Jan. 9 - Maria Olsen said it would close.", "Maria Olsen", ""),
        ("OSLO, Norway, June 14 - The head of the port said it would close.",
         "head of the port", ""),
        ("BERGEN (Wire) - The mayor said it would close.", "mayor", ""),
        # no dateline
        ("NATO said it would close the base.", "NATO", ""),
        ("London said it would close the base.", "London", ""),
        ("Said Quist: the talks have failed.", "Quist", ""),
    ],
)  # fmt: skip
def test_who_speaks_behind_a_dateline(
    nlp: Language, text: str, speaker: str, role: str
) -> None:
    sents = list(sentences(copy_of(nlp(mend(fold(text))))))
    [[hop]] = attributions(sents)
    assert (hop.speaker, hop.role) == (speaker, role)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # verbs of the quotation belong to the quotation
        (
            ["Maria Olsen said, “We think the mayor told them to leave.”"],
            [["Maria Olsen"]],
        ),
        # every sentence of a quotation has its speaker
        (
            ["“It is full. We need a new one,” Maria Olsen said. “Soon, we hope.”"],
            [["Maria Olsen"], ["Maria Olsen"], ["Maria Olsen"]],
        ),
        (
            ["Maria Olsen said: “The port is full. We need a new one.”"],
            [["Maria Olsen"], ["Maria Olsen"]],
        ),
        # a paragraph that is only a quotation belongs to the speaker before
        (
            ["“The port is full,” Maria Olsen said.", "“We need a new one by spring.”"],
            [["Maria Olsen"], ["Maria Olsen"]],
        ),
        # but nobody's words are nobody's
        (["The port is full.", "“We need a new one by spring.”"], [[], []]),
        (["“We need a new one by spring.”"], [[]]),
        # pronouns, surnames, offices
        (
            ["Maria Olsen said it was full. She added that a new one was due."],
            [["Maria Olsen"], ["Maria Olsen"]],
        ),
        (
            ["Maria Olsen opened the port.", "Olsen said it was the largest."],
            [[], ["Maria Olsen"]],
        ),
        (
            [
                "The Lund Courier reported that the port was full.",
                "The report said a new one was planned.",
            ],
            [["Lund Courier"], ["Lund Courier"]],
        ),
        # "adding" does not make a second hop
        (
            ["“It is full,” Maria Olsen said, adding that a new one was due."],
            [["Maria Olsen"]],
        ),
    ],
)
def test_who_speaks_across_sentences(
    nlp: Language, paragraphs: list[str], expected: list[list[str]]
) -> None:
    assert speakers(nlp, *paragraphs) == expected


@pytest.mark.parametrize(
    ("text", "venue", "act"),
    [
        ("Maria Olsen said in an interview with Harbor TV that it closed.",
         "Harbor TV", "interview"),
        ("Maria Olsen said in a Harbor TV interview Monday that it closed.",
         "Harbor TV", "interview"),
        ("“It is closed,” Maria Olsen said on NBK.", "NBK", "interview"),
        ("Maria Olsen told the Lund Courier that it was closed.",
         "Lund Courier", "interview"),
        ("Maria Olsen told reporters that it was closed.", "reporters", "conference"),
        ("“It is closed,” Maria Olsen wrote on Chatter.", "Chatter", "post"),
        ("Maria Olsen said at a news conference in Oslo that it was closed.",
         "conference in Oslo", "conference"),
        ("Maria Olsen said in a statement that it was closed.",
         "statement", "statement"),
        ("In an interview broadcast on NBK, Maria Olsen said it was closed.",
         "NBK", "interview"),
        ("In an interview given to the Lund Courier, Maria Olsen said it was closed.",
         "Lund Courier", "interview"),
        ("In an interview carried out in Oslo, Maria Olsen said it was closed.",
         "", "interview"),
        ("Maria Olsen said on Monday that it was closed.", None, None),
        ("Maria Olsen told Jan Berg that it was closed.", None, None),
        ("Maria Olsen said that the show on Harbor TV was closed.", None, None),
    ],
)  # fmt: skip
def test_where_it_was_said(
    nlp: Language, text: str, venue: str | None, act: str | None
) -> None:
    [[step]] = chains(read(nlp, text))
    found = step.venue
    assert (found and found.name, found and found.act) == (venue, act)


def test_role_and_cue(nlp: Language) -> None:
    text = "Maria Olsen, director of the port, said the bridge would close."
    [[hop]] = attributions(read(nlp, text))
    assert hop.role == "director of the port"
    assert hop.cue == "said"
    assert text[hop.start : hop.end] == "Maria Olsen, director of the port, said"


@pytest.mark.parametrize(
    "text",
    ['"', "said", '"" said.', 'He said " no', ": said", "— Olsen", 'said said "said'],
)
def test_debris_does_not_raise(nlp: Language, text: str) -> None:
    assert isinstance(attributions(read(nlp, text)), list)


def test_of_a_wish_and_a_saying_the_saying_is_kept(nlp: Language) -> None:
    text = "Maria Olsen, who hopes to win, said that the bridge would close."
    [[hop]] = attributions(read(nlp, text))
    assert (hop.speaker, hop.cue, hop.strength) == ("Maria Olsen", "said", "said")


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("The ministry's spokesman, Dana Quist, said it closed.", "Dana Quist",
         "ministry's spokesman"),
        ("One of the engineers, Dana Quist, said it closed.", "Dana Quist",
         "One of the engineers"),
        ("The firm's lawyer, a former judge, said it closed.", "firm's lawyer",
         "former judge"),
        ("People briefed on the talks said it closed.", "People briefed on the talks",
         ""),
    ],
)  # fmt: skip
def test_office_and_name(nlp: Language, text: str, speaker: str, role: str) -> None:
    [[hop]] = attributions(read(nlp, text))
    assert (hop.speaker, hop.role) == (speaker, role)


def test_a_source_begins_in_its_own_sentence(nlp: Language) -> None:
    """Where the parse of one cut behind "Lt." reaches into the part before."""
    sents = read(
        nlp,
        "In a farewell message, Lt. Gen. Orla Venn, the top marine in the northern "
        "gulf, told the crews that their task is to “ rebuild {Selm} for its own.”",
    )
    hops = [hop for hops in attributions(sents, roster(sents)) for hop in hops]
    assert [hop.speaker for hop in hops] == ["Orla Venn"]
    assert hops[0].source_start >= 0
    assert hops[0].start >= 0


def test_a_source_of_another_sentence_has_no_place_in_this_one(nlp: Language) -> None:
    sents = read(
        nlp,
        "And the spokesman for Delvora p.m. Orla Venn of the Halden police said early "
        "Wednesday .!",
    )
    assert len(sents) == 2
    [hop] = attributions(sents, roster(sents))[1]
    assert hop.speaker == "Orla Venn"
    assert (hop.source_start, hop.source_end) == (0, 0)
    assert sents[1].text[hop.start : hop.end] == "said"
