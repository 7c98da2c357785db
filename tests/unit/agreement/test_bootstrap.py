"""The interval of an alpha: deterministic, around it, narrower with more items."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from claims.agreement.alpha import Scale, krippendorff_alpha
from claims.agreement.bootstrap import alpha_interval
from claims.agreement.types import is_few
from tests.unit.agreement.published import KRIPPENDORFF

N = None


def rated(items: int) -> list[tuple[int, int]]:
    """Two raters of five steps who are at most two apart, the same for every run."""
    draw = Random(items)
    return [
        tuple(min(5, max(1, true + draw.choice([-1, 0, 0, 0, 1]))) for _ in range(2))
        for true in (draw.randint(1, 5) for _ in range(items))
    ]


@pytest.mark.parametrize("items", [20, 60, 200])
def test_it_lies_around_alpha(items: int) -> None:
    units = rated(items)
    interval = alpha_interval(units, seed=1)
    assert interval.low < krippendorff_alpha(units) < interval.high <= 1


def test_the_same_seed_gives_the_same_interval_in_any_order() -> None:
    units = rated(40)
    again = [tuple(reversed(unit)) for unit in reversed(units)]
    assert alpha_interval(units, seed=7) == alpha_interval(again, seed=7)
    assert alpha_interval(units, seed=7) != alpha_interval(units, seed=8)


def test_more_items_make_it_narrower() -> None:
    few, many = (alpha_interval(rated(n), seed=1) for n in (20, 200))
    assert many.high - many.low < (few.high - few.low) / 2


def test_ratings_may_be_missing() -> None:
    interval = alpha_interval(KRIPPENDORFF, seed=1)
    assert interval.low < 0.815 < interval.high


def test_perfect_agreement_has_no_width() -> None:
    assert alpha_interval([(v, v) for v in (1, 2, 3, 4, 5)], seed=1) == (1.0, 1.0)


@pytest.mark.parametrize(
    "units",
    [
        [],
        [(1, N), (2,)],
        [(4, 4)] * 30,  # nothing varies
        [(1, 5)],  # one item: nothing to draw from
        [(4, 4)] * 30 + [(5, 5)],  # without that one item nothing varies
        [(1, 1), (5, 5)],
    ],
)
def test_where_there_is_none(units: list[tuple[int]]) -> None:
    assert alpha_interval(units, seed=1) is None


def test_two_items_that_vary_are_enough() -> None:
    interval = alpha_interval([(4, 4)] * 30 + [(5, 5)] * 2, seed=1)
    assert interval == (1.0, 1.0)


@pytest.mark.parametrize(("items", "few"), [(0, True), (19, True), (20, False)])
def test_what_few_is(items: int, *, few: bool) -> None:
    assert is_few(items) is few


@pytest.mark.parametrize("scale", list(Scale))
def test_a_replicate_is_the_alpha_of_the_items_drawn(scale: Scale) -> None:
    """One replicate: its alpha is that of some choice of as many items."""
    units = [(1, 1), (1, 5), (4, 4)]
    possible = {
        round(alpha, 12)
        for drawn in product(units, repeat=len(units))
        if (alpha := krippendorff_alpha(drawn, scale=scale)) is not None
    }
    found = {
        round(bound, 12)
        for seed in range(40)
        if (interval := alpha_interval(units, seed=seed, scale=scale, replicates=1))
        for bound in interval
    }
    assert found <= possible
    assert len(found) > 2
