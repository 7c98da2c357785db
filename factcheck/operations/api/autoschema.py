"""What the OpenAPI document says of lists and rows: `fields`, `expand`, `expanded`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from drf_spectacular.openapi import AutoSchema
from rest_framework import serializers

from factcheck.operations.api.expand import EXPAND, EXPANDED
from factcheck.operations.api.fields import FIELDS
from factcheck.operations.api.reads import Lists

if TYPE_CHECKING:
    from factcheck.operations.api.expand import Expansion

READS = ("list", "retrieve")
# Of a shape whose members may be left out; see schema.with_problems.
SPARSE = "Read"


class Described(AutoSchema):
    """The description of a view; named in the settings."""

    def get_filter_backends(self) -> list[Any]:
        """Of a list alone, whatever it answers with."""
        view = self._reads()
        one = view is not None and view.action == "retrieve"
        return [] if one else super().get_filter_backends()

    def _get_parameters(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = super()._get_parameters()
        view = self._reads()
        if view is not None:
            shape: Any = view.get_serializer()
            told = "Members of a row that are wanted."
            found.append(_names(FIELDS, told, list(shape.fields)))
        if view is not None and view.expansions:
            told = "What a row leads to, in its member `expanded`."
            found.append(_names(EXPAND, told, list(view.expansions)))
        return sorted(found, key=lambda each: (each["in"] != "path", each["name"]))

    def get_response_serializers(self) -> Any:
        found = super().get_response_serializers()
        view = self._reads()
        if view is not None and isinstance(found, serializers.Serializer):
            return sparse(type(found), tuple(view.expansions.items()))()
        return found

    def _reads(self) -> Lists[Any] | None:
        """The view, where it answers with rows as they are read."""
        view = self.view
        return view if isinstance(view, Lists) and view.action in READS else None


def _names(parameter: str, told: str, known: list[str]) -> dict[str, Any]:
    return {
        "name": parameter,
        "in": "query",
        "description": told,
        "style": "form",
        "explode": False,
        "schema": {
            "type": "array",
            "items": {"type": "string", "enum": known},
            "minItems": 1,
        },
    }


@cache
def sparse(
    shape: type[serializers.Serializer[Any]],
    expansions: tuple[tuple[str, Expansion], ...],
) -> type[serializers.Serializer[Any]]:
    """The shape as it is read: with `expanded`, where there is any."""
    name = shape.__name__.removesuffix("Serializer")
    members: dict[str, Any] = {"__doc__": shape.__doc__}
    if expansions:
        inside: dict[str, Any] = {
            key: each.shape(many=each.many, required=False, allow_null=not each.many)
            for key, each in expansions
        }
        inside["__doc__"] = "What was asked for by `expand`."
        found = type(f"{name}Expanded", (serializers.Serializer,), inside)
        members[EXPANDED] = found(required=False, read_only=True)
        members["Meta"] = type(
            "Meta",
            (shape.Meta,),  # type: ignore[attr-defined]
            {"fields": [*shape.Meta.fields, EXPANDED]},  # type: ignore[attr-defined]
        )
    return type(f"{SPARSE}{name}", (shape,), members)
