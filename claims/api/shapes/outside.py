"""A verdict from elsewhere, as the API shows it."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.shapes.links import RELATIONS
from claims.api.shapes.statements import NumberField
from claims.models import By, OutsideVerdict
from claims.selectors.outside import candidates_of


class CandidateSerializer(serializers.Serializer[Any]):
    """A statement of ours beside what is claimed, as the engine found it.

    claim   with which it stands; score is an order from 0 to 1 and not a probability
    """

    statement = serializers.IntegerField(source="statement.pk")
    claim = serializers.IntegerField(source="claim.pk", default=None)
    relation = serializers.ChoiceField(choices=RELATIONS)
    score = serializers.FloatField()
    reason = serializers.CharField()


class OutsideVerdictSerializer(serializers.ModelSerializer[OutsideVerdict]):
    """What a fact-checker elsewhere has published, in its own words and on its scale.

    claim       ours that it is about; null: nobody knows yet, or an editor said none
    matched_by  who found it: engine or editor; empty: nobody yet
    published, claimed  days of the review and of what was claimed
    """

    claim = serializers.IntegerField(source="home", read_only=True, allow_null=True)
    matched_by = serializers.ChoiceField(
        choices=By.choices, allow_blank=True, read_only=True
    )
    imported_by = serializers.CharField(
        source="imported_by.username", read_only=True, allow_null=True, default=None
    )
    rating_value = NumberField(allow_null=True, read_only=True)
    rating_best = NumberField(allow_null=True, read_only=True)
    rating_worst = NumberField(allow_null=True, read_only=True)
    claimants = serializers.ListField(child=serializers.CharField(), read_only=True)
    appearances = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = OutsideVerdict
        fields = [
            "id",
            "claim",
            "matched_by",
            "claim_reviewed",
            "publisher",
            "publisher_url",
            "url",
            "published",
            "rating",
            "rating_value",
            "rating_best",
            "rating_worst",
            "language",
            "claimants",
            "claimed",
            "appearances",
            "imported_by",
            "imported_at",
            "changed_at",
        ]
        read_only_fields = fields


class OutsideVerdictDetailSerializer(OutsideVerdictSerializer):
    """The same with what the engine found, the match first, and the review as sent."""

    candidates = serializers.SerializerMethodField()
    raw = serializers.DictField(
        read_only=True, help_text="the ClaimReview as it was sent in"
    )

    class Meta(OutsideVerdictSerializer.Meta):
        fields = [*OutsideVerdictSerializer.Meta.fields, "candidates", "raw"]
        read_only_fields = fields

    @extend_schema_field(CandidateSerializer(many=True))
    def get_candidates(self, verdict: OutsideVerdict) -> Any:
        found = candidates_of([verdict])[verdict.pk]
        shown = [each for each in found if each.statement is not None]
        return CandidateSerializer(shown, many=True).data
