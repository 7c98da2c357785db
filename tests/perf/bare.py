"""The addresses of the site, and beside them a view that does nothing.

What the server, Django with our middleware and DRF with our renderer take for any
answer; `known`: and with a token, its scopes and the throttle, as every other view has.
"""

from __future__ import annotations

from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from factcheck import urls
from factcheck.urls import handler400 as handler400
from factcheck.urls import handler403 as handler403
from factcheck.urls import handler404 as handler404
from factcheck.urls import handler500 as handler500

BARE = "/api/v1/bare/"
KNOWN = "/api/v1/bare/known/"


class KnownView(APIView):
    """A small constant answer for whoever may read."""

    def get(self, request: Request) -> Response:
        return Response({"id": 1, "title": "a constant answer"})


class BareView(KnownView):
    """The same for everybody, uncounted."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()


urlpatterns = [
    *urls.urlpatterns,
    path(BARE[1:], BareView.as_view()),
    path(KNOWN[1:], KnownView.as_view()),
]
