"""Krippendorff's alpha against its author's example, and what must always hold."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agreement.alpha import Scale, krippendorff_alpha
from claims.agreement.types import Undefined, why_undefined
from tests.unit.agreement.published import KRIPPENDORFF

N = None
SCALES = list(Scale)
rating = st.one_of(st.none(), st.integers(1, 5))
table = st.lists(st.lists(rating, min_size=0, max_size=4), max_size=12)


@pytest.mark.parametrize(
    ("scale", "printed"),
    [(Scale.NOMINAL, "0.743"), (Scale.ORDINAL, "0.815"), (Scale.INTERVAL, "0.849")],
)
def test_the_example_of_its_author(scale: Scale, printed: str) -> None:
    assert f"{krippendorff_alpha(KRIPPENDORFF, scale=scale):.3f}" == printed


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        ([(1, 1), (5, 5)], 1.0),
        ([(1, 1, 1), (2, 2), (N, 4, N, 4)], 1.0),
        ([(1, 5), (5, 1)], -0.5),  # as bad as two items can be
        ([(1, 1), (5, 5), (3, N), (N,), ()], 1.0),  # who is alone says nothing
    ],
)
def test_small_tables(units: list[tuple[int]], alpha: float, scale: Scale) -> None:
    assert krippendorff_alpha(units, scale=scale) == pytest.approx(alpha)


@pytest.mark.parametrize(
    ("near", "far"),
    [
        ([(4, 5), (1, 1), (2, 2)], [(1, 5), (1, 1), (2, 2)]),
        ([(2, 3), (1, 1), (5, 5)], [(1, 5), (1, 1), (5, 5)]),
    ],
)
@pytest.mark.parametrize("scale", [Scale.ORDINAL, Scale.INTERVAL])
def test_far_apart_is_worse_than_near(
    near: list[tuple[int]], far: list[tuple[int]], scale: Scale
) -> None:
    better = krippendorff_alpha(near, scale=scale)
    assert better > krippendorff_alpha(far, scale=scale)


@pytest.mark.parametrize(
    ("units", "why"),
    [
        ([], Undefined.NOTHING_SHARED),
        ([(3, N), (N, 4), (2,)], Undefined.NOTHING_SHARED),
        ([(4, 4), (4, 4)], Undefined.NO_VARIATION),
        ([(4, 4), (1, N)], Undefined.ONE_ITEM),
        ([(1, 5, 3)], Undefined.ONE_ITEM),
    ],
)
@pytest.mark.parametrize("scale", SCALES)
def test_where_it_is_not_defined(
    units: list[tuple[int]], why: Undefined, scale: Scale
) -> None:
    assert krippendorff_alpha(units, scale=scale) is None
    assert why_undefined(units) == why


@pytest.mark.parametrize("scale", SCALES)
@given(units=table, seed=st.integers(0, 99))
def test_who_rated_and_in_which_order_does_not_matter(
    scale: Scale, units: list[list[int | None]], seed: int
) -> None:
    shuffle = Random(seed)
    mixed = [shuffle.sample(unit, len(unit)) for unit in units]
    shuffle.shuffle(mixed)
    assert krippendorff_alpha(mixed, scale=scale) == krippendorff_alpha(
        units, scale=scale
    )


@pytest.mark.parametrize("scale", SCALES)
@given(units=table)
def test_it_is_a_number_up_to_one_or_says_why_not(
    scale: Scale, units: list[list[int | None]]
) -> None:
    alpha = krippendorff_alpha(units, scale=scale)
    assert (alpha is None) == (why_undefined(units) is not None)
    if alpha is not None:
        assert math.isfinite(alpha)
        assert alpha <= 1


@pytest.mark.parametrize("scale", SCALES)
@given(units=table, alone=st.integers(1, 5))
def test_an_item_of_one_rater_changes_nothing(
    scale: Scale, units: list[list[int | None]], alone: int
) -> None:
    assert krippendorff_alpha([*units, [alone, N]], scale=scale) == krippendorff_alpha(
        units, scale=scale
    )


@given(values=st.lists(st.integers(1, 5), min_size=2, max_size=12))
def test_perfect_agreement_is_one(values: list[int]) -> None:
    units = [(value, value, value) for value in values]
    for scale in SCALES:
        expected = 1.0 if len(set(values)) > 1 else None
        assert krippendorff_alpha(units, scale=scale) == expected
