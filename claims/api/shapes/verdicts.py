"""A verdict as its reader may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import Verdict
from claims.selectors.cards import shown_cards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.selectors.cards import Card

DECIDED = {
    "type": "array",
    "description": "Of each disputed facet the value that stands; empty: left open, or "
    "told by withdrawn articles alone.",
    "items": {
        "type": "object",
        "properties": {"facet": {"type": "string"}, "value": {"type": "string"}},
        "required": ["facet", "value"],
    },
}


def with_cards(rows: Sequence[Verdict]) -> list[Verdict]:
    """The rows, each that decides anything with its card as it may be shown now. One
    query.
    """
    deciding = [row for row in rows if row.decided]
    for row, card in zip(deciding, shown_cards(deciding), strict=True):
        row.shown = card  # type: ignore[attr-defined]
    return list(rows)


# Rows of `verdicts_visible_to`, which say what may be told, `with_cards`.
class VerdictSerializer(serializers.ModelSerializer[Verdict]):
    """What the newsroom has decided on a claim.

    Who has no account sees what readers see: no editor and no value, and once it was
    taken back neither text nor decided. reasons: why, to who has rated in its round.
    """

    editor = serializers.SerializerMethodField()
    value = serializers.SerializerMethodField(method_name="value_told")
    text = serializers.SerializerMethodField()
    reasons = serializers.SerializerMethodField()
    decided = serializers.SerializerMethodField()
    is_public = serializers.SerializerMethodField(help_text="in print now")

    class Meta:
        model = Verdict
        fields = [
            "id",
            "claim",
            "round",
            "seq",
            "label",
            "editor",
            "value",
            "text",
            "reasons",
            "decided",
            "at",
            "is_public",
            "published_at",
            "withdrawn_at",
            "withdrawn_reason",
        ]
        read_only_fields = fields

    def get_editor(self, row: Verdict) -> str | None:
        return row.editor.username if _inside(row) else None

    def value_told(self, row: Verdict) -> int | None:
        return row.value if _inside(row) else None

    def get_text(self, row: Verdict) -> str:
        return row.text if _inside(row) or row.withdrawn_at is None else ""

    def get_reasons(self, row: Verdict) -> str:
        return row.reasons if getattr(row, "tells_why", False) else ""

    @extend_schema_field(DECIDED)
    def get_decided(self, row: Verdict) -> list[dict[str, str]]:
        card: Card | None = getattr(row, "shown", None)
        if card is None or (row.withdrawn_at is not None and not _inside(row)):
            return []
        return [
            {"facet": each.label, "value": "" if each.gone else each.value}
            for each in card.decided
        ]

    def get_is_public(self, row: Verdict) -> bool:
        return row.published_at is not None and row.withdrawn_at is None


def _inside(row: Verdict) -> bool:
    return bool(getattr(row, "inside", False))
