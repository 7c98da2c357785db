"""The one noun that two near-copies differ in."""

import pytest

from claims.facets.types import Kind
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.edits import changes
from claims.linkage.exchanges import Exchange, exchanges
from claims.linkage.lone import lone
from tests.unit.linkage.made import facet, record

TOLD = (
    "The council of the old town {} near the coast on a rainy day in the first week "
    "of a late spring."
)


def told(words, *names):
    text = TOLD.format(words)
    found = [
        facet(Kind.ORGANISATION, name.lower(), text=name, start=text.index(name))
        for name in names
    ]
    return record(text, *found)


def alone(a, b):
    changed = changes(a.text, b.text, near_copy=DEFAULT_CONFIG.near_copy)
    return lone(a, b, exchanges(a, b, changed.edits), changed)


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("built a bridge", "built a tunnel", ("bridge", "tunnel")),
        ("built a stone bridge", "built a tunnel", ("bridge", "tunnel")),
        ("met the fire crew", "met the prime minister", ("crew", "minister")),
        ("met a suspect", "met a driver", ("suspect", "driver")),
        ("met his brother", "met his wife", ("brother", "wife")),
        ("bought a laptop", "bought a smartphone", ("laptop", "smartphone")),
        ("praised Norvex milk", "praised oat milk", ("norvex", "oat")),
    ],
)
def test_what_alone_differs(a, b, said):
    one, other = (
        told(words, *(["Norvex"] if "Norvex" in words else [])) for words in (a, b)
    )
    found = alone(one, other)
    assert (found.kind, found.a.text, found.b.text) == (Exchange.THING, *said)
    turned = alone(other, one)
    assert (turned.b.text, turned.a.text) == said


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a bridge"),
        ("built a bridge today", "bought a tunnel today"),  # two places differ
        ("met a doctor", "met a physician"),
        ("sold a dog", "sold an animal"),
        ("painted the wall", "repaired the wall"),  # a verb is as often style
        ("had a noisy meeting", "had a lengthy meeting"),
        ("spoke globally", "spoke worldwide"),
        ("met people", "met people with pride"),
        ("met the quibbet", "met the hospital"),  # a misspelling, for all we know
        ("praised its founder", "praised its co-founder"),
        ("built the third", "built the jetty"),
        ("praised Norvex", "praised the company"),
        ("built 12 houses", "built 14 houses"),
        ("met the suspect", "met the driver"),  # one man, for all we know
        ("told of the attack", "told of the incident"),
    ],
)
def test_what_is_no_thing_alone(a, b):
    one, other = (
        told(words, *(["Norvex"] if "Norvex" in words else [])) for words in (a, b)
    )
    assert alone(one, other) is None
    assert alone(other, one) is None


def test_a_short_sentence_is_a_pattern():
    one, other = (record(f"The {thing} was open.") for thing in ("bridge", "tunnel"))
    assert alone(one, other) is None
