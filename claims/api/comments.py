"""/comments/: what editors say to each other; blind until one's own rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers

from claims.api.shapes.claims import ClaimSerializer, claims_shown
from claims.models import Comment
from claims.selectors.ratings import comments_visible_to
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    Filters,
    IntegerFilter,
    MomentFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from django.db.models import QuerySet


class CommentSerializer(serializers.ModelSerializer[Comment]):
    """What somebody said about a claim; round: that of the claim then."""

    author = serializers.CharField(source="author.username", read_only=True)

    class Meta:
        model = Comment
        fields = ["id", "claim", "round", "author", "body", "at"]
        read_only_fields = fields


class CommentFilter(Filters):
    """claim, round, author, by moment, words."""

    claim = IntegerFilter(field_name="claim_id", label="number of the claim")
    round = IntegerFilter(field_name="round", label="of rating, from 1")
    author = WordsFilter(field_name="author__username", label="account of who said it")
    since = MomentFilter(field_name="at", lookup_expr="gte", label="then or later")
    until = MomentFilter(field_name="at", lookup_expr="lt", label="before then")
    q = WordsFilter(field_name="body", lookup_expr="icontains", label="part of it")

    class Meta:
        model = Comment
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Comments that you may see"),
    retrieve=extend_schema(summary="A comment that you may see"),
)
class CommentViewSet(Reads[Comment]):
    """Your own comments, and others' of the rounds in which you have rated."""

    queryset = Comment.objects.none()
    serializer_class = CommentSerializer
    filterset_class = CommentFilter
    orders = {"id": ("id",), "at": ("at", "id")}
    expansions = {"claim": one("claim_id", ClaimSerializer, claims_shown)}

    def get_queryset(self) -> QuerySet[Comment]:
        """Blind: one selector decides what is visible, here as everywhere."""
        return comments_visible_to(self.request.user).select_related("author")
