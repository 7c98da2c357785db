"""Which names of two statements stand for one thing."""

import pytest

from claims.facets.types import Kind
from claims.linkage.namesakes import same_names
from claims.linkage.profile import profile
from tests.unit.linkage.made import facet, record


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
    same = same_names(profile(record("x", a)), profile(record("y", b)))
    expected = {f"{a.kind}:{a.value}": f"{b.kind}:{b.value}"} if alike else {}
    assert same == expected


def test_a_value_is_no_name():
    one = facet(Kind.DATE, "2031-03-05")
    assert same_names(profile(record("x", one)), profile(record("y", one))) == {}
