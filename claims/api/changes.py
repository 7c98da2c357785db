"""/changes/: who did what, one after the other, for programs that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers

from claims.permissions import may_read_history, may_read_people, require
from claims.selectors.changes import changes_visible_to, told
from claims.selectors.history import KINDS, Line
from claims.store.changes import place_entries
from factcheck.operations.api.feed import Feed
from factcheck.operations.api.filters import Filters, MomentFilter, WordsFilter
from factcheck.operations.api.reads import Lists
from factcheck.operations.api.scopes import person_of
from factcheck.operations.models import AuditEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet
    from rest_framework.request import Request

ABOUT = [(kind, kind) for kind in KINDS]


class ChangedSerializer(serializers.Serializer[Any]):
    """One value before and after; empty where there was none."""

    what = serializers.CharField(source="label")
    before = serializers.CharField(source="old")
    after = serializers.CharField(source="new")


class MovedSerializer(serializers.Serializer[Any]):
    """How many statements came into a claim, and how many left it."""

    claim = serializers.IntegerField()
    came = serializers.IntegerField()
    left = serializers.IntegerField()


class ChangeSerializer(serializers.Serializer[Line]):
    """One act, as history tells it.

    verb  "object.act", as "link.decide"; said: the same in words
    about, number  the object; about is empty for what has no history page
    undoes  the change that it takes back; part_of: that of an act on many
    """

    id = serializers.IntegerField(source="entry.pk")
    at = serializers.DateTimeField(source="entry.at")
    actor = serializers.CharField(source="entry.actor_name")
    by_program = serializers.SerializerMethodField()
    verb = serializers.CharField(source="entry.verb")
    said = serializers.CharField(source="phrase")
    about = serializers.ChoiceField(choices=ABOUT, source="kind", allow_blank=True)
    number = serializers.CharField(source="entry.target_id")
    reason = serializers.CharField(source="entry.reason", allow_blank=True)
    part_of = serializers.IntegerField(source="entry.parent_id", allow_null=True)
    undoes = serializers.IntegerField(source="entry.undoes_id", allow_null=True)
    changed = ChangedSerializer(source="changes", many=True)
    moved = MovedSerializer(source="shifts", many=True)

    class Meta:
        fields = [
            "id",
            "at",
            "actor",
            "by_program",
            "verb",
            "said",
            "about",
            "number",
            "reason",
            "part_of",
            "undoes",
            "changed",
            "moved",
        ]

    def get_by_program(self, line: Line) -> bool:
        return bool(line.entry.token_key)


class ChangeFilter(Filters):
    """verb, about, number, actor, by moment, words of the reason."""

    verb = WordsFilter(label="exactly this one")
    about = filters.ChoiceFilter(method="of_kind", choices=ABOUT, label="what kind")
    number = WordsFilter(field_name="target_id", label="of the object")
    actor = WordsFilter(field_name="actor_name", label="account of who acted")
    since = MomentFilter(field_name="at", lookup_expr="gte", label="then or later")
    until = MomentFilter(field_name="at", lookup_expr="lt", label="before then")
    q = WordsFilter(
        field_name="reason", lookup_expr="icontains", label="part of the reason"
    )

    class Meta:
        model = AuditEntry
        fields: list[str] = []

    def of_kind(
        self, queryset: QuerySet[AuditEntry], name: str, value: str
    ) -> QuerySet[AuditEntry]:
        return queryset.filter(target_type=KINDS[value]._meta.label_lower)


@extend_schema_view(list=extend_schema(summary="What has changed, oldest first"))
class ChangeViewSet(Lists[AuditEntry]):
    """Who did what to claims, links, statements, articles, outlets and names.

    For programs that cannot receive webhooks: keep `next` and ask it again later.
    """

    queryset = AuditEntry.objects.none()
    serializer_class = ChangeSerializer  # type: ignore[assignment]
    filterset_class = ChangeFilter
    pagination_class = Feed
    orders: ClassVar[dict[str, tuple[str, ...]]] = {}

    def check_permissions(self, request: Request) -> None:
        super().check_permissions(request)
        require(may_read_history, person_of(request))

    def get_queryset(self) -> QuerySet[AuditEntry]:
        user = person_of(self.request)
        column = place_entries()
        visible = changes_visible_to(user, people=may_read_people(user))
        if column != "id":
            visible = visible.filter(**{f"{column}__isnull": False})
        return visible.order_by(column)

    def shapes(self, rows: Sequence[AuditEntry]) -> Any:
        return self.get_serializer(told(rows), many=True)
