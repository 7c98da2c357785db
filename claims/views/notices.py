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
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from claims.models import Link
from claims.selectors.notices import (
    Notice,
    claims_held_back,
    notices,
    notices_visible_to,
)
from factcheck.operations.models import User
from factcheck.operations.notices import notices_read

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

NOTICES_A_PAGE = 50

# What happened, by the verb of the entry; %(who)s is its actor.
SAID = {
    "claim.comment": gettext_lazy("%(who)s mentioned you in a comment."),
    "claim.assign": gettext_lazy("%(who)s asks you to rate this claim."),
    "claim.rate": gettext_lazy("%(who)s rated this claim."),
    "claim.dispute": gettext_lazy("Its editors differ: it waits for a verdict."),
    "claim.adjudicate": gettext_lazy("%(who)s wrote the verdict."),
    "claim.publish": gettext_lazy("%(who)s published it."),
    "claim.unpublish": gettext_lazy("%(who)s took it back from readers."),
    "claim.reopen": gettext_lazy("%(who)s opened it again: a new round of rating."),
    "claim.rename": gettext_lazy("%(who)s gave it a new title."),
    "claim.merge": gettext_lazy("%(who)s merged another claim into it."),
    "claim.split": gettext_lazy("%(who)s split it."),
    "link.create": gettext_lazy("%(who)s linked two of its statements."),
}
DECIDED = {
    Link.State.CONFIRMED.value: gettext_lazy("%(who)s confirmed a link."),
    Link.State.REJECTED.value: gettext_lazy("%(who)s rejected a link."),
    Link.State.UNSURE.value: gettext_lazy("%(who)s is not sure about a link."),
}
OVERRULED = gettext_lazy("%(who)s wrote the verdict: you were overruled.")
OTHERWISE = gettext_lazy("%(who)s changed it.")


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words."""

    notice: Notice
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def notifications(request: HttpRequest) -> HttpResponse:
    """The notices, newest first; POST marks all that are told as read."""
    user = _person(request)
    if request.method == "POST":
        notices_read(notices=notices_visible_to(user))
        return redirect("claims:notifications")
    rows = notices_visible_to(user).select_related("entry__actor")
    page = Paginator(rows, NOTICES_A_PAGE).get_page(request.GET.get("page"))
    told = [Told(each, words(each)) for each in notices(page.object_list, user)]
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
    if "open" not in request.POST or notice.claim is None:
        return redirect("claims:notifications")
    address = reverse("claims:claim", args=[notice.claim.pk])
    if notice.entry.verb == "claim.comment":
        address += f"?tab=comments#comment-{notice.entry.after.get('comment', '')}"
    return HttpResponseRedirect(address)


def words(notice: Notice) -> str:
    """What a notice says; its claim is shown beside it."""
    entry = notice.entry
    if entry.verb == "claim.conflict":
        number = entry.after.get("conflicts", 0)
        return ngettext(
            "A new conflict was found: %(number)d now.",
            "A new conflict was found: %(number)d now.",
            number,
        ) % {"number": number}
    if entry.verb == "link.decide":
        said = DECIDED.get(entry.after.get("state"), OTHERWISE)
    elif notice.why == "overruled":
        said = OVERRULED
    elif entry.verb == "claim.assign" and notice.why != "asked":
        said = gettext_lazy("%(who)s assigned it.")
    else:
        said = SAID.get(entry.verb, OTHERWISE)
    who = entry.actor.get_full_name() if entry.actor else ""
    text = str(said) % {"who": who or entry.actor_name}
    if entry.verb == "claim.assign" and entry.after.get("due"):
        text += " " + _("Until %(day)s.") % {"day": entry.after["due"]}
    return text


def _person(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
