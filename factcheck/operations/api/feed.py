"""Pages of a list that only grows: there is always a next one, to be asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.operations.api.orders import Column, Order
from factcheck.operations.api.pages import Cursor, Pages

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.views import APIView


class Feed(Pages):
    """From the oldest row on, one order alone; `more`: whether there are rows already
    on the next page.
    """

    def order_of(self, rows: QuerySet[Any], view: APIView | None) -> Order:
        """The one column that the queryset is sorted by: unique, and never without a
        value in it. Raises ValidationError where another order is asked for.
        """
        super().order_of(rows, view)
        (column,) = map(str, rows.query.order_by)
        return Order("", (Column(column, descending=False, nullable=False),))

    def _links(self, page: list[Any], *, more: bool) -> dict[str, Any]:
        here = self.order.values_of(page[-1]) if page else list(self.cursor.values)
        return {"next": self._to(Cursor(tuple(here))), "more": more}

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The shape of a page, for the OpenAPI document."""
        shape = super().get_paginated_response_schema(schema)
        del shape["properties"]["previous"]
        shape["properties"]["next"] = {"type": "string", "format": "uri"}
        shape["properties"]["more"] = {
            "type": "boolean",
            "description": "Whether the next page has rows already.",
        }
        return {**shape, "required": ["next", "more", "results"]}
