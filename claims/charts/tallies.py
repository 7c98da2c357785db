"""Counts of kinds of one thing, a horizontal bar each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.charts.canvas import (
    GAP,
    LEFT,
    MIDDLE,
    NAME_CHARACTERS,
    RIGHT,
    ROW,
    TOP,
    line_y,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR = 16  # height
FIGURES = 44  # room behind the longest bar for its count


@dataclass(frozen=True, slots=True)
class Tally:
    """One bar; width 0 for none."""

    name: str
    count: int
    y: int
    width: int

    @property
    def top(self) -> int:
        return self.y - BAR // 2

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE

    @property
    def count_x(self) -> int:
        return LEFT + self.width + GAP // 2


@dataclass(frozen=True, slots=True)
class Tallies:
    height: int
    bars: tuple[Tally, ...]


def tallies(counts: Sequence[tuple[str, int]]) -> Tallies:
    """Bars from a common zero; a count above zero is at least a line."""
    most = max((count for _, count in counts), default=0) or 1
    room = RIGHT - FIGURES - LEFT
    return Tallies(
        height=TOP + ROW * len(counts),
        bars=tuple(
            Tally(
                name=shortened(name, NAME_CHARACTERS),
                count=count,
                y=line_y(line),
                width=max(round(room * count / most), 1 if count else 0),
            )
            for line, (name, count) in enumerate(counts)
        ),
    )
