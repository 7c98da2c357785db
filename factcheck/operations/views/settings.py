"""`/settings/`: zone, language, theme, digest and keys; for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from factcheck.operations.accounts import settings_save
from factcheck.operations.forms import AccountForm, ReaderForm
from factcheck.operations.models import User
from factcheck.operations.preferences import (
    AUTO,
    KEYS_COOKIE,
    KEYS_OFF,
    THEME_COOKIE,
    preferences_of,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

UNPROCESSABLE = 422


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def reader_settings(request: HttpRequest) -> HttpResponse:
    """Without an account everything is kept in cookies of this browser."""
    user = request.user if isinstance(request.user, User) else None
    form_class = AccountForm if user else ReaderForm
    if request.method != "POST":
        form = form_class(initial=_initial(request, user))
        return render(request, "settings.html", {"form": form})
    form = form_class(request.POST)
    if not form.is_valid():
        context = {"form": form}
        return render(request, "settings.html", context, status=UNPROCESSABLE)
    chosen = form.cleaned_data
    if user:
        settings_save(
            actor=user,
            time_zone=chosen["time_zone"],
            language=chosen["language"],
            theme=chosen["theme"],
            digest=chosen["digest"],
        )
    with translation.override(chosen["language"]):
        messages.success(request, gettext("Your settings are saved."))
    response = HttpResponseRedirect(reverse("settings"))
    _remember(response, settings.LANGUAGE_COOKIE_NAME, chosen["language"])
    # An account keeps its theme; a button pressed in this browser is forgotten.
    _remember(response, THEME_COOKIE, AUTO if user else chosen["theme"], unless=AUTO)
    _remember(response, KEYS_COOKIE, "" if chosen["keys"] else KEYS_OFF, unless="")
    return response


def _initial(request: HttpRequest, user: User | None) -> dict[str, str | bool]:
    found = preferences_of(request)
    return {
        "language": found.language,
        "theme": found.theme,
        "time_zone": found.zone,
        "keys": found.keys,
        "digest": user.digest if user else "",
    }


def _remember(
    response: HttpResponse, name: str, value: str, unless: str | None = None
) -> None:
    """Set a cookie for a year; take it away where the value is the default."""
    if value == unless:
        response.delete_cookie(name, samesite="Lax")
        return
    response.set_cookie(
        name,
        value,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
