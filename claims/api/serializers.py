"""The JSON shapes of what is printed and of what is made of it.

Spans are half-open and count code points: of a statement in the article's text, of a facet
in the statement's quote. Numbers are strings, so that no digit is lost.
"""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.models import (
    AttributionHop,
    Claim,
    FacetComparison,
    Link,
    Rating,
    Statement,
    StatementFacet,
)
from sources.models import Article, Outlet


class OutletSerializer(serializers.ModelSerializer[Outlet]):
    """Who publishes."""

    family = serializers.CharField(source="family.name", default=None, read_only=True)

    class Meta:
        model = Outlet
        fields = [
            "id",
            "slug",
            "name",
            "family",
            "country",
            "language",
            "media_type",
            "is_wire",
            "time_zone",
        ]


class ArticleSerializer(serializers.ModelSerializer[Article]):
    """One story of one outlet, without its text."""

    outlet = serializers.CharField(source="outlet.name", read_only=True)
    version = serializers.IntegerField(
        source="current_version.number", default=None, read_only=True
    )

    class Meta:
        model = Article
        fields = [
            "id",
            "external_id",
            "outlet",
            "url",
            "title",
            "authors",
            "language",
            "translated_from",
            "published_date",
            "published_at",
            "published_precision",
            "published_by",
            "version",
        ]


class ArticleDetailSerializer(ArticleSerializer):
    """The same with the text of the latest version."""

    text = serializers.CharField(
        source="current_version.text", default="", read_only=True
    )

    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "text"]


class FacetSerializer(serializers.ModelSerializer[StatementFacet]):
    """One typed value of a statement; start and end count in its quote."""

    class Meta:
        model = StatementFacet
        fields = [
            "kind",
            "role",
            "frame",
            "start",
            "end",
            "text",
            "value",
            "number",
            "number_low",
            "number_high",
            "unit",
            "measure",
            "date_from",
            "date_to",
            "granularity",
            "timex",
            "anchor",
            "hedge",
            "implied",
            "by",
        ]


class HopSerializer(serializers.ModelSerializer[AttributionHop]):
    """One step of the chain of who is said to have said it."""

    cited_outlet = serializers.CharField(source="cited_text", read_only=True)

    class Meta:
        model = AttributionHop
        fields = ["position", "speaker", "role", "venue", "cited_outlet", "cue", "by"]


class StatementSerializer(serializers.ModelSerializer[Statement]):
    """One printed sentence; start and end count in the text of version."""

    article = serializers.CharField(source="article.external_id", read_only=True)
    outlet = serializers.CharField(source="article.outlet.name", read_only=True)
    version = serializers.IntegerField(source="version.number", read_only=True)
    origin = serializers.CharField(source="origin.label", default=None, read_only=True)
    facets = FacetSerializer(many=True, read_only=True)
    attribution = HopSerializer(source="hops", many=True, read_only=True)

    class Meta:
        model = Statement
        fields = [
            "id",
            "article",
            "outlet",
            "version",
            "quote",
            "start",
            "end",
            "state",
            "check_worthiness",
            "event_from",
            "event_to",
            "origin",
            "facets",
            "attribution",
        ]


class StatementBriefSerializer(serializers.ModelSerializer[Statement]):
    """A statement inside a link or a claim."""

    article = serializers.CharField(source="article.external_id", read_only=True)
    outlet = serializers.CharField(source="article.outlet.name", read_only=True)
    published = serializers.DateField(source="article.published_date", read_only=True)

    class Meta:
        model = Statement
        fields = ["id", "article", "outlet", "published", "quote", "start", "end"]


class ComparisonSerializer(serializers.ModelSerializer[FacetComparison]):
    """How one facet of a link compares; a start of -1 means: not stated there."""

    class Meta:
        model = FacetComparison
        fields = [
            "kind",
            "role",
            "level",
            "engine_level",
            "low_text",
            "low_start",
            "low_end",
            "high_text",
            "high_start",
            "high_end",
            "reason",
            "by",
        ]


class LinkSerializer(serializers.ModelSerializer[Link]):
    """A pair's relation; direction 1 = b tells the later state, -1 = a does."""

    a = StatementBriefSerializer(source="low", read_only=True)
    b = StatementBriefSerializer(source="high", read_only=True)
    score = serializers.FloatField(source="engine_score", read_only=True)
    reason = serializers.CharField(source="engine_reason", read_only=True)
    rule = serializers.CharField(source="engine_rule", read_only=True)
    facets = ComparisonSerializer(source="comparisons", many=True, read_only=True)

    class Meta:
        model = Link
        fields = [
            "id",
            "a",
            "b",
            "relation",
            "state",
            "by",
            "direction",
            "score",
            "rule",
            "reason",
            "engine_relation",
            "engine_version",
            "revision",
            "facets",
        ]


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    """A claim with its counts; origins is an upper bound of the independent ones."""

    facets = serializers.SerializerMethodField(
        help_text="worst level of each facet kind that differs or is told at all"
    )

    class Meta:
        model = Claim
        fields = [
            "id",
            "title",
            "state",
            "round",
            "conflicts",
            "outlets",
            "origins",
            "first_reported",
            "last_reported",
            "priority",
            "facets",
        ]

    def get_facets(self, claim: Claim) -> dict[str, str]:
        """Kind → worst level."""
        return {row.kind: row.worst_level for row in claim.facet_rows.all()}


class ClaimDetailSerializer(ClaimSerializer):
    """The same with the statements that stand in it."""

    statements = serializers.SerializerMethodField()

    class Meta(ClaimSerializer.Meta):
        fields = [*ClaimSerializer.Meta.fields, "statements"]

    def get_statements(self, claim: Claim) -> list[dict[str, Any]]:
        """The statements that are in the claim, by publication."""
        rows = [m.statement for m in claim.members.all() if m.state == "in"]
        return StatementBriefSerializer(rows, many=True).data


class RatingSerializer(serializers.ModelSerializer[Rating]):
    """One editor's judgement; value null = cannot tell."""

    editor = serializers.CharField(source="editor.username", read_only=True)

    class Meta:
        model = Rating
        fields = [
            "id",
            "claim",
            "editor",
            "round",
            "seq",
            "value",
            "rationale",
            "blind",
            "at",
        ]
        read_only_fields = ["round", "seq", "blind", "at"]
