"""What a token may do: its scope for the kind of request, on top of its user's role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from rest_framework.exceptions import NotAuthenticated

from factcheck.operations.access import ReadOrAuthenticated, is_reading
from factcheck.operations.models import Token, User
from factcheck.operations.tokens import READ, token_allows, token_used

if TYPE_CHECKING:
    from rest_framework.request import Request
    from rest_framework.views import APIView


class TokenScope(ReadOrAuthenticated):
    """A request with a token needs the scope of its kind; one with a session does not.

    The default permission of the API: whoever may not read at all is refused first.
    Reading needs "read", also where a POST asks and writes nothing (`post_reads`); a
    view names the scope of its writes as `write_scope`, and one that names none is
    closed to every token. Of several any one opens the door: the view itself asks for
    the right one.
    """

    message = "The token lacks the scope that this request needs."

    def has_permission(self, request: Request, view: APIView) -> bool:
        if not super().has_permission(request, view):
            return False
        token = token_of(request)
        if token is None:
            return True
        token_used(token=token, at=timezone.now())
        needed = READ
        if not is_reading(request, view):
            needed = getattr(view, "write_scope", "")
        any_of = (needed,) if isinstance(needed, str) else needed
        return any(token_allows(token, scope) for scope in any_of)


def token_of(request: Request) -> Token | None:
    """The token that the request was made with, for the audit entry of its write."""
    return request.auth if isinstance(request.auth, Token) else None


def person_of(request: Request) -> User:
    """Who acts. Raises NotAuthenticated: nobody does."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user
