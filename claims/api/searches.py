"""/searches/: lists of the queue that were saved, one's own and shared ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers

from claims.models import SavedSearch
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from django.db.models import QuerySet


class SearchSerializer(serializers.ModelSerializer[SavedSearch]):
    """A list of the queue. query: the part of the page's address behind `?`."""

    owner = serializers.CharField(source="owner.username", read_only=True)

    class Meta:
        model = SavedSearch
        fields = ["id", "name", "query", "shared", "owner"]
        read_only_fields = fields


class SearchFilter(Filters):
    """owner, shared, q."""

    owner = WordsFilter(field_name="owner__username", label="account of who keeps it")
    shared = filters.BooleanFilter(label="read by all")
    q = WordsFilter(field_name="name", lookup_expr="icontains", label="part of it")

    class Meta:
        model = SavedSearch
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Saved searches"),
    retrieve=extend_schema(summary="A saved search"),
)
class SearchViewSet(Reads[SavedSearch]):
    """Your own saved searches, and those that others share."""

    queryset = SavedSearch.objects.none()
    serializer_class = SearchSerializer
    filterset_class = SearchFilter
    orders = {"id": ("id",), "name": ("name", "id")}

    def get_queryset(self) -> QuerySet[SavedSearch]:
        """Nobody without an account keeps or sees one."""
        user = self.request.user
        if not user.is_authenticated:
            return SavedSearch.objects.none()
        mine = SavedSearch.objects.filter(Q(owner=user) | Q(shared=True))
        return mine.select_related("owner")
