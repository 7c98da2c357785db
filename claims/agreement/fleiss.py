"""Fleiss' kappa: many raters, nominal, every item rated by the same number of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.agreement.types import ITEMS_LEAST, Unit

RATERS_LEAST = 2


def fleiss_kappa(units: Sequence[Unit]) -> float | None:
    """Kappa after Fleiss 1971, at most 1; 0 = as chance would have it.

    units  items, each with its ratings in any order
    None with fewer than two items, and when all ratings are the same. Raises ValueError
    when a rating is missing, when items have different numbers of ratings, or fewer
    than two: kappa knows no missing ratings, alpha does.
    """
    if not units:
        return None
    raters = len(units[0])
    if raters < RATERS_LEAST:
        raise ValueError("Fleiss' kappa needs two ratings of every item.")
    if any(len(unit) != raters or None in unit for unit in units):
        raise ValueError("Fleiss' kappa needs the same number of ratings of all items.")
    totals = Counter(value for unit in units for value in unit)
    agreeing = sum(
        count * (count - 1) for unit in units for count in Counter(unit).values()
    )
    ratings = len(units) * raters
    observed = agreeing / (ratings * (raters - 1))
    chance = sum(count * count for count in totals.values())
    if chance == ratings * ratings or len(units) < ITEMS_LEAST:
        return None
    expected = chance / (ratings * ratings)
    return (observed - expected) / (1 - expected)
