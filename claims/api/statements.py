"""/statements/: printed sentences with their typed values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from claims.api.printed import KINDS, of_outlet
from claims.api.shapes.articles import ArticleSerializer, articles_shown
from claims.api.shapes.claims import ClaimSerializer, claims_shown
from claims.api.shapes.statements import StatementSerializer, statements_shown
from claims.models import ClaimMember, Statement, StatementFacet
from claims.store.query import parse_query
from claims.store.search import statements_saying
from factcheck.operations.api.expand import Expansion, one
from factcheck.operations.api.filters import (
    DayFilter,
    Filters,
    IntegerFilter,
    WordsFilter,
)
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from factcheck.operations.api.expand import Loaded, Viewer


class StatementFilter(Filters):
    """article, outlet, claim, kind, state, by day of the event, words."""

    article = WordsFilter(field_name="article__external_id", label="external_id")
    outlet = WordsFilter(method="of_outlet", label="slug or name")
    claim = IntegerFilter(method="of_claim", label="number of a claim it stands in")
    kind = filters.ChoiceFilter(method="about", choices=KINDS, label="has such facets")
    state = filters.ChoiceFilter(
        choices=Statement.State.choices, label="whether it is printed now"
    )
    event_from = DayFilter(
        field_name="event_to", lookup_expr="gt", label="tells of this day or later"
    )
    event_to = DayFilter(
        field_name="event_from", lookup_expr="lte", label="tells of this day or earlier"
    )
    q = WordsFilter(method="saying", label="words of it")

    class Meta:
        model = Statement
        fields: list[str] = []

    def of_outlet(
        self, queryset: QuerySet[Statement], name: str, value: str
    ) -> QuerySet[Statement]:
        return queryset.filter(of_outlet(value, "article__outlet"))

    def about(
        self, queryset: QuerySet[Statement], name: str, value: str
    ) -> QuerySet[Statement]:
        facets = StatementFacet.objects.filter(statement=OuterRef("pk"), kind=value)
        return queryset.filter(Exists(facets))

    def saying(
        self, queryset: QuerySet[Statement], name: str, value: str
    ) -> QuerySet[Statement]:
        return queryset.filter(statements_saying(parse_query(value)))

    def of_claim(
        self, queryset: QuerySet[Statement], name: str, value: int
    ) -> QuerySet[Statement]:
        return queryset.filter(
            memberships__claim=value, memberships__state=ClaimMember.State.IN
        )


def _claims(page: Sequence[Statement], viewer: Viewer) -> Loaded:
    ids = {member.claim_id for row in page for member in row.memberships.all()}
    found = claims_shown(viewer).in_bulk(ids)
    return {
        row.pk: [found[member.claim_id] for member in row.memberships.all()]
        for row in page
    }


@extend_schema_view(
    list=extend_schema(summary="Statements"),
    retrieve=extend_schema(summary="A statement"),
)
class StatementViewSet(Reads[Statement]):
    """Printed sentences with their typed values and who is said to have said them."""

    queryset = statements_shown()
    serializer_class = StatementSerializer
    filterset_class = StatementFilter
    orders = {
        "id": ("id",),
        "event": ("event_from", "id"),
        "check_worthiness": ("check_worthiness", "id"),
    }
    expansions = {
        "article": one("article_id", ArticleSerializer, articles_shown),
        "claims": Expansion(ClaimSerializer, _claims, many=True),
    }
