"""Amounts: sums of money, physical measures and ages. PURE.

The unit is an ISO 4217 currency or a base unit; different units never compare, except
that a sign which leaves its country open ("$") may stand for a named one. Sums told at
a rate ("$70 a share") carry it as their measure.
"""

from __future__ import annotations

from functools import lru_cache

from claims.facets.ages import find_ages
from claims.facets.measures import find_measures
from claims.facets.money import BOND_QUOTE, find_money
from claims.facets.parsed import Span
from claims.facets.quantities import (
    Reading,
    compare_numbers,
    facet_of,
    grouped,
    number_keys,
    numeric_value,
)
from claims.facets.tolerances import Tolerances
from claims.facets.types import Comparison, Context, Facet, Hedge, Kind, Level
from claims.lexicon.currencies import AMBIGUOUS

KIND = Kind.AMOUNT


# Counts look for the same amounts that this kind has just found.
_CACHE_SIZE = 64


def find_text(text: str) -> list[Facet]:
    """Every amount of the text, in order; spans without the hedge."""
    return list(_found(text))


@lru_cache(maxsize=_CACHE_SIZE)
def _found(text: str) -> tuple[Facet, ...]:
    first = [*find_money(text), *find_ages(text)]
    measures = [
        reading
        for reading in find_measures(text)
        if not any(m.start < reading.end and reading.start < m.end for m in first)
    ]
    readings = sorted([*first, *measures], key=lambda reading: reading.start)
    return tuple(facet_of(KIND, text, each, _value(each)) for each in readings)


def find(sent: Span, context: Context) -> list[Facet]:
    """Every amount of the sentence; offsets count from its start."""
    return find_text(sent.text)


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency code and no physical unit."""
    return len(unit) == 3 and unit.isalpha() and unit.isupper()


def _value(reading: Reading) -> str:
    number = numeric_value(reading)
    if is_currency(reading.unit):
        return f"{reading.unit} {number}"
    return f"{number} {reading.unit}"


def _shown(facet: Facet) -> str:
    """ "$8 billion (USD 8,000,000,000)"."""
    if facet.number is None:
        return f"{facet.text} ({facet.value})"
    number = grouped(facet.number)
    if is_currency(facet.unit):
        return f"{facet.text} ({facet.unit} {number})"
    return f"{facet.text} ({number} {facet.unit})"


def compare(a: Facet, b: Facet, tolerances: Tolerances) -> Comparison:
    """The level of two amounts; other units or rates are not comparable."""
    if _rate(a) != _rate(b):
        how = f"{_shown(a)} and {_shown(b)}: one is a rate, or they are other rates"
        return Comparison(Level.NOT_COMPARABLE, how)
    if a.measure == BOND_QUOTE and a.value != b.value:
        how = f"{_shown(a)} and {_shown(b)} are quotes of different minutes"
        return Comparison(Level.NOT_COMPARABLE, how)
    if a.unit == b.unit:
        return compare_numbers(a, b, tolerances, shown=_shown)
    if _same_sign(a, b) and a.number == b.number and a.number is not None:
        how = f"{_shown(a)} and {_shown(b)}: one sign leaves the country open"
        return Comparison(Level.REFINES, how)
    if _one_figure(a, b):
        how = f"{_shown(a)} and {_shown(b)}: one figure in two currencies"
        return Comparison(Level.CONFLICT, how)
    how = f"{_shown(a)} and {_shown(b)} are in different units"
    return Comparison(Level.NOT_COMPARABLE, how)


def _rate(facet: Facet) -> str:
    return facet.measure if facet.measure.startswith("per ") else ""


def _one_figure(a: Facet, b: Facet) -> bool:
    """20 million euros and $20 million are two sums; others may be converted."""
    plain = a.hedge is b.hedge is Hedge.NONE
    money = is_currency(a.unit) and is_currency(b.unit)
    return plain and money and a.number is not None and a.number == b.number


def _same_sign(a: Facet, b: Facet) -> bool:
    return b.unit in AMBIGUOUS.get(a.unit, ()) or a.unit in AMBIGUOUS.get(b.unit, ())


def keys(facet: Facet) -> frozenset[str]:
    """Block keys: unit and leading digits."""
    return number_keys(facet)
