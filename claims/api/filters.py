"""Query parameters of the API's lists."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models import Claim, Link, Rating, Statement
from sources.models import Article, Outlet

RELATIONS = [(r.value, r.value) for r in Relation]
KINDS = [(k.value, k.value) for k in Kind]
LEVELS = [(level.value, level.value) for level in Level]


class OutletFilter(filters.FilterSet):
    """country, language."""

    class Meta:
        model = Outlet
        fields = ["country", "language"]


class ArticleFilter(filters.FilterSet):
    """outlet (name), published_from, published_to (both included), external_id."""

    outlet = filters.CharFilter(field_name="outlet__name", lookup_expr="iexact")
    published_from = filters.DateFilter(field_name="published_date", lookup_expr="gte")
    published_to = filters.DateFilter(field_name="published_date", lookup_expr="lte")

    class Meta:
        model = Article
        fields = ["external_id", "language"]


class StatementFilter(filters.FilterSet):
    """article (external id), outlet (name), kind (of a facet in it), state, q (words)."""

    article = filters.CharFilter(field_name="article__external_id")
    outlet = filters.CharFilter(
        field_name="article__outlet__name", lookup_expr="iexact"
    )
    kind = filters.ChoiceFilter(
        field_name="facets__kind", choices=KINDS, distinct=True, label="facet kind"
    )
    q = filters.CharFilter(field_name="quote", lookup_expr="icontains", label="words")

    class Meta:
        model = Statement
        fields = ["state"]


class LinkFilter(filters.FilterSet):
    """relation, state, by, article (external id of a side), kind with level."""

    relation = filters.ChoiceFilter(choices=RELATIONS)
    article = filters.CharFilter(method="of_article", label="external id of a side")
    kind = filters.ChoiceFilter(
        field_name="comparisons__kind", choices=KINDS, distinct=True, label="facet kind"
    )
    differs = filters.ChoiceFilter(
        choices=KINDS, method="that_differ", label="facet kind in conflict"
    )

    class Meta:
        model = Link
        fields = ["state", "by"]

    def of_article(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        """Links with a side in the article."""
        return queryset.filter(
            Q(low__article__external_id=value) | Q(high__article__external_id=value)
        )

    def that_differ(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        """Links in conflict about a kind of facet."""
        return queryset.filter(
            comparisons__kind=value, comparisons__level=Level.CONFLICT
        ).distinct()


class ClaimFilter(filters.FilterSet):
    """state, outlet (name), kind and level (worst), conflicts (true or false), q."""

    outlet = filters.CharFilter(
        field_name="outlet_rows__outlet__name", lookup_expr="iexact", distinct=True
    )
    kind = filters.ChoiceFilter(
        field_name="facet_rows__kind", choices=KINDS, distinct=True, label="facet kind"
    )
    conflicts = filters.BooleanFilter(method="in_conflict", label="has conflicts")
    q = filters.CharFilter(field_name="title", lookup_expr="icontains", label="title")

    class Meta:
        model = Claim
        fields = ["state"]

    def in_conflict(
        self, queryset: QuerySet[Claim], name: str, value: object
    ) -> QuerySet[Claim]:
        """Claims with, or without, conflicting links."""
        return (
            queryset.filter(conflicts__gt=0) if value else queryset.filter(conflicts=0)
        )


class RatingFilter(filters.FilterSet):
    """claim, round."""

    class Meta:
        model = Rating
        fields = ["claim", "round"]
