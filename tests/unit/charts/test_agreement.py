"""Agreement drawn: where marks stand, what is dashed, what has none."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.charts.agreement import LEFT, RIGHT, Estimate, course, forest


def test_a_line_for_each_estimate() -> None:
    drawn = forest(
        [
            Estimate("All", 0.5, 0.25, 1.0, "0.50", "40"),
            Estimate("date", 1.0, 1.0, 1.0, "1.00", "3, few", few=True),
            Estimate("amount", None, text="–", count="1, few", few=True),
        ]
    )
    first, second, third = drawn.lines
    middle = (LEFT + RIGHT) // 2
    assert (first.x, first.low, first.high) == (middle, LEFT + 52, RIGHT)
    assert (second.x, second.few) == (RIGHT, True)
    assert (third.x, third.low, third.high, third.text) == (None, None, None, "–")
    assert first.y < second.y < third.y < drawn.axis < drawn.height
    assert [tick.label for tick in drawn.ticks] == ["0", "0.25", "0.5", "0.75", "1"]
    assert LEFT < drawn.goal < RIGHT


@pytest.mark.parametrize(
    ("lowest", "first"), [(0.0, "0"), (-0.1, "-0.5"), (-0.5, "-0.5"), (-0.9, "-1")]
)
def test_worse_than_chance_has_its_place(lowest: float, first: str) -> None:
    drawn = forest([Estimate("All", 0.2, lowest, 0.8)])
    assert drawn.ticks[0].label == first
    assert drawn.ticks[-1].label == "1"
    assert drawn.lines[0].low >= LEFT


def test_months_are_joined_where_both_are_defined() -> None:
    drawn = course(
        [
            Estimate("Jan", 0.4),
            Estimate("Feb", 0.8),
            Estimate("Mar", None),
            Estimate("Apr", 0.6, few=True),
            Estimate("May", 0.7),
        ]
    )
    assert [few for _, few in drawn.paths] == [False, True]
    jan, feb, mar, *_ = drawn.points
    assert jan.y > feb.y  # higher is better
    assert mar.y is None
    xs = [point.x for point in drawn.points]
    assert xs == sorted(set(xs))
    assert len({round(b - a, -1) for a, b in pairwise(xs)}) == 1


@pytest.mark.parametrize("draw", [forest, course])
def test_nothing_to_draw(draw: object) -> None:
    drawn = draw([])
    assert drawn.height > drawn.axis > 0
