"""/outlets/: who publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, viewsets

from factcheck.operations.api.filters import Filters, WordsFilter
from sources.models import Outlet, OutletAlias

if TYPE_CHECKING:
    from django.db.models import QuerySet


class OutletSerializer(serializers.ModelSerializer[Outlet]):
    """Who publishes. family: outlets of one family count as one voice."""

    family = serializers.CharField(
        source="family.name", default=None, allow_null=True, read_only=True
    )
    aliases = serializers.SlugRelatedField[OutletAlias](
        slug_field="value",
        many=True,
        read_only=True,
        help_text="names and domains by which it is known",
    )

    class Meta:
        model = Outlet
        fields = [
            "id",
            "slug",
            "name",
            "family",
            "aliases",
            "country",
            "language",
            "media_type",
            "is_wire",
            "time_zone",
        ]
        read_only_fields = fields


class OutletFilter(Filters):
    """q (name or alias), country, language, media_type, is_wire."""

    q = WordsFilter(method="called", label="part of the name or of an alias")
    country = WordsFilter(lookup_expr="iexact", label="two-letter code")
    language = WordsFilter(lookup_expr="iexact", label="language code")
    media_type = filters.ChoiceFilter(
        choices=Outlet.MediaType.choices, label="what it is"
    )
    is_wire = filters.BooleanFilter(label="a news agency's wire")

    class Meta:
        model = Outlet
        fields: list[str] = []

    def called(
        self, queryset: QuerySet[Outlet], name: str, value: str
    ) -> QuerySet[Outlet]:
        """Outlets with the words in their name or in an alias."""
        found = Q(name__icontains=value) | Q(aliases__value__icontains=value)
        return queryset.filter(found).distinct()


@extend_schema_view(
    list=extend_schema(summary="Outlets"), retrieve=extend_schema(summary="An outlet")
)
class OutletViewSet(viewsets.ReadOnlyModelViewSet[Outlet]):
    """Who publishes. An outlet is made by its first article."""

    queryset = (
        Outlet.objects.select_related("family")
        .prefetch_related("aliases")
        .order_by("id")
    )
    serializer_class = OutletSerializer
    filterset_class = OutletFilter
    lookup_value_regex = "[0-9]+"
