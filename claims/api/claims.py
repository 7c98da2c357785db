"""/claims/: clusters of linked statements, in the order of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import serializers, viewsets
from rest_framework.response import Response

from claims.api.links import RELATIONS, LinkSerializer
from claims.api.printed import KINDS, StatementBriefSerializer, of_outlet
from claims.facets.types import Level
from claims.models import Claim, ClaimFacet, ClaimMember, ClaimOutlet, Link
from claims.selectors.material import Material, load_material
from claims.selectors.ratings import state_visible_to
from factcheck.operations.api.filters import DayFilter, Filters, WordsFilter

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from rest_framework.request import Request


# Neither `stale` nor `touched_at`: both tell that somebody has rated, which is blind.
# The state is what the caller may know of it.
class ClaimSerializer(serializers.ModelSerializer[Claim]):
    """A claim with its counts.

    outlets print it; origins is the most independent sources that it can have. facets:
    the worst level of each kind that its statements have in common. merged_into: the
    claim that took its statements.
    """

    state = serializers.ChoiceField(
        choices=Claim.State.choices, source="state_known", read_only=True
    )
    facets = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = [
            "id",
            "title",
            "state",
            "round",
            "conflicts",
            "outlets",
            "origins",
            "first_reported",
            "last_reported",
            "priority",
            "merged_into",
            "facets",
        ]
        read_only_fields = fields

    def get_facets(self, claim: Claim) -> dict[str, str]:
        return {row.kind: row.worst_level for row in claim.facet_rows.all()}


class ClaimDetailSerializer(ClaimSerializer):
    """The same with its statements, earliest publication first, and their links."""

    statements = serializers.SerializerMethodField()
    links = serializers.SerializerMethodField()

    class Meta(ClaimSerializer.Meta):
        fields = [*ClaimSerializer.Meta.fields, "statements", "links"]
        read_only_fields = fields

    @extend_schema_field(StatementBriefSerializer(many=True))
    def get_statements(self, claim: Claim) -> Any:
        return StatementBriefSerializer(self._readable, many=True).data

    @extend_schema_field(LinkSerializer(many=True))
    def get_links(self, claim: Claim) -> Any:
        known = {row.pk: row for row in self._readable}
        links = [
            link
            for link in self._material.links
            if link.low_id in known and link.high_id in known
        ]
        for link in links:
            link.low, link.high = known[link.low_id], known[link.high_id]
        return LinkSerializer(links, many=True).data

    @property
    def _material(self) -> Material:
        material: Material = self.context["material"]
        return material

    @property
    def _readable(self) -> list[Any]:
        return [
            row for row in self._material.statements if row.article.withdrawn_at is None
        ]


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
    q = WordsFilter(field_name="title", lookup_expr="icontains", label="words of it")

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

    def in_conflict(
        self, queryset: QuerySet[Claim], name: str, value: object
    ) -> QuerySet[Claim]:
        return (
            queryset.filter(conflicts__gt=0) if value else queryset.filter(conflicts=0)
        )


def _facets(**columns: str) -> QuerySet[ClaimFacet]:
    return ClaimFacet.objects.filter(claim=OuterRef("pk"), **columns)


@extend_schema_view(
    list=extend_schema(summary="Claims, the gravest first"),
    retrieve=extend_schema(summary="A claim with its statements and links"),
)
class ClaimViewSet(viewsets.ReadOnlyModelViewSet[Claim]):
    """Clusters of linked statements about one fact: what an editor works on."""

    queryset = Claim.objects.prefetch_related("facet_rows").order_by("-priority", "id")
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilter
    lookup_value_regex = "[0-9]+"

    def get_queryset(self) -> QuerySet[Claim]:
        """A claim that was merged away is found by its number alone."""
        claims = (
            super()
            .get_queryset()
            .annotate(state_known=state_visible_to(self.request.user))
        )
        return claims if self.action == "retrieve" else claims.filter(merged_into=None)

    def get_serializer_class(self) -> type[ClaimSerializer]:
        """Statements and links come with one claim, not with a list of them."""
        return ClaimDetailSerializer if self.action == "retrieve" else ClaimSerializer

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """A claim with its statements, their links and how their facets compare."""
        claim = self.get_object()
        (material,) = load_material([claim])
        context = {**self.get_serializer_context(), "material": material}
        return Response(ClaimDetailSerializer(claim, context=context).data)
