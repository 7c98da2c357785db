"""By which numbers the engine decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.engine import load_engine
from claims.quality.thresholds import thresholds

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def engine(request: HttpRequest) -> HttpResponse:
    """`/about/engine/`: every threshold with its meaning and evidence."""
    context = {"groups": thresholds(), "version": load_engine().version}
    return render(request, "about/engine.html", context)
