"""`fields=id,title`: which members of its rows an answer has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.exceptions import ValidationError

if TYPE_CHECKING:
    from collections.abc import Collection

    from rest_framework.request import Request
    from rest_framework.serializers import BaseSerializer

FIELDS = "fields"


def names_asked(
    request: Request, parameter: str, known: Collection[str]
) -> list[str] | None:
    """The names of a list like `a,b`; None where the parameter is not given.

    Raises ValidationError where one is not known, or there is none at all.
    """
    text = request.query_params.get(parameter)
    if text is None:
        return None
    names = [name.strip() for name in text.split(",")]
    unknown = sorted(set(names) - set(known))
    if unknown:
        said = ", ".join(unknown)[:100] or "nothing"
        told = f"Unknown: {said}. Known: {', '.join(known) or 'none'}."
        raise ValidationError({parameter: told})
    return list(dict.fromkeys(names))


def keep_fields(serializer: BaseSerializer[Any], request: Request) -> None:
    """Leave out of the rows what was not asked for. Raises ValidationError."""
    shape: Any = getattr(serializer, "child", serializer)
    wanted = names_asked(request, FIELDS, list(shape.fields))
    if wanted is not None:
        for name in set(shape.fields) - set(wanted):
            shape.fields.pop(name)
