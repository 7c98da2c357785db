"""Who acts on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from claims.permissions import Person, Predicate, require
from factcheck.operations.models import User

if TYPE_CHECKING:
    from django.http import HttpRequest


def anybody(user: Person) -> bool:
    """What every account may do: look after what is its own."""
    return user.is_authenticated


def acting(request: HttpRequest, allowed: Predicate) -> User:
    """The account that acts. Raises PermissionDenied unless it may."""
    require(allowed, request.user)
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
