"""/outlets/: who publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from factcheck.operations.api.expand import many, one
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.ids import id_from
from sources.api.shapes import AliasSerializer, FamilySerializer, OutletSerializer
from sources.models import Outlet, OutletAlias, PublisherFamily

if TYPE_CHECKING:
    from django.db.models import QuerySet


class OutletFilter(Filters):
    """q (name or alias), family, country, language, media_type, is_wire."""

    q = WordsFilter(method="called", label="part of the name or of an alias")
    family = WordsFilter(method="of_family", label="name or number of its family")
    country = WordsFilter(lookup_expr="iexact", label="two-letter code")
    language = WordsFilter(lookup_expr="iexact", label="language code")
    media_type = filters.ChoiceFilter(
        choices=Outlet.MediaType.choices, label="what it is"
    )
    is_wire = filters.BooleanFilter(label="a news agency's wire")

    class Meta:
        model = Outlet
        fields: list[str] = []

    def of_family(
        self, queryset: QuerySet[Outlet], name: str, value: str
    ) -> QuerySet[Outlet]:
        named = Q(family__name__iexact=value)
        if number := id_from(value):
            named |= Q(family=number)
        return queryset.filter(named)

    def called(
        self, queryset: QuerySet[Outlet], name: str, value: str
    ) -> QuerySet[Outlet]:
        """Outlets with the words in their name or in an alias."""
        known = OutletAlias.objects.filter(value__icontains=value).values("outlet")
        return queryset.filter(Q(name__icontains=value) | Q(pk__in=known))


@extend_schema_view(
    list=extend_schema(summary="Outlets"), retrieve=extend_schema(summary="An outlet")
)
class OutletViewSet(Reads[Outlet]):
    """Who publishes. An outlet is made by its first article."""

    queryset = Outlet.objects.select_related("family").prefetch_related("aliases")
    serializer_class = OutletSerializer
    filterset_class = OutletFilter
    orders = {"id": ("id",), "name": ("name", "id")}
    expansions = {
        "family": one(
            "family_id", FamilySerializer, lambda viewer: PublisherFamily.objects.all()
        ),
        "aliases": many(
            "outlet_id",
            AliasSerializer,
            lambda viewer: OutletAlias.objects.select_related("outlet"),
        ),
    }
