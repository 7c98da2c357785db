"""/families/: outlets that share a desk."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema, extend_schema_view

from factcheck.operations.api.expand import many
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from sources.api.shapes import FamilySerializer, OutletSerializer
from sources.models import Outlet, PublisherFamily


class FamilyFilter(Filters):
    """q (name)."""

    q = WordsFilter(field_name="name", lookup_expr="icontains", label="part of it")

    class Meta:
        model = PublisherFamily
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Publisher families"),
    retrieve=extend_schema(summary="A publisher family"),
)
class FamilyViewSet(Reads[PublisherFamily]):
    """Outlets that share a desk: independence is counted by family."""

    queryset = PublisherFamily.objects.all()
    serializer_class = FamilySerializer
    filterset_class = FamilyFilter
    orders = {"id": ("id",), "name": ("name", "id")}
    expansions = {
        "outlets": many(
            "family_id",
            OutletSerializer,
            lambda viewer: Outlet.objects.select_related("family").prefetch_related(
                "aliases"
            ),
        )
    }
