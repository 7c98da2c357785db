"""Agreement drawn: coefficients with their intervals, by kind and by month. No Django.

A coefficient on few claims is drawn dashed. One that is not defined has no mark: its
line says so in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from claims.charts.canvas import MIDDLE, Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

# Krippendorff 2004, "Content Analysis", p. 241: from .667 on tentative conclusions.
TENTATIVE = 0.667
NAMES_END, LEFT, RIGHT = 122, 132, 340  # names, then the plot, then the figures
FIGURE_X, COUNT_X = 352, 396
TOP, ROW, AXIS = 22, 30, 22  # heights: above the first line, of a line, below the last
MONTHS_LEFT, MONTHS_RIGHT = 44, 430
MONTHS_TOP, MONTHS_HEIGHT = 16, 150
WORST = -1.0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient and its bounds; text and count are what its line says."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    text: str = ""
    count: str = ""
    few: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One estimate, drawn from left to right."""

    name: str
    y: int
    x: int | None
    low: int | None
    high: int | None
    text: str
    count: str
    few: bool

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE


@dataclass(frozen=True, slots=True)
class Forest:
    """Estimates below each other on one scale."""

    height: int
    axis: int
    goal: int
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One month; y is None where the coefficient is not defined."""

    x: int
    label: str
    y: int | None
    low: int | None
    high: int | None
    few: bool


@dataclass(frozen=True, slots=True)
class Course:
    """Estimates after each other, joined where neighbours are defined."""

    height: int
    axis: int
    goal: int
    ticks: tuple[tuple[int, str], ...]
    points: tuple[Point, ...]
    paths: tuple[tuple[str, bool], ...]


def forest(estimates: Sequence[Estimate]) -> Forest:
    """A line for each estimate, in their order."""
    low, marks = _axis(estimates)

    def x(value: float | None) -> int | None:
        if value is None:
            return None
        return round(LEFT + (value - low) / (1 - low) * (RIGHT - LEFT))

    axis = TOP + ROW * len(estimates)
    return Forest(
        height=axis + AXIS,
        axis=axis,
        goal=x(TENTATIVE) or 0,
        ticks=tuple(Tick(x(mark) or 0, f"{mark:g}") for mark in marks),
        lines=tuple(
            Line(
                name=each.name,
                y=TOP + ROW * number + ROW // 2,
                x=x(each.value),
                low=x(each.low),
                high=x(each.high),
                text=each.text,
                count=each.count,
                few=each.few,
            )
            for number, each in enumerate(estimates)
        ),
    )


def course(estimates: Sequence[Estimate]) -> Course:
    """A column for each estimate, the earliest left."""
    low, marks = _axis(estimates)
    axis = MONTHS_TOP + MONTHS_HEIGHT
    step = (MONTHS_RIGHT - MONTHS_LEFT) / max(len(estimates), 1)

    def y(value: float | None) -> int | None:
        if value is None:
            return None
        return round(axis - (value - low) / (1 - low) * MONTHS_HEIGHT)

    points = tuple(
        Point(
            x=round(MONTHS_LEFT + step * (number + 0.5)),
            label=each.name,
            y=y(each.value),
            low=y(each.low),
            high=y(each.high),
            few=each.few,
        )
        for number, each in enumerate(estimates)
    )
    return Course(
        height=axis + AXIS,
        axis=axis,
        goal=y(TENTATIVE) or 0,
        ticks=tuple((y(mark) or 0, f"{mark:g}") for mark in marks),
        points=points,
        paths=tuple(_joined(points)),
    )


def _axis(estimates: Sequence[Estimate]) -> tuple[float, list[float]]:
    """Where the scale begins and its marks: at 0, or lower for what is worse."""
    values = [n for e in estimates for n in (e.value, e.low) if n is not None]
    worst = min(values, default=0.0)
    if worst >= 0:
        return 0.0, [0, 0.25, 0.5, 0.75, 1]
    low = max(floor(worst * 2) / 2, WORST)
    return low, [low + 0.5 * n for n in range(round((1 - low) / 0.5) + 1)]


def _joined(points: Sequence[Point]) -> list[tuple[str, bool]]:
    """A stroke between every two neighbours, dashed where one of them is on few."""
    return [
        (f"M{a.x} {a.y}L{b.x} {b.y}", a.few or b.few)
        for a, b in pairwise(points)
        if a.y is not None and b.y is not None
    ]
