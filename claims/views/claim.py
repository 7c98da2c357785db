"""The page of one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from claims.forms.rating import SCALE, RatingForm, begun
from claims.models import Claim
from claims.permissions import may_adjudicate, may_decide, may_edit_claim, may_rate
from claims.selectors.panel import panel_of
from claims.selectors.queue import neighbours
from claims.selectors.sheet import claim_sheet
from claims.views.history import recent_of
from claims.views.pictures import pictures_of
from claims.views.spread import spread_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

CONFLICT = 409
UNPROCESSABLE = 422


@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    """`/claims/<number>/`; a merged claim leads to the one that took its statements."""
    found = get_object_or_404(Claim, pk=pk)
    if found.merged_into_id is not None:
        return redirect("claims:claim", found.merged_into_id)
    return claim_page(request, found)


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
        "may_edit": may_edit_claim(request.user),
        "recent": recent_of(request, found),
        "may_adjudicate": may_adjudicate(request.user),
    }
    return render(request, "claims/claim.html", context, status=status)
