"""Codes of products; what only looks like one is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.facets import product
from claims.facets.parsed import Span
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Context, Facet, Kind, Level

Read = Callable[[str], Span]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It ordered 12 F-35 jets.", ["F35"]),
        ("Sales of the KX20 chip were halted.", ["KX20"]),
        ("The ZB300X and the ZB400 are new.", ["ZB300X", "ZB400"]),
        ("The X2O chip, also called X20, is old.", ["X2O", "X20"]),
        ("The CO2 accelerator was sold.", ["CO2"]),
        ("The iPhone 17 Pro sold well.", ["IPHONE17PRO"]),
        ("A Boeing 737 landed.", ["BOEING737"]),
        ("The RTX 4090 is scarce.", ["RTX4090"]),
    ],
)
def test_find(sentence: Read, text: str, values: list[str]) -> None:
    found = product.find(sentence(text), Context())
    assert [f.value for f in found] == values
    assert all(text[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose in Q1 and fell in H2.",
        "The G7 and G20 leaders met.",
        "COVID-19 cases rose.",
        "Emissions of CO2 fell and SO2 was found.",
        "Flight KX203 was late.",
        "The M25 motorway was shut.",
        "It cost US$50 or RMB100.",
        "In FY25 sales rose by 5%.",
        "The 25-year-old and 300 others left at 10 a.m.",
        "He holds an H-1B visa.",
        "On May 5 the company sold 40 trucks.",
        "Channel 4 aired it.",
    ],
)
def test_no_product(sentence: Read, text: str) -> None:
    assert product.find(sentence(text), Context()) == []


def _facet(value: str) -> Facet:
    return Facet(Kind.PRODUCT, 0, len(value), value, value)


def test_a_formula_counts_where_its_twin_was_named(sentence: Read) -> None:
    sent = sentence("Exports of the CO2 resumed.")
    assert product.find(sent, Context()) == []
    before = Context(previous=(_facet("C02"),))
    assert [f.value for f in product.find(sent, before)] == ["CO2"]


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("KX20", "KX20", Level.AGREE),
        ("KX20", "KX2O", Level.NAMING_VARIANT),
        ("A1X1", "A1XI", Level.CONFLICT),
        ("Z10", "ZI0", Level.NAMING_VARIANT),
        ("F35", "F35B", Level.REFINES),
        ("KX20", "KX200", Level.CONFLICT),
        ("KX20", "KX30", Level.CONFLICT),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    assert product.compare(_facet(a), _facet(b), DEFAULT).level is level
    assert product.compare(_facet(b), _facet(a), DEFAULT).level is level


def test_keys_let_variants_meet() -> None:
    assert product.keys(_facet("KX2O")) == product.keys(_facet("KX20"))
    assert product.keys(_facet("KX20")) != product.keys(_facet("KX200"))
