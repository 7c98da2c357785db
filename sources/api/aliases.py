"""/aliases/: names and domains by which outlets are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.ids import id_from
from sources.api.shapes import AliasSerializer, OutletSerializer
from sources.models import Outlet, OutletAlias

if TYPE_CHECKING:
    from django.db.models import QuerySet


class AliasFilter(Filters):
    """kind, outlet, q."""

    kind = filters.ChoiceFilter(
        choices=OutletAlias.Kind.choices, label="a domain or a name"
    )
    outlet = WordsFilter(method="of_outlet", label="slug, name or number of the outlet")
    q = WordsFilter(field_name="value", lookup_expr="icontains", label="part of it")

    class Meta:
        model = OutletAlias
        fields: list[str] = []

    def of_outlet(
        self, queryset: QuerySet[OutletAlias], name: str, value: str
    ) -> QuerySet[OutletAlias]:
        named = Q(outlet__slug=value.lower()) | Q(outlet__name__iexact=value)
        if number := id_from(value):
            named |= Q(outlet=number)
        return queryset.filter(named)


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
