"""What a token may do: its scope for the kind of request, on top of its user's role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from rest_framework.permissions import SAFE_METHODS, BasePermission

from factcheck.operations.models import Token
from factcheck.operations.tokens import READ, token_allows, token_used

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class TokenScope(BasePermission):
    """A request with a token needs the scope of its kind; one with a session does not.

    A view names the scope of its writes as write_scope; reading needs "read".
    """

    message = "The token lacks the scope that this request needs."

    def has_permission(self, request: Request, view: APIView) -> bool:
        token = request.auth
        if not isinstance(token, Token):
            return True
        token_used(token=token, at=timezone.now())
        needed = READ
        if request.method not in SAFE_METHODS:
            needed = getattr(view, "write_scope", "")
        return bool(needed) and token_allows(token, needed)
