"""The vocabulary: for people a page, for programs JSON-LD, at the same address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from claims.exports.terms import TERMS, Sort
from claims.exports.vocabulary import (
    MEDIA_TYPE,
    vocabulary,
    vocabulary_address,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

JSON_TYPES = (MEDIA_TYPE, "application/json")


@login_not_required
@require_safe
@vary_on_headers("Accept")
def page(request: HttpRequest) -> HttpResponse:
    """`/vocabulary/`: whichever the asker prefers; a browser gets the page."""
    preferred = request.get_preferred_type(["text/html", *JSON_TYPES])
    if preferred in JSON_TYPES:
        return document(request)
    values = [term for term in TERMS if term.sort is Sort.VALUE]
    context = {
        "base": vocabulary_address(),
        "classes": [
            (term, [value for value in values if value.of == term.name])
            for term in TERMS
            if term.sort is Sort.CLASS
        ],
        "properties": [term for term in TERMS if term.sort is Sort.PROPERTY],
        "own": {term.name for term in TERMS},
    }
    return render(request, "about/vocabulary.html", context)


@login_not_required
@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """`/vocabulary.jsonld`; readable from any site, for it is meant for all."""
    return JsonResponse(
        vocabulary(),
        content_type=MEDIA_TYPE,
        json_dumps_params={"ensure_ascii": False, "indent": 1},
        headers={"Access-Control-Allow-Origin": "*"},
    )
