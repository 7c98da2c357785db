"""Figures beside the bounds set for them, as bars."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from claims.charts.canvas import AXIS, GAP, TOP, Scale, Tick, nice_step

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR, BAR_ROW = 10, 46  # heights: of a bar, and of it with the line of words above it
BAR_WORDS = 9  # from a bar up to the words above it
BOUND = 4  # how far a bound's line stands out


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure beside the bounds set for it; reached None = not measured.

    least has to be reached, aim is hoped for; met = what has to be reached is.
    """

    name: str
    text: str
    reached: float | None
    least: float
    aim: float | None = None
    met: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: its name and words on a line, below them the bar and the bounds."""

    name: str
    text: str
    y: int
    width: int | None
    least: int
    aim: int | None
    met: bool

    @property
    def baseline(self) -> int:
        return self.y - BAR_WORDS

    @property
    def ends(self) -> tuple[int, int]:
        """Of a bound's line, which stands out above and below the bar."""
        return self.y - BOUND, self.y + BAR + BOUND


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures on one scale from zero."""

    height: int
    axis: int
    left: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def bars(
    measures: Sequence[Measure], *, full: float = 0.0, percent: bool = False
) -> Bars:
    """Bars on one scale from zero to `full`, or to a round number that holds all.

    percent: the scale tells shares as percentages.
    """
    bounds = [n for m in measures for n in (m.reached, m.least, m.aim) if n is not None]
    step = nice_step(full or max(bounds, default=1.0))
    high = full or max(ceil(max(bounds, default=1.0) / step), 1) * step
    scale = Scale(0.0, high, left=-GAP)
    marks = [step * n for n in range(round(high / step) + 1)]
    axis = TOP + BAR_ROW * len(measures)
    return Bars(
        height=axis + AXIS,
        axis=axis,
        left=scale.x(0.0),
        ticks=tuple(_tick(mark, scale, percent=percent) for mark in marks),
        bars=tuple(_bar(m, TOP + BAR_ROW * n, scale) for n, m in enumerate(measures)),
    )


def _tick(mark: float, scale: Scale, *, percent: bool) -> Tick:
    anchor = "start" if mark == 0 else "end" if mark >= scale.high else "middle"
    label = f"{100 * mark:.10g}%" if percent else f"{mark:.10g}"
    return Tick(scale.x(mark), label, anchor=anchor)


def _bar(measure: Measure, top: int, scale: Scale) -> Bar:
    zero = scale.x(0.0)
    return Bar(
        name=measure.name,
        text=measure.text,
        y=top + BAR_ROW - BAR - BAR_WORDS,
        width=None if measure.reached is None else scale.x(measure.reached) - zero,
        least=scale.x(measure.least),
        aim=None if measure.aim is None else scale.x(measure.aim),
        met=measure.met,
    )
