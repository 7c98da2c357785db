"""A pair of statements, its relation, and how their facets compare."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.printed import StatementBriefSerializer
from claims.linkage.types import Relation
from claims.models import FacetComparison, Link
from claims.models.link import NOT_STATED

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
