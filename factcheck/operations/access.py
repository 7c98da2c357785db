"""Who may read: everybody with an account, and everybody at all with PUBLIC_READ.

Pages and API ask two different doors: PagesMiddleware guards every page, and
ReadOrAuthenticated is the default permission of the API. Both open for reading alone.
What an account may do beyond reading is decided by the permissions of each app.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from rest_framework.permissions import SAFE_METHODS, BasePermission

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase
    from rest_framework.request import Request
    from rest_framework.views import APIView

# The queue, a claim, the articles, an article, search, the pages about it: nothing else
# is ever shown without an account. The login page, the health check, cards and the API
# (which has its own door) are marked login_not_required by their views; static
# files never reach a view.
PUBLIC_PAGES = re.compile(
    r"/((claims|statements)/\d+/|articles/(\d+/)?|search/|about/(engine|quality|scale)/?)?"
)


def is_public(*, method: str, path: str) -> bool:
    """Whether a page may be shown without an account when PUBLIC_READ is on.

    `path` is the path below the script name, as in `request.path_info`.
    """
    return method in SAFE_METHODS and PUBLIC_PAGES.fullmatch(path) is not None


class PagesMiddleware(LoginRequiredMiddleware):
    """Every page needs a login, except the public ones while PUBLIC_READ is on."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        # Asked first: who looks at a page that is open to all is not looked up, and the
        # answer does not depend on a cookie.
        if not getattr(view_func, "login_required", True):
            return None
        if settings.PUBLIC_READ and is_public(
            method=request.method or "", path=request.path_info
        ):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


def is_reading(request: Request, view: APIView) -> bool:
    """Whether a request of the API only reads.

    A view whose POST carries a question and writes nothing says so: `post_reads`.
    """
    if request.method == "POST":
        return bool(getattr(view, "post_reads", False))
    return request.method in SAFE_METHODS


class ReadOrAuthenticated(BasePermission):
    """Reading is open while PUBLIC_READ is on; everything else needs an account."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if settings.PUBLIC_READ and is_reading(request, view):
            return True
        return bool(request.user and request.user.is_authenticated)
