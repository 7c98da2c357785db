"""Who asks: a token in the header, or a name and a password where tokens are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth import authenticate
from knox.auth import TokenAuthentication as KnoxAuthentication
from rest_framework import exceptions
from rest_framework.authentication import BasicAuthentication

if TYPE_CHECKING:
    from rest_framework.request import Request

    from factcheck.operations.models import Token, User

LOCKED = "Too many failed logins: wait a quarter of an hour."


class BearerToken(KnoxAuthentication):
    """`Authorization: Bearer …`. Only the token's hash is stored."""

    def authenticate_credentials(self, token: bytes) -> tuple[User, Token]:
        """The user and the token; the package crashes on bytes that are not UTF-8."""
        if not token.isascii():
            raise exceptions.AuthenticationFailed("Invalid token.")
        return super().authenticate_credentials(token)


class Password(BasicAuthentication):
    """`Authorization: Basic …`; failed attempts count as those of the login page do."""

    def authenticate_credentials(
        self, userid: str, password: str, request: Request | None = None
    ) -> tuple[User, None]:
        """The user; 401 for a wrong password, 429 once there were too many."""
        assert request is not None
        # Django's request and not DRF's: what axes notes on the wrapper is lost.
        plain: Any = request._request
        if "\0" in userid:  # PostgreSQL refuses to look for it
            raise exceptions.AuthenticationFailed("Wrong name or password.")
        user = authenticate(request=plain, username=userid, password=password)
        if user is not None:
            return user, None
        if getattr(plain, "axes_locked_out", False):
            # Or the middleware puts its own page in the place of our answer.
            plain.axes_locked_out = False
            raise exceptions.Throttled(detail=LOCKED)
        raise exceptions.AuthenticationFailed("Wrong name or password.")
