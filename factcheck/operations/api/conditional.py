"""GET and HEAD of the API: every answer has its ETag, and who has it gets a 304.

A middleware and not a mixin, so that no resource can forget it. It saves the transfer
and not the work: the answer is made before it is compared. A cache may keep an answer
for its reader alone, and asks before it gives it again.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from factcheck.operations.etags import matches, tag
from factcheck.operations.problems import API_PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

# Of the pages of the documentation there is none: they hold a token for each answer.
TAGGED_TYPES = ("application/json", "application/vnd.oai.openapi")
PRIVATE = "private, no-cache"
# What an answer depends on beside its address.
VARIES = ("Accept", "Authorization", "Cookie")


class EtagMiddleware:
    """Stands before the middleware that writes Content-Length."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path_info.startswith(API_PREFIX):
            return response
        patch_vary_headers(response, VARIES)
        response.headers.setdefault("Cache-Control", PRIVATE)
        if request.method in ("GET", "HEAD") and isinstance(response, HttpResponse):
            _tagged(request, response)
        return response


def _tagged(request: HttpRequest, response: HttpResponse) -> None:
    kind = response.headers.get("Content-Type", "")
    if response.status_code != HTTPStatus.OK or not kind.startswith(TAGGED_TYPES):
        return
    etag = response.headers.get("ETag") or tag(response.content)
    response.headers["ETag"] = etag
    if not matches(request.headers.get("If-None-Match", ""), etag):
        return
    # The same object, so that cookies and headers of others stay on it.
    response.status_code = HTTPStatus.NOT_MODIFIED
    response.content = b""
    for header in ("Content-Type", "Content-Length"):
        response.headers.pop(header, None)
