"""/searches/: lists of the queue that are kept, one's own and shared ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, serializers, status
from rest_framework.response import Response
from rest_framework.reverse import reverse

from claims.api.conflict import refusals
from claims.api.exports import QueryField
from claims.models import SavedSearch
from claims.services.searches import (
    NAME_CHARACTERS,
    search_change,
    search_delete,
    search_save,
)
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of, token_of
from factcheck.operations.etags import etag_of, require_match
from factcheck.operations.tokens import REVIEW

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request


class SearchSerializer(serializers.ModelSerializer[SavedSearch]):
    """A list of the queue. query: the part of the page's address behind `?`."""

    owner = serializers.CharField(source="owner.username", read_only=True)

    class Meta:
        model = SavedSearch
        fields = ["id", "name", "query", "shared", "owner"]
        read_only_fields = fields


class SearchChangesSerializer(Asked):
    """What of a saved search can be changed."""

    name = serializers.CharField(
        max_length=NAME_CHARACTERS, required=False, help_text="one of its kind, yours"
    )
    shared = serializers.BooleanField(required=False, help_text="read by all")


class NewSearchSerializer(Asked):
    """A list of the queue, and its name."""

    name = serializers.CharField(
        max_length=NAME_CHARACTERS, help_text="one of its kind, yours"
    )
    query = QueryField(
        required=False,
        default="",
        help_text="the filters, as the address of the queue has them behind the “?”",
    )
    shared = serializers.BooleanField(default=False, help_text="read by all")


class SearchFilter(Filters):
    """owner, shared, q."""

    owner = WordsFilter(field_name="owner__username", label="account of who keeps it")
    shared = filters.BooleanFilter(label="read by all")
    q = WordsFilter(field_name="name", lookup_expr="icontains", label="part of it")

    class Meta:
        model = SavedSearch
        fields: list[str] = []


@extend_schema_view(
    list=extend_schema(summary="Saved searches"),
    retrieve=extend_schema(summary="A saved search"),
    destroy=extend_schema(summary="Delete a saved search of yours"),
)
class SearchViewSet(mixins.DestroyModelMixin, Reads[SavedSearch]):
    """Your own saved searches, and those that others share."""

    queryset = SavedSearch.objects.none()
    serializer_class = SearchSerializer
    filterset_class = SearchFilter
    orders = {"id": ("id",), "name": ("name", "id")}
    write_scope = REVIEW

    def get_queryset(self) -> QuerySet[SavedSearch]:
        """Nobody without an account keeps or sees one."""
        user = self.request.user
        if not user.is_authenticated:
            return SavedSearch.objects.none()
        mine = SavedSearch.objects.filter(Q(owner=user) | Q(shared=True))
        return mine.select_related("owner")

    @extend_schema(
        summary="Save a search",
        request=NewSearchSerializer,
        responses={status.HTTP_201_CREATED: SearchSerializer},
    )
    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Keep a list of the queue under a name, for yourself or for all."""
        actor = person_of(request)
        asked = NewSearchSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with refusals():
            search = search_save(
                actor=actor, token=token_of(request), **asked.validated_data
            )
        where = reverse("search-detail", [search.pk], request=request)
        return Response(
            SearchSerializer(search).data,
            status.HTTP_201_CREATED,
            headers={"Location": where},
        )

    @extend_schema(
        summary="Rename a saved search, share it or keep it to yourself",
        request=SearchChangesSerializer,
        responses=SearchSerializer,
    )
    @transaction.atomic
    def partial_update(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Your own alone: one that another shares is theirs to change."""
        actor = person_of(request)
        search = self.get_object()
        require_match(request, etag_of(self.representation(search)), must=False)
        asked = SearchChangesSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        with refusals():
            search_change(
                actor=actor,
                search=search,
                token=token_of(request),
                **asked.validated_data,
            )
        return Response(SearchSerializer(search).data)

    @transaction.atomic
    def perform_destroy(self, instance: SavedSearch) -> None:
        """Also for those it was shared with."""
        require_match(self.request, etag_of(self.representation(instance)), must=False)
        search_delete(
            actor=person_of(self.request),
            search=instance,
            token=token_of(self.request),
        )
