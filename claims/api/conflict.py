"""409: what the request is about is not, or no longer, as it takes it to be."""

from __future__ import annotations

from typing import Any

from rest_framework import exceptions, status


class Conflict(exceptions.APIException):
    """members: what the problem carries beside its words."""

    status_code = status.HTTP_409_CONFLICT
    default_detail = "It has changed meanwhile."
    default_code = "conflict"

    def __init__(self, detail: str, current: dict[str, Any] | None = None) -> None:
        super().__init__(detail)
        self.members = {"current": current} if current else {}
