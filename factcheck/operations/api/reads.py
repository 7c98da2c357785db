"""Lists and single rows: what every resource that is read has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from django.db.models import Model
from rest_framework import viewsets
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response

from factcheck.operations.api.expand import EXPAND, Expansion, expand_rows
from factcheck.operations.api.fields import FIELDS, keep_fields
from factcheck.operations.api.filters import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rest_framework.request import Request

Row = TypeVar("Row", bound=Model)


class Lists(viewsets.GenericViewSet[Row]):
    """`GET /things/`, with all that a reader may ask of a list.

    orders      by name: columns of the model, the last of them unique (see orders)
    order       the one of a list that is asked for in none
    expansions  by name: where a row leads (see expand)
    """

    orders: ClassVar[Mapping[str, tuple[str, ...]]] = {"id": ("id",)}
    order: ClassVar[str] = "id"
    expansions: ClassVar[Mapping[str, Expansion]] = {}
    lookup_value_regex = "[0-9]+"

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        assert page is not None
        return self.get_paginated_response(self._asked(page))

    def shapes(self, rows: Sequence[Row]) -> Any:
        """The serializer of some rows; here is where what they share is loaded."""
        return self.get_serializer(rows, many=True)

    def _asked(self, rows: Sequence[Row]) -> Any:
        serializer = self.shapes(rows)
        keep_fields(serializer, self.request)
        data = serializer.data
        expand_rows(data, rows, self.request, self.expansions)
        return data


class Reads(Lists[Row]):
    """The same and `GET /things/1/`."""

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return Response(self._asked([self.get_object()])[0])

    def representation(self, row: Row) -> dict[str, Any]:
        """What a plain GET of the row shows to who asks; for its ETag (etag_of)."""
        data: dict[str, Any] = self.shapes([row]).data[0]
        return data

    def filter_queryset(self, queryset: Any) -> Any:
        """Filters are for lists: one row is the same whatever else is asked."""
        if self.action == "list":
            return super().filter_queryset(queryset)
        unknown = set(self.request.query_params) - self._of_one_row()
        if unknown:
            raise ValidationError(dict.fromkeys(sorted(unknown), UNKNOWN.message))
        return queryset

    def _of_one_row(self) -> set[str]:
        return {FIELDS, EXPAND} if self.action == "retrieve" else set()
