"""Which frames tell of one event, and which names stand for one thing."""

import pytest

from claims.facets.types import Kind
from claims.linkage.alignment import aligned, same_names
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.profile import profile
from tests.unit.linkage.made import argument, facet, frame, record


def named(kind, value, text=""):
    return facet(kind, value, text=text or value.title())


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        (named(Kind.PERSON, "orla venn"), named(Kind.PERSON, "orla venn"), True),
        (named(Kind.PERSON, "kavin dolberg"), named(Kind.PERSON, "orla venn"), False),
        (named(Kind.PERSON, "delvora"), named(Kind.ORGANISATION, "delvora"), True),
        (named(Kind.PERSON, "delvora"), named(Kind.ORGANISATION, "ostrik"), False),
        (named(Kind.PLACE, "halden"), named(Kind.PLACE, "selm"), False),
        (
            named(Kind.PERSON, "kavin dolberg", "Dolberg"),
            named(Kind.PERSON, "kevin dolberg", "Dolberg"),
            True,
        ),
        (
            named(Kind.PERSON, "ada dolberg", "Dolberg"),
            named(Kind.PERSON, "kevin dolberg", "Dolberg"),
            False,
        ),
    ],
)
def test_names_that_stand_for_the_same(a, b, alike):
    same = same_names(record("x", a), record("y", b))
    expected = {f"{a.kind}:{a.value}": f"{b.kind}:{b.value}"} if alike else {}
    assert same == expected


def test_a_value_is_no_name():
    one = facet(Kind.DATE, "2031-03-05")
    assert same_names(record("x", one), record("y", one)) == {}


def told(predicate, *arguments, **values):
    """A statement of one frame, whose names are facets too."""
    facets = [
        named(*name.split(":")) for argument in arguments for name in argument.names
    ]
    return record(predicate, frame(predicate, *arguments, **values), *facets)


def who(role, name):
    return argument(role, *name.split(), names=(f"person:{name}",))


VENN, RUSK = "orla venn", "tavi rusk"


def match(a, b):
    same = same_names(a, b)
    return aligned(profile(a), profile(b), same, DEFAULT_CONFIG)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            told("sue", who("agent", VENN), who("patient", RUSK)),
            told("sue", who("agent", VENN), who("patient", RUSK)),
        ),
        (
            told("phone_call", who("agent", VENN), who("patient", RUSK)),
            told("phone_call", who("agent", RUSK), who("with", VENN)),
        ),
        (
            told("arrest", who("patient", VENN)),
            told("charge", who("patient", VENN)),
        ),
        (
            told("sue", who("agent", VENN), argument("patient", "chipmaker")),
            told("sue", who("agent", VENN), argument("patient", "chipmaker")),
        ),
    ],
)
def test_frames_of_one_event(a, b):
    [found] = match(a, b)
    assert not found.opposed
    assert 0 < found.strength <= 1
    [back] = match(b, a)
    assert back.evidence == pytest.approx(found.evidence)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (told("sue", who("agent", VENN)), told("praise", who("agent", VENN))),
        (told("sue", who("agent", VENN)), told("sue", who("agent", RUSK))),
        (
            told("sue", who("agent", VENN), who("patient", RUSK)),
            told("sue", who("agent", RUSK), who("patient", VENN)),
        ),
        (
            told("sue", who("agent", VENN), who("patient", "lena orrik")),
            told("sue", who("agent", VENN), who("patient", RUSK)),
        ),
        (told("meet"), told("meet")),
        (told("have", who("agent", VENN)), told("own", who("agent", VENN))),
    ],
)
def test_frames_of_other_events(a, b):
    assert match(a, b) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("rise", "fall"), ("accept", "reject"), ("open", "close")],
)
def test_opposite_predicates_are_one_event_told_against_itself(one, other):
    a = told(one, who("agent", VENN), argument("patient", "chipmaker"))
    b = told(other, who("agent", VENN), argument("patient", "chipmaker"))
    [found] = match(a, b)
    assert found.opposed


def test_a_noun_is_no_opposite_of_a_verb():
    a = told("open", who("agent", VENN), argument("patient", "chipmaker"))
    b = told(
        "close", who("agent", VENN), argument("patient", "chipmaker"), nominal=True
    )
    assert not any(found.opposed for found in match(a, b))


def test_a_slot_with_other_things_is_a_clash():
    a = told("open", who("agent", VENN), argument("patient", "library"))
    b = told("open", who("agent", VENN), argument("patient", "aquarium"))
    assert [found.clashes for found in match(a, b)] in ([], [1])
    [same] = match(a, a)
    assert same.clashes == 0
