"""/aliases/: names and domains by which outlets are known."""

from __future__ import annotations

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import Filters, IntegerFilter, WordsFilter
from factcheck.operations.api.reads import Reads
from sources.api.shapes import AliasSerializer, OutletSerializer
from sources.models import Outlet, OutletAlias


class AliasFilter(Filters):
    """kind, outlet, q."""

    kind = filters.ChoiceFilter(
        choices=OutletAlias.Kind.choices, label="a domain or a name"
    )
    outlet = IntegerFilter(field_name="outlet_id", label="number of the outlet")
    q = WordsFilter(field_name="value", lookup_expr="icontains", label="part of it")

    class Meta:
        model = OutletAlias
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Aliases of outlets"),
    retrieve=extend_schema(summary="An alias of an outlet"),
)
class AliasViewSet(Reads[OutletAlias]):
    """Names and domains by which outlets are known; each leads to one outlet."""

    queryset = OutletAlias.objects.select_related("outlet")
    serializer_class = AliasSerializer
    filterset_class = AliasFilter
    orders = {"id": ("id",), "value": ("value", "id")}
    expansions = {
        "outlet": one(
            "outlet_id",
            OutletSerializer,
            lambda viewer: Outlet.objects.select_related("family").prefetch_related(
                "aliases"
            ),
        )
    }
