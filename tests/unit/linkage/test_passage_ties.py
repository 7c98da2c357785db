"""Which ties of a sentence a passage has as well."""

import pytest

from claims.facets.ties import Member
from claims.linkage.passage_ties import State, alike, laid

PASSAGE = (
    "The mayor of Kell, Ada Morel, who sold the old ferry to a bank in Sand, was "
    "praised by three fishermen."
)


@pytest.mark.parametrize(
    ("claim", "head", "part", "state"),
    [
        ("Ada Morel is the mayor of Kell.", "mayor", "morel", State.HELD),
        ("Ada Morel is the mayor of Kell.", "mayor", "kell", State.HELD),
        ("Morel sold a ferry.", "sell", "morel", State.HELD),
        ("Morel sold a ferry.", "sell", "ferry", State.HELD),
        ("The fishermen praised Morel.", "praise", "fisherman", State.HELD),
        ("3 fishermen praised the mayor.", "fisherman", "3", State.HELD),
        ("The ferry sold Morel.", "sell", "ferry", State.TURNED),
        ("The bank sold the ferry.", "sell", "bank", State.HELD),
        ("The fishermen sold the ferry.", "sell", "fisherman", State.APART),
        ("The mayor of Sand praised the bank.", "mayor", "sand", State.APART),
        ("The old mayor sold the ferry.", "mayor", "old", State.APART),
        ("Lena sold the ferry.", "sell", "lena", State.NO_PART),
        ("Morel burned the ferry.", "burn", "ferry", State.NO_HEAD),
    ],
)
def test_state(read_chosen, claim, head, part, state):
    [one] = read_chosen(claim)
    found = laid(one, read_chosen(PASSAGE))
    assert found is not None
    members = found.tied.members
    states = {
        (members[tie.head].lemma, members[tie.part].lemma): at for tie, at in found.held
    }
    assert states[head, part] == state


def test_a_year_is_part_of_its_day(read_chosen):
    [claim] = read_chosen("The ferry sank in 1921.")
    [passage] = read_chosen("The ferry sank near Sand on 6 May 1921.")
    found = laid(claim, [passage])
    assert found is not None
    assert {state for _, state in found.held} == {State.HELD}


def member(text, pos="PROPN"):
    words = tuple(text.lower().split())
    return Member(words[-1], words, pos, "", 0, len(text))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (member("Ada Morel"), member("Morel"), True),
        (member("Union of Dockers"), member("Dockers"), True),
        (member("Ostrel Ship Union"), member("OSU"), True),
        (member("O.S.U."), member("Ostrel Ship Union"), True),
        (member("Ostrel"), member("ostrelian", "ADJ"), True),
        (member("Ada Morel"), member("Jan Olt"), False),
        (member("Kell"), member("Kelp"), False),
        (member("sell", "VERB"), member("sale", "NOUN"), True),
        (member("purchase", "VERB"), member("buy", "VERB"), True),
        (member("three", "NUM"), member("3", "NUM"), True),
        (member("3,000", "NUM"), member("3000", "NUM"), True),
        (member("3", "NUM"), member("30", "NUM"), False),
        (member("ferry", "NOUN"), member("bank", "NOUN"), False),
        (member("it", "PRON"), member("it", "PRON"), False),
    ],
)
def test_alike(one, other, expected):
    assert alike(one, other) == expected
    assert alike(other, one) == expected
