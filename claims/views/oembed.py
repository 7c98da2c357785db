"""`/oembed/?url=…`: what a site asks that is to show a card by its address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.urls import Resolver404, get_script_prefix, resolve, reverse
from django.views.decorators.http import require_safe

from claims.exports.oembed import as_xml, oembed_of
from claims.selectors.cards import shown_cards
from claims.selectors.verdicts import card_verdict

if TYPE_CHECKING:
    from django.http import HttpRequest

FORMATS = ("json", "xml")
BAD_REQUEST, NOT_FOUND, NOT_IMPLEMENTED = 400, 404, 501
CARDS = ("claims:card", "claims:embed")
DIGITS = 6  # of a width or height in pixels


@login_not_required
@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """Parameters url, format (json or xml), maxwidth, maxheight.

    404 for any address that is not that of a public card, a card taken back too: the
    specification knows no other word for it. 501 for another format.
    """
    form = request.GET.get("format", "json")
    if form not in FORMATS:
        return _refused(NOT_IMPLEMENTED, "This format is not provided.")
    try:
        most = tuple(map(_pixels, map(request.GET.get, ("maxwidth", "maxheight"))))
    except ValueError:
        return _refused(BAD_REQUEST, "maxwidth and maxheight are numbers of pixels.")
    if "url" not in request.GET:
        return _refused(BAD_REQUEST, "The parameter url is needed.")
    claim = _claim_of(request, request.GET["url"])
    verdict = card_verdict(claim) if claim is not None else None
    if verdict is None:
        return _refused(NOT_FOUND, "There is no public card at this address.")
    (card,) = shown_cards([verdict])
    answer = oembed_of(
        card,
        frame=request.build_absolute_uri(
            reverse("claims:embed", args=[verdict.claim_id])
        ),
        newsroom=settings.NEWSROOM,
        home=request.build_absolute_uri("/"),
        most=(most[0], most[1]),
    )
    if form == "xml":
        return HttpResponse(as_xml(answer), content_type="text/xml; charset=utf-8")
    return JsonResponse(answer)


def _pixels(text: str | None) -> int | None:
    """Raises ValueError for what is no number from 1 on."""
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS and int(text)):
        raise ValueError(text)
    return int(text)


def _claim_of(request: HttpRequest, url: str) -> int | None:
    """The claim whose card the address is; None for addresses that are not ours."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.netloc != request.get_host():
        return None
    prefix = get_script_prefix()
    if not parts.path.startswith(prefix):
        return None
    try:
        match = resolve("/" + parts.path.removeprefix(prefix))
    except Resolver404:
        return None
    return match.kwargs["pk"] if match.view_name in CARDS else None


def _refused(status: int, message: str) -> HttpResponse:
    return HttpResponse(message, status=status, content_type="text/plain")
