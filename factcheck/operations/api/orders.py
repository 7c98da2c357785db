"""In which orders a list can be read, and what comes after a row in one of them.

A view names its orders: `orders = {"priority": ("priority", "-id")}` reads lowest first
as `?ordering=priority` and highest first as `?ordering=-priority`. Each ends with a
column that no two rows share, so a row has one place, and what comes after it is a
condition on its own columns alone: rows that appear or go elsewhere move nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Field, Q

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model, QuerySet
    from django.db.models.expressions import OrderBy


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an order. nullable: rows without a value come last in the list."""

    name: str
    descending: bool
    nullable: bool

    def ordered(self, *, backward: bool) -> OrderBy:
        """How the database sorts by it. Only where it must it is told about nulls: a
        plain index is of no use then.
        """
        down = self.descending is not backward
        column = F(self.name)
        if not self.nullable:
            return column.desc() if down else column.asc()
        nulls = {"nulls_first": True} if backward else {"nulls_last": True}
        return column.desc(**nulls) if down else column.asc(**nulls)

    def beyond(self, value: Any, *, backward: bool) -> Q:
        """The rows with another value that comes later."""
        if value is None:
            return ~Q(**{f"{self.name}__isnull": True}) if backward else Q(pk__in=())
        down = self.descending is not backward
        later = Q(**{f"{self.name}__{'lt' if down else 'gt'}": value})
        if self.nullable and not backward:
            later |= Q(**{f"{self.name}__isnull": True})
        return later

    def same(self, value: Any) -> Q:
        """The rows with this value."""
        if value is None:
            return Q(**{f"{self.name}__isnull": True})
        return Q(**{self.name: value})

    def not_before(self, value: Any, *, backward: bool) -> Q:
        """Where the database may start to read an index; all rows if it cannot."""
        if self.nullable:
            return Q()
        down = self.descending is not backward
        return Q(**{f"{self.name}__{'lte' if down else 'gte'}": value})


@dataclass(frozen=True, slots=True)
class Order:
    """Columns, the last of them unique. name: as it is asked for."""

    name: str
    columns: tuple[Column, ...]

    def sorted(self, rows: QuerySet[Any], *, backward: bool) -> QuerySet[Any]:
        """The rows in this order, or the other way round."""
        return rows.order_by(
            *(each.ordered(backward=backward) for each in self.columns)
        )

    def after(self, values: Sequence[Any], *, backward: bool) -> Q:
        """The rows that come after the one with these values."""
        first, *rest = self.columns
        later = self._after(self.columns, values, backward=backward)
        if not rest:
            return later
        # Or the database reads all that comes before as well.
        return first.not_before(values[0], backward=backward) & later

    def _after(
        self, columns: Sequence[Column], values: Sequence[Any], *, backward: bool
    ) -> Q:
        (column, *rest), (value, *others) = columns, values
        later = column.beyond(value, backward=backward)
        if not rest:
            return later
        return later | column.same(value) & self._after(rest, others, backward=backward)

    def values_of(self, row: Model) -> list[Any]:
        """Where a row is."""
        return [getattr(row, each.name) for each in self.columns]


def order_of(name: str, columns: Sequence[str], model: type[Model]) -> Order:
    """An order of a model's own columns; a name with "-" has them turned round."""
    backward = name.startswith("-")
    found = []
    for each in columns:
        bare = each.removeprefix("-")
        field = model._meta.pk if bare == "pk" else model._meta.get_field(bare)
        assert isinstance(field, Field)
        found.append(
            Column(
                name=field.attname,
                descending=each.startswith("-") is not backward,
                nullable=bool(field.null),
            )
        )
    return Order(name, tuple(found))
