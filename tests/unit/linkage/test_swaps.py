"""Who did it to whom, told the other way round."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.swaps import swapped
from tests.unit.linkage.made import argument, facet, frame, person, record

TEXT = "Orlavenn and Tavirusk."


def name(value, **values):
    return facet(Kind.ORGANISATION, value, text=value.title(), **values)


NAMES = name("orlavenn"), name("tavirusk", start=13)


def told(doer, done_to, *names, lemma="defeat", **values):
    slots = argument("agent", *doer.split()), argument("patient", *done_to.split())
    return record(TEXT, frame(lemma, *slots, **values), *(names or NAMES))


THERE, BACK = told("orlavenn", "tavirusk"), told("tavirusk", "orlavenn")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (THERE, BACK),
        (
            told("orlavenn", "tavirusk", lemma="sue"),
            told("firm tavirusk", "orlavenn", lemma="sue"),
        ),
        # Found as a name on one side, or one of the two only.
        (THERE, told("tavirusk", "orlavenn", person("lena"))),
        (told("orlavenn", "tavirusk", NAMES[0]), BACK),
    ],
)
def test_exchanged(a, b):
    for sides in ((a, b), (b, a)):
        [one] = swapped(*sides)
        assert (one.level, one.role) == (Level.CONFLICT, "agent")
        assert one.a and one.b
        assert {one.a.value, one.b.value} == {"orlavenn", "tavirusk"}
        assert "the other way round" in one.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (THERE, THERE),
        # Both can accuse, meet or marry the other.
        (
            told("orlavenn", "tavirusk", lemma="accuse"),
            told("tavirusk", "orlavenn", lemma="accuse"),
        ),
        (THERE, told("tavirusk", "orlavenn", lemma="sue")),
        (THERE, told("tavirusk", "orlavenn", negated=True)),
        (THERE, told("tavirusk", "orlavenn", nominal=True)),
        # Only one of the two stands in the other slot.
        (THERE, told("tavirusk", "lenaorrik")),
        (THERE, told("lenaorrik", "orlavenn")),
        # In both slots: nobody can tell.
        (THERE, told("tavirusk orlavenn", "orlavenn")),
        # Words that are of no name, or that no side takes for one.
        (told("people", "time"), told("time", "people")),
        (
            told("orlavenn", "tavirusk", person("lena")),
            told("tavirusk", "orlavenn", person("lena")),
        ),
        (record(TEXT, frame("defeat"), *NAMES), BACK),
    ],
)
def test_not_exchanged(a, b):
    assert swapped(a, b) == []
    assert swapped(b, a) == []
