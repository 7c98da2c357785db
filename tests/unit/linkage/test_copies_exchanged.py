"""What two near-copies contradict each other on by the words that they exchange."""

from datetime import date
from decimal import Decimal

import pytest

from claims.facets.types import Hedge, Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.copies import exchanged_conflicts
from claims.linkage.edits import changes
from claims.linkage.types import FacetComparison
from tests.unit.linkage.made import day, facet, frame, person, record

TOLD = "The council of the old town {} near the coast on a rainy day in spring."


def conflicts(a, b, known=()):
    changed = changes(a.text, b.text, near_copy=DEFAULT_CONFIG.near_copy)
    found = exchanged_conflicts(a, b, changed, known, DEFAULT_CONFIG)
    assert all(each.level == Level.CONFLICT and each.reason for each in found)
    return found


def told(words, *values, **more):
    text = TOLD.format(words)
    return record(text, *(make(text) for make in values), **more)


def printed(make, value, text, **more):
    return lambda sentence: make(value, text=text, start=sentence.index(text), **more)


@pytest.mark.parametrize(
    ("a", "b", "kind", "said"),
    [
        ("built a bridge", "built a tunnel", Kind.PRODUCT, ("bridge", "tunnel")),
        ("met a teacher", "met a nurse", Kind.PERSON, ("teacher", "nurse")),
        ("built 12 houses", "built 14 houses", Kind.COUNT, ("12", "14")),
        ("met Orla", "met Tavi", Kind.ORGANISATION, ("Orla", "Tavi")),
        ("met a rapid man", "met a slow man", Kind.POLARITY, ("rapid", "slow")),
        ("opened the hall", "closed the hall", Kind.POLARITY, ("opened", "closed")),
        ("can open a hall", "cannot open a hall", Kind.POLARITY, ("can", "cannot")),
    ],
)
def test_the_exchange_is_what_they_contradict_on(a, b, kind, said):
    [found] = conflicts(told(a), told(b))
    assert (found.kind, found.a.text, found.b.text) == (kind, *said)
    assert all(word in found.reason for word in said)
    [turned] = conflicts(told(b), told(a))
    assert (turned.kind, turned.b.text, turned.a.text) == (kind, *said)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("built a bridge", "built a bridge"),
        ("bought a boat", "purchased a boat"),
        ("met a doctor", "met a physician"),
        ("signed a deal", "signed a contract"),
        ("painted the wall", "repaired the wall"),
        ("sold a dog", "sold an animal"),
        ("met people", "met people in Halden"),
        ("will build a bridge", "did build a tunnel"),
        ("met the quibbet", "met the hospital"),
        ("built a bridge", "felt a joy with the snow of many long years"),
    ],
)
def test_what_is_no_contradiction(a, b):
    assert conflicts(told(a), told(b)) == []
    assert conflicts(told(b), told(a)) == []


def test_only_what_says_most_is_named():
    a, b = told("built 12 red halls and a bridge"), told("built 14 red halls and a hat")
    assert [(c.a.text, c.b.text) for c in conflicts(a, b)] == [("12", "14")]


def test_a_value_is_named_as_it_was_read():
    def side(number):
        def counted(value, **values):
            return facet(Kind.COUNT, value, number=Decimal(value), **values)

        return told(
            f"built {number} houses", printed(counted, number, f"{number} houses")
        )

    [found] = conflicts(side("12"), side("14"))
    assert found.kind == Kind.COUNT
    assert (found.a.text, found.b.text) == ("12 houses", "14 houses")
    assert (found.a.number, found.b.number) == (12, 14)


@pytest.mark.parametrize("side", ["a", "b"])
def test_what_was_compared_otherwise_is_not_compared_again(side):
    a, b = (
        told(f"met {name}", printed(person, name.lower(), name))
        for name in ("Orla", "Tavi")
    )
    [one], [other] = a.facets, b.facets
    known = FacetComparison(
        Kind.PERSON,
        "patient",
        Level.NOT_COMPARABLE,
        one if side == "a" else None,
        other if side == "b" else None,
    )
    assert conflicts(a, b) != []
    assert conflicts(a, b, [known]) == []


@pytest.mark.parametrize(("hedge", "differ"), [("at_least", True), ("about", False)])
def test_room_for_each_other_is_no_room_in_one_place(hedge, differ):
    def side(number):
        def counted(value, **values):
            more = {"number": Decimal(value), "hedge": Hedge(hedge)}
            return facet(Kind.COUNT, value, **more, **values)

        return told(f"built {number} houses", printed(counted, number, number))

    a, b = side("12"), side("13")
    one, other = a.facets[0], b.facets[0]
    known = FacetComparison(Kind.COUNT, "patient", Level.REFINES, one, other)
    assert bool(conflicts(a, b, [known])) is differ


def test_another_period_is_another_fact():
    def in_month(month, number):
        value = printed(
            lambda _, **values: day(date(2031, month, 1), role="period", **values),
            None,
            f"{date(2031, month, 1):%B}",
        )
        return told(f"built {number} halls in {date(2031, month, 1):%B}", value)

    assert conflicts(in_month(3, 12), in_month(3, 14)) != []
    assert conflicts(in_month(3, 12), in_month(4, 14)) == []


def test_a_plan_is_not_held_against_a_fact():
    def met(name, modality):
        read = told(f"met {name}", printed(person, name.lower(), name))
        return record(read.text, *read.facets, frame("meet", modality=modality))

    assert conflicts(met("Orla", "asserted"), met("Tavi", "asserted")) != []
    assert conflicts(met("Orla", "asserted"), met("Tavi", "planned")) == []


def test_a_name_that_both_print_is_exchanged_all_the_same():
    def side(words, *names):
        def firm(value, **values):
            return facet(Kind.ORGANISATION, value, **values)

        return told(words, *(printed(firm, name.lower(), name) for name in names))

    a = side("met Norvex in sight of Tesk", "Norvex", "Tesk")
    b = side("met Tesk in sight of Quill", "Tesk", "Quill")
    again = FacetComparison(
        Kind.ORGANISATION, "patient", Level.AGREE, a.facets[1], b.facets[0]
    )
    assert [(c.a.text, c.b.text) for c in conflicts(a, b, [again])] == [
        ("Norvex", "Tesk"),
        ("Tesk", "Quill"),
    ]


def in_place(value, **values):
    return facet(Kind.PLACE, value, **values)


def test_what_a_name_lies_in_is_no_room_for_another_name():
    def moved(to):
        return told(
            f"from Norland moved to {to}",
            printed(in_place, "no", "Norland"),
            printed(in_place, f"no,{to.lower()}", to),
        )

    a, b = moved("Halden"), moved("Sundvik")
    within = FacetComparison(Kind.PLACE, "to", Level.REFINES, a.facets[0], b.facets[1])
    [found] = conflicts(a, b, [within])
    assert (found.a.text, found.b.text) == ("Halden", "Sundvik")


def test_one_number_of_two_periods_is_one_period_told_wrongly():
    def built(number, year):
        return told(
            f"will build {number} halls by {year}",
            printed(lambda v, **m: facet(Kind.COUNT, v, **m), number, number),
            printed(lambda v, **m: facet(Kind.DATE, v, role="period", **m), year, year),
        )

    [found] = conflicts(built("12", "2031"), built("12", "2044"))
    assert (found.a.text, found.b.text) == ("2031", "2044")
    assert conflicts(built("12", "2031"), built("14", "2044")) == []
