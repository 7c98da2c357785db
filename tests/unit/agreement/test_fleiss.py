"""Fleiss' kappa against published examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.agreement.fleiss import fleiss_kappa
from tests.unit.agreement.published import PATIENTS, TEN_ITEMS, items


def test_the_psychiatric_diagnoses_of_1971() -> None:
    patients = [items(counts) for counts in PATIENTS.split()]
    totals = [sum(unit.count(place) for unit in patients) for place in range(5)]
    assert totals == [26, 26, 30, 55, 43]  # the margins of the paper, of 180
    assert f"{fleiss_kappa(patients):.3f}" == "0.430"


def test_the_example_of_the_textbooks() -> None:
    assert f"{fleiss_kappa([items(counts) for counts in TEN_ITEMS]):.3f}" == "0.210"


@pytest.mark.parametrize(
    ("units", "kappa"),
    [
        ([(1, 1, 1), (2, 2, 2)], 1.0),
        ([(1, 2), (2, 1)], -1.0),
        ([(3, 3), (3, 3)], None),
        ([(1, 2, 3)], None),  # one item alone
        ([], None),
    ],
)
def test_small_tables(units: list[tuple[int]], kappa: float | None) -> None:
    assert fleiss_kappa(units) == kappa


@pytest.mark.parametrize(
    "units",
    [
        [(1, 1), (2, 2, 2)],
        [(1, None), (2, 2)],
        [(1,), (2,)],
        [()],
    ],
)
def test_what_it_does_not_take(units: list[tuple[int]]) -> None:
    with pytest.raises(ValueError, match="Fleiss"):
        fleiss_kappa(units)


@given(units=st.lists(st.tuples(*[st.integers(1, 5)] * 3), max_size=12))
def test_the_raters_are_alike(units: list[tuple[int, int, int]]) -> None:
    turned = [(c, a, b) for a, b, c in units]
    assert fleiss_kappa(units) == fleiss_kappa(turned)
