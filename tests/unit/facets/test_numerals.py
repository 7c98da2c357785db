"""Reading numbers out of text: value, span, precision; and words that are no number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claims.facets.numerals import Numeral, abbreviated, scan


def _values(text: str) -> list[str]:
    return [f"{n.value:f}" if n.value is not None else "vague" for n in scan(text)]


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("It has 42 rooms", "42", "42"),
        ("It has 1,234,567 rooms", "1,234,567", "1234567"),
        ("It has 12,34,567 rooms", "12,34,567", "1234567"),
        ("It has 1.234.567 rooms", "1.234.567", "1234567"),
        ("It has 40 000 rooms", "40 000", "40000"),
        ("It fell by 3.75 points", "3.75", "3.75"),
        ("It fell by .5 points", ".5", "0.5"),
        ("It grew 2.5 million", "2.5 million", "2500000"),
        ("an 8-billion plan", "8-billion", "8000000000"),
        ("twenty-one trillion", "twenty-one trillion", "21000000000000"),
        ("two hundred and five thousand", "two hundred and five thousand", "205000"),
        ("two thousand three hundred", "two thousand three hundred", "2300"),
        ("three lakh crore", "three lakh crore", "3000000000000"),
        ("a hundred thousand", "a hundred thousand", "100000"),
        ("a dozen", "a dozen", "12"),
        ("three dozen", "three dozen", "36"),
        ("half a dozen", "half a dozen", "6"),
        ("half a million", "half a million", "500000"),
        ("a half-billion", "a half-billion", "500000000"),
        ("three-quarters of a billion", "three-quarters of a billion", "750000000"),
        ("one and a half million", "one and a half million", "1500000"),
        ("two million and a half", "two million and a half", "2500000"),
        ("3 1/2 laps", "3 1/2", "3.5"),
        ("3½ laps", "3½", "3.5"),
        ("nine point four", "nine point four", "9.4"),
        ("minus five", "minus five", "-5"),
        ("a fall of -5 points", "-5", "-5"),
        ("fifty   two", "fifty   two", "52"),
        ("forty-seven", "forty-seven", "47"),
        ("a million", "a million", "1000000"),
    ],
)
def test_one_number(text: str, printed: str, value: str) -> None:
    (numeral,) = scan(text)
    assert text[numeral.start : numeral.end] == printed
    assert numeral.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("half of it", Decimal("0.5")),
        ("two thirds of it", Decimal(2) / 3),
        ("one-fifth of it", Decimal("0.2")),
        ("a third of it", Decimal(1) / 3),
        ("three quarters of it", Decimal("0.75")),
    ],
)
def test_fractions(text: str, part: Decimal) -> None:
    (numeral,) = scan(text)
    assert numeral.fraction
    assert numeral.value == part


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of them", 24, 144),
        ("hundreds of thousands", 200_000, 1_000_000),
        ("tens of millions", 20_000_000, 100_000_000),
        ("several hundred", 300, 1000),
        ("a few thousand", 2000, 10_000),
        ("several hundred million", 300_000_000, 1_000_000_000),
        ("several tens of million", 60_000_000, 200_000_000),
        ("billions lost", 2_000_000_000, 1_000_000_000_000),
    ],
)
def test_vague_numbers(text: str, low: int, high: int) -> None:
    (numeral,) = scan(text)
    assert numeral.vague
    assert (numeral.low, numeral.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two two-day trips", ["2", "2"]),
        ("five and six", ["5", "6"]),
        ("the twenty-first floor", []),
        ("the 21st floor", []),
        ("the first quarter", []),
        ("a quarter of the city", ["0.25"]),
        ("an old man", []),
        ("someone attended", []),
        ("the H7 chip and COVID-19", ["19"]),
        ("at 10:45", ["10"]),
        ("3 dozens", ["36"]),
        ("", []),
        ("1, 2 and 3", ["1", "2", "3"]),
        ("four thousand", ["4000"]),
        ("fourteen", ["14"]),
    ],
)
def test_values_in_order(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("8 billion", "1000000000"),
        ("8.2 billion", "100000000"),
        ("200,000", "100000"),
        ("198,500", "100"),
        ("17", "1"),
        ("2.50", "0.01"),
        ("two hundred", "100"),
    ],
)
def test_worth_of_the_last_printed_digit(text: str, step: str) -> None:
    assert scan(text)[0].step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "end", "value"),
    [
        ("3m people", 2, "3000000"),
        ("1.4 bn", 6, "1400000000"),
        ("5k", 2, "5000"),
        ("5km", 1, "5"),
        ("5 metres", 1, "5"),
        ("seven m", 5, "7"),
    ],
)
def test_abbreviated(text: str, end: int, value: str) -> None:
    numeral = abbreviated(text, scan(text)[0])
    assert (numeral.end, numeral.value) == (end, Decimal(value))


def test_letters_before_the_digits_are_told() -> None:
    assert scan("QX50 and 50") == (
        Numeral(2, 4, Decimal(50), step=Decimal(10), glued=True),
        Numeral(9, 11, Decimal(50), step=Decimal(10)),
    )


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = "İİİ 25"
    (numeral,) = scan(text)
    assert text[numeral.start : numeral.end] == "25"
