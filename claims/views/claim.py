"""The page of one claim, and what an editor decides on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from claims.forms import DecisionForm
from claims.forms.rating import SCALE, RatingForm, begun
from claims.models import Claim, Link
from claims.permissions import may_adjudicate, may_decide, may_rate
from claims.selectors.panel import panel_of
from claims.selectors.queue import neighbours
from claims.selectors.sheet import claim_sheet
from claims.services.conflict import ConflictError
from claims.services.review import link_decide
from claims.views.people import acting
from claims.views.pictures import pictures_of
from claims.views.spread import spread_of

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
    return claim_page(request, found)


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


def claim_page(
    request: HttpRequest,
    found: Claim,
    form: RatingForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """The whole page, with `form` as it was sent, or with the draft, if any."""
    sheet = claim_sheet(found)
    before, after = neighbours(found)
    panel = panel_of(request.user, found)
    context = {
        "claim": found,
        "sheet": sheet,
        "pictures": pictures_of(sheet),
        "before": before,
        "after": after,
        "panel": panel,
        "spread": spread_of(panel),
        "form": form or begun(panel.draft),
        "scale": SCALE,
        "may_rate": may_rate(request.user),
        "may_decide": may_decide(request.user),
        "may_adjudicate": may_adjudicate(request.user),
    }
    return render(request, "claims/claim.html", context, status=status)
