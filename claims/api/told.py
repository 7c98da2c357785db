"""Shapes of what the engine says of a text that is not stored: /check/ and /compare/.

They are those of a stored statement and link, less what only a row has.
"""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from claims.api.printed import KINDS
from claims.api.shapes.links import RELATIONS
from claims.api.shapes.statements import NumberField
from claims.facets.types import Level
from claims.linkage.types import Relation
from sources.services import Refused, draft_published

LEVELS = [(level.value, level.value) for level in Level]
ANY_RELATION = [*RELATIONS, (Relation.NONE.value, Relation.NONE.value)]
PUBLISHED_CHARACTERS = 40


class PublishedField(serializers.CharField):
    """2025-06, 2025-06-10 or 2025-06-10T00:19-04:00; also in the future."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            default="",
            allow_blank=True,
            allow_null=True,
            max_length=PUBLISHED_CHARACTERS,
            help_text="2025-06, 2025-06-10 or 2025-06-10T00:19-04:00, also in the "
            "future; relative dates count from it, and stay unresolved without one",
            **options,
        )

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """The date as exactly as it is given; null and "" are a day not known."""
        value = super().run_validation(data)
        try:
            return draft_published(value or "")
        except Refused as refusal:
            reason = refusal.reason
            wrong = f"{reason[:1].upper()}{reason[1:]}."
            raise serializers.ValidationError(wrong) from refusal


class ReadFacetSerializer(serializers.Serializer[Any]):
    """One typed value that was read; start and end count in its sentence."""

    kind = serializers.ChoiceField(choices=KINDS)
    role = serializers.CharField()
    frame = serializers.IntegerField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    value = serializers.CharField()
    number = NumberField(allow_null=True)
    number_low = NumberField(allow_null=True)
    number_high = NumberField(allow_null=True)
    unit = serializers.CharField()
    measure = serializers.CharField()
    date_from = serializers.DateField(allow_null=True)
    date_to = serializers.DateField(allow_null=True)
    granularity = serializers.CharField()
    timex = serializers.CharField()
    anchor = serializers.DateField(allow_null=True)
    hedge = serializers.CharField()
    implied = serializers.BooleanField()


class ReadSentenceSerializer(serializers.Serializer[Any]):
    """A sentence as it was read; start and end count characters of the text sent."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()
    text = serializers.CharField()
    facets = ReadFacetSerializer(many=True)


class SideValueSerializer(serializers.Serializer[Any]):
    """A value as one of the two has it; of a comparison."""

    text = serializers.CharField()
    value = serializers.CharField(help_text="what it was taken for")
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class ComparedSerializer(serializers.Serializer[Any]):
    """One facet of a pair, side by side; a side is null where it is not stated.

    level is the verdict on that facet, reason says how it came about.
    """

    kind = serializers.ChoiceField(choices=KINDS)
    role = serializers.CharField()
    level = serializers.ChoiceField(choices=LEVELS)
    reason = serializers.CharField()
    a = SideValueSerializer(allow_null=True)
    b = SideValueSerializer(allow_null=True)


class DecisionSerializer(serializers.Serializer[Any]):
    """What two statements are to each other, and why.

    direction 1 = b tells the later state, -1 = a does; score is an order from 0 to 1
    and not a probability; rule is the line of the table of decisions that held.
    """

    relation = serializers.ChoiceField(choices=ANY_RELATION)
    direction = serializers.IntegerField(min_value=-1, max_value=1)
    score = serializers.FloatField(min_value=0, max_value=1)
    rule = serializers.CharField()
    reason = serializers.CharField()
    facets = ComparedSerializer(source="comparisons", many=True)
