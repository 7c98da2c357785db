"""One picture of a page: what it shows, in words, as a drawing and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.charts.graph import Graph
    from claims.charts.origins import Tree
    from claims.charts.strip import Strip
    from claims.charts.timeline import Timeline

# A picture of more lines than this is no longer read; tables and lists hold them all.
LINES = 12


@dataclass(frozen=True, slots=True)
class Picture:
    """template draws the chart; the table says the same as the drawing."""

    key: str
    title: str
    note: str
    description: str
    heads: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    template: str
    chart: Strip | Timeline | Tree | Graph
