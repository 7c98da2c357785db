"""/claims/: clusters of linked statements, in the order of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_view

from claims.api.printed import KINDS, StatementBriefSerializer, of_outlet
from claims.api.shapes.claims import (
    ClaimDetailSerializer,
    ClaimSerializer,
    claims_shown,
    links_of,
    materials_of,
    readable,
)
from claims.api.shapes.links import RELATIONS, LinkSerializer
from claims.api.shapes.verdicts import VerdictSerializer, with_cards
from claims.facets.types import Level
from claims.models import (
    Claim,
    ClaimFacet,
    ClaimMember,
    ClaimOutlet,
    Link,
    Verdict,
)
from claims.selectors.verdicts import verdicts_visible_to
from claims.store.query import parse_query
from claims.store.search import claims_mentioning
from factcheck.operations.api.expand import Expansion
from factcheck.operations.api.filters import DayFilter, Filters, WordsFilter
from factcheck.operations.api.reads import Reads

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from factcheck.operations.api.expand import Loaded, Viewer


class ClaimFilter(Filters):
    """state, outlet, kind, differs, relation, conflicts, by day reported, words."""

    state = filters.ChoiceFilter(
        field_name="state_known", choices=Claim.State.choices, label="how far it is"
    )
    outlet = WordsFilter(method="of_outlet", label="slug or name of one that prints it")
    kind = filters.ChoiceFilter(
        method="about", choices=KINDS, label="compares such facets"
    )
    differs = filters.ChoiceFilter(
        method="that_differ", choices=KINDS, label="conflicts about such facets"
    )
    relation = filters.ChoiceFilter(
        method="with_relation", choices=RELATIONS, label="has such links"
    )
    conflicts = filters.BooleanFilter(method="in_conflict", label="has conflicts")
    reported_from = DayFilter(
        field_name="last_reported", lookup_expr="gte", label="reported then or later"
    )
    reported_to = DayFilter(
        field_name="first_reported", lookup_expr="lte", label="reported then or earlier"
    )
    q = WordsFilter(
        method="mentioning", label="words of the title, a statement or an outlet's name"
    )

    class Meta:
        model = Claim
        fields: list[str] = []

    def of_outlet(
        self, queryset: QuerySet[Claim], name: str, value: str
    ) -> QuerySet[Claim]:
        rows = ClaimOutlet.objects.filter(of_outlet(value, "outlet"))
        return queryset.filter(Exists(rows.filter(claim=OuterRef("pk"))))

    def about(
        self, queryset: QuerySet[Claim], name: str, value: str
    ) -> QuerySet[Claim]:
        return queryset.filter(Exists(_facets(kind=value)))

    def that_differ(
        self, queryset: QuerySet[Claim], name: str, value: str
    ) -> QuerySet[Claim]:
        return queryset.filter(
            Exists(_facets(kind=value, worst_level=Level.CONFLICT.value))
        )

    def with_relation(
        self, queryset: QuerySet[Claim], name: str, value: str
    ) -> QuerySet[Claim]:
        # From the claim's members to their links: each step has an index.
        inside = ClaimMember.objects.filter(state=ClaimMember.State.IN)
        other = inside.filter(
            claim=OuterRef(OuterRef("claim")), statement=OuterRef("high")
        )
        links = Link.objects.filter(
            Exists(other), low=OuterRef("statement"), relation=value
        ).exclude(state=Link.State.REJECTED)
        linked = inside.filter(Exists(links), claim=OuterRef("pk"))
        return queryset.filter(Exists(linked))

    def mentioning(
        self, queryset: QuerySet[Claim], name: str, value: str
    ) -> QuerySet[Claim]:
        return queryset.filter(claims_mentioning(parse_query(value)))

    def in_conflict(
        self, queryset: QuerySet[Claim], name: str, value: object
    ) -> QuerySet[Claim]:
        return (
            queryset.filter(conflicts__gt=0) if value else queryset.filter(conflicts=0)
        )


def _facets(**columns: str) -> QuerySet[ClaimFacet]:
    return ClaimFacet.objects.filter(claim=OuterRef("pk"), **columns)


def _printed(page: Sequence[Claim], viewer: Viewer) -> Loaded:
    return {pk: readable(each) for pk, each in materials_of(page).items()}


def _linked(page: Sequence[Claim], viewer: Viewer) -> Loaded:
    return {pk: links_of(each) for pk, each in materials_of(page).items()}


def _judged(page: Sequence[Claim], viewer: Viewer) -> Loaded:
    found: dict[int, list[Verdict]] = {row.pk: [] for row in page}
    rows = verdicts_visible_to(viewer).filter(claim__in=found).order_by("id")
    for verdict in with_cards(list(rows)):
        found[verdict.claim_id].append(verdict)
    return found


@extend_schema_view(
    list=extend_schema(summary="Claims, the gravest first"),
    retrieve=extend_schema(summary="A claim with its statements and links"),
)
class ClaimViewSet(Reads[Claim]):
    """Clusters of linked statements about one fact: what an editor works on."""

    queryset = Claim.objects.none()
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilter
    orders = {
        "id": ("id",),
        "priority": ("priority", "-id"),
        "conflicts": ("conflicts", "id"),
        "outlets": ("outlets", "id"),
        "first_reported": ("first_reported", "id"),
        "last_reported": ("last_reported", "id"),
    }
    order = "-priority"
    expansions = {
        "statements": Expansion(StatementBriefSerializer, _printed, many=True),
        "links": Expansion(LinkSerializer, _linked, many=True),
        "verdicts": Expansion(VerdictSerializer, _judged, many=True),
    }

    def get_queryset(self) -> QuerySet[Claim]:
        """A claim that was merged away is found by its number alone."""
        claims = claims_shown(self.request.user)
        return claims.filter(merged_into=None) if self.action == "list" else claims

    def get_serializer_class(self) -> type[ClaimSerializer]:
        """Statements and links come with one claim, not with a list of them."""
        return ClaimDetailSerializer if self.action == "retrieve" else ClaimSerializer

    def shapes(self, rows: Sequence[Claim]) -> Any:
        """One claim comes with its material."""
        if self.action == "list":
            return super().shapes(rows)
        context = {**self.get_serializer_context(), "materials": materials_of(rows)}
        return ClaimDetailSerializer(rows, many=True, context=context)
