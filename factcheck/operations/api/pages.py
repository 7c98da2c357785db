"""Pages of lists: `cursor` leads to the next and the previous one, never a number.

A cursor says after which row a page begins, so nothing is read twice and nothing passed
over when rows come or go meanwhile, and the thousandth page costs what the first does.
It is signed, and bound to the list, its order and its filters: another's is refused.
How many rows there are is counted only for who asks (`count=1`).

DRF imports this module while it loads itself: it must not import views.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.signing import BadSignature, Signer
from django.db.models import Model
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from factcheck.operations.api.orders import Order, order_of

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request
    from rest_framework.views import APIView

CURSOR, SIZE, COUNT, ORDERING = "cursor", "page_size", "count", "ordering"
# Rows of a page: those of the queue, twice; at most what one answer of statements with
# all their facets brings in half a second.
ROWS, MOST_ROWS = 50, 200
# What does not change which rows a list has, nor their order.
UNBOUND = frozenset({CURSOR, SIZE, COUNT, "fields", "expand"})
BROKEN = "This is no cursor of this list, its order and its filters."
# Without ":", which an address would have to escape.
SIGNER = Signer(salt="factcheck.api.pages", sep=".")
# Hexadecimal digits that bind a cursor to its list: an accident in 2**48.
BINDING_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Cursor:
    """After the row with these values; backward: what comes before it, instead.

    Without values from the first row on, or backward from the last.
    """

    values: tuple[Any, ...] = ()
    backward: bool = False


class Pages(BasePagination):
    """The pages of every list of the API."""

    request: Request
    order: Order
    cursor: Cursor
    count: int | None
    links: dict[str, Any]

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any]:
        """The rows of the page that is asked for. Raises ValidationError."""
        self.request = request
        size = _size(request)
        self.order = self.order_of(queryset, view)
        self.cursor = self._read(queryset.model)
        self.count = queryset.order_by().count() if _counted(request) else None
        rows = self.order.sorted(queryset, backward=self.cursor.backward)
        if self.cursor.values:
            rows = rows.filter(
                self.order.after(self.cursor.values, backward=self.cursor.backward)
            )
        found = list(rows[: size + 1])
        page, more = found[:size], len(found) > size
        if self.cursor.backward:
            page.reverse()
        self.links = self._links(page, more=more)
        return page

    def order_of(self, rows: QuerySet[Any], view: APIView | None) -> Order:
        """The order that is asked for, else the view's, else the queryset's own."""
        orders: dict[str, tuple[str, ...]] = getattr(view, "orders", {})
        asked = self.request.query_params.get(ORDERING)
        name = getattr(view, "order", "") if asked is None else asked
        if name.removeprefix("-") in orders:
            return order_of(name, orders[name.removeprefix("-")], rows.model)
        if asked is not None:
            known = ", ".join(sorted(orders)) or "none"
            told = f"There is no such order. Known: {known}."
            raise ValidationError({ORDERING: told})
        return order_of("", [*map(str, rows.query.order_by), "pk"], rows.model)

    def get_paginated_response(self, data: Any) -> Response:
        """The page, its neighbours, and the count where it was asked for."""
        counted = {} if self.count is None else {"count": self.count}
        return Response({**counted, **self.links, "results": data})

    def _links(self, page: list[Any], *, more: bool) -> dict[str, Any]:
        """A link leads where there are rows, and back where the reader came from."""
        backward, came = self.cursor.backward, bool(self.cursor.values)
        has_next, has_previous = (came, more) if backward else (more, came)
        return {
            "next": self._link(page[-1:], backward=False) if has_next else None,
            "previous": self._link(page[:1], backward=True) if has_previous else None,
        }

    def _link(self, edge: list[Model], *, backward: bool) -> str:
        # A page that lost its rows meanwhile was at an end of the list.
        values = self.order.values_of(edge[0]) if edge else []
        return self._to(Cursor(tuple(values), backward))

    def _to(self, cursor: Cursor) -> str:
        """The address of the page that begins there."""
        written = [_written(each) for each in cursor.values]
        state = [self._binding(), int(cursor.backward), written]
        return replace_query_param(
            self.request.build_absolute_uri(), CURSOR, SIGNER.sign_object(state)
        )

    def _read(self, model: type[Model]) -> Cursor:
        text = self.request.query_params.get(CURSOR)
        if text is None:
            return Cursor()
        try:
            binding, backward, written = SIGNER.unsign_object(text)
        except (BadSignature, ValueError) as error:
            raise ValidationError({CURSOR: BROKEN}) from error
        if binding != self._binding():
            raise ValidationError({CURSOR: BROKEN})
        if not written:
            return Cursor(backward=bool(backward))
        fields = [model._meta.get_field(each.name) for each in self.order.columns]
        values = (
            None if value is None else field.to_python(value)  # type: ignore[union-attr]
            for field, value in zip(fields, written, strict=True)
        )
        return Cursor(tuple(values), backward=bool(backward))

    def _binding(self) -> str:
        asked = sorted(
            (name, value)
            for name, values in self.request.query_params.lists()
            if name not in UNBOUND and name != ORDERING
            for value in values
        )
        bound = repr((self.request.path, self.order.name, asked)).encode()
        return hashlib.sha256(bound).hexdigest()[:BINDING_DIGITS]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The shape of a page, for the OpenAPI document."""
        neighbour = {"type": "string", "format": "uri", "nullable": True}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {
                    "type": "integer",
                    "description": "With count=1: the rows of all pages.",
                },
                "next": neighbour,
                "previous": neighbour,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """The parameters of every list, for the OpenAPI document."""
        parameters = [
            _parameter(CURSOR, "From `next` or `previous`.", {"type": "string"}),
            _parameter(
                SIZE,
                f"Rows of a page; without it {ROWS}.",
                {"type": "integer", "minimum": 1, "maximum": MOST_ROWS},
            ),
            _parameter(
                COUNT,
                "1: count the rows of all pages.",
                {"type": "integer", "enum": [0, 1]},
            ),
        ]
        orders = getattr(view, "orders", {})
        if orders:
            names = [sign + name for name in orders for sign in ("", "-")]
            told = f"With “-” the other way round; without it {view.order}."  # type: ignore[attr-defined]
            parameters.append(
                _parameter(ORDERING, told, {"type": "string", "enum": names})
            )
        return parameters


def _parameter(name: str, told: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": told, "schema": schema}


def _size(request: Request) -> int:
    text = request.query_params.get(SIZE, str(ROWS))
    known = text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_ROWS))
    if not known or not 1 <= int(text) <= MOST_ROWS:
        raise ValidationError({SIZE: f"A number from 1 to {MOST_ROWS}."})
    return int(text)


def _counted(request: Request) -> bool:
    text = request.query_params.get(COUNT, "0")
    if text not in ("0", "1"):
        raise ValidationError({COUNT: "1 counts, 0 does not."})
    return text == "1"


def _written(value: Any) -> Any:
    """As JSON that the column's `to_python` reads back without loss."""
    plain = value is None or isinstance(value, bool | int | float | str)
    return value if plain else str(value)
