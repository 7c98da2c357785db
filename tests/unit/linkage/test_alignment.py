"""Which frames tell of one event."""

import pytest

from claims.linkage.alignment import aligned
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.namesakes import same_names
from claims.linkage.profile import profile
from tests.unit.linkage.made import argument, facet, frame, record


def named(kind, value, text=""):
    return facet(kind, value, text=text or value.title())


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
    same = same_names(profile(a), profile(b))
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


def test_two_times_of_day_are_no_other_things():
    a, b = (
        told(
            "sue",
            who("agent", VENN),
            who("patient", RUSK),
            argument("at", *words),
        )
        for words in (("11", "p.m."), ("7", "a.m."))
    )
    assert [found.clashes for found in match(a, b)] == [0]
