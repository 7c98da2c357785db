"""The interval of an alpha: items drawn again with replacement, percentiles of alpha.

Items are drawn, not single ratings: the ratings of one item belong together, and it is
the choice of items that makes the coefficient move. How often each pattern of ratings
is drawn is one multinomial draw a replicate, so the cost does not grow with the items.
The seed is an argument: the same ratings give the same interval on every page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from claims.agreement.alpha import Pattern, Scale, alpha_of, patterns_of, shape_of
from claims.agreement.types import Unit

# Measured on tables of two raters and five steps, 12 seeds each: the bounds scatter by
# .015 with 20 items and by .003 with 100 (200 replicates: .026 and .006; 5000: .005 and
# .002), so that the second digit shown holds where items are not few. 0.01 s.
REPLICATES = 1000
COVERED = 0.95
# A replicate in which nothing varies has no alpha. With a single item that varies 37%
# of them have none (1 / e), with two 14%: one item is no ground for an interval.
DEFINED_LEAST = 0.75

Numbers = npt.NDArray[np.float64]


class Interval(NamedTuple):
    low: float
    high: float


def alpha_interval(
    units: Iterable[Unit],
    *,
    seed: int,
    scale: Scale = Scale.ORDINAL,
    replicates: int = REPLICATES,
) -> Interval | None:
    """The bounds between which 95% of the replicates lie.

    None when alpha itself is not defined, and when more than a quarter of the
    replicates have none. The order of the items does not matter.
    """
    patterns = dict(sorted(patterns_of(units).items()))
    if alpha_of(patterns, scale=scale) is None:
        return None
    alphas = _replicates(patterns, seed=seed, scale=scale, replicates=replicates)
    if len(alphas) < DEFINED_LEAST * replicates:
        return None
    outside = (1 - COVERED) / 2
    last = len(alphas) - 1
    return Interval(
        float(alphas[round(outside * last)]),
        float(alphas[round((1 - outside) * last)]),
    )


def _replicates(
    patterns: Mapping[Pattern, int], *, seed: int, scale: Scale, replicates: int
) -> Numbers:
    """The alphas of the replicates that have one, ascending. As `alpha_of`, by rows."""
    values = sorted({value for pattern in patterns for value in pattern})
    place = {value: number for number, value in enumerate(values)}
    counts = np.zeros((len(patterns), len(values)))
    apart = np.zeros((len(patterns), len(values), len(values)))
    for row, pattern in enumerate(patterns):
        shape = shape_of(pattern)
        for value, count in shape.counts:
            counts[row, place[value]] = count
        for one, other, weight in shape.pairs:
            apart[row, place[one], place[other]] = weight
    items = sum(patterns.values())
    shares = np.array(list(patterns.values())) / items
    # RandomState's streams are frozen; those of numpy's newer generators may change.
    drawn = np.random.RandomState(seed).multinomial(items, shares, size=replicates)
    totals = drawn @ counts
    distance = _distances(totals, values, scale)
    observed = np.einsum("rp,pij,rij->r", drawn, apart, distance, optimize=True)
    upper = np.triu(np.ones((len(values), len(values))), k=1)
    expected = np.einsum(
        "ri,rj,rij,ij->r", totals, totals, distance, upper, optimize=True
    )
    defined = expected > 0
    ratings = totals.sum(axis=1)
    alphas: Numbers = 1 - (ratings - 1)[defined] * observed[defined] / expected[defined]
    return np.sort(alphas)


def _distances(totals: Numbers, values: list[int], scale: Scale) -> Numbers:
    """The squared difference of every two values, a replicate a matrix."""
    if scale is Scale.NOMINAL:
        same = np.eye(len(values))
        return np.broadcast_to(1 - same, (len(totals), *same.shape))
    if scale is Scale.INTERVAL:
        places = np.broadcast_to(np.array(values, dtype=float), totals.shape)
    else:
        places = np.cumsum(totals, axis=1) - totals / 2
    apart: Numbers = places[:, :, None] - places[:, None, :]
    return apart * apart
