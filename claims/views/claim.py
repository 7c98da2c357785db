"""The page of one claim, and what an editor decides on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims.forms import SCALE, DecisionForm, RatingForm, describe_errors
from claims.models import Claim, Link, Rating
from claims.permissions import may_decide, may_rate
from claims.selectors.queue import neighbours
from claims.selectors.ratings import ratings_visible_to
from claims.selectors.sheet import claim_sheet
from claims.services.conflict import ConflictError
from claims.services.review import claim_rate, link_decide
from claims.views.people import acting
from claims.views.pictures import pictures_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CONFLICT = 409
UNPROCESSABLE = 422
DECIDED = {
    Link.State.CONFIRMED.value: "Link confirmed.",
    Link.State.REJECTED.value: "Link rejected: it no longer counts on this claim.",
    Link.State.UNSURE.value: "Link marked as not sure.",
}


@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """`/claims/<number>/`; a merged claim leads to the one that took its statements."""
    found = get_object_or_404(Claim, pk=pk)
    if found.merged_into_id is not None:
        return redirect("claims:claim", found.merged_into_id)
    return _page(request, found, RatingForm())


@require_POST
def rate(request: HttpRequest, pk: int) -> HttpResponse:
    """Save a rating; what is wrong with it is said beside the field, nothing lost."""
    found = get_object_or_404(Claim, pk=pk)
    actor = acting(request, may_rate)
    form = RatingForm(request.POST)
    if not form.is_valid():
        describe_errors(form)
        return _page(request, found, form, status=UNPROCESSABLE)
    try:
        claim_rate(
            actor=actor,
            claim=found,
            value=form.rating,
            rationale=form.cleaned_data["rationale"],
        )
    except ConflictError as error:
        form.add_error(None, str(error))
        return _page(request, found, form, status=CONFLICT)
    messages.success(request, "Your rating is saved.")
    return HttpResponseRedirect(reverse("claims:claim", args=[pk]) + "#rate")


@require_POST
def decide(request: HttpRequest, pk: int, link: int) -> HttpResponse:
    """Confirm, reject or doubt a link of this claim."""
    actor = acting(request, may_decide)
    found = get_object_or_404(
        Link, pk=link, low__memberships__claim=pk, high__memberships__claim=pk
    )
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("not a decision of this page")
    state = form.cleaned_data["state"]
    try:
        link_decide(
            actor=actor,
            link=found,
            state=state,
            revision=form.cleaned_data["revision"],
        )
    except ConflictError:
        messages.warning(
            request, "Somebody decided on this link before you: look at it again."
        )
    else:
        messages.success(request, DECIDED[state])
    return HttpResponseRedirect(reverse("claims:claim", args=[pk]) + f"#link-{link}")


def _page(
    request: HttpRequest, found: Claim, form: RatingForm, *, status: int = 200
) -> HttpResponse:
    sheet = claim_sheet(found)
    before, after = neighbours(found)
    context = {
        "claim": found,
        "sheet": sheet,
        "pictures": pictures_of(sheet),
        "before": before,
        "after": after,
        "form": form,
        "scale": SCALE,
        "may_rate": may_rate(request.user),
        "may_decide": may_decide(request.user),
        **_ratings(request, found),
    }
    return render(request, "claims/claim.html", context, status=status)


def _ratings(request: HttpRequest, found: Claim) -> dict[str, Any]:
    """Own ratings, newest first, and the others' latest as far as they are open."""
    visible = ratings_visible_to(request.user, found).select_related("editor")
    own: list[Rating] = []
    others: dict[int, Rating] = {}
    for rating in visible.order_by("round", "seq", "pk"):
        if rating.editor_id == request.user.pk:
            own.insert(0, rating)
        elif rating.round == found.round:
            others[rating.editor_id] = rating
    current = own[0] if own and own[0].round == found.round else None
    return {"own": own, "current": current, "others": list(others.values())}
