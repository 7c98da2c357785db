"""Which words are predicates, and under which event's name."""

import pytest

from claims.extraction.predicates import is_predicate, predicate_of
from claims.facets.parsed import copy_of


def predicates(nlp, text):
    return [(t.text, predicate_of(t)) for t in copy_of(nlp(text)) if is_predicate(t)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delvora sued Ostrik Steel.", [("sued", "sue")]),
        ("Ostrik Steel was sued by Delvora.", [("sued", "sue")]),
        ("The firm is bankrupt.", [("is", "be")]),
        ("The council has not approved it.", [("approved", "approve")]),
        (
            "The ministry said the mill had closed.",
            [("said", "say"), ("closed", "close")],
        ),
        ("Rebels attacked the harbour.", [("attacked", "attack")]),
        (
            "An attack on the harbour failed.",
            [("attack", "attack"), ("failed", "fail")],
        ),
    ],
)
def test_verbs_and_event_nouns_are_predicates(nlp, text, expected):
    assert predicates(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The old mill.",
        "Orla Venn, mayor of Halden.",
        "Twelve red apples.",
    ],
)
def test_things_are_no_predicates(nlp, text):
    assert predicates(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They held a phone call.", "phone"),
        ("The trade talks resumed.", "trade"),
        ("They spoke by phone.", "phone"),
    ],
)
def test_what_modifies_an_event_is_no_event_of_its_own(nlp, text, word):
    assert word not in [text for text, _ in predicates(nlp, text)]


@pytest.mark.parametrize(
    ("text", "word", "event"),
    [
        ("Orla Venn called Tavi Rusk on Friday.", "called", "phone_call"),
        ("Orla Venn spoke to Tavi Rusk by phone.", "spoke", "phone_call"),
        ("Orla Venn talked with Tavi Rusk on the telephone.", "talked", "phone_call"),
        ("Orla Venn phoned Tavi Rusk.", "phoned", "phone_call"),
        # the parse takes the telephone for who did it
        (
            "Orla Venn, the mayor of Halden, spoke by telephone with Tavi Rusk.",
            "spoke",
            "phone_call",
        ),
        ("Orla Venn, the mayor, spoke by phone on Friday.", "spoke", "phone_call"),
        ("Orla Venn, the mayor, spoke by the harbour.", "spoke", "speak"),
        (
            "President Orla Venn called Premier Tavi Rusk on Friday, her office said.",
            "called",
            "phone_call",
        ),
        ("Tavi Rusk was called by Orla Venn on Friday.", "called", "phone_call"),
        ("Tavi Rusk was called a liar.", "called", "name"),
        ("The call lasted an hour.", "call", "phone_call"),
        ("Orla Venn called Tavi Rusk a liar.", "called", "name"),
        ("Orla Venn called for an inquiry.", "called", "demand"),
        ("Orla Venn called off the inquiry.", "called", "stop"),
        ("Orla Venn called up the reserves.", "called", "demand"),
        ("The call for an inquiry grew louder.", "call", "demand"),
        ("Orla Venn spoke to reporters in Halden.", "spoke", "speak"),
    ],
)
def test_a_call_is_told_from_a_demand_and_from_an_insult(nlp, text, word, event):
    assert dict(predicates(nlp, text))[word] == event


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrik bought Delvora.", "Ostrik acquired Delvora."),
        ("Ostrik bought Delvora.", "The takeover of Delvora is complete."),
        ("The talks were short.", "They met in Halden."),
        ("The minister resigned.", "The minister stepped down."),
        ("Police arrested a man.", "The arrest took place in Halden."),
        ("A judge jailed Rusk for a year.", "Rusk was sentenced to a year."),
        ("The mill will keep its shop open.", "The shop will open."),
        ("The shop stays shut.", "The mill closed its shop."),
        ("The march went ahead.", "The march continued."),
        ("The probe was launched in May.", "The probe lifted off in May."),
        ("The court struck down the ban.", "The court overturned the ban."),
    ],
)
def test_one_event_has_one_name(nlp, one, other):
    assert {e for _, e in predicates(nlp, one)} & {e for _, e in predicates(nlp, other)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ostrik bought Delvora.", "Ostrik sold Delvora."),
        ("Ostrik sued Delvora.", "Ostrik supplied Delvora."),
        ("Prices rose.", "Prices fell."),
        ("The mill kept its shop clean.", "The shop opened."),
        ("The council approved the text.", "The council rejected the text."),
    ],
)
def test_other_events_have_other_names(nlp, one, other):
    assert not (
        {e for _, e in predicates(nlp, one)} & {e for _, e in predicates(nlp, other)}
    )
