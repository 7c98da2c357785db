"""A claim as its reader may know it, alone and with all that is printed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.printed import StatementBriefSerializer
from claims.api.shapes.links import LinkSerializer
from claims.models import Claim
from claims.selectors.material import load_material
from claims.selectors.ratings import state_visible_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from claims.selectors.material import Material
    from factcheck.operations.api.expand import Viewer


def claims_shown(viewer: Viewer) -> QuerySet[Claim]:
    """Every claim, with what ClaimSerializer shows to this person."""
    claims = Claim.objects.prefetch_related("facet_rows")
    return claims.annotate(state_known=state_visible_to(viewer))


def materials_of(page: Sequence[Claim]) -> dict[int, Material]:
    """What is printed about the claims of a page, by their ids; loaded once a page."""
    if any(not hasattr(claim, "material") for claim in page):
        for material in load_material(page):
            material.claim.material = material  # type: ignore[attr-defined]
    return {claim.pk: claim.material for claim in page}  # type: ignore[attr-defined]


def readable(material: Material) -> list[Any]:
    """The statements of a claim that may be shown, earliest publication first."""
    return [row for row in material.statements if row.article.withdrawn_at is None]


def links_of(material: Material) -> list[Any]:
    """The links between them, each with its two sides."""
    known = {row.pk: row for row in readable(material)}
    links = [
        link
        for link in material.links
        if link.low_id in known and link.high_id in known
    ]
    for link in links:
        link.low, link.high = known[link.low_id], known[link.high_id]
    return links


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
        return StatementBriefSerializer(readable(self._of(claim)), many=True).data

    @extend_schema_field(LinkSerializer(many=True))
    def get_links(self, claim: Claim) -> Any:
        return LinkSerializer(links_of(self._of(claim)), many=True).data

    def _of(self, claim: Claim) -> Material:
        materials: dict[int, Material] = self.context["materials"]
        return materials[claim.pk]
