"""How outlets, their families and their aliases are shown."""

from __future__ import annotations

from rest_framework import serializers

from sources.models import Outlet, OutletAlias, PublisherFamily


class OutletSerializer(serializers.ModelSerializer[Outlet]):
    """Who publishes. family: outlets of one family count as one voice."""

    family = serializers.CharField(
        source="family.name", default=None, allow_null=True, read_only=True
    )
    family_id = serializers.IntegerField(read_only=True, allow_null=True)
    aliases = serializers.SlugRelatedField[OutletAlias](
        slug_field="value",
        many=True,
        read_only=True,
        help_text="names and domains by which it is known",
    )

    class Meta:
        model = Outlet
        fields = [
            "id",
            "slug",
            "name",
            "family",
            "family_id",
            "aliases",
            "country",
            "language",
            "media_type",
            "is_wire",
            "time_zone",
        ]
        read_only_fields = fields


class FamilySerializer(serializers.ModelSerializer[PublisherFamily]):
    """Outlets that share a desk: what several of them print is one voice."""

    class Meta:
        model = PublisherFamily
        fields = ["id", "name"]
        read_only_fields = fields


class AliasSerializer(serializers.ModelSerializer[OutletAlias]):
    """A name or a domain by which an outlet is known, normalised."""

    outlet = serializers.CharField(source="outlet.name", read_only=True)
    outlet_id = serializers.IntegerField(read_only=True)

    class Meta:
        model = OutletAlias
        fields = ["id", "kind", "value", "outlet", "outlet_id"]
        read_only_fields = fields
