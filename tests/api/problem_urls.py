"""Addresses for test_problems: views of the API that refuse in every way there is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from factcheck import urls

REFUSALS: dict[str, Exception] = {
    "missing": Http404("There is no article 7."),
    "denied": PermissionDenied("Only senior editors publish."),
    "silent": PermissionDenied(),
    "throttled": exceptions.Throttled(wait=3),
    "conflict": exceptions.APIException({"detail": "It has changed.", "code": "old"}),
    "invalid": exceptions.ValidationError(
        {"value": ["Too high."], "rows": [{}, "Bad"]}
    ),
    "crash": RuntimeError("the secret inside"),
}


class Refuse(APIView):
    """Raise what the address names."""

    def get(self, request: Request, name: str) -> Response:
        raise REFUSALS[name]


class Echo(APIView):
    """Read the body."""

    def post(self, request: Request) -> Response:
        return Response({"size": len(request.data["text"])})


def crash(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    raise RuntimeError("the secret inside")


urlpatterns = [
    path("api/v1/refuse/<str:name>/", Refuse.as_view()),
    path("api/v1/echo/", Echo.as_view()),
    path("api/v1/plain-crash/", crash),
    path("login/page-crash/", crash),
    *urls.urlpatterns,
]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
