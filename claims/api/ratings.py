"""/ratings/: editors' judgements of claims; blind until one's own is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers, status
from rest_framework.response import Response

from claims.api.conflict import Conflict
from claims.api.shapes.claims import ClaimSerializer, claims_shown
from claims.models import Claim, Rating
from claims.models.rating import VALUE_HIGHEST, VALUE_LOWEST
from claims.permissions import may_rate, require
from claims.selectors.ratings import ratings_visible_to
from claims.services.conflict import ConflictError
from claims.services.review import claim_rate
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    Filters,
    IntegerFilter,
    MomentFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.tokens import REVIEW

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request

# Characters of a rationale: some pages; the longest so far have a few hundred.
RATIONALE_CHARACTERS = 10_000


class RatingSerializer(serializers.ModelSerializer[Rating]):
    """One editor's judgement of how consistent the reports are.

    value: 1 (irreconcilable) to 5 (fully consistent), null = cannot tell; seq: the last
    one of an editor in a round counts; blind: given before another's could be seen.
    """

    editor = serializers.CharField(source="editor.username", read_only=True)
    value = serializers.IntegerField(
        min_value=VALUE_LOWEST, max_value=VALUE_HIGHEST, allow_null=True, read_only=True
    )

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
        read_only_fields = fields


class NewRatingSerializer(Asked):
    """A judgement, as it is sent in."""

    claim = serializers.PrimaryKeyRelatedField[Claim](queryset=Claim.objects.all())
    value = serializers.IntegerField(
        min_value=VALUE_LOWEST,
        max_value=VALUE_HIGHEST,
        allow_null=True,
        help_text="1 (irreconcilable) to 5 (fully consistent), null = cannot tell",
    )
    rationale = serializers.CharField(
        required=False,
        allow_blank=True,
        max_length=RATIONALE_CHARACTERS,
        help_text="needed below 4 and for null",
    )


class RatingFilter(Filters):
    """claim, round, editor, value, by moment, words of the rationale."""

    claim = IntegerFilter(field_name="claim_id", label="number of the claim")
    round = IntegerFilter(field_name="round", label="of rating, from 1")
    editor = WordsFilter(field_name="editor__username", label="account of who rated")
    value = IntegerFilter(field_name="value", label="exactly this one")
    since = MomentFilter(field_name="at", lookup_expr="gte", label="then or later")
    until = MomentFilter(field_name="at", lookup_expr="lt", label="before then")
    q = WordsFilter(
        field_name="rationale", lookup_expr="icontains", label="words of the rationale"
    )

    class Meta:
        model = Rating
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Ratings that you may see"),
    retrieve=extend_schema(summary="A rating that you may see"),
)
class RatingViewSet(Reads[Rating]):
    """Your own ratings, and others' of the rounds in which you have rated."""

    queryset = Rating.objects.none()
    serializer_class = RatingSerializer
    filterset_class = RatingFilter
    orders = {"id": ("id",), "at": ("at", "id")}
    expansions = {"claim": one("claim_id", ClaimSerializer, claims_shown)}
    write_scope = REVIEW

    def get_queryset(self) -> QuerySet[Rating]:
        """Blind: one selector decides what is visible, here as everywhere."""
        visible = ratings_visible_to(self.request.user)
        return visible.select_related("editor")

    @extend_schema(
        summary="Rate a claim",
        request=NewRatingSerializer,
        responses={status.HTTP_201_CREATED: RatingSerializer},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Add your judgement; a later one of the same round takes its place.

        409: the claim was merged into another, which `current` names.
        """
        actor = person_of(request)
        require(may_rate, actor)
        asked = NewRatingSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        given = asked.validated_data
        try:
            rating = claim_rate(
                actor=actor,
                claim=given["claim"],
                value=given["value"],
                rationale=given.get("rationale", ""),
                token=token_of(request),
            )
        except ValidationError as error:
            raise serializers.ValidationError(error.message_dict) from error
        except ConflictError as error:
            raise Conflict(str(error), error.current) from error
        return Response(self.get_serializer(rating).data, status.HTTP_201_CREATED)
