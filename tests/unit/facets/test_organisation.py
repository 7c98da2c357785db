"""Organisations under their long, short and official names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import organisation
from claims.facets.bodies import body_key
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level

Read = Callable[[str], Span]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Brask Motors Corp. sold its plant.", ["brask motors"]),
        ("The Ministry of Trade closed.", ["trade ministry"]),
        ("China's Commerce Ministry spoke.", ["commerce ministry, cn"]),
        ("The U.S. Department of Commerce spoke.", ["commerce ministry, us"]),
        (
            "NATO agreed with the European Union.",
            ["north atlantic treaty organization", "european union"],
        ),
        ("The White House declined to comment.", ["white house"]),
        ("The University of Tallow closed.", ["tallow university"]),
        ("The Olten administration ordered ships.", ["olten administration"]),
        ("The NFC called for a ban.", ["nfc"]),
        ("Most Olten Corp. drivers backed it.", ["olten"]),
        ("Several Brask Motors Corp. drivers left.", ["brask motors"]),
        ("Jane Olten went to Oslo.", []),
        ("The GDP fell and the DNA matched.", []),
        ("The company sold its plant.", []),
    ],
)
def test_find(sentence: Read, text: str, keys: list[str]) -> None:
    found = organisation.find(sentence(text), Context())
    assert [f.value for f in found] == keys
    assert all(text[f.start : f.end] == f.text for f in found)


def _facet(text: str, country: str = "") -> Facet:
    return Facet(Kind.ORGANISATION, 0, len(text), text, body_key(text, country))


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Brask Motors Inc.", "Brask Motors", Level.AGREE),
        ("the Department of Commerce", "Commerce Ministry", Level.AGREE),
        ("US Commerce Department", "Commerce Department", Level.REFINES),
        ("US Department of Commerce", "Commerce Department", Level.REFINES),
        ("French Ministry of Trade", "US Department of Trade", Level.CONFLICT),
        ("the Pentagon", "American Defense Department", Level.AGREE),
        ("the Pentagon", "Russian Defence Ministry", Level.CONFLICT),
        ("Brask's Motors", "Brasks Motors", Level.NAMING_VARIANT),
        ("Brask", "Brasks Motor Speedway", Level.REFINES),
        ("National Fisheries Council", "NFC", Level.AGREE),
        ("UN", "United Nations", Level.AGREE),
        ("Brask", "Brask Motors", Level.REFINES),
        ("Norcap Research", "Norcapp Research", Level.NAMING_VARIANT),
        ("Tarvik Motors", "Tarwik Motors", Level.NAMING_VARIANT),
        ("Malinskiy Bank", "Malinsky Bank", Level.NAMING_VARIANT),
        ("Brask Motors", "Norcap Research", Level.CONFLICT),
        ("Tarvik Motors", "Tarwik Shipping", Level.CONFLICT),
        ("Tarvik Motors", "Barvik Motors", Level.CONFLICT),
        ("Northern Steel", "Northern Steal", Level.CONFLICT),
        ("West Harbour", "Vest Harbour", Level.NAMING_VARIANT),
        ("Finance Ministry", "Trade Ministry", Level.CONFLICT),
        ("National Fisheries Council", "NFD", Level.CONFLICT),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    assert organisation.compare(_facet(a), _facet(b), DEFAULT).level is level
    assert organisation.compare(_facet(b), _facet(a), DEFAULT).level is level


def test_one_office_of_two_countries() -> None:
    one, other = _facet("Trade Ministry", "no"), _facet("Trade Ministry", "se")
    assert organisation.compare(one, other, DEFAULT).level is Level.CONFLICT


def test_keys_let_short_and_long_forms_meet() -> None:
    long, short = _facet("National Fisheries Council"), _facet("NFC")
    assert organisation.keys(long) & organisation.keys(short)
    assert not organisation.keys(long) & organisation.keys(_facet("Brask Motors"))
    assert organisation.keys(_facet("")) == frozenset()
