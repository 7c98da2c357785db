"""`/notifications/`: what a person is told, and that it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from claims.selectors.notice_words import words
from claims.selectors.notices import (
    Notice,
    claims_held_back,
    notices,
    notices_visible_to,
)
from factcheck.operations.models import User, Webhook
from factcheck.operations.notices import notices_read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

NOTICES_A_PAGE = 50
WEBHOOK = Webhook._meta.label_lower


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words. about: what it leads to, in words; empty: nowhere."""

    notice: Notice
    words: str
    about: str


@require_http_methods(["GET", "HEAD", "POST"])
def notifications(request: HttpRequest) -> HttpResponse:
    """The notices, newest first; POST marks all that are told as read."""
    user = _person(request)
    if request.method == "POST":
        notices_read(notices=notices_visible_to(user))
        return redirect("claims:notifications")
    rows = notices_visible_to(user).select_related("entry__actor")
    page = Paginator(rows, NOTICES_A_PAGE).get_page(request.GET.get("page"))
    told = [
        Told(each, words(each), _about(each))
        for each in notices(page.object_list, user)
    ]
    context = {
        "page": page,
        "told": told,
        "held_back": claims_held_back(user) if page.number == 1 else [],
        "any_unread": any(not each.notice.read for each in told),
    }
    return render(request, "notifications.html", context)


@require_POST
def notification(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one as read; with `open` go to what it tells of."""
    user = _person(request)
    rows = notices_visible_to(user).filter(pk=pk)
    row = get_object_or_404(rows.select_related("entry"))
    notices_read(notices=rows)
    (notice,) = notices([row], user)
    if "open" in request.POST and notice.entry.target_type == WEBHOOK:
        return redirect("webhook", notice.entry.target_id)
    if "open" not in request.POST or notice.claim is None:
        return redirect("claims:notifications")
    address = reverse("claims:claim", args=[notice.claim.pk])
    if notice.entry.verb == "claim.comment":
        address += f"?tab=comments#comment-{notice.entry.after.get('comment', '')}"
    return HttpResponseRedirect(address)


def _about(notice: Notice) -> str:
    if notice.entry.target_type == WEBHOOK:
        return _("The webhook")
    return str(notice.claim) if notice.claim else ""


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
