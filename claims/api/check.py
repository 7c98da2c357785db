"""/check/: a draft's sentences with what is already printed about each of them.

The draft is answered and forgotten: it is not stored, not logged and not cached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.printed import StatementBriefSerializer
from claims.api.shapes.links import RELATIONS
from claims.api.told import (
    ComparedSerializer,
    PublishedField,
    ReadFacetSerializer,
)
from claims.engine import load_engine
from claims.services.findings import (
    DRAFT_CHARACTERS,
    DRAFT_SENTENCES,
    GRAVEST_FIRST,
    LANGUAGE_CHARACTERS,
    NOTHING,
    TITLE_CHARACTERS,
    Draft,
    Evidence,
    TooManySentences,
    findings_of,
)
from factcheck.operations.api.asked import Asked
from sources.models import Article
from sources.selectors import outlet_named

if TYPE_CHECKING:
    from rest_framework.request import Request

FOUND = [(name, name) for name in (*GRAVEST_FIRST, NOTHING)]
NAME_CHARACTERS = 200


class AskedDraftSerializer(Asked):
    """A draft; the fields are those of an article that is sent in."""

    # Not trimmed: the offsets of the answer count in the text as it was sent.
    text = serializers.CharField(
        trim_whitespace=False,
        max_length=DRAFT_CHARACTERS,
        help_text=f"plain; a blank line ends a block; at most {DRAFT_CHARACTERS} "
        f"characters and {DRAFT_SENTENCES} sentences",
    )
    title = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=TITLE_CHARACTERS,
        help_text="so that the headline is known where the text begins with it",
    )
    language = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=LANGUAGE_CHARACTERS,
        help_text="its code; without it as the words tell. Only English is read",
    )
    published = PublishedField()
    without_article = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=NAME_CHARACTERS,
        help_text="external_id of an article that is left out: the draft's own",
    )
    without_outlet = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=NAME_CHARACTERS,
        help_text="name, alias or domain of an outlet that is left out: your own",
    )

    def validate_text(self, text: str) -> str:
        """Blank text is no draft."""
        if not text.strip():
            raise serializers.ValidationError("The draft is empty.", code="blank")
        return text

    def validate_without_article(self, name: str) -> int | None:
        """The number of the article."""
        if not name:
            return None
        found = Article.objects.filter(external_id=name).values_list("pk", flat=True)
        if not found:
            raise serializers.ValidationError("There is no such article.")
        return found[0]

    def validate_without_outlet(self, name: str) -> int | None:
        """The number of the outlet."""
        if not name:
            return None
        found = outlet_named(name)
        if found is None:
            raise serializers.ValidationError("There is no such outlet.")
        return found.pk


class EvidenceSerializer(serializers.Serializer[Any]):
    """A printed statement beside the draft's: a is the draft's side, b the printed one.

    Its facets count in the two sentences. likeness, from 0 to 1, is how much the two
    and the texts around them have in common.
    """

    relation = serializers.ChoiceField(source="decision.relation", choices=RELATIONS)
    direction = serializers.IntegerField(source="decision.direction")
    score = serializers.FloatField(source="decision.score")
    rule = serializers.CharField(source="decision.rule")
    reason = serializers.CharField(source="decision.reason")
    facets = ComparedSerializer(source="decision.comparisons", many=True)
    likeness = serializers.FloatField()
    statement = StatementBriefSerializer()
    origin = serializers.CharField(
        source="statement.origin.label",
        default=None,
        allow_null=True,
        help_text="who said it first; null: the outlet itself, as far as is known",
    )
    claim = serializers.SerializerMethodField()

    def get_claim(self, evidence: Evidence) -> int | None:
        """The number of the claim in which the printed statement stands."""
        return evidence.claim.pk if evidence.claim else None


class VoicesSerializer(serializers.Serializer[Any]):
    """Printed statements that say the same of a sentence of the draft, best first.

    origins: independent ones, at most outlets; several outlets with one origin are one
    voice.
    """

    outlets = serializers.IntegerField()
    origins = serializers.IntegerField()
    matches = EvidenceSerializer(many=True)


class FindingSerializer(serializers.Serializer[Any]):
    """One sentence of the draft with what is printed about it.

    found: the gravest of the four, or "nothing": nobody prints it, which is no denial.
    conflicts: both cannot be true. updated: newer statements that tell another state.
    updates: older ones, whose state the draft overtakes.
    """

    start = serializers.IntegerField(source="statement.start")
    end = serializers.IntegerField(source="statement.end")
    text = serializers.CharField(source="statement.text")
    facets = ReadFacetSerializer(source="statement.facets", many=True)
    found = serializers.ChoiceField(choices=FOUND)
    conflicts = VoicesSerializer()
    updated = VoicesSerializer()
    updates = VoicesSerializer()
    corroborated = VoicesSerializer()


class FindingsSerializer(serializers.Serializer[Any]):
    """The draft, checked. Nothing of it is stored.

    not_analysed: the language, when it is one that is not read; there are no sentences
    then. published: the day that relative dates were counted from.
    """

    language = serializers.CharField()
    not_analysed = serializers.CharField()
    published = serializers.DateField(source="counted_from", allow_null=True)
    sentences = FindingSerializer(many=True)


@method_decorator(never_cache, name="dispatch")
class CheckView(APIView):
    """What is printed about a draft. Its POST asks and writes nothing."""

    post_reads = True

    @extend_schema(
        summary="Check a draft",
        request=AskedDraftSerializer,
        responses={status.HTTP_200_OK: FindingsSerializer},
    )
    def post(self, request: Request) -> Response:
        """Every sentence of a draft with what is already printed about it.

        Nothing of withdrawn articles or of hidden statements is among it. The draft is
        not stored and not logged.
        """
        asked = AskedDraftSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        try:
            found = findings_of(Draft(**asked.validated_data), engine=load_engine())
        except TooManySentences as error:
            raise serializers.ValidationError({"text": str(error)}) from error
        return Response(FindingsSerializer(found).data)
