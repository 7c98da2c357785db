"""Which printed values stand in one row of the matrix.

A comparison says that two values answer the same question, unless its level is
not_comparable or unknown. Values so joined make a row; rows of one kind and slot whose
statements nobody compared with each other are one row as well, because a claim's links
need not join every pair. A value that was compared with nothing has a row of its own
when somebody else is silent about it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from claims.facets.types import Kind, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.models import FacetComparison, Link, StatementFacet
    from claims.selectors.material import Material

NOT_STATED = -1
PERIOD = "period"
QUANTITIES = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT})
JOINING = frozenset(
    {
        Level.AGREE,
        Level.REFINES,
        Level.CONFLICT,
        Level.NAMING_VARIANT,
        Level.UPDATED,
    }
)
# Which level speaks for a row or a cell when several meet, worst first.
WORST_FIRST = (
    Level.CONFLICT,
    Level.UPDATED,
    Level.NAMING_VARIANT,
    Level.REFINES,
    Level.AGREE,
    Level.NOT_COMPARABLE,
    Level.UNKNOWN,
)
RANK = {level.value: rank for rank, level in enumerate(WORST_FIRST)}
KIND_ORDER = {kind.value: number for number, kind in enumerate(Kind)}


class Place(NamedTuple):
    """A value in a statement: the node of everything here."""

    statement: int
    kind: str
    start: int


@dataclass(frozen=True, slots=True)
class Printed:
    """A value as printed, with what it was taken for where the facet is known.

    period  of an amount, a count or a percentage: the date facet that says for when
    """

    place: Place
    end: int
    text: str
    value: str
    facet: StatementFacet | None = None
    period: StatementFacet | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """How two values of a row compare. later: the place that tells the later state."""

    a: Place
    b: Place
    level: str
    later: Place | None = None


@dataclass(slots=True)
class Row:
    """One question that the statements answer: a line of the matrix."""

    kind: str
    role: str
    values: dict[Place, Printed] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    @property
    def statements(self) -> set[int]:
        return {place.statement for place in self.values}

    @property
    def level(self) -> str:
        """The worst level inside the row."""
        levels = [edge.level for edge in self.edges]
        return min(levels, key=RANK.__getitem__, default=Level.UNKNOWN.value)

    @property
    def order(self) -> tuple[int, int, int]:
        return RANK[self.level], KIND_ORDER[self.kind], -len(self.values)


def rows_of(material: Material) -> list[Row]:
    """The rows of a claim, the worst first."""
    pairs = [
        (link, comparison)
        for link in material.standing_links
        for comparison in link.comparisons.all()
    ]
    values: dict[Place, Printed] = {}
    roles: dict[Place, str] = {}
    for link, comparison in pairs:
        for printed in _printed(link, comparison, material):
            values.setdefault(printed.place, printed)
            roles.setdefault(printed.place, comparison.role)
    edges = [edge for pair in pairs if (edge := _edge(*pair)) is not None]
    rows = []
    for places in _components(values, edges):
        row = Row(kind=places[0].kind, role=roles[places[0]])
        row.values = {place: values[place] for place in places}
        row.edges = [e for e in edges if e.a in row.values or e.b in row.values]
        rows.append(row)
    return sorted(_merged(rows), key=lambda row: row.order)


def _components(
    values: dict[Place, Printed], edges: Iterable[Edge]
) -> Iterator[list[Place]]:
    """The places that joining edges connect, in the order of the values."""
    leader = {place: place for place in values}

    def find(place: Place) -> Place:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for edge in edges:
        if edge.level in JOINING:
            leader[find(edge.b)] = find(edge.a)
    components: dict[Place, list[Place]] = defaultdict(list)
    for place in values:
        components[find(place)].append(place)
    yield from components.values()


def _sides(
    link: Link, comparison: FacetComparison
) -> Iterator[tuple[Place, int, str, str]]:
    """The place, end, printed words and value of each side that states the facet."""
    for statement, side in ((link.low_id, "low"), (link.high_id, "high")):
        start = getattr(comparison, f"{side}_start")
        if start != NOT_STATED:
            yield (
                Place(statement, comparison.kind, start),
                getattr(comparison, f"{side}_end"),
                getattr(comparison, f"{side}_text"),
                getattr(comparison, f"{side}_value"),
            )


def _edge(link: Link, comparison: FacetComparison) -> Edge | None:
    places = [side[0] for side in _sides(link, comparison)]
    if len(places) < 2:
        return None
    later = {1: places[1], -1: places[0]}.get(link.direction)
    return Edge(a=places[0], b=places[1], level=comparison.level, later=later)


def _printed(
    link: Link, comparison: FacetComparison, material: Material
) -> Iterator[Printed]:
    for place, end, text, value in _sides(link, comparison):
        facets = [
            facet
            for facet in material.facets.get(place.statement, ())
            if (facet.kind, facet.start) == (place.kind, place.start)
        ]
        same = next((facet for facet in facets if facet.value == value), None)
        facet = same or next(iter(facets), None)
        yield Printed(
            place=place,
            end=end,
            text=text,
            value=facet.value if facet else value,
            facet=facet,
            period=_period(facet, material) if facet else None,
        )


def _period(facet: StatementFacet, material: Material) -> StatementFacet | None:
    """The period that a quantity is for: the one date of its frame in that role."""
    if facet.kind not in QUANTITIES:
        return None
    periods = [
        other
        for other in material.facets.get(facet.statement_id, ())
        if (other.kind, other.role, other.frame) == (Kind.DATE, PERIOD, facet.frame)
    ]
    return periods[0] if len(periods) == 1 else None


def _merged(rows: list[Row]) -> list[Row]:
    """Rows of one kind and slot become one where their statements are strangers."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row.order):
        host = next((other for other in kept if _strangers(other, row)), None)
        if host is None:
            kept.append(row)
        else:
            host.values |= row.values
            host.edges += [edge for edge in row.edges if edge not in host.edges]
    return kept


def _strangers(a: Row, b: Row) -> bool:
    """Whether two rows ask the same and no link compared their values."""
    if (a.kind, a.role) != (b.kind, b.role) or a.statements & b.statements:
        return False
    return not any(
        (edge.a in a.values and edge.b in b.values)
        or (edge.b in a.values and edge.a in b.values)
        for edge in a.edges
    )
