"""A printed sentence with its typed values and who is said to have said it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.printed import VISIBLE, StatementBriefSerializer
from claims.models import AttributionHop, ClaimMember, Statement, StatementFacet
from claims.selectors.material import effective_facets, effective_hops


def statements_shown() -> QuerySet[Statement]:
    """Those that may be read, with what StatementSerializer shows of them."""
    inside = ClaimMember.objects.filter(
        state=ClaimMember.State.IN, claim__merged_into=None
    )
    return (
        Statement.objects.filter(VISIBLE)
        .select_related("article__outlet", "version", "origin")
        .defer("frames", "version__text")
        .prefetch_related(
            "hops",
            Prefetch("facets", StatementFacet.objects.select_related("name")),
            Prefetch("memberships", inside),
        )
    )


@extend_schema_field({"type": "string", "examples": ["2500000000", "0.25"]})
class NumberField(serializers.Field[Decimal, Any, str, Any]):
    """A number in digits, without an exponent and without the zeros of its column."""

    def to_representation(self, value: Decimal) -> str:
        digits = f"{value:f}"
        return digits.rstrip("0").rstrip(".") if "." in digits else digits


class FacetSerializer(serializers.ModelSerializer[StatementFacet]):
    """One typed value of a statement; start and end count in its quote.

    name: whom the words stand for, once spellings are known to be one bearer's.
    """

    number = NumberField(allow_null=True, read_only=True)
    number_low = NumberField(allow_null=True, read_only=True)
    number_high = NumberField(allow_null=True, read_only=True)
    name = serializers.CharField(
        source="name.canonical", default=None, allow_null=True, read_only=True
    )

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
            "name",
            "by",
        ]
        read_only_fields = fields


class HopSerializer(serializers.ModelSerializer[AttributionHop]):
    """One step of the chain of who is said to have said it, outermost first."""

    cited_outlet = serializers.CharField(
        source="cited_text", read_only=True, help_text="the publication as printed"
    )

    class Meta:
        model = AttributionHop
        fields = ["position", "speaker", "role", "venue", "cited_outlet", "cue", "by"]
        read_only_fields = fields


class StatementSerializer(StatementBriefSerializer):
    """One printed sentence; start and end count in the text of version.

    facets and attribution are those that hold: an editor's hide the engine's. claims:
    the numbers of the claims that it stands in.
    """

    version = serializers.IntegerField(source="version.number", read_only=True)
    origin = serializers.CharField(
        source="origin.label", default=None, allow_null=True, read_only=True
    )
    facets = serializers.SerializerMethodField()
    attribution = serializers.SerializerMethodField()
    claims = serializers.SerializerMethodField()

    class Meta(StatementBriefSerializer.Meta):
        fields = [
            *StatementBriefSerializer.Meta.fields,
            "version",
            "check_worthiness",
            "event_from",
            "event_to",
            "origin",
            "facets",
            "attribution",
            "claims",
        ]
        read_only_fields = fields

    @extend_schema_field(FacetSerializer(many=True))
    def get_facets(self, statement: Statement) -> Any:
        held = effective_facets(statement.facets.all())
        return FacetSerializer(held, many=True).data

    @extend_schema_field(HopSerializer(many=True))
    def get_attribution(self, statement: Statement) -> Any:
        held = effective_hops(statement.hops.all())
        return HopSerializer(held, many=True).data

    def get_claims(self, statement: Statement) -> list[int]:
        return [member.claim_id for member in statement.memberships.all()]
