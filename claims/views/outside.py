"""Verdicts from elsewhere: their list, one of them, where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from claims.forms import describe_errors
from claims.forms.outside import AttachForm, OutsideActForm
from claims.models import Claim
from claims.permissions import may_curate, may_decide, may_import, require
from claims.selectors.outside import (
    candidates_of,
    outside_verdicts_known_to,
    outside_verdicts_visible_to,
)
from claims.services.conflict import ConflictError
from claims.services.outside_acts import (
    outside_attach,
    outside_detach,
    outside_remove,
)
from claims.views.changed import Side, changed_page, who_was_last
from claims.views.people import acting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from factcheck.operations.models import User

UNPROCESSABLE = 422
ROWS_A_PAGE = 25
# Which are listed: those that wait for a claim, those that have one.
WAITING, PLACED = "waiting", "placed"


@require_safe
def outside_list(request: HttpRequest) -> HttpResponse:
    """`/outside-verdicts/`: what waits for a claim; `?show=placed` the others."""
    require(may_decide, request.user)
    show = PLACED if request.GET.get("show") == PLACED else WAITING
    visible = outside_verdicts_visible_to(request.user)
    waiting = visible.filter(home=None)
    rows = waiting if show == WAITING else visible.exclude(home=None)
    page = Paginator(rows.order_by("-pk"), ROWS_A_PAGE).get_page(
        request.GET.get("page")
    )
    listed = list(page.object_list)
    context = {
        "page": page,
        "show": show,
        "rows": _with_candidates(listed),
        "claims": Claim.objects.in_bulk({row.home for row in listed} - {None}),
        "may_import": may_import(request.user),
    }
    return render(request, "outside/list.html", context)


@require_safe
def outside(request: HttpRequest, pk: int) -> HttpResponse:
    """`/outside-verdicts/<number>/`."""
    require(may_decide, request.user)
    return _page(request, pk)


@require_POST
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which claim it is about."""
    actor = acting(request, may_decide)
    form = AttachForm(request.POST)
    claim = form.chosen() if form.is_valid() else None
    if form.is_valid() and claim is None:
        form.add_error("claim", _("There is no such claim."))
    if claim is None:
        describe_errors(form)
        return _page(request, pk, form, status=UNPROCESSABLE)
    verdict = _seen(actor, pk, form.cleaned_data["revision"])
    reason = form.cleaned_data["reason"]
    try:
        outside_attach(actor=actor, verdict=verdict, claim=claim, reason=reason)
    except ConflictError as error:
        wish = _("place it with claim %(number)s") % {"number": claim.pk}
        return _changed(request, error, verdict, wish)
    messages.success(
        request, _("It stands with claim %(number)s now.") % {"number": claim.pk}
    )
    return _back(actor, pk)


@require_POST
def detach(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is about none of our claims."""
    actor = acting(request, may_decide)
    form = OutsideActForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, status=UNPROCESSABLE)
    verdict = _seen(actor, pk, form.cleaned_data["revision"])
    try:
        outside_detach(actor=actor, verdict=verdict, reason=form.cleaned_data["reason"])
    except ConflictError as error:
        return _changed(request, error, verdict, _("take it off its claim"))
    messages.success(request, _("It stands with no claim now."))
    return _back(actor, pk)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of sight for good."""
    actor = acting(request, may_curate)
    form = OutsideActForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, status=UNPROCESSABLE)
    verdict = _seen(actor, pk, form.cleaned_data["revision"])
    try:
        outside_remove(actor=actor, verdict=verdict, reason=form.cleaned_data["reason"])
    except ConflictError as error:
        return _changed(request, error, verdict, _("remove it"))
    messages.success(
        request, _("Removed. Brought in again it stays out; its history has it.")
    )
    return redirect("claims:history", "outside-verdict", str(pk))


def _seen(actor: User, pk: int, revision: int | None) -> Any:
    """The verdict as the page showed it. Raises Http404."""
    verdict = get_object_or_404(outside_verdicts_visible_to(actor), pk=pk)
    if revision is not None:
        verdict.revision = revision
    return verdict


def _back(actor: User, pk: int) -> HttpResponse:
    """Its page; or the list, where it is blind to the actor from now on."""
    if outside_verdicts_visible_to(actor).filter(pk=pk).exists():
        return redirect("claims:outside-verdict", pk)
    return redirect("claims:outside-verdicts")


def _changed(
    request: HttpRequest, error: ConflictError, verdict: Any, wish: str
) -> HttpResponse:
    now = error.current.get("claim") or error.current.get("merged_into")
    return changed_page(
        request,
        said=str(error),
        yours=[Side(_("wanted"), wish)],
        theirs=[
            Side(_("claim"), str(now) if now else _("none")),
            *who_was_last(request.user, verdict),
        ],
        back=reverse("claims:outside-verdict", args=[verdict.pk]),
    )


def _page(
    request: HttpRequest, pk: int, form: AttachForm | None = None, *, status: int = 200
) -> HttpResponse:
    """A removed one is there for its history alone."""
    verdict = outside_verdicts_known_to(request.user).filter(pk=pk).first()
    if verdict is None:
        raise Http404
    if verdict.removed_at is not None:
        return redirect("claims:history", "outside-verdict", str(pk))
    seen = {"revision": verdict.revision}
    (row,) = _with_candidates([verdict])
    context = {
        "verdict": verdict,
        "candidates": row[1],
        "claim": Claim.objects.filter(pk=verdict.home).first(),
        "form": form or AttachForm(initial=seen),
        "may_curate": may_curate(request.user),
    }
    return render(request, "outside/verdict.html", context, status=status)


def _with_candidates(verdicts: list[Any]) -> list[tuple[Any, list[Any]]]:
    """Each with what the engine found that readers still see, one a claim."""
    found = candidates_of(verdicts)
    rows = []
    for verdict in verdicts:
        by_claim: dict[int, Any] = {}
        for each in found[verdict.pk]:
            if each.statement is not None and each.claim is not None:
                by_claim.setdefault(each.claim.pk, each)
        rows.append((verdict, list(by_claim.values())))
    return rows
