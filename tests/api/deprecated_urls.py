"""Addresses for test_deprecation: views of which something is to go."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.urls import include, path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import SimpleRouter
from rest_framework.views import APIView

from factcheck import urls
from factcheck.operations.api.deprecation import Deprecation
from factcheck.operations.api.filters import Filters, WordsFilter
from factcheck.operations.api.reads import Reads
from sources.models import Outlet, PublisherFamily

SINCE = datetime(2027, 1, 1, tzinfo=UTC)
SUNSET = datetime(2028, 12, 31, 12, tzinfo=UTC)
LINK = "https://desk.example/docs/instead"


class Old(APIView):
    """All of it is to go."""

    deprecated = (Deprecation(since=SINCE, sunset=SUNSET, link=LINK),)

    @extend_schema(summary="Old", responses=None)
    def get(self, request: Request) -> Response:
        if "fail" in request.query_params:
            raise ValidationError({"fail": "As asked."})
        return Response({"x": 1}, headers={"Link": "</next>; rel=next"})


class HalfOld(APIView):
    """POST is to go, GET stays."""

    deprecated = (
        Deprecation(since=SINCE, sunset=SUNSET, link=LINK, actions=("POST",)),
    )

    @extend_schema(summary="Half old", responses=None)
    def get(self, request: Request) -> Response:
        return Response({"x": 1})

    @extend_schema(summary="Half old", request=None, responses=None)
    def post(self, request: Request) -> Response:
        return Response({"x": 1})


class FamilySerializer(serializers.ModelSerializer[PublisherFamily]):
    class Meta:
        model = PublisherFamily
        fields = ["id", "name"]


class ShownSerializer(serializers.ModelSerializer[Outlet]):
    family = FamilySerializer()

    class Meta:
        model = Outlet
        fields = ["id", "name", "family"]


class ShownFilter(Filters):
    code = WordsFilter(field_name="slug", label="slug")

    class Meta:
        model = Outlet
        fields: list[str] = []


class Shown(Reads[Any]):
    """A member of its rows is to go, and a parameter of its list."""

    queryset = Outlet.objects.order_by("pk")
    serializer_class = ShownSerializer
    filterset_class = ShownFilter
    deprecated = (
        Deprecation(since=SINCE, sunset=SUNSET, link="/docs/name", member="name"),
        Deprecation(
            since=SINCE.replace(year=2026),
            sunset=SUNSET.replace(year=2029),
            link="/docs/code",
            parameter="code",
            actions=("list",),
        ),
    )


router = SimpleRouter()
router.register("shown", Shown, basename="shown")
api = [
    path("api/v1/old/", Old.as_view()),
    path("api/v1/half-old/", HalfOld.as_view()),
    path("api/v1/", include(router.urls)),
]
urlpatterns = [*api, *urls.urlpatterns]
handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
