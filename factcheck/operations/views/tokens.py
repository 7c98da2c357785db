"""`/settings/tokens/`: one's tokens; made, shown once, revoked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.operations.forms import TokenForm
from factcheck.operations.models import User
from factcheck.operations.tokens import live_tokens, token_create, token_revoke

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

UNPROCESSABLE = 422


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """A new token is shown on the answer itself, which nothing keeps."""
    user = _owner(request)
    if request.method != "POST":
        return _page(request, user, TokenForm())
    form = TokenForm(request.POST)
    if not form.is_valid():
        return _page(request, user, form, status=UNPROCESSABLE)
    chosen = form.cleaned_data
    token, clear = token_create(
        user=user,
        name=chosen["name"],
        scopes=chosen["scopes"],
        life=timedelta(days=chosen["days"]),
    )
    return _page(request, user, TokenForm(), made=token.name, clear=clear)


@require_POST
def revoke(request: HttpRequest, key: str) -> HttpResponse:
    """From now on it is unknown."""
    user = _owner(request)
    token = get_object_or_404(live_tokens(user), token_key=key)
    token_revoke(token=token, actor=user)
    name = token.name or token.token_key
    messages.success(request, gettext("%(name)s is revoked.") % {"name": name})
    return HttpResponseRedirect(reverse("tokens"))


def _owner(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # pages without an account are elsewhere
    return request.user


def _page(
    request: HttpRequest,
    user: User,
    form: TokenForm,
    *,
    status: int = 200,
    made: str = "",
    clear: str = "",
) -> HttpResponse:
    context = {"form": form, "tokens": live_tokens(user), "made": made, "clear": clear}
    return render(request, "tokens.html", context, status=status)
