"""People are found by title, role or forename; places and bodies are not people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import person
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level

Read = Callable[[str], Span]


def _found(sent: Span) -> list[str]:
    return [f.value for f in person.find(sent, Context())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Finance Minister Jane Olten resigned.", ["jane olten"]),
        ("Ms. Wren said so.", ["wren"]),
        ("Mr Mills won the seat.", ["mills"]),
        ("Mrs. Steel won the seat.", ["steel"]),
        ("Brask Mills won the contract.", []),
        ("Gov. Tom Reedy signed the law.", ["tom reedy"]),
        ("The finance minister Arvo Tamsalu resigned.", ["arvo tamsalu"]),
        ("Paula Wren, director of the agency, resigned.", ["paula wren"]),
        ("Maria van der Berg spoke on Monday.", ["maria van der berg"]),
        ("French President Luc Moreau visited Oslo.", ["luc moreau"]),
        ("Jane Q. Olten won the vote.", ["jane olten"]),
        ("Tom Reedy and Anna Weiss met.", ["tom reedy", "anna weiss"]),
        ("Samuel King led the march.", ["samuel king"]),
        ("The sculptor Arvo Tamsalu died.", ["arvo tamsalu"]),
        ("Arvi Tamsalo, 43, resigned.", ["arvi tamsalo"]),
        ("Arvi Tamsalo, who had won, resigned.", ["arvi tamsalo"]),
        ("Norwegian Arvi Tamsalo was freed.", ["arvi tamsalo"]),
        ("Prime Minister Wu Ling-dao resigned.", ["wu ling-dao"]),
        ("President Tam Dae-jun met Anna Weiss.", ["tam dae-jun", "anna weiss"]),
        ("The Olten-led talks with Tom Reedy failed.", ["tom reedy"]),
        ("The Oslo-based firm sold its plant.", []),
        ("The vote was held in Oslo on Monday.", []),
        ("The Olten administration ordered new ships.", []),
        ("Brask Motors Corp. sold its plant.", []),
        ("The Ministry of Trade in Norway closed.", []),
        ("He said that they met.", []),
        ("General Brask Corp. hired 300 people.", []),
        ("The baker on Olten Street closed.", []),
        ("U.S. Rowing Family was told.", []),
    ],
)
def test_find(sentence: Read, text: str, names: list[str]) -> None:
    assert _found(sentence(text)) == names


def test_offsets(sentence: Read) -> None:
    text = "On Monday Ms. Wren met Tom Reedy."
    for facet in person.find(sentence(text), Context()):
        assert text[facet.start : facet.end] == facet.text


def _facet(value: str) -> Facet:
    return Facet(Kind.PERSON, 0, len(value), value, value)


@pytest.mark.parametrize(
    ("a", "b", "roles", "level"),
    [
        ("jane olten", "olten", None, Level.REFINES),
        ("kavan olten", "kelvin olten", ("head", "head"), Level.NAMING_VARIANT),
        ("kavan olten", "kelvin olten", ("head", "singer"), Level.UNKNOWN),
        ("jane olten", "tom reedy", None, Level.CONFLICT),
    ],
)
def test_compare(a: str, b: str, roles: tuple[str, str] | None, level: Level) -> None:
    assert person.compare(_facet(a), _facet(b), DEFAULT, roles=roles).level is level


def test_keys_let_spellings_meet() -> None:
    one, other = person.keys(_facet("mary rassner")), person.keys(_facet("ressner"))
    assert one & other
    assert "rassner" in one
    assert person.keys(_facet("")) == frozenset()
