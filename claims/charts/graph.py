"""The links of a claim as arcs beside the list of its statements. No Django.

The farther apart two statements stand, the wider their arc: no two arcs have their
middle, where the sign of the relation stands, in one place.
"""

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

NODES_X = LEFT + GAP  # where the statements' points stand
NARROWEST = 44  # of an arc between neighbours, in the units of its handles
REACH = 0.75  # of its handles is how far a cubic arc with level handles goes


@dataclass(frozen=True, slots=True)
class Joined:
    """A link of two statements by their places in the list.

    mark is the class of the relation; firm: an editor has confirmed it; bridge: without
    it the claim falls into two parts.
    """

    a: int
    b: int
    mark: str
    firm: bool = False
    bridge: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    name: str
    x: int
    y: int

    @property
    def baseline(self) -> int:
        return self.y + MIDDLE


@dataclass(frozen=True, slots=True)
class Arc:
    """sign_x, sign_y: the middle of the arc, and the baseline of its sign."""

    path: str
    mark: str
    firm: bool
    bridge: bool
    sign_x: int
    sign_y: int

    @property
    def baseline(self) -> int:
        return self.sign_y + MIDDLE


@dataclass(frozen=True, slots=True)
class Graph:
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]


def graph(names: Sequence[str], links: Sequence[Joined]) -> Graph:
    """The graph of statements, named in order, and the links between them."""
    farthest = max((abs(link.a - link.b) for link in links), default=1)
    return Graph(
        height=TOP + ROW * len(names),
        nodes=tuple(
            Node(shortened(name, NAME_CHARACTERS), NODES_X, line_y(line))
            for line, name in enumerate(names)
        ),
        arcs=tuple(_arc(link, farthest) for link in links),
    )


def _arc(link: Joined, farthest: int) -> Arc:
    widest = (RIGHT - GAP - NODES_X) / REACH
    share = (abs(link.a - link.b) - 1) / max(1, farthest - 1)
    handle = round(NARROWEST + share * (widest - NARROWEST))
    top, bottom = line_y(link.a), line_y(link.b)
    x = NODES_X + handle
    return Arc(
        path=f"M{NODES_X} {top}C{x} {top} {x} {bottom} {NODES_X} {bottom}",
        mark=link.mark,
        firm=link.firm,
        bridge=link.bridge,
        sign_x=round(NODES_X + REACH * handle),
        sign_y=(top + bottom) // 2,
    )
