"""What looks alike and is about different things."""

import pytest

from claims.linkage.apart import (
    exchanged,
    few,
    names_exchanged,
    pattern,
    strangers,
)
from claims.linkage.edits import changes
from tests.unit.linkage.made import facet, person, record

NEAR = 0.75


def edits_of(a, b):
    return changes(a.text, b.text, near_copy=NEAR).edits


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        (("Orla Venn left.", "Orla Venn"), ("Tavi Rusk left.", "Tavi Rusk"), True),
        (("Orla Venn left.", "Orla Venn"), ("Venn left.", "Venn"), False),
        (("Orla Venn left.", "Orla Venn"), ("She left.", None), False),
        (("He left.", None), ("She left.", None), False),
    ],
)
def test_strangers_print_names_and_none_in_common(a, b, apart):
    one, other = (
        record(text, *([person(name.lower(), text=name)] if name else []))
        for text, name in (a, b)
    )
    assert strangers(one, other, {}) is apart
    assert strangers(other, one, {}) is apart


def test_articles_about_the_same_names_are_no_strangers():
    a = record("Orla Venn left.", person("orla venn", text="Orla Venn"))
    b = record("Tavi Rusk left.", person("tavi rusk", text="Tavi Rusk"))
    one, other = (record(r.text, *r.facets, context=("place:halden",)) for r in (a, b))
    assert strangers(a, b, {})
    assert not strangers(one, other, {})


def test_who_speaks_is_no_stranger():
    a = record("It rained, Venn said.", person("venn", text="Venn", role="speaker"))
    b = record("It rained, Rusk said.", person("rusk", text="Rusk", role="speaker"))
    assert not strangers(a, b, {})


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (
            "Rain damaged the mill on the coast.",
            "Rain damaged the bakery on the coast.",
            True,
        ),
        (
            "Rain damaged the mill on the coast.",
            "Rain damaged the mills on the coast.",
            False,
        ),
        (
            "Rain damaged the mill on the coast.",
            "Rain damaged the mill on the coast.",
            False,
        ),
        (
            "Rain damaged the mill.",
            "The mill was damaged when rain fell.",
            False,
        ),
    ],
)
def test_a_pattern_filled_with_other_things(a, b, expected):
    one, other = record(a), record(b)
    assert pattern(one, other, edits_of(one, other)) is expected


def test_a_long_copy_with_one_change_is_no_pattern():
    a = "Heavy rain damaged the old mill near the coast on the last day of the fair."
    one, other = record(a), record(a.replace("mill", "bakery"))
    assert few(edits_of(one, other), one)
    assert not pattern(one, other, edits_of(one, other))


def test_a_value_is_no_thing():
    count = facet("count", "12", text="12", start=15)
    a = record("Police arrested 12 of the men at the old harbour.", count)
    b = record("Police arrested 40 of the men at the old harbour.", count)
    assert not any(exchanged(edit, a, b) for edit in edits_of(a, b))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Halden", "Selmouth", True),
        ("Halden", "Haldem", False),
        ("Halden", "Halden", False),
    ],
)
def test_names_in_the_place_of_each_other(one, other, expected):
    a, b = (
        record(
            f"The long road to {name} was blocked.",
            facet("place", name.lower(), text=name, start=17),
        )
        for name in (one, other)
    )
    assert any(names_exchanged(e, a, b) for e in edits_of(a, b)) is expected
