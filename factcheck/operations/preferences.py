"""Language, time zone, theme and keys of a reader, for the length of a request.

An account keeps language, zone and theme; who has none keeps language and theme in
cookies, and else has what the browser asks for and UTC. A theme chosen in this browser
(the button in the header) goes before that of the account, which may be read on several
screens. The API speaks English and UTC to everybody: programs read it.
"""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import (
    get_supported_language_variant,
    parse_accept_lang_header,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

API_PREFIX = "/api/"
# Shown inside the pages of others: no cookie is asked for and none matters.
FRAMED_PREFIX = "/embed/"
AUTO = "auto"
THEMES = (AUTO, "light", "dark")
THEME_COOKIE = "theme"
# "off" takes away the keys of a single character (WCAG 2.1.4).
KEYS_COOKIE = "keys"
KEYS_OFF = "off"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the templates ask: `request.preferences`."""

    language: str
    zone: str
    theme: str
    keys: bool


class PreferencesMiddleware:
    """Activates language and zone; sets `request.preferences`. After authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(API_PREFIX):
            with translation.override(settings.LANGUAGE_CODE):
                return self.get_response(request)
        framed = request.path_info.startswith(FRAMED_PREFIX)
        found = framed_preferences(request) if framed else preferences_of(request)
        request.preferences = found  # type: ignore[attr-defined]
        with translation.override(found.language), timezone.override(found.zone):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", found.language)
        asked = ("Accept-Language",) if framed else ("Accept-Language", "Cookie")
        patch_vary_headers(response, asked)
        return response


def preferences_of(request: HttpRequest) -> Preferences:
    """The reader's, each checked: what is not known falls back to the default."""
    user = request.user
    chosen_theme = request.COOKIES.get(THEME_COOKIE, "")
    if user.is_authenticated:
        language, zone, theme = user.language, user.time_zone, user.theme
    else:
        language = translation.get_language_from_request(request)
        zone, theme = settings.TIME_ZONE, AUTO
    known = dict(settings.LANGUAGES)
    return Preferences(
        language=language if language in known else settings.LANGUAGE_CODE,
        zone=zone if zone in zones() else settings.TIME_ZONE,
        theme=chosen_theme if chosen_theme in THEMES else theme,
        keys=request.COOKIES.get(KEYS_COOKIE) != KEYS_OFF,
    )


def framed_preferences(request: HttpRequest) -> Preferences:
    """Of who reads a page inside that of another: all that is known is the browser's
    language. The clock is UTC, and says so.
    """
    language = settings.LANGUAGE_CODE
    for code, _share in parse_accept_lang_header(
        request.headers.get("Accept-Language", "")
    ):
        try:
            language = get_supported_language_variant(code)
        except LookupError:
            continue
        break
    return Preferences(
        language=language, zone=settings.TIME_ZONE, theme=AUTO, keys=False
    )


def zones() -> frozenset[str]:
    """The names of the time zones that a person may choose."""
    return _ZONES


# Reading the folder of zones takes 20 ms: once a process. The rest of its names are
# links kept for old programs.
_ZONES = frozenset(
    name
    for name in zoneinfo.available_timezones()
    if name == "UTC" or ("/" in name and not name.startswith(("Etc/", "SystemV/")))
)
