"""What every body that is sent in has in common: a field nobody knows is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rest_framework import serializers


class Asked(serializers.Serializer[Any]):
    """A question in a body. A misspelt field is not silently left out of it."""

    def to_internal_value(self, data: Any) -> Any:
        """The values; one complaint for each field that is wrong or unknown."""
        if not isinstance(data, Mapping):
            return super().to_internal_value(data)
        unknown = {
            str(name): ["There is no such field."] for name in data if name not in self
        }
        try:
            values = super().to_internal_value(data)
        except serializers.ValidationError as wrong:
            known: Any = wrong.detail
            raise serializers.ValidationError({**known, **unknown}) from wrong
        if unknown:
            raise serializers.ValidationError(unknown)
        return values

    def __contains__(self, name: object) -> bool:
        return name in self.fields
