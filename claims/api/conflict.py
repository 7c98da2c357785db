"""What services raise, as the API refuses it; 409: it is not, or no longer, so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import exceptions, serializers, status

from claims.services.conflict import ConflictError
from sources.services import Refused


class Conflict(exceptions.APIException):
    """members: what the problem carries beside its words."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "It has changed meanwhile."
    default_code = "conflict"

    def __init__(self, detail: str, current: dict[str, Any] | None = None) -> None:
        super().__init__(detail)
        self.members = {"current": current} if current else {}


@contextmanager
def refusals() -> Iterator[None]:
    """What services raise, as the API refuses it."""
    try:
        yield
    except ValidationError as error:
        wrong = error.message_dict if hasattr(error, "error_dict") else error.messages
        raise serializers.ValidationError(wrong) from error
    except ConflictError as error:
        raise Conflict(str(error), error.current) from error
    except Refused as refusal:
        said = refusal.reason
        raise Conflict(f"{said[:1].upper()}{said[1:]}.") from refusal
