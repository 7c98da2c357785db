"""Every refusal of the API as problem details (RFC 9457, application/problem+json).

Two ways lead here. DRF hands over the exceptions of its views (`exception_handler`);
what never reaches a view of the API, an address that no URL matches or a crash, comes
through Django's own handlers (`not_found`, `server_error`), which answer a page to a
browser and a problem to anything below /api/.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, JsonResponse
from django.views import defaults
from drf_standardized_errors.formatter import flatten_errors
from rest_framework import exceptions, status
from rest_framework.views import exception_handler as drf_handler

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponseBase
    from rest_framework.response import Response

API_PREFIX = "/api/"
CONTENT_TYPE = "application/problem+json"
# What is wrong, for programs, where what was raised has no name of its own for it.
CODES = {
    HTTPStatus.BAD_REQUEST.value: "invalid",
    HTTPStatus.FORBIDDEN.value: "permission_denied",
    HTTPStatus.NOT_FOUND.value: "not_found",
}


class TooLarge(exceptions.APIException):
    """The body is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""

    status_code = status.HTTP_413_REQUEST_ENTITY_TOO_LARGE
    default_detail = "The request body is too large."
    default_code = "too_large"


def problem(
    status_code: int, detail: str, *, code: str = "", **more: Any
) -> dict[str, Any]:
    """The members of a problem: type, title, status, detail, code, and `more`.

    code  without one that of the status
    """
    return {
        "type": "about:blank",
        "title": HTTPStatus(status_code).phrase,
        "status": status_code,
        "detail": detail,
        "code": code or CODES.get(status_code, "error"),
        **more,
    }


def exception_handler(exc: Exception, context: dict[str, Any]) -> Response | None:
    """Turn an exception of an API view into a problem; None for what is a crash.

    A validation error carries `errors`, one {code, detail, attr} for each complaint.
    """
    # DRF has no answer for a body over the limit; Django's own is an HTML page.
    if isinstance(exc, RequestDataTooBig):
        exc = TooLarge()
    response = drf_handler(exc, context)
    if response is None:
        return None
    response.data = _members(exc, response.status_code)
    response.content_type = CONTENT_TYPE
    return response


def _members(exc: Exception, status_code: int) -> dict[str, Any]:
    if isinstance(exc, Http404 | PermissionDenied):
        return problem(status_code, str(exc) or HTTPStatus(status_code).description)
    if not isinstance(exc, exceptions.APIException):
        return problem(status_code, HTTPStatus(status_code).description)
    if isinstance(exc, exceptions.ValidationError):
        errors = [
            {"code": error.code, "detail": error.detail, "attr": error.attr}
            for error in flatten_errors(exc.detail)
        ]
        return problem(status_code, "The request is not valid.", errors=errors)
    # `members`: what an exception of our own adds, as the present state to a conflict.
    more = getattr(exc, "members", {})
    return problem(status_code, _detail(exc.detail), code=exc.default_code, **more)


def _detail(detail: Any) -> str:
    # Some packages refuse with a dictionary ({"detail": …, "code": …}).
    if isinstance(detail, dict):
        detail = detail.get("detail", next(iter(detail.values()), ""))
    if isinstance(detail, list):
        detail = " ".join(str(part) for part in detail)
    return str(detail)


def refusal(status_code: int, detail: str = "") -> JsonResponse:
    """A refusal by what stands around the views."""
    return JsonResponse(
        problem(status_code, detail or HTTPStatus(status_code).description),
        status=status_code,
        content_type=CONTENT_TYPE,
    )


def _asks_api(request: HttpRequest) -> bool:
    return request.path_info.startswith(API_PREFIX)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """handler400: also a body over the limit that a view read outside of DRF."""
    if _asks_api(request):
        return refusal(HTTPStatus.BAD_REQUEST)
    return defaults.bad_request(request, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """handler403."""
    if _asks_api(request):
        return refusal(HTTPStatus.FORBIDDEN)
    return defaults.permission_denied(request, exception)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """handler404."""
    if _asks_api(request):
        return refusal(HTTPStatus.NOT_FOUND)
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponseBase:
    """handler500."""
    if _asks_api(request):
        return refusal(HTTPStatus.INTERNAL_SERVER_ERROR)
    return defaults.server_error(request)
