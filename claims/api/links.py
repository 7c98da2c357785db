"""/links/: pairs of statements about one fact; `?relation=conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from claims.api.printed import KINDS, of_outlet
from claims.api.shapes.links import COMPARISONS, RELATIONS, LinkSerializer
from claims.api.shapes.statements import StatementSerializer, statements_shown
from claims.facets.types import Level
from claims.linkage.types import Relation
from claims.models import By, ClaimMember, FacetComparison, Link
from claims.store.query import parse_query
from claims.store.search import statements_saying
from factcheck.operations.api.expand import Expansion
from factcheck.operations.api.filters import Filters, IntegerFilter, WordsFilter
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from factcheck.operations.api.expand import Loaded, Viewer


class LinkFilter(Filters):
    """relation, state, by, article, outlet, claim, kind and differs."""

    relation = filters.ChoiceFilter(choices=RELATIONS, label="what holds")
    state = filters.ChoiceFilter(
        choices=Link.State.choices, label="what editors made of it"
    )
    by = filters.ChoiceFilter(choices=By.choices, label="who decided")
    article = WordsFilter(method="of_article", label="external_id of a side")
    outlet = WordsFilter(method="of_outlet", label="slug or name of a side")
    claim = IntegerFilter(method="of_claim", label="claim that holds both sides")
    kind = filters.ChoiceFilter(
        method="about", choices=KINDS, label="compares such facets"
    )
    differs = filters.ChoiceFilter(
        method="that_differ", choices=KINDS, label="conflicts about such facets"
    )
    q = WordsFilter(method="saying", label="words of one of the two statements")

    class Meta:
        model = Link
        fields: list[str] = []

    def saying(self, queryset: QuerySet[Link], name: str, value: str) -> QuerySet[Link]:
        query = parse_query(value)
        return queryset.filter(
            statements_saying(query, "low") | statements_saying(query, "high")
        )

    def of_article(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(
            Q(low__article__external_id=value) | Q(high__article__external_id=value)
        )

    def of_outlet(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(
            of_outlet(value, "low__article__outlet")
            | of_outlet(value, "high__article__outlet")
        )

    def of_claim(
        self, queryset: QuerySet[Link], name: str, value: int
    ) -> QuerySet[Link]:
        inside = ClaimMember.objects.filter(claim=value, state=ClaimMember.State.IN)
        ids = inside.values("statement")
        return queryset.filter(low__in=ids, high__in=ids)

    def about(self, queryset: QuerySet[Link], name: str, value: str) -> QuerySet[Link]:
        return queryset.filter(Exists(_compared(kind=value)))

    def that_differ(
        self, queryset: QuerySet[Link], name: str, value: str
    ) -> QuerySet[Link]:
        return queryset.filter(Exists(_compared(kind=value, level=Level.CONFLICT)))


def _compared(**columns: str) -> QuerySet[FacetComparison]:
    return FacetComparison.objects.filter(link=OuterRef("pk"), **columns)


def _statements(page: Sequence[Link], viewer: Viewer) -> Loaded:
    ids = {pk for row in page for pk in (row.low_id, row.high_id)}
    found = {row.pk: row for row in statements_shown().filter(pk__in=ids)}
    return {row.pk: [found[row.low_id], found[row.high_id]] for row in page}


@extend_schema_view(
    list=extend_schema(summary="Links"), retrieve=extend_schema(summary="A link")
)
class LinkViewSet(Reads[Link]):
    """Pairs that corroborate, conflict with or update each other, each with its reason.

    Rejected links are here, too, with their state: `?state=` leaves them out.
    """

    queryset = (
        Link.objects.exclude(relation=Relation.NONE)
        .filter(
            low__hidden_by__isnull=True,
            high__hidden_by__isnull=True,
            low__article__withdrawn_at__isnull=True,
            high__article__withdrawn_at__isnull=True,
        )
        .select_related("low__article__outlet", "high__article__outlet")
        .defer("low__frames", "high__frames")
        .prefetch_related(COMPARISONS)
    )
    serializer_class = LinkSerializer
    filterset_class = LinkFilter
    orders = {"id": ("id",), "score": ("engine_score", "id")}
    expansions = {"statements": Expansion(StatementSerializer, _statements, many=True)}
