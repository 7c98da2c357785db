"""The answer to a decision that comes too late."""

from __future__ import annotations

from typing import Any


class ConflictError(Exception):
    """The object has changed since the caller saw it; nothing was written.

    current  its present state as JSON-ready values, {} when it is gone
    """

    def __init__(self, message: str, current: dict[str, Any]) -> None:
        super().__init__(message)
        self.current = current
