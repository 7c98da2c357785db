"""/notifications/: what you are told, by what you may see now; marked as read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.response import Response

from claims.api.acts.asked import NothingAsked, number
from claims.selectors.notice_words import words
from claims.selectors.notices import Notice, notices, notices_visible_to
from factcheck.operations.api.asked import Asked
from factcheck.operations.api.filters import Filters
from factcheck.operations.api.reads import Reads
from factcheck.operations.api.scopes import person_of
from factcheck.operations.models import Notification, User
from factcheck.operations.notices import notices_read
from factcheck.operations.tokens import REVIEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from rest_framework.request import Request


class NoticeSerializer(serializers.Serializer[Notice]):
    """Something you should hear of.

    why     "asked" (you by name), "overruled" (by a verdict) or "followed"
    change  number of the act in `changes`; verb: what it was; said: the same in words
    claim   that it is about; null: none, or none that you may see
    """

    id = serializers.IntegerField(source="pk")
    at = serializers.DateTimeField()
    read = serializers.BooleanField()
    why = serializers.ChoiceField(["asked", "overruled", "followed"])
    change = serializers.IntegerField(source="entry.pk")
    verb = serializers.CharField(source="entry.verb")
    by = serializers.CharField(source="entry.actor_name")
    said = serializers.SerializerMethodField()
    claim = serializers.IntegerField(source="claim.pk", default=None, allow_null=True)

    def get_said(self, notice: Notice) -> str:
        return words(notice)


class NoticeFilter(Filters):
    """unread."""

    unread = filters.BooleanFilter(
        field_name="read_at", lookup_expr="isnull", label="not marked as read yet"
    )

    class Meta:
        model = Notification
        fields: list[str] = []


class ReadAsked(Asked):
    """Up to which notice you have read."""

    up_to = number(help_text="number of the newest one that you have read")


class MarkedSerializer(serializers.Serializer[Any]):
    """How many were not marked before."""

    marked = serializers.IntegerField()


@extend_schema_view(
    list=extend_schema(summary="What you are told, the newest first"),
    retrieve=extend_schema(summary="Something that you are told"),
)
class NoticeViewSet(Reads[Notification]):
    """Your notifications. What is blind to you comes once you have rated."""

    queryset = Notification.objects.none()
    serializer_class = NoticeSerializer  # type: ignore[assignment]
    filterset_class = NoticeFilter
    order = "-id"
    write_scope = REVIEW

    def get_queryset(self) -> QuerySet[Notification]:
        """Your own, as far as they may be told now."""
        user = self.request.user
        if not isinstance(user, User):
            return Notification.objects.none()
        return notices_visible_to(user).select_related("entry__actor")

    def shapes(self, rows: Sequence[Notification]) -> Any:
        """Their claims are loaded together."""
        told = notices(rows, person_of(self.request)) if rows else []
        return self.get_serializer(told, many=True)

    @extend_schema(
        summary="Mark one as read", request=NothingAsked, responses=MarkedSerializer
    )
    @action(detail=True, methods=["post"])
    def read(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """0: it was marked already."""
        row = self.get_object()
        NothingAsked(data=request.data).is_valid(raise_exception=True)
        return self._marked(self.get_queryset().filter(pk=row.pk))

    @extend_schema(
        summary="Mark all up to one as read",
        operation_id="notifications_read_up_to",
        request=ReadAsked,
        responses=MarkedSerializer,
    )
    @action(detail=False, methods=["post"], url_path="read")
    def read_up_to(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What came after it, and what is held back from you, stays unread."""
        person_of(request)
        asked = ReadAsked(data=request.data)
        asked.is_valid(raise_exception=True)
        rows = self.get_queryset().filter(pk__lte=asked.validated_data["up_to"])
        return self._marked(rows)

    def _marked(self, rows: QuerySet[Notification]) -> Response:
        return Response({"marked": notices_read(notices=rows.select_related(None))})
