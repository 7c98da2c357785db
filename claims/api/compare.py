"""/compare/: two statements held against each other, without anything stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.told import DecisionSerializer, PublishedField, ReadSentenceSerializer
from claims.engine import load_engine
from claims.services.compare import Text, compare_read, read_pairs
from factcheck.operations.api.asked import Asked
from sources.services import day_of

if TYPE_CHECKING:
    from rest_framework.request import Request

    from claims.facets.types import StatementRecord

# Characters of one side: a statement, or the passage in which it stands. Every sentence
# of one is held against every sentence of the other.
COMPARED_CHARACTERS = 4_000
# Sentences of one side: those characters of prose have some 35, and the squares of more
# than these take seconds (190 by 190 of seven words took half a minute).
COMPARED_SENTENCES = 60
OUTLET_CHARACTERS = 200


class AskedSideSerializer(Asked):
    """One of the two: a sentence, or a short passage."""

    text = serializers.CharField(
        trim_whitespace=False,
        max_length=COMPARED_CHARACTERS,
        help_text=f"in English; at most {COMPARED_CHARACTERS} characters and "
        f"{COMPARED_SENTENCES} sentences",
    )
    published = PublishedField()
    outlet = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=OUTLET_CHARACTERS,
        help_text="who prints it; comes back as it is and decides nothing",
    )

    def validate_text(self, text: str) -> str:
        """Blank text is no statement."""
        if not text.strip():
            raise serializers.ValidationError("The text is empty.", code="blank")
        return text


class AskedPairSerializer(Asked):
    """Two statements, each with its date."""

    a = AskedSideSerializer()
    b = AskedSideSerializer()


class ReadSideSerializer(serializers.Serializer[Any]):
    """One of the two as it was read."""

    outlet = serializers.CharField()
    published = serializers.DateField(
        allow_null=True, help_text="the day that relative dates were counted from"
    )
    sentences = ReadSentenceSerializer(many=True)


class ComparisonAnswerSerializer(DecisionSerializer):
    """The relation of two texts and why; facets count in the texts that were sent.

    Of passages every sentence of the shorter one is held against its best partner: one
    conflict makes them conflict, and they corroborate when every sentence is
    corroborated.
    """

    a = ReadSideSerializer()
    b = ReadSideSerializer()


@method_decorator(never_cache, name="dispatch")
class CompareView(APIView):
    """What two statements are to each other. Its POST asks and writes nothing."""

    post_reads = True

    @extend_schema(
        summary="Compare two statements",
        request=AskedPairSerializer,
        responses={status.HTTP_200_OK: ComparisonAnswerSerializer},
    )
    def post(self, request: Request) -> Response:
        """The relation of two texts, their facets side by side, reason and score.

        The texts are not stored and not logged.
        """
        asked = AskedPairSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        sides = [asked.validated_data[name] for name in ("a", "b")]
        days = [day_of(side["published"]) for side in sides]
        texts = [Text(s["text"], day) for s, day in zip(sides, days, strict=True)]
        engine = load_engine()
        ((a, b),) = read_pairs([(texts[0], texts[1])], engine=engine)
        _few_enough({"a": a, "b": b})
        decision = compare_read(a, b, engine=engine)
        read = [
            {"outlet": side.get("outlet", ""), "published": day, "sentences": sentences}
            for side, day, sentences in zip(sides, days, (a, b), strict=True)
        ]
        answer = DecisionSerializer(decision).data
        shape = ReadSideSerializer(read, many=True).data
        return Response({**answer, "a": shape[0], "b": shape[1]})


def _few_enough(sides: dict[str, list[StatementRecord]]) -> None:
    wrong = {
        name: {"text": f"{len(read)} sentences: send {COMPARED_SENTENCES} at most."}
        for name, read in sides.items()
        if len(read) > COMPARED_SENTENCES
    }
    if wrong:
        raise serializers.ValidationError(wrong)
