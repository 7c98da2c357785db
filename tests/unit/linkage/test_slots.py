"""Which slots that both fill once agree, differ, and contradict."""

from dataclasses import replace

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.slots import slots
from claims.linkage.types import FacetComparison
from tests.unit.linkage.made import DAY, day, facet, money, person, quarter, record

ORLA, TAVI, LENA = "orla venn", "tavi rusk", "lena orrik"
OTHER_DAY = day(DAY.replace(day=20))


def place(text, before="It opened in "):
    """A text that names a place, and the place in it."""
    return record(
        f"{before}{text}.",
        facet(Kind.PLACE, text.lower(), text=text, start=len(before)),
    )


def of(*parts):
    return record("They talked.", *parts)


def differing(a, b, same=None, known=()):
    found = slots(a, b, same or {}, known, DEFAULT_CONFIG)
    return [c.kind for c in found.differences]


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (of(money(3)), of(money(5)), [Kind.AMOUNT]),
        (of(money(3, measure="loss")), of(money(5)), [Kind.AMOUNT]),
        (of(day(DAY)), of(OTHER_DAY), [Kind.DATE]),
        (of(person(ORLA)), of(person(TAVI)), [Kind.PERSON]),
        (of(money(3), person(ORLA)), of(money(5), person(TAVI)), ["amount", "person"]),
        (place("Halden"), place("Orrick"), [Kind.PLACE]),
        # Printed twice it is one filler.
        (of(money(3), money(3, start=20)), of(money(5)), [Kind.AMOUNT]),
        # Negatives: one value, or a slot that is open or filled several times.
        (of(money(3)), of(money(3)), []),
        (of(money(3)), of(), []),
        (of(money(3), money(4)), of(money(5)), []),
        # Of two things.
        (of(money(3, measure="loss")), of(money(5, measure="cost")), []),
        # What is no part of the fact.
        (of(day(DAY, role="report")), of(OTHER_DAY), []),
        (of(quarter(1)), of(quarter(2)), []),
        (of(person(ORLA, role="speaker")), of(person(TAVI)), []),
        # May be one person: a single name, a misspelt one.
        (of(person("orla")), of(person(TAVI)), []),
        (of(person(ORLA)), of(person("orla vend")), []),
        # Says what, not where; and two spellings of one place.
        (place("Halden", "The "), place("Orrick", "The "), []),
        (place("Halden"), place("Orrick", "The "), []),
        (place("Haldenberg"), place("Haldenburg"), []),
        (place("Orrick"), place("Halden County Jail"), []),
        # Organisations are no slot.
        (of(facet(Kind.ORGANISATION, "venn")), of(facet(Kind.ORGANISATION, "k")), []),
    ],
)
def test_what_differs(a, b, kinds):
    assert differing(a, b) == kinds
    assert differing(b, a) == kinds


def test_a_name_that_both_print_fills_no_slot():
    a, b = of(person(ORLA), person(LENA)), of(person(TAVI), person(LENA))
    assert differing(a, b) == []
    both = {f"person:{LENA}": f"person:{LENA}"}
    assert differing(a, b, both) == [Kind.PERSON]


def test_what_was_compared_already_is_left_out():
    one, other = money(3, start=5), money(5, start=9)
    known = FacetComparison(Kind.AMOUNT, "", Level.NOT_COMPARABLE, one, other)
    assert differing(of(one), of(other)) == [Kind.AMOUNT]
    assert differing(of(one), of(other), known=[known]) == []


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (of(money(3)), of(money(5)), [Kind.AMOUNT]),
        # Several at once are two events, and so are two days.
        (of(money(3), person(ORLA)), of(money(5), person(TAVI)), []),
        (of(day(DAY)), of(OTHER_DAY), []),
        (of(), of(), []),
    ],
)
def test_only_one_difference_contradicts(a, b, kinds):
    found = slots(a, b, {}, (), DEFAULT_CONFIG)
    assert [c.kind for c in found.conflicts] == kinds
    assert all("that each side gives" in c.reason for c in found.conflicts)


def test_what_both_give_agrees():
    a, b = of(money(3), day(DAY)), of(money(3), day(DAY))
    found = slots(a, b, {}, (), DEFAULT_CONFIG)
    assert [(c.kind, c.level) for c in found.agreements] == [
        (Kind.DATE, Level.AGREE),
        (Kind.AMOUNT, Level.AGREE),
    ]
    assert found.differences == ()


def test_sides_stay_where_they_were_given():
    a, b = of(money(3)), of(money(5))
    there, back = (slots(*sides, {}, (), DEFAULT_CONFIG) for sides in ((a, b), (b, a)))
    turned = [replace(c, a=c.b, b=c.a) for c in back.differences]
    assert [(c.a, c.b) for c in there.differences] == [(c.a, c.b) for c in turned]
