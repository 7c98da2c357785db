"""The interval of an alpha: items drawn again with replacement, percentiles of alpha.

Items are drawn, not single ratings: the ratings of one item belong together, and it is
the choice of items that makes the coefficient move. The seed is an argument: the same
ratings give the same interval on every page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from random import Random
from typing import NamedTuple

from claims.agreement.alpha import Pattern, Scale, alpha_of, patterns_of
from claims.agreement.types import Unit

# Measured on tables of two raters and five steps, 12 seeds each: the bounds scatter by
# .011 with 20 items and by .003 with 100 (200 replicates: .024 and .007; 5000: .005 and
# .002, at five times the cost), so that the second digit shown holds. 0.1 s for 500.
REPLICATES = 1000
# Of many items fewer replicates do (500 items: .002 with 200), so that a page never
# waits for more draws than these: 0.1 s.
DRAWS = 500_000
REPLICATES_LEAST = 200
COVERED = 0.95
# A replicate in which nothing varies has no alpha. With a single item that varies 37%
# of them have none (1 / e), with two 14%: one item is no ground for an interval.
DEFINED_LEAST = 0.75
# Distinct sets of items whose interval is kept: facet kinds × a few readers.
KEPT = 256


class Interval(NamedTuple):
    low: float
    high: float


def alpha_interval(
    units: Iterable[Unit],
    *,
    seed: int,
    scale: Scale = Scale.ORDINAL,
    replicates: int | None = None,
) -> Interval | None:
    """The bounds between which 95% of the replicates lie.

    replicates  None = REPLICATES, fewer where there are many items
    None when alpha itself is not defined, when there is only one item to draw from, and
    when a quarter of the replicates have none. The order of the items does not matter.
    """
    patterns = tuple(sorted(patterns_of(units).items()))
    if replicates is None:
        items = sum(times for _, times in patterns)
        enough = DRAWS // max(items, 1)
        replicates = max(REPLICATES_LEAST, min(REPLICATES, enough))
    return _interval(patterns, seed, scale, replicates)


@lru_cache(maxsize=KEPT)
def _interval(
    patterns: tuple[tuple[Pattern, int], ...], seed: int, scale: Scale, replicates: int
) -> Interval | None:
    items = sum(times for _, times in patterns)
    if alpha_of(dict(patterns), scale=scale) is None:
        return None
    draw = Random(seed)
    drawn = [pattern for pattern, times in patterns for _ in range(times)]
    alphas = sorted(
        alpha
        for _ in range(replicates)
        if (alpha := alpha_of(Counter(draw.choices(drawn, k=items)), scale=scale))
        is not None
    )
    if len(alphas) < DEFINED_LEAST * replicates:
        return None
    outside = (1 - COVERED) / 2
    last = len(alphas) - 1
    return Interval(alphas[round(outside * last)], alphas[round((1 - outside) * last)])
