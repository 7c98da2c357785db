"""Ratings as dots over the scale of five. No Django.

Who gave the same value stands one above the other. A list of all ratings with their
values stands below every such picture.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The panel is narrow: the picture keeps its size there and on a phone alike.
WIDTH = 280
LEFT, STEP = 20, 60  # of the first value, from one to the next
DOT_ROW, AXIS_ROW = 15, 37  # heights: of a dot, of the axis with its numbers
TOP = 6  # above the highest dot's centre
OVER_AXIS = 11  # from the axis up to the centre of the lowest dot
LABEL = 11  # from a dot's centre to its initials
BASELINE = 4  # from a dot's centre down to the baseline of its initials
NUMBER = 20  # from the axis down to the baseline of its numbers


@dataclass(frozen=True, slots=True)
class Dot:
    """One rating. mark: m-report for the reader's own, m-event for others'."""

    x: int
    y: int
    label_x: int
    label_y: int
    label: str
    mark: str


@dataclass(frozen=True, slots=True)
class Spread:
    """The picture. ticks: (x, value) of the scale."""

    height: int
    axis: int
    numbers: int
    ticks: tuple[tuple[int, int], ...]
    dots: tuple[Dot, ...]


def spread(
    rated: Iterable[tuple[int, str, bool]], *, lowest: int, highest: int
) -> Spread | None:
    """The picture of (value, initials, own) in the order given; None without any."""
    rows = list(rated)
    if not rows:
        return None
    stack: Counter[int] = Counter()
    placed = []
    for value, initials, own in rows:
        placed.append((value, stack[value], initials, own))
        stack[value] += 1
    axis = TOP + (max(stack.values()) - 1) * DOT_ROW + OVER_AXIS + TOP
    return Spread(
        height=axis + AXIS_ROW - OVER_AXIS,
        axis=axis,
        numbers=axis + NUMBER,
        ticks=tuple((_x(value, lowest), value) for value in range(lowest, highest + 1)),
        dots=tuple(
            _dot(_x(value, lowest), axis - OVER_AXIS - above * DOT_ROW, initials, own)
            for value, above, initials, own in placed
        ),
    )


def _x(value: int, lowest: int) -> int:
    return LEFT + (value - lowest) * STEP


def _dot(x: int, y: int, initials: str, own: object) -> Dot:
    return Dot(
        x=x,
        y=y,
        label_x=x + LABEL,
        label_y=y + BASELINE,
        label=initials,
        mark="m-report" if own else "m-event",
    )
