"""/links/: pairs of statements about one fact; `?relation=conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import serializers, viewsets

from claims.api.printed import KINDS, StatementBriefSerializer, of_outlet
from claims.facets.types import Level
from claims.linkage.types import Relation
from claims.models import By, ClaimMember, FacetComparison, Link
from claims.models.link import NOT_STATED
from factcheck.operations.api.filters import Filters, IntegerFilter, WordsFilter

if TYPE_CHECKING:
    from django.db.models import QuerySet

RELATIONS = [(r.value, r.value) for r in Relation if r is not Relation.NONE]
COMPARISONS = Prefetch("comparisons", FacetComparison.objects.order_by("id"))


class SideSerializer(serializers.Serializer[Any]):
    """A value as printed by one of the two; start and end count in its quote."""

    text = serializers.CharField()
    value = serializers.CharField(help_text="what it was taken for")
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class ComparisonSerializer(serializers.ModelSerializer[FacetComparison]):
    """How one facet of a link compares; a side is null where it is not stated.

    level is what holds, engine_level what the engine says.
    """

    a = serializers.SerializerMethodField()
    b = serializers.SerializerMethodField()

    class Meta:
        model = FacetComparison
        fields = [
            "id",
            "kind",
            "role",
            "level",
            "engine_level",
            "reason",
            "by",
            "a",
            "b",
        ]
        read_only_fields = fields

    @extend_schema_field(SideSerializer(allow_null=True))
    def get_a(self, row: FacetComparison) -> dict[str, Any] | None:
        return _side(row.low_text, row.low_value, row.low_start, row.low_end)

    @extend_schema_field(SideSerializer(allow_null=True))
    def get_b(self, row: FacetComparison) -> dict[str, Any] | None:
        return _side(row.high_text, row.high_value, row.high_start, row.high_end)


def _side(text: str, value: str, start: int, end: int) -> dict[str, Any] | None:
    if start == NOT_STATED:
        return None
    return {"text": text, "value": value, "start": start, "end": end}


class LinkSerializer(serializers.ModelSerializer[Link]):
    """A pair's relation and why; direction 1 = b tells the later state, -1 = a does.

    relation and state are what holds; score (an order, not a probability), rule, reason
    and engine_relation are the engine's. revision grows with every decision.
    """

    a = StatementBriefSerializer(source="low", read_only=True)
    b = StatementBriefSerializer(source="high", read_only=True)
    score = serializers.FloatField(
        source="engine_score", read_only=True, allow_null=True
    )
    rule = serializers.CharField(source="engine_rule", read_only=True)
    reason = serializers.CharField(source="engine_reason", read_only=True)
    facets = ComparisonSerializer(source="comparisons", many=True, read_only=True)

    class Meta:
        model = Link
        fields = [
            "id",
            "relation",
            "state",
            "by",
            "direction",
            "same_article",
            "score",
            "rule",
            "reason",
            "engine_relation",
            "engine_version",
            "revision",
            "a",
            "b",
            "facets",
        ]
        read_only_fields = fields


class LinkFilter(Filters):
    """relation, state, by, article, outlet, claim, kind and differs."""

    relation = filters.ChoiceFilter(choices=RELATIONS, label="what holds")
    state = filters.ChoiceFilter(
        choices=Link.State.choices, label="what editors made of it"
    )
    by = filters.ChoiceFilter(choices=By.choices, label="who decided")
    article = WordsFilter(method="of_article", label="external_id of a side")
    outlet = WordsFilter(method="of_outlet", label="slug or name of a side")
    claim = IntegerFilter(method="of_claim", label="claim that holds both sides")
    kind = filters.ChoiceFilter(
        method="about", choices=KINDS, label="compares such facets"
    )
    differs = filters.ChoiceFilter(
        method="that_differ", choices=KINDS, label="conflicts about such facets"
    )

    class Meta:
        model = Link
        fields: list[str] = []

    def of_article(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(
            Q(low__article__external_id=value) | Q(high__article__external_id=value)
        )

    def of_outlet(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(
            of_outlet(value, "low__article__outlet")
            | of_outlet(value, "high__article__outlet")
        )

    def of_claim(
        self, queryset: QuerySet[Link], name: str, value: int
    ) -> QuerySet[Link]:
        inside = ClaimMember.objects.filter(claim=value, state=ClaimMember.State.IN)
        ids = inside.values("statement")
        return queryset.filter(low__in=ids, high__in=ids)

    def about(self, queryset: QuerySet[Link], name: str, value: str) -> QuerySet[Link]:
        return queryset.filter(Exists(_compared(kind=value)))

    def that_differ(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(Exists(_compared(kind=value, level=Level.CONFLICT)))


def _compared(**columns: str) -> QuerySet[FacetComparison]:
    return FacetComparison.objects.filter(link=OuterRef("pk"), **columns)


@extend_schema_view(
    list=extend_schema(summary="Links"), retrieve=extend_schema(summary="A link")
)
class LinkViewSet(viewsets.ReadOnlyModelViewSet[Link]):
    """Pairs that corroborate, conflict with or update each other, each with its reason.

    Rejected links are here, too, with their state: `?state=` leaves them out.
    """

    queryset = (
        Link.objects.exclude(relation=Relation.NONE)
        .filter(
            low__hidden_by__isnull=True,
            high__hidden_by__isnull=True,
            low__article__withdrawn_at__isnull=True,
            high__article__withdrawn_at__isnull=True,
        )
        .select_related("low__article__outlet", "high__article__outlet")
        .defer("low__frames", "high__frames")
        .prefetch_related(COMPARISONS)
        .order_by("id")
    )
    serializer_class = LinkSerializer
    filterset_class = LinkFilter
    lookup_value_regex = "[0-9]+"
