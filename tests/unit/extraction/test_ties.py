"""What hangs on what: one tie for one thing, in whatever construction."""

import pytest

from claims.extraction.sentences import sentences
from claims.extraction.ties import tied
from claims.facets.parsed import copy_of


@pytest.fixture
def read(nlp):
    """The members and ties of a sentence."""

    def one(text):
        [sent] = sentences(copy_of(nlp(text)))
        return tied(sent)

    return one


@pytest.mark.parametrize(
    ("text", "head", "role", "part"),
    [
        ("Ada Morel is the mayor of Kell.", "mayor", "is", "morel"),
        ("Ada Morel, the mayor of Kell, left.", "morel", "is", "mayor"),
        ("He saw the lawyer Ada Morel.", "lawyer", "is", "morel"),
        ("Ada Morel is the mayor of Kell.", "mayor", "of", "kell"),
        ("The mayor's dog barked.", "dog", "of", "mayor"),
        ("The steel price fell.", "price", "of", "steel"),
        ("Morel sold the ferry.", "sell", "subject", "morel"),
        ("Morel sold the ferry.", "sell", "object", "ferry"),
        ("The ferry was sold by Morel.", "sell", "object", "ferry"),
        ("The ferry was sold by Morel.", "sell", "subject", "morel"),
        ("Morel, who sold the ferry, left.", "sell", "subject", "morel"),
        ("The ferry they sold sank.", "sell", "object", "ferry"),
        ("The ferry sold in May sank.", "sell", "object", "ferry"),
        ("Morel wants to sell the ferry.", "sell", "subject", "morel"),
        ("Morel left and sold the ferry.", "sell", "subject", "morel"),
        ("Morel sold the ferry and the boat.", "sell", "object", "boat"),
        ("Three fishermen praised the mayor.", "fisherman", "quality", "three"),
        ("The ferry sank in May.", "sink", "in", "may"),
        ("He took the tram rather than the bus.", "tram", "instead of", "bus"),
        ("Kell sold it instead of burning it.", "sell", "instead of", "burn"),
        ("Rather than burning it, Kell sold it.", "sell", "instead of", "burn"),
        ("More than the bus he likes the tram.", "like", "object", "tram"),
    ],
)
def test_tie(read, text, head, role, part):
    found = read(text)
    lemmas = [member.lemma for member in found.members]
    ties = {(lemmas[t.head], t.role, lemmas[t.part]) for t in found.ties}
    assert (head, role, part) in ties


@pytest.mark.parametrize(
    ("text", "verb", "main", "passive"),
    [
        ("Ada Morel is the mayor of Kell.", "be", "mayor", False),
        ("Morel sold the ferry.", "sell", "sell", False),
        ("The ferry was sold by Morel.", "sell", "sell", True),
        ("The mayor of Kell.", "mayor", "mayor", False),
    ],
)
def test_main(read, text, verb, main, passive):
    found = read(text)
    assert (found.verb, found.passive) == (verb, passive)
    assert found.members[found.main].lemma == main


def test_a_name_is_one_member(read):
    text = "The lawyer Ada Morel left."
    member = next(m for m in read(text).members if m.lemma == "morel")
    assert member.words == ("ada", "morel")
    assert text[member.start : member.end] == "Ada Morel"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Morel never sold the ferry.", {"sell"}),
        ("No crack was found.", {"crack"}),
        ("Morel sold the ferry.", set()),
    ],
)
def test_denied(read, text, denied):
    assert {m.lemma for m in read(text).members if m.denied} == denied


@pytest.mark.parametrize(
    ("text", "lemma", "denied", "particle"),
    [
        ("Morel called off the strike.", "call", False, "off"),
        ("The strike was called off.", "call", False, "off"),
        ("Morel called the mayor.", "call", False, ""),
        ("Morel did not sell the ferry.", "sell", True, ""),
        ("Morel sold not only the ferry.", "sell", False, ""),
    ],
)
def test_denied_and_particle(read, text, lemma, denied, particle):
    [member] = [member for member in read(text).members if member.lemma == lemma]
    assert (member.denied, member.particle) == (denied, particle)
