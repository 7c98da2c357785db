"""What the scale, the levels and the relations mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.forms.rating import SCALE
from claims.services.dispute import DISPUTE_SPREAD
from claims.services.slots import SLOT_MINUTES

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def scale(request: HttpRequest) -> HttpResponse:
    """`/about/scale/`, for who rates and for who reads a rating."""
    context = {"scale": SCALE, "spread": DISPUTE_SPREAD, "minutes": SLOT_MINUTES}
    return render(request, "about/scale.html", context)
