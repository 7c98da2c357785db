"""Saved searches: the tabs over the queue, and the page on which they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.db.models import Q
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.filters import query_of, wanted_from
from claims.models import SavedSearch
from claims.selectors.queue import Only, Stage, Wanted
from claims.selectors.queue_counts import bounded_count
from claims.selectors.worklist import searches_of
from claims.services.searches import search_change, search_delete, search_save
from claims.views.people import acting, anybody

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

# Saved searches over the queue, each counted; the others are on their page.
TABS_SHOWN = 8
# Searches that others share of which the page counts the claims: one query each.
COUNTED_SHARED = 20
UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Tab:
    """A list of the queue one click away. search: None for those everybody has."""

    label: str
    query: str
    count: str
    active: bool
    search: SavedSearch | None = None


def saved_tabs(user: User | AnonymousUser, wanted: Wanted) -> list[Tab]:
    """All open claims, the user's own work, and the saved searches, with counts."""
    here = query_of(wanted)
    listed: list[tuple[str, str, SavedSearch | None]] = [(_("All open"), "", None)]
    if user.is_authenticated:
        listed += [
            (_("Mine"), query_of(Wanted(only=(Only.MINE.value,))), None),
            (
                _("Disputed among editors"),
                query_of(Wanted(stages=(Stage.DISPUTED.value,))),
                None,
            ),
            (_("Evidence changed"), query_of(Wanted(only=(Only.STALE.value,))), None),
        ]
    for search in searches_of(user)[:TABS_SHOWN]:
        listed.append((search.name, search.query, search))
    return [
        Tab(
            label=label,
            query=query,
            count=bounded_count(_wanted(query), user),
            active=query == here,
            search=search,
        )
        for label, query, search in listed
    ]


def _wanted(query: str) -> Wanted:
    return wanted_from(QueryDict(query))


@require_safe
def search_list(request: HttpRequest) -> HttpResponse:
    """`/searches/`: one's own, to rename, share and delete; below, those of others."""
    return _page(request)


def _page(
    request: HttpRequest, errors: dict[int, str] | None = None, status: int = 200
) -> HttpResponse:
    user = acting(request, anybody)
    context: dict[str, list[dict[str, Any]]] = {"own": [], "shared": []}
    for search in searches_of(user):
        own = search.owner_id == user.pk
        counted = own or len(context["shared"]) < COUNTED_SHARED
        context["own" if own else "shared"].append(
            {
                "search": search,
                "count": bounded_count(_wanted(search.query), user) if counted else "",
                "error": (errors or {}).get(search.pk, ""),
            }
        )
    return render(request, "claims/searches.html", context, status=status)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the queue under a name, and go back to the list."""
    actor = acting(request, anybody)
    # Read and written anew, so that what is kept is always filters of the queue.
    query = query_of(_wanted(request.POST.get("query", "")))
    try:
        search_save(
            actor=actor,
            name=request.POST.get("name", ""),
            query=query,
            shared="shared" in request.POST,
        )
    except ValidationError as error:
        messages.warning(request, " ".join(error.messages))
    else:
        messages.success(request, _("The search is saved."))
    address = reverse("claims:queue")
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename, share or delete one's own search."""
    actor = acting(request, anybody)
    visible = SavedSearch.objects.filter(Q(owner=actor) | Q(shared=True))
    search = get_object_or_404(visible, pk=pk)
    act = request.POST.get("act")
    if act == "delete":
        search_delete(actor=actor, search=search)
        messages.success(request, _("The search is deleted."))
        return redirect("claims:searches")
    if act != "change":
        raise SuspiciousOperation("not an act of this page")
    try:
        search_change(
            actor=actor,
            search=search,
            name=request.POST.get("name", ""),
            shared="shared" in request.POST,
        )
    except ValidationError as error:
        return _page(request, {pk: " ".join(error.messages)}, UNPROCESSABLE)
    messages.success(request, _("The search is changed."))
    return redirect("claims:searches")
