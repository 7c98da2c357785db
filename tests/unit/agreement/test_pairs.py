"""Two raters: shares and Cohen's kappa, against published examples and identities."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agreement.pairs import (
    Weights,
    cohen_kappa,
    percent_agreement,
    within_one,
)
from tests.unit.agreement.published import COHEN, COUPLES, pairs

N = None
pair = st.tuples(st.integers(1, 5), st.integers(1, 5))
ratings = st.lists(pair, max_size=15)


@pytest.mark.parametrize(
    ("table", "weights", "printed"),
    [
        (COHEN, Weights.NONE, "0.492"),
        (((20, 5), (10, 15)), Weights.NONE, "0.400"),
        (COUPLES, Weights.NONE, "0.129"),
        (COUPLES, Weights.LINEAR, "0.237"),
    ],
)
def test_published_examples(
    table: tuple[tuple[int]], weights: Weights, printed: str
) -> None:
    assert f"{cohen_kappa(pairs(table), weights=weights):.3f}" == printed


@given(table=ratings)
def test_quadratic_weights_give_the_concordance_coefficient(
    table: list[tuple[int, int]],
) -> None:
    """Lin 1989: 2 cov / (var + var + squared difference of the means)."""
    kappa = cohen_kappa(table, weights=Weights.QUADRATIC)
    n = len(table)
    ours, theirs = [a for a, _ in table], [b for _, b in table]
    mean, other = Fraction(sum(ours), n or 1), Fraction(sum(theirs), n or 1)
    below = (
        sum((a - mean) ** 2 for a in ours)
        + sum((b - other) ** 2 for b in theirs)
        + n * (mean - other) ** 2
    )
    if not below or n < 2:
        assert kappa is None
    else:
        above = 2 * sum((a - mean) * (b - other) for a, b in table)
        assert kappa == pytest.approx(float(above / below), abs=1e-12)


@pytest.mark.parametrize(
    ("given_", "same", "near"),
    [
        ([(1, 1), (2, 3), (1, 5), (4, 4)], 0.5, 0.75),
        ([(5, 5)], 1.0, 1.0),
        ([(1, 2)], 0.0, 1.0),
        ([(1, N), (N, 2), (3, 3)], 1.0, 1.0),  # missing ratings count on no side
        ([(1, N)], None, None),
        ([], None, None),
    ],
)
def test_shares(
    given_: list[tuple[int]], same: float | None, near: float | None
) -> None:
    assert percent_agreement(given_) == same
    assert within_one(given_) == near


@pytest.mark.parametrize("weights", list(Weights))
@pytest.mark.parametrize(
    ("given_", "kappa"),
    [
        ([(1, 1), (5, 5)], 1.0),
        ([(1, 5), (5, 1)], -1.0),
        ([(1, 1), (1, 5), (5, 1), (5, 5)], 0.0),
        ([(1, 1), (5, 5), (3, N)], 1.0),
        ([(4, 4), (4, 4)], None),  # no variation: chance is certain too
        ([(4, N), (N, 4)], None),
        ([(1, 5)], None),  # one item alone
        ([(1, 5), (N, 4)], None),
        ([], None),
    ],
)
def test_kappa_of_small_tables(
    given_: list[tuple[int]], kappa: float | None, weights: Weights
) -> None:
    assert cohen_kappa(given_, weights=weights) == kappa


def test_one_rater_who_never_varies_is_no_better_than_chance() -> None:
    assert cohen_kappa([(4, 4), (4, 5), (4, 3)]) == 0


@pytest.mark.parametrize("weights", list(Weights))
@given(table=ratings)
def test_the_two_raters_are_alike(
    weights: Weights, table: list[tuple[int, int]]
) -> None:
    turned = [(b, a) for a, b in reversed(table)]
    assert cohen_kappa(turned, weights=weights) == cohen_kappa(table, weights=weights)


@given(table=ratings)
def test_within_one_is_never_rarer_than_the_same(table: list[tuple[int, int]]) -> None:
    same, near = percent_agreement(table), within_one(table)
    assert (same is None) == (near is None) == (not table)
    assert same is None or same <= near
