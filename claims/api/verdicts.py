"""/verdicts/: what the newsroom has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from claims.api.shapes.claims import ClaimSerializer, claims_shown
from claims.api.shapes.verdicts import VerdictSerializer, with_cards
from claims.models import Verdict
from claims.selectors.verdicts import PUBLIC, verdicts_visible_to
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    Filters,
    IntegerFilter,
    MomentFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet


class VerdictFilter(Filters):
    """claim, round, label, is_public, by moment of publication, words."""

    claim = IntegerFilter(field_name="claim_id", label="number of the claim")
    round = IntegerFilter(field_name="round", label="of rating, from 1")
    label = filters.ChoiceFilter(
        choices=Verdict.Label.choices, label="how much it settles"
    )
    is_public = filters.BooleanFilter(method="in_print", label="in print now")
    since = MomentFilter(
        field_name="published_at", lookup_expr="gte", label="published then or later"
    )
    until = MomentFilter(
        field_name="published_at", lookup_expr="lt", label="published before then"
    )
    q = WordsFilter(method="saying", label="part of the text")

    class Meta:
        model = Verdict
        fields: list[str] = []

    def in_print(
        self, queryset: QuerySet[Verdict], name: str, value: object
    ) -> QuerySet[Verdict]:
        return queryset.filter(PUBLIC) if value else queryset.exclude(PUBLIC)

    def saying(
        self, queryset: QuerySet[Verdict], name: str, value: str
    ) -> QuerySet[Verdict]:
        """A text that is not shown is not found either."""
        found = queryset.filter(text__icontains=value)
        inside = self.request.user.is_authenticated
        return found if inside else found.filter(withdrawn_at=None)


@extend_schema_view(
    list=extend_schema(summary="Verdicts"),
    retrieve=extend_schema(summary="A verdict"),
)
class VerdictViewSet(Reads[Verdict]):
    """What the newsroom has decided on claims: without an account what is or was in
    print, with one all of it.
    """

    queryset = Verdict.objects.none()
    serializer_class = VerdictSerializer
    filterset_class = VerdictFilter
    orders = {"id": ("id",), "at": ("at", "id"), "published": ("published_at", "id")}
    expansions = {"claim": one("claim_id", ClaimSerializer, claims_shown)}

    def get_queryset(self) -> QuerySet[Verdict]:
        return verdicts_visible_to(self.request.user)

    def shapes(self, rows: Sequence[Verdict]) -> Any:
        return super().shapes(with_cards(rows))
