"""Who prints what: the matrix of facets and outlets, and how each value is marked.

"Differs" is measured against the value that most origins print. At a tie every side
differs. The matrix never says who is right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_noop

from claims.facets.types import Kind, Level
from claims.selectors.labels import VALUED, labels_of
from claims.selectors.marking import groups_of, marks_of
from claims.selectors.rows import RANK, Printed, Row, rows_of
from claims.selectors.wording import (
    LABELS,
    MARKS,
    Worded,
    origin_words,
    resolved,
)

if TYPE_CHECKING:
    from datetime import date

    from claims.models import Statement
    from claims.selectors.material import Material
    from sources.models import Outlet

# The word beside a row's name, by the worst level inside it.
VERDICTS = Worded(
    {
        Level.CONFLICT: gettext_noop("conflict"),
        Level.UPDATED: gettext_noop("changed since"),
        Level.NAMING_VARIANT: gettext_noop("naming only"),
        Level.REFINES: gettext_noop("compatible"),
        Level.AGREE: gettext_noop("agree"),
        Level.NOT_COMPARABLE: gettext_noop("not compared"),
        Level.UNKNOWN: gettext_noop("one side only"),
    }
)
# That two predicates are both asserted goes without saying.
SHOWN_DIFFERING = frozenset({Kind.POLARITY, Kind.MODALITY})
MARK_ORDER = (
    "differs",
    "updated",
    "naming",
    "refines",
    "states",
    "incomparable",
    "omits",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One printed value of an outlet in a row, marked."""

    mark: str
    printed: Printed
    statement: Statement

    @property
    def text(self) -> str:
        return self.printed.text

    @property
    def norm(self) -> str:
        """What the value was taken for, and for which period."""
        said = resolved(self.printed.facet) if self.printed.facet else ""
        return ", ".join(part for part in (said, self.period) if part)

    @property
    def period(self) -> str:
        """The period of an amount, a count or a percentage; empty without one."""
        return resolved(self.printed.period) if self.printed.period else ""

    @property
    def relative(self) -> bool:
        """Printed in words that mean a day only together with the article's date."""
        facet = self.printed.facet
        return facet is not None and facet.anchor is not None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet prints on one facet; no entries = it omits the facet."""

    outlet: Outlet
    entries: tuple[Entry, ...]

    @property
    def mark(self) -> str:
        marks = [entry.mark for entry in self.entries]
        return min(marks, key=MARK_ORDER.index, default="omits")


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a row and who prints it."""

    entries: tuple[Entry, ...]
    origins: int

    @property
    def mark(self) -> str:
        return min((e.mark for e in self.entries), key=MARK_ORDER.index)

    @property
    def best(self) -> Entry:
        """The entry that shows the value best: printed in full before relative."""
        return min(self.entries, key=lambda entry: (entry.relative, entry.norm != ""))

    @property
    def text(self) -> str:
        return self.best.text

    @property
    def norm(self) -> str:
        return self.best.norm

    @property
    def outlets(self) -> str:
        names = dict.fromkeys(e.statement.article.outlet.name for e in self.entries)
        return ", ".join(names)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: its name, its verdict and a cell for every outlet."""

    kind: str
    label: str
    level: str
    cells: tuple[Cell, ...]
    sides: tuple[Side, ...]
    role: str = ""

    @property
    def name(self) -> str:
        """The kind of facet alone, as lists name it."""
        return LABELS[Kind(self.kind)]

    @property
    def mark(self) -> str:
        return (
            "incomparable" if self.level == Level.UNKNOWN else MARKS[Level(self.level)]
        )

    @property
    def verdict(self) -> str:
        return VERDICTS[Level(self.level)]

    @property
    def against(self) -> tuple[Side, Side] | None:
        """The two values to set side by side; None where nothing differs."""
        if len(self.sides) < 2 or RANK[self.level] > RANK[Level.REFINES]:
            return None
        return self.sides[0], self.sides[1]


@dataclass(frozen=True, slots=True)
class Column:
    """An outlet of the matrix: its first day of print, and its sources where known."""

    outlet: Outlet
    first: date | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The lines of a claim, the worst first, over its outlets, the earliest first."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    def marks(self) -> dict[int, list[Entry]]:
        """The marked values by statement."""
        found: dict[int, list[Entry]] = defaultdict(list)
        for line in self.lines:
            for side in line.sides:
                for entry in side.entries:
                    found[entry.statement.pk].append(entry)
        return found


def matrix_of(material: Material) -> Matrix:
    """The matrix of a claim."""
    statements = {row.pk: row for row in material.statements}
    columns = _columns(material)
    rows = [row for row in rows_of(material) if _shown(row)]
    labels = labels_of(rows, material.facets)
    lines = []
    for row, label in zip(rows, labels, strict=True):
        sides = _sides(row, statements)
        lines.append(
            Line(
                kind=row.kind,
                label=label,
                level=row.level,
                cells=tuple(_cell(column.outlet, sides) for column in columns),
                sides=sides,
                role=row.role,
            )
        )
    return Matrix(columns=tuple(columns), lines=tuple(lines))


def origin_key(statement: Statement) -> tuple[str, int]:
    """Whose voice a statement is: one key = one origin, an upper bound."""
    origin = statement.origin
    if origin is not None:
        return "origin", origin.merged_into_id or origin.pk
    article = statement.article
    outlet = article.copy_of.outlet if article.copy_of else article.outlet
    if outlet.family_id is not None:
        return "family", outlet.family_id
    return "outlet", outlet.pk


def _columns(material: Material) -> list[Column]:
    by_outlet: dict[int, list[Statement]] = defaultdict(list)
    for row in material.shown:
        by_outlet[row.article.outlet_id].append(row)
    columns = []
    for rows in by_outlet.values():
        origins = [row.origin for row in rows if row.origin is not None]
        columns.append(
            Column(
                outlet=rows[0].article.outlet,
                first=rows[0].article.published_date,
                sources=tuple(
                    dict.fromkeys(origin_words(o) for o in origins if o.label)
                ),
            )
        )
    return columns


def _shown(row: Row) -> bool:
    if row.kind in SHOWN_DIFFERING:
        return RANK[row.level] < RANK[Level.REFINES]
    if RANK[row.level] < RANK[Level.NOT_COMPARABLE]:
        return True
    # A name that only one side mentions is no news; a day or a sum left out is.
    return row.kind in VALUED and not all(
        printed.facet is not None and printed.facet.implied
        for printed in row.values.values()
    )


def _sides(row: Row, statements: dict[int, Statement]) -> tuple[Side, ...]:
    """The values of a row, marked; the one that most origins print comes first."""
    groups = groups_of(row)
    weights = [
        len({origin_key(statements[place.statement]) for place in group})
        for group in groups
    ]
    marks = marks_of(row, groups, weights)
    sides = [
        Side(
            entries=tuple(
                Entry(mark, row.values[place], statements[place.statement])
                for place in group
            ),
            origins=weight,
        )
        for group, weight, mark in zip(groups, weights, marks, strict=True)
    ]
    return tuple(_side_by_side(row, sides))


def _side_by_side(row: Row, sides: list[Side]) -> list[Side]:
    """First the sides that make the row's verdict, the weightiest of them first."""
    speaking = {
        place
        for edge in row.edges
        if edge.level == row.level
        for place in (edge.a, edge.b)
    }
    return sorted(
        sides,
        key=lambda side: (
            not any(entry.printed.place in speaking for entry in side.entries),
            -side.origins,
        ),
    )


def _cell(outlet: Outlet, sides: tuple[Side, ...]) -> Cell:
    entries: dict[tuple[str, str], Entry] = {}
    for side in sides:
        for entry in side.entries:
            if entry.statement.article.outlet_id == outlet.pk:
                entries.setdefault((entry.mark, entry.text), entry)
    return Cell(outlet=outlet, entries=tuple(entries.values()))
