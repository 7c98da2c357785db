"""/versions/: the texts of articles, each as it was read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema, extend_schema_view

from claims.api.printed import of_outlet
from claims.api.shapes.articles import (
    ArticleSerializer,
    VersionDetailSerializer,
    VersionSerializer,
    articles_shown,
    versions_shown,
)
from claims.store.query import parse_query
from claims.store.search import versions_saying
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    Filters,
    IntegerFilter,
    MomentFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads
from sources.models import ArticleVersion

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework import serializers


class VersionFilter(Filters):
    """article, outlet, number, by moment of reading, words of the text."""

    article = WordsFilter(field_name="article__external_id", label="external_id")
    outlet = WordsFilter(method="of_outlet", label="slug or name")
    number = IntegerFilter(field_name="number", label="of the version, from 1")
    since = MomentFilter(
        field_name="captured_at", lookup_expr="gte", label="read then or later"
    )
    until = MomentFilter(
        field_name="captured_at", lookup_expr="lt", label="read before then"
    )
    q = WordsFilter(method="saying", label="words of the text")

    class Meta:
        model = ArticleVersion
        fields: list[str] = []

    def of_outlet(
        self, queryset: QuerySet[ArticleVersion], name: str, value: str
    ) -> QuerySet[ArticleVersion]:
        return queryset.filter(of_outlet(value, "article__outlet"))

    def saying(
        self, queryset: QuerySet[ArticleVersion], name: str, value: str
    ) -> QuerySet[ArticleVersion]:
        return queryset.filter(versions_saying(parse_query(value)))


@extend_schema_view(
    list=extend_schema(summary="Versions of articles"),
    retrieve=extend_schema(summary="A version of an article with its text"),
)
class VersionViewSet(Reads[ArticleVersion]):
    """Texts as they were read once. A changed text is the next version."""

    queryset = ArticleVersion.objects.none()
    serializer_class = VersionSerializer
    filterset_class = VersionFilter
    orders = {"id": ("id",), "captured": ("captured_at", "id")}
    expansions = {"article": one("article_id", ArticleSerializer, articles_shown)}

    def get_queryset(self) -> QuerySet[ArticleVersion]:
        """A list does not read the texts."""
        versions = versions_shown(self.request.user)
        return versions if self.action == "list" else versions.defer(None)

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        return VersionSerializer if self.action == "list" else VersionDetailSerializer
