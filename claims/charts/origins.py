"""Which outlet leans on which origin: boxes left and right, a line for each. No Django.

Outlets stand in the order of the origins they lean on, so that few lines cross.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.charts.canvas import MIDDLE, TOP, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOX, BOX_ROW = 36, 46  # heights: of a box, and of it with the room below
ORIGIN_LEFT, ORIGIN_WIDTH, ORIGIN_CHARACTERS = 1, 190, 27
OUTLET_LEFT, OUTLET_WIDTH, OUTLET_CHARACTERS = 292, 147, 20
INSET = 8  # from a box's edge to its words
FIRST_LINE, SECOND_LINE = 15, 30  # baselines in a box of two lines
BEND = 54  # how far a line runs level before it turns


@dataclass(frozen=True, slots=True)
class Lean:
    """An outlet leans on an origin: maybe through another outlet, maybe not counted."""

    origin: str
    outlet: str
    note: str = ""
    via: str = ""
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """A name and, below it, what else is known."""

    x: int
    y: int
    width: int
    name: str
    note: str

    @property
    def middle(self) -> int:
        return self.y + BOX // 2

    @property
    def text_x(self) -> int:
        return self.x + INSET

    @property
    def name_y(self) -> int:
        return self.y + FIRST_LINE if self.note else self.middle + MIDDLE

    @property
    def note_y(self) -> int:
        return self.y + SECOND_LINE


@dataclass(frozen=True, slots=True)
class Edge:
    path: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """Origins left, outlets right."""

    height: int
    origins: tuple[Box, ...]
    outlets: tuple[Box, ...]
    edges: tuple[Edge, ...]


def tree(leans: Sequence[Lean]) -> Tree:
    """The tree; an origin and an outlet stand once, a line counts if any of its leans
    does.
    """
    origins = list(dict.fromkeys(lean.origin for lean in leans))
    outlets = _near_their_origins(leans, origins)
    left = {
        name: _box(ORIGIN_LEFT, line, ORIGIN_WIDTH, name, _first(leans, name))
        for line, name in enumerate(origins)
    }
    right = {
        name: _box(OUTLET_LEFT, line, OUTLET_WIDTH, name, _via(leans, name))
        for line, name in enumerate(outlets)
    }
    counted: dict[tuple[str, str], bool] = {}
    for lean in leans:
        pair = lean.origin, lean.outlet
        counted[pair] = counted.get(pair, False) or lean.counts
    return Tree(
        height=TOP + BOX_ROW * max(len(origins), len(outlets)),
        origins=tuple(left.values()),
        outlets=tuple(right.values()),
        edges=tuple(
            Edge(_path(left[origin], right[outlet]), counts)
            for (origin, outlet), counts in counted.items()
        ),
    )


def _near_their_origins(leans: Iterable[Lean], origins: Sequence[str]) -> list[str]:
    lines: dict[str, list[int]] = {}
    for lean in leans:
        lines.setdefault(lean.outlet, []).append(origins.index(lean.origin))
    return sorted(lines, key=lambda name: sum(lines[name]) / len(lines[name]))


def _box(x: int, line: int, width: int, name: str, note: str) -> Box:
    most = ORIGIN_CHARACTERS if x == ORIGIN_LEFT else OUTLET_CHARACTERS
    y = TOP + BOX_ROW * line
    return Box(x, y, width, shortened(name, most), shortened(note, most))


def _first(leans: Iterable[Lean], origin: str) -> str:
    notes = (lean.note for lean in leans if lean.origin == origin and lean.note)
    return next(notes, "")


def _via(leans: Iterable[Lean], outlet: str) -> str:
    through = dict.fromkeys(
        lean.via for lean in leans if lean.outlet == outlet and lean.via
    )
    return ", ".join(through)


def _path(origin: Box, outlet: Box) -> str:
    start, end = origin.x + origin.width, outlet.x
    bends = f"{start + BEND} {origin.middle} {end - BEND} {outlet.middle}"
    return f"M{start} {origin.middle}C{bends} {end} {outlet.middle}"
