"""Resources of the API. Reading follows PUBLIC_READ; writing goes through the services."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from rest_framework import mixins, status, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api import filters, serializers
from claims.api.scopes import TokenScope
from claims.models import (
    Claim,
    ClaimMember,
    Link,
    Rating,
    Statement,
)
from claims.selectors.ratings import ratings_visible_to
from claims.services.review import claim_rate
from factcheck.operations.access import ReadOrAuthenticated
from factcheck.operations.tokens import REVIEW
from sources.models import Outlet

PERMISSIONS = [ReadOrAuthenticated, TokenScope]

# Rows of people that are read: withdrawn articles and hidden statements are not.
VISIBLE = {"article__withdrawn_at__isnull": True, "hidden_by__isnull": True}


class OutletViewSet(viewsets.ReadOnlyModelViewSet[Outlet]):
    """Who publishes."""

    queryset = Outlet.objects.select_related("family").order_by("id")
    serializer_class = serializers.OutletSerializer
    filterset_class = filters.OutletFilter
    permission_classes = PERMISSIONS


class StatementViewSet(viewsets.ReadOnlyModelViewSet[Statement]):
    """Printed sentences with their typed values."""

    queryset = (
        Statement.objects.filter(**VISIBLE)
        .select_related("article__outlet", "version", "origin")
        .prefetch_related("hops", "facets")
        .order_by("id")
    )
    serializer_class = serializers.StatementSerializer
    filterset_class = filters.StatementFilter
    permission_classes = PERMISSIONS


class LinkViewSet(viewsets.ReadOnlyModelViewSet[Link]):
    """Pairs of statements about one fact: `?relation=conflicts`."""

    queryset = (
        Link.objects.exclude(relation="none", engine_relation="none")
        .filter(
            low__article__withdrawn_at__isnull=True,
            high__article__withdrawn_at__isnull=True,
        )
        .select_related("low__article__outlet", "high__article__outlet")
        .prefetch_related("comparisons")
        .order_by("id")
    )
    serializer_class = serializers.LinkSerializer
    filterset_class = filters.LinkFilter
    permission_classes = PERMISSIONS


class ClaimViewSet(viewsets.ReadOnlyModelViewSet[Claim]):
    """Claims, in the order of the queue."""

    serializer_class = serializers.ClaimSerializer
    filterset_class = filters.ClaimFilter
    permission_classes = PERMISSIONS

    def get_queryset(self) -> QuerySet[Claim]:
        """Claims that were not merged away."""
        claims = Claim.objects.filter(merged_into__isnull=True).prefetch_related(
            "facet_rows"
        )
        if self.action == "retrieve":
            members = ClaimMember.objects.select_related(
                "statement__article__outlet"
            ).filter(
                statement__article__withdrawn_at__isnull=True,
                statement__hidden_by__isnull=True,
            )
            claims = claims.prefetch_related(
                Prefetch("members", members.order_by("statement_id"))
            )
        return claims.order_by("-priority", "id")

    def get_serializer_class(self) -> type[serializers.ClaimSerializer]:
        """Statements come with one claim, not with a list of them."""
        if self.action == "retrieve":
            return serializers.ClaimDetailSerializer
        return serializers.ClaimSerializer


class RatingViewSet(
    mixins.CreateModelMixin,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    viewsets.GenericViewSet[Rating],
):
    """Ratings that you may see: your own, and others' where you have rated."""

    queryset = Rating.objects.none()
    serializer_class = serializers.RatingSerializer
    filterset_class = filters.RatingFilter
    permission_classes = PERMISSIONS
    write_scope = REVIEW

    def get_queryset(self) -> QuerySet[Rating]:
        """Blind: one selector decides what is visible, here as everywhere."""
        visible = ratings_visible_to(self.request.user)
        return visible.select_related("editor").order_by("id")

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Rate a claim; a rationale is needed below 4 and for "cannot tell"."""
        asked = self.get_serializer(data=request.data)
        asked.is_valid(raise_exception=True)
        rating = claim_rate(
            actor=request.user,
            claim=asked.validated_data["claim"],
            value=asked.validated_data.get("value"),
            rationale=asked.validated_data.get("rationale", ""),
        )
        return Response(self.get_serializer(rating).data, status.HTTP_201_CREATED)
