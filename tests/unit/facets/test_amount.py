"""Amounts of money and physical measures: values, spans, hedges, and no amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.facets import amount
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Facet, Hedge, Level


def _one(text: str) -> Facet:
    (facet,) = amount.find_text(text)
    return facet


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("Orlo lost $2.5 billion", "$2.5 billion", "USD 2500000000"),
        ("Orlo lost $ 75 million", "$ 75 million", "USD 75000000"),
        ("Orlo lost US$3m", "US$3m", "USD 3000000"),
        ("Orlo lost €1.1bn", "€1.1bn", "EUR 1100000000"),
        ("Orlo lost £450k", "£450k", "GBP 450000"),
        ("Orlo lost 500 million yuan", "500 million yuan", "CNY 500000000"),
        ("Orlo lost C$4.50", "C$4.50", "CAD 4.5"),
        ("Orlo lost HK$12,000", "HK$12,000", "HKD 12000"),
        ("Orlo lost Rs 500 crore", "Rs 500 crore", "INR 5000000000"),
        ("Orlo lost Rs. 35 lakh", "Rs. 35 lakh", "INR 3500000"),
        ("Orlo lost RM50,000", "RM50,000", "MYR 50000"),
        ("Orlo lost dlrs 220 million", "dlrs 220 million", "USD 220000000"),
        ("Orlo lost CHF 5m", "CHF 5m", "CHF 5000000"),
        ("Orlo lost 20 USD", "20 USD", "USD 20"),
        ("Orlo lost 115USD", "115USD", "USD 115"),
        ("Orlo lost 75 USD million", "75 USD million", "USD 75000000"),
        ("Orlo lost a half-billion dollars", "a half-billion dollars", "USD 500000000"),
        ("Orlo lost two million pounds", "two million pounds", "GBP 2000000"),
        ("It costs 75 cents", "75 cents", "USD 0.75"),
        ("It costs 470 pence", "470 pence", "GBP 4.7"),
        (
            "It costs ten dollars and forty cents",
            "ten dollars and forty cents",
            "USD 10.4",
        ),
        ("It costs 80 Australian dollars", "80 Australian dollars", "AUD 80"),
        ("It costs 80 U.S. dollars", "80 U.S. dollars", "USD 80"),
        ("It costs 80 Swedish kronor", "80 Swedish kronor", "SEK 80"),
        ("It costs 300 €", "300 €", "EUR 300"),
        ("It costs 5,000 won", "5,000 won", "KRW 5000"),
        ("an $8-billion plan", "$8-billion", "USD 8000000000"),
        ("a one-euro bid", "one-euro", "EUR 1"),
        ("120 MEUR", "120 MEUR", "EUR 120000000"),
    ],
)
def test_money(text: str, printed: str, value: str) -> None:
    facet = _one(text)
    assert (facet.text, facet.value) == (printed, value)
    assert facet.text == text[facet.start : facet.end]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a loss of $17-18 billion", "17000000000", "18000000000"),
        ("between $2 and $3 billion", "2000000000", "3000000000"),
        ("$17 billion to $18 billion", "17000000000", "18000000000"),
        ("ranging from 5 to 6 million dollars", "5000000", "6000000"),
        ("billions of dollars", "2000000000", "1000000000000"),
        ("hundreds of millions of dollars", "200000000", "1000000000"),
        ("a multibillion-dollar plan", "2000000000", "1000000000000"),
    ],
)
def test_intervals_of_money(text: str, low: str, high: str) -> None:
    facet = _one(text)
    assert facet.number is None
    assert (facet.number_low, facet.number_high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It rose from $5 to $6 million.", ["USD 5000000", "USD 6000000"]),
        ("He paid 10 rmb, then 20 usd.", ["CNY 10", "USD 20"]),
        ("It costs 10 $ or 30 $ there.", ["USD 10", "USD 30"]),
        ("10 $ 30 $", ["USD 10", "USD 30"]),
        ("It fell 3.2p to 85.1p.", ["GBP 0.032", "GBP 0.851"]),
        ("The note fell 9/32, to a price of 104.", ["USD 0.28125", "USD 104"]),
        ("one kuai and five mao", ["CNY 1.5"]),
        ("It costs $4.25 and 32 were sold.", ["USD 4.25"]),
        ("In 2024 $5 million was paid.", ["USD 5000000"]),
    ],
)
def test_several_sums(text: str, values: list[str]) -> None:
    assert [facet.value for facet in amount.find_text(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a 5 km walk", "5000 m"),
        ("a walk of 5,000 metres", "5000 m"),
        ("a 50-kilometre road", "50000 m"),
        ("12 square miles", "31079857.324032 m2"),
        ("0.5 trillion cubic feet", "14158423296000 L"),
        ("3 million barrels a day", "3000000 bbl/day"),
        ("200 megawatts", "200000000 W"),
        ("200 MW", "200000000 W"),
        ("9 GWh", "9000000000 Wh"),
        ("400 metric tons", "400000 kg"),
        ("winds of 100 km/h", "100 km/h"),
        ("winds of 100 kilometres per hour", "100 km/h"),
        ("40 degrees Celsius", "40 °C"),
        ("104°F", "40 °C"),
        ("a heat of 41C", "41 °C"),
        ("a 5-nanometre process", "5 nm"),
        ("a 6.1-magnitude quake", "6.1 Mw"),
        ("the quake off Orlo measured 6.1, a survey said", "6.1 Mw"),
        ("it weighs two pounds", "0.90718474 kg"),
        ("300 Central African CFA francs", "XAF 300"),
        ("12 Papua New Guinea kina", "PGK 12"),
        ("20 new Taiwan dollars", "TWD 20"),
        ("5 Czech crowns", "CZK 5"),
        ("3 Finnish markkaa", "FIM 3"),
        ("sen 100,000", "MYR 1000"),
        ("25c a unit", "USD 0.25"),
        ("he is 5 feet 2 inches tall", "1.5748 m"),
        ("five to ten tonnes", "5000..10000 kg"),
        ("a woman of 6ft 2in", "1.8796 m"),
        ("a man 5 ft 11 in tall", "1.8034 m"),
        ("half a mile off", "804.672 m"),
        ("3bn litres of water", "3000000000 L"),
        ("2.5m tonnes of wheat", "2500000000 kg"),
        ("2m barrels a day", "2000000 bbl/day"),
        ("1.2bn cubic metres of gas", "1200000000000 L"),
        ("500g of it", "0.5 kg"),
        ("winds of 25 knots", "46.3 km/h"),
        ("minus 5 degrees Celsius", "-5 °C"),
        ("a 40,000-square-foot hall", "3716.1216 m2"),
    ],
)
def test_measures(text: str, value: str) -> None:
    assert _one(text).value == value


@pytest.mark.parametrize(
    "text",
    [
        "17 won the race",
        "Orlo won 5 seats",
        "TOP 10 towns",
        "the dollar fell",
        "He took a 5 from her",
        "the company has 5m users",
        "a row over 20 percent",
        "two degrees in law",
        "at 5 pm",
        "in 2024",
        "two hours later",
        "a 4g network",
        "two of the marks",
        "a man with 2 Miles records",
        "Room 5C",
        "a 1080p film",
        "5 crowns of thorns",
        "12 Swiss guards",
        "3 Iraqi towns",
        "",
    ],
)
def test_no_amount(text: str) -> None:
    assert amount.find_text(text) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("about $5", Hedge.ABOUT),
        ("nearly $5", Hedge.NEARLY),
        ("more than $5", Hedge.OVER),
        ("as much as $5", Hedge.AT_MOST),
        ("up to $5", Hedge.AT_MOST),
        ("at least $5", Hedge.AT_LEAST),
        ("$5 or more", Hedge.AT_LEAST),
        ("$5", Hedge.NONE),
    ],
)
def test_hedges_stand_outside_the_span(text: str, hedge: Hedge) -> None:
    facet = _one(text)
    assert (facet.text, facet.hedge) == ("$5", hedge)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It trades at $70 a share", "per share"),
        ("It pays $70-a-week wages", "per week"),
        ("It lost $70 a year earlier", ""),
        ("It lost $70 a month ago", ""),
        ("It paid $70 per year", "per year"),
    ],
)
def test_a_rate_is_the_measure(text: str, measure: str) -> None:
    assert _one(text).measure == measure


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("$8 billion", "8 billion dollars", Level.AGREE),
        ("5 km", "5,000 metres", Level.AGREE),
        ("$8 billion", "$8.2 billion", Level.REFINES),
        ("$38.28", "$38.30", Level.REFINES),
        ("about $8 billion", "$7.2 billion", Level.REFINES),
        ("$2.5 billion", "billions of dollars", Level.REFINES),
        ("$17-18 billion", "$17.4 billion", Level.REFINES),
        ("more than $200", "$250", Level.REFINES),
        ("up to $300", "$250", Level.REFINES),
        ("$5", "A$5", Level.REFINES),
        ("about $5", "$5", Level.REFINES),
        ("$8 billion", "$2.5 billion", Level.CONFLICT),
        ("$8.2 billion", "$8.4 billion", Level.CONFLICT),
        ("more than $200", "$150", Level.CONFLICT),
        ("up to $300", "$450", Level.CONFLICT),
        ("nearly $200", "$260", Level.CONFLICT),
        ("$17-18 billion", "$25 billion", Level.CONFLICT),
        ("millions of dollars", "$80 billion", Level.CONFLICT),
        ("$5", "€5", Level.CONFLICT),
        ("$5", "€6", Level.NOT_COMPARABLE),
        ("about $5", "€5", Level.NOT_COMPARABLE),
        ("$5 million", "5 million yen", Level.CONFLICT),
        ("$5", "A$6", Level.NOT_COMPARABLE),
        ("$5", "5 km", Level.NOT_COMPARABLE),
        ("$5 a share", "$5 billion", Level.NOT_COMPARABLE),
        ("the bond fell 9/32", "the bond fell 8/32", Level.NOT_COMPARABLE),
    ],
)
def test_compare(a: str, b: str, level: Level) -> None:
    one, other = _one(a), _one(b)
    assert amount.compare(one, other, DEFAULT).level is level
    assert amount.compare(other, one, DEFAULT).level is level


def test_a_conflict_says_what_was_printed_and_how_it_was_read() -> None:
    how = amount.compare(_one("$8 billion"), _one("$2.5 billion"), DEFAULT).how
    assert how == (
        "$8 billion (USD 8,000,000,000) and $2.5 billion (USD 2,500,000,000)"
        " differ by 69%"
    )


def test_keys_are_shared_by_near_values_only() -> None:
    assert amount.keys(_one("$8 billion")) == amount.keys(_one("$8.02bn"))
    assert not amount.keys(_one("$8 billion")) & amount.keys(_one("$2.5 billion"))
    assert amount.keys(_one("billions of dollars")) == frozenset()


def test_cents_beside_cents_are_two_sums() -> None:
    found = amount.find_text("Orlo expects 68 cents and 72 cents a share")
    assert [facet.value for facet in found] == ["USD 0.68", "USD 0.72"]
