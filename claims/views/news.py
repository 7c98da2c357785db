"""What open pages ask every few seconds: is there anything new?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from claims.filters import query_of, wanted_from
from claims.models import Claim
from claims.selectors.news import Mark, has_changed, mark_now, news_of_list
from claims.selectors.panel import panel_of
from claims.views.people import acting, anybody
from claims.views.spread import spread_of
from factcheck.operations.ids import LARGEST_ID

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

_MARK = re.compile(r"(\d{1,19})-(\d{1,19})", re.ASCII)


def _etag(request: HttpRequest, **_numbers: int) -> str:
    """The same while nothing is written: the answer is then 304 without a body."""
    return f'"{mark_now()}-{request.user.pk or 0}"'


def _since(request: HttpRequest) -> Mark:
    found = _MARK.fullmatch(request.GET.get("at", ""))
    if found is None:
        return mark_now()
    entry, claim = (min(int(number), LARGEST_ID) for number in found.groups())
    return Mark(entry, claim)


@require_safe
@cache_control(private=True, no_cache=True)
@condition(etag_func=_etag)
def of_list(request: HttpRequest) -> HttpResponse:
    """`/queue/news/?at=…&` filters: a line to be shown, or nothing."""
    wanted = wanted_from(request.GET)
    news = news_of_list(wanted, acting(request, anybody), _since(request))
    context = {"news": news, "query": query_of(wanted)}
    return render(request, "claims/_news_list.html", context)


@require_safe
@cache_control(private=True, no_cache=True)
@condition(etag_func=_etag)
def of_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """`/claims/<number>/news/?at=…`: that the claim has changed, or nothing.

    With its ratings, as far as the reader may see them: the page shows them at once.
    """
    claim = get_object_or_404(Claim, pk=pk)
    viewer = acting(request, anybody)
    context: dict[str, Any] = {"claim": claim}
    if has_changed(claim, viewer, _since(request)):
        panel = panel_of(viewer, claim)
        context |= {"changed": True, "panel": panel, "spread": spread_of(panel)}
    return render(request, "claims/_news_claim.html", context)
