"""Precision, recall and F1 of counts."""

import pytest

from claims.quality.types import Score


@pytest.mark.parametrize(
    ("right", "wrong", "missed", "precision", "recall", "f1"),
    [
        (0, 0, 0, 0, 0, 0),
        (0, 3, 4, 0, 0, 0),
        (5, 0, 0, 1, 1, 1),
        (3, 1, 0, 0.75, 1, 6 / 7),
        (3, 0, 1, 1, 0.75, 6 / 7),
        (1, 1, 3, 0.5, 0.25, 1 / 3),
    ],
)
def test_figures(right, wrong, missed, precision, recall, f1):
    score = Score("x", right=right, wrong=wrong, missed=missed)
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)
    assert score.f1 == pytest.approx(f1)
