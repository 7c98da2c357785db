"""Offices beside people, whose they are, and when they are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import title
from claims.facets.offices import office_value
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level

Read = Callable[[str], Span]


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Finance Minister Jane Olten resigned.", "Finance Minister", "jane olten"),
        (
            "Former finance minister Jane Olten resigned.",
            "Former finance minister",
            "jane olten",
        ),
        (
            "Paula Wren, director of the Harbour Agency, resigned.",
            "director of the Harbour Agency",
            "paula wren",
        ),
        (
            "The director of the Harbour Agency, Paula Wren, resigned.",
            "director of the Harbour Agency",
            "paula wren",
        ),
        (
            "Maria van der Berg, a senior analyst at Norcap Research, disagreed.",
            "senior analyst at Norcap Research",
            "maria van der berg",
        ),
        ("French President Luc Moreau flew home.", "French President", "luc moreau"),
        ("Paula Wren is the head of the agency.", "head of the agency", "paula wren"),
    ],
)
def test_find(sentence: Read, text: str, office: str, person: str) -> None:
    found = title.find(sentence(text), Context())
    assert [(f.text, f.measure) for f in found] == [(office, person)]
    assert text[found[0].start : found[0].end] == office
    assert found[0].value == office_value(office)


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Wren resigned.",
        "Tom Reedy, who lives in Oslo, sold the house.",
        "The president resigned.",
        "Tom Reedy, 45, and the mayor met.",
    ],
)
def test_no_office(sentence: Read, text: str) -> None:
    assert title.find(sentence(text), Context()) == []


def _facet(text: str) -> Facet:
    return Facet(Kind.TITLE, 0, len(text), text, office_value(text), measure="x")


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("finance minister", "Finance Minister", Level.AGREE),
        ("chairman of the council", "director of the council", Level.NAMING_VARIANT),
        ("minister", "finance minister", Level.REFINES),
        ("finance minister", "former finance minister", Level.CONFLICT),
        ("finance minister", "singer", Level.NOT_COMPARABLE),
        ("trade minister", "finance minister", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    assert title.compare(_facet(a), _facet(b), DEFAULT).level is level
    assert title.compare(_facet(b), _facet(a), DEFAULT).level is level
    assert title.keys(_facet(a)) == frozenset()
