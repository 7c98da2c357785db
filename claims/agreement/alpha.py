"""Krippendorff's alpha: any number of raters, ratings may be missing.

Alpha is 1 - D_o / D_e (Krippendorff 2011, "Computing Krippendorff's
Alpha-Reliability"). D_o is the mean difference between two ratings of one item, D_e
that between any two ratings at all; only items with two ratings or more count. What a
difference is depends on the scale: nominal, any; interval, the square of the distance;
ordinal, the square of the number of ratings that lie between, so that two steps nobody
uses are near.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from claims.agreement.types import ITEMS_LEAST, Unit

RATINGS_LEAST = 2  # of an item, or it cannot show agreement
SHAPES_KEPT = 4096  # two or three raters of five steps make fewer than 60


class Scale(StrEnum):
    """What the ratings are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


# The ratings of one item in order: who gave which does not matter to alpha.
Pattern = tuple[int, ...]


class Shape(NamedTuple):
    """A pattern by its counts, ready to be added up.

    counts  (value, how often); pairs  (value, other, weight) with value < other: the
    share of its ratings that disagree so, after Krippendorff's 1 / (m - 1)
    """

    counts: tuple[tuple[int, int], ...]
    pairs: tuple[tuple[int, int, float], ...]


def krippendorff_alpha(
    units: Iterable[Unit], *, scale: Scale = Scale.ORDINAL
) -> float | None:
    """Alpha, at most 1; 0 = as chance would have it, below 0 = worse.

    units  items, each with its ratings in any order, None for a missing one
    None when fewer than two items have two ratings, and when all ratings are the same.
    """
    return alpha_of(patterns_of(units), scale=scale)


def patterns_of(units: Iterable[Unit]) -> Counter[Pattern]:
    """How often each pattern of two ratings or more occurs."""
    return Counter(
        pattern
        for unit in units
        if len(pattern := tuple(sorted(v for v in unit if v is not None)))
        >= RATINGS_LEAST
    )


def alpha_of(patterns: Mapping[Pattern, int], *, scale: Scale) -> float | None:
    """Alpha of items given as patterns and their number; None as above."""
    totals: Counter[int] = Counter()
    for pattern, times in patterns.items():
        for value, count in shape_of(pattern).counts:
            totals[value] += count * times
    values = sorted(totals)
    if len(values) < 2 or sum(patterns.values()) < ITEMS_LEAST:
        return None
    distance = _distances(values, totals, scale)
    observed = fsum(
        times * weight * distance[one, other]
        for pattern, times in sorted(patterns.items())
        for one, other, weight in shape_of(pattern).pairs
    )
    expected = sum(
        totals[one] * totals[other] * apart for (one, other), apart in distance.items()
    )
    return 1 - (sum(totals.values()) - 1) * observed / expected


@lru_cache(maxsize=SHAPES_KEPT)
def shape_of(pattern: Pattern) -> Shape:
    """The counts and the disagreeing pairs of a pattern."""
    counts = tuple(sorted(Counter(pattern).items()))
    pairs = tuple(
        (one, other, n * m / (len(pattern) - 1))
        for place, (one, n) in enumerate(counts)
        for other, m in counts[place + 1 :]
    )
    return Shape(counts, pairs)


def _distances(
    values: Sequence[int], totals: Mapping[int, int], scale: Scale
) -> dict[tuple[int, int], float]:
    """The squared difference of every two values, the lower first."""
    places: dict[int, float] = {value: value for value in values}
    if scale is Scale.ORDINAL:
        below = 0
        for value in values:  # a value stands in the middle of its own ratings
            places[value] = below + totals[value] / 2
            below += totals[value]
    return {
        (one, other): 1.0
        if scale is Scale.NOMINAL
        else (places[other] - places[one]) ** 2
        for number, one in enumerate(values)
        for other in values[number + 1 :]
    }
