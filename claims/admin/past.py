"""The history of a row is that of the newsroom: with who, old, new, why, and undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect

from claims.selectors.history import KINDS
from factcheck.operations.admin.audited import Admin

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Remembered(Admin):
    """Its "History" button leads to the history page, where acts are taken back."""

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        kinds = {model: kind for kind, model in KINDS.items()}
        return redirect("claims:history", kinds[self.model], object_id)
