"""/facets/: the typed values of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Exists, OuterRef
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers

from claims.api.printed import KINDS, of_outlet
from claims.api.shapes.statements import (
    FacetSerializer,
    StatementSerializer,
    statements_shown,
)
from claims.models import By, ClaimMember, StatementFacet
from claims.models.statement import NUMBER_DIGITS, NUMBER_PLACES, Beginning
from claims.selectors.material import effective_facet_rows
from claims.store.query import parse_query
from claims.store.search import statements_saying
from factcheck.operations.api.expand import one
from factcheck.operations.api.filters import (
    DayFilter,
    Filters,
    IntegerFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from django.db.models import QuerySet

    Rows = QuerySet[StatementFacet]


class FacetRowSerializer(FacetSerializer):
    """One typed value, and the statement that prints it; start and end count in it."""

    statement = serializers.IntegerField(
        source="statement_id", read_only=True, help_text="its number"
    )
    article = serializers.CharField(
        source="statement.article.external_id",
        read_only=True,
        help_text="its external_id",
    )
    outlet = serializers.CharField(
        source="statement.article.outlet.name", read_only=True
    )

    class Meta(FacetSerializer.Meta):
        fields = ["id", "statement", "article", "outlet", *FacetSerializer.Meta.fields]
        read_only_fields = fields


class AmountFilter(filters.Filter):
    """A number as it may stand in the column."""

    field_class = forms.DecimalField

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_digits=NUMBER_DIGITS, decimal_places=NUMBER_PLACES, **options
        )


class FacetFilter(Filters):
    """What it is, who prints it, and the range of its value."""

    kind = filters.ChoiceFilter(choices=KINDS, label="what it is")
    role = WordsFilter(label="exactly this one")
    statement = IntegerFilter(field_name="statement_id", label="number")
    claim = IntegerFilter(method="of_claim", label="number of a claim it stands in")
    article = WordsFilter(
        field_name="statement__article__external_id", label="external_id"
    )
    outlet = WordsFilter(method="of_outlet", label="slug or name")
    by = filters.ChoiceFilter(choices=By.choices, label="who says so")
    value = WordsFilter(method="of_value", label="exactly this one, as in `value`")
    unit = WordsFilter(label="exactly this one")
    number_from = AmountFilter(
        field_name="number", lookup_expr="gte", label="this number or more"
    )
    number_to = AmountFilter(
        field_name="number", lookup_expr="lte", label="this number or less"
    )
    day_from = DayFilter(
        field_name="date_to", lookup_expr="gt", label="of this day or later"
    )
    day_to = DayFilter(
        field_name="date_from", lookup_expr="lte", label="of this day or earlier"
    )
    q = WordsFilter(method="saying", label="words of the statement")

    class Meta:
        model = StatementFacet
        fields: list[str] = []

    def of_value(self, queryset: Rows, name: str, value: str) -> Rows:
        """By the index, which has the beginnings of values. Not by `value` as well:
        SQLite would put it into the expression, and find no index.
        """
        return queryset.alias(beginning=Beginning("value")).filter(beginning=value)

    def of_claim(self, queryset: Rows, name: str, value: int) -> Rows:
        inside = ClaimMember.objects.filter(
            claim=value, state=ClaimMember.State.IN, statement=OuterRef("statement")
        )
        return queryset.filter(Exists(inside))

    def of_outlet(self, queryset: Rows, name: str, value: str) -> Rows:
        return queryset.filter(of_outlet(value, "statement__article__outlet"))

    def saying(self, queryset: Rows, name: str, value: str) -> Rows:
        return queryset.filter(statements_saying(parse_query(value), "statement"))


@extend_schema_view(
    list=extend_schema(summary="Facets"), retrieve=extend_schema(summary="A facet")
)
class FacetViewSet(Reads[StatementFacet]):
    """The typed values of statements, as far as they hold: an editor's hide the
    engine's. A number may be another one after the engine has read the text again.
    """

    queryset = (
        effective_facet_rows()
        .filter(
            statement__hidden_by__isnull=True,
            statement__article__withdrawn_at__isnull=True,
        )
        .select_related("name", "statement__article__outlet")
        .defer("statement__frames")
    )
    serializer_class = FacetRowSerializer
    filterset_class = FacetFilter
    orders = {
        "id": ("id",),
        "number": ("number", "id"),
        "day": ("date_from", "id"),
    }
    expansions = {
        "statement": one(
            "statement_id", StatementSerializer, lambda viewer: statements_shown()
        )
    }
