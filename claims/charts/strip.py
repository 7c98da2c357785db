"""The values of one facet on a number or date axis, an outlet a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from claims.charts.canvas import (
    AXIS,
    CHARACTER,
    GAP,
    LEFT,
    MIDDLE,
    NAME_CHARACTERS,
    RIGHT,
    ROW,
    TOP,
    Scale,
    Tick,
    day_ticks,
    line_y,
    nice_step,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# In so many days on 280 units a day is 20 wide, the width of a mark with its edge.
DAYS_SHADED = 14


@dataclass(frozen=True, slots=True)
class Value:
    """What an outlet prints: number, or the days since the epoch; None = nothing.

    mark is the class of the relation; low and high bound what a hedge allows.
    """

    outlet: str
    text: str = ""
    number: float | None = None
    low: float | None = None
    high: float | None = None
    mark: str = "states"


@dataclass(frozen=True, slots=True)
class Dot:
    """One outlet's line in a strip plot."""

    name: str
    y: int
    x: int | None = None
    low: int | None = None
    high: int | None = None
    mark: str = "states"
    label: str = ""
    label_x: int = 0
    anchor: str = "start"

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE

    @property
    def diamond(self) -> str:
        return f"M{self.x} {self.y - 7}l7 7-7 7-7-7z"

    @property
    def box(self) -> tuple[int, int]:
        return (self.x or 0) - 5, self.y - 5


@dataclass(frozen=True, slots=True)
class Strip:
    """The values of one facet, an outlet a line.

    bands: (x, width) of every other day, where a day is wide enough to be a column.
    """

    height: int
    axis: int
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    bands: tuple[tuple[int, int], ...] = ()


def number_strip(values: Sequence[Value], *, unit: str = "") -> Strip:
    """A strip plot of numbers. The axis begins at zero unless a value is below it."""
    numbers = _numbers(values)
    step = nice_step(max(numbers) - min(0.0, *numbers))
    low = floor(min(0.0, *numbers) / step) * step
    high = max(ceil(max(numbers) / step) * step, low + step)
    scale = Scale(low, high)
    marks = [low + step * n for n in range(round((high - low) / step) + 1)]
    ticks = [Tick(scale.x(mark), f"{mark:,.10g}") for mark in marks]
    if unit:
        ticks[-1] = Tick(RIGHT + 8, f"{ticks[-1].label} {unit}", anchor="end")
    return _strip(values, scale, ticks)


def day_strip(values: Sequence[Value]) -> Strip:
    """A strip plot of days (as ordinals)."""
    numbers = _numbers(values)
    scale = Scale(min(numbers) - 1, max(numbers) + 1)
    strip = _strip(values, scale, day_ticks(scale))
    return replace(strip, bands=_bands(scale))


def _bands(scale: Scale) -> tuple[tuple[int, int], ...]:
    first, last = ceil(scale.low), floor(scale.high)
    if last - first > DAYS_SHADED:
        return ()
    bounds = (
        (max(LEFT, scale.x(day - 0.5)), min(RIGHT, scale.x(day + 0.5)))
        for day in range(first, last, 2)
    )
    return tuple((left, right - left) for left, right in bounds)


def _numbers(values: Sequence[Value]) -> list[float]:
    return [
        number
        for value in values
        for number in (value.number, value.low, value.high)
        if number is not None
    ]


def _strip(values: Sequence[Value], scale: Scale, ticks: list[Tick]) -> Strip:
    axis = TOP + ROW * len(values)
    return Strip(
        height=axis + AXIS,
        axis=axis,
        ticks=tuple(ticks),
        dots=tuple(_dot(value, line_y(n), scale) for n, value in enumerate(values)),
    )


def _dot(value: Value, y: int, scale: Scale) -> Dot:
    name = shortened(value.outlet, NAME_CHARACTERS)
    if value.number is None:
        return Dot(name=name, y=y, label=_("gives none"), label_x=LEFT + GAP)
    x = scale.x(value.number)
    low = None if value.low is None else scale.x(value.low)
    high = None if value.high is None else scale.x(value.high)
    before, after = (x if low is None else low), (x if high is None else high)
    rightward = RIGHT - after >= before - LEFT
    room = (RIGHT - after if rightward else before - LEFT) - GAP
    return Dot(
        name=name,
        y=y,
        x=x,
        low=low,
        high=high,
        mark=value.mark,
        label=shortened(f"“{value.text}”", max(4, int(room / CHARACTER))),
        label_x=after + GAP if rightward else before - GAP,
        anchor="start" if rightward else "end",
    )
