"""The sheet that every picture is drawn on.

A picture is 440 units wide, so that its words keep their size on a phone of 390 pixels;
colours and strokes come from css/charts.css by class name. Every coordinate is an
integer, and every picture has a table below it that says the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from django.utils.formats import date_format
from django.utils.translation import pgettext

WIDTH = 440
LEFT, RIGHT = 150, 430  # the plot; left of it stand the names
TOP, ROW, AXIS = 10, 34, 26  # heights: above the first row, of a row, below the last
NAME_CHARACTERS = 19  # at 13 to 15 pixels what fits left of the plot
CHARACTER = 7.4  # mean width of a printed character, measured on the serif at 13–15
GAP = 12  # between a mark and its words
TICKS = 4  # about so many
MIDDLE = 5  # from a text's baseline up to the middle of its letters


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis and its words."""

    x: int
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from a range of numbers to the plot."""

    low: float
    high: float
    left: int = LEFT

    def x(self, number: float) -> int:
        share = (number - self.low) / (self.high - self.low)
        return round(self.left + GAP + share * (RIGHT - self.left - 2 * GAP))


def shortened(text: str, characters: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def line_y(line: int) -> int:
    """The middle of a line of the plot."""
    return TOP + ROW * line + ROW // 2


def nice_step(width: float) -> float:
    """A step of 1, 2 or 5 times a power of ten that makes about TICKS steps."""
    rough = max(width, 1e-9) / TICKS
    power = 10.0 ** floor(log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)


def day_ticks(scale: Scale) -> list[Tick]:
    """About TICKS days on a scale of days as ordinals."""
    first, last = ceil(scale.low), floor(scale.high)
    step = max(1, ceil((last - first) / TICKS))
    ticks = []
    for ordinal in range(first, last + 1, step):
        day = date.min + timedelta(days=ordinal - 1)
        form = (
            pgettext("an axis", "j M Y") if step > 120 else pgettext("an axis", "j M")
        )
        label = date_format(day, form)
        ticks.append(Tick(scale.x(ordinal), label))
    return ticks
