"""The OpenAPI document and its pages: offline, and under the strict policy."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.exceptions import NotAuthenticated
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response

from factcheck.operations.access import ReadOrAuthenticated
from factcheck.operations.api.autoschema import SPARSE
from factcheck.operations.problems import CONTENT_TYPE

# Why a request is refused, by status; `ALWAYS` of them by any request.
REFUSALS = {
    400: "Not valid: see `errors`.",
    401: "No account, or a token that is unknown or at its end.",
    403: "Your role, or the token's scopes, do not allow it.",
    404: "Not there, or not for you.",
    405: "The address does not know this method: see `Allow`.",
    406: "Accept asks for something else than JSON.",
    409: "It belongs to another or has changed meanwhile: see `current`.",
    412: "If-Match names another state than the present one: see `current`.",
    413: "The body is too large: see `x-limits`.",
    415: "The body is not JSON.",
    422: "The Idempotency-Key was used with another request.",
    428: "It takes an If-Match.",
    429: "Too many requests, or failed logins: see `Retry-After`.",
    500: "A fault of ours.",
}
# 404: also the answer to a `format` that there is not.
ALWAYS = (400, 401, 403, 404, 405, 406, 429, 500)
OF_A_WRITE = (409, 412, 413, 415, 422, 428)
NOT_MODIFIED = "Nothing has changed since the answer with the ETag of If-None-Match."

PROBLEM = {
    "type": "object",
    "description": "Why the request was refused (RFC 9457).",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is wrong, for people."},
        "code": {"type": "string", "description": "What is wrong, for programs."},
        "errors": {
            "type": "array",
            "description": "One for each complaint about the input.",
            "items": {
                "type": "object",
                "properties": {
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                    "attr": {
                        "type": ["string", "null"],
                        "description": "The field, or the query parameter.",
                    },
                },
                "required": ["code", "detail", "attr"],
            },
        },
        "current": {
            "type": "object",
            "additionalProperties": True,
            "description": "With 409: the present state of what has changed.",
        },
    },
    "required": ["type", "title", "status", "detail", "code"],
}


def with_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """How each operation may be refused. A hook of drf-spectacular."""
    components = result["components"]
    shapes = components.setdefault("schemas", {})
    shapes["Problem"] = PROBLEM
    components["responses"] = {
        f"Problem{status}": {
            "description": told,
            "content": {
                CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}
            },
        }
        for status, told in REFUSALS.items()
    }
    for operations in result["paths"].values():
        for method, operation in operations.items():
            answers = operation["responses"]
            if method == "get":
                answers["304"] = {"description": NOT_MODIFIED}
            for status in _refusals(method):
                answers[str(status)] = {
                    "$ref": f"#/components/responses/Problem{status}"
                }
    return result


def _refusals(method: str) -> list[int]:
    found = {*ALWAYS}
    if method != "get":
        found.update(OF_A_WRITE)
    return sorted(found)


def with_sparse_rows(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A row of which `fields` may leave members out requires none. Another hook."""
    for name, shape in result["components"].get("schemas", {}).items():
        if name.startswith(SPARSE):
            shape.pop("required", None)
    return result


class BearerScheme(OpenApiAuthenticationExtension):
    """How the document names our token."""

    target_class = "factcheck.operations.api.authentication.BearerToken"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class PasswordScheme(OpenApiAuthenticationExtension):
    """How the document names a name with a password."""

    target_class = "factcheck.operations.api.authentication.Password"
    name = "password"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {"type": "http", "scheme": "basic"}


class SchemaView(SpectacularAPIView):
    """/schema/: the document, as YAML or with `?format=json` as JSON."""

    permission_classes = [ReadOrAuthenticated]

    def handle_exception(self, exc: Exception) -> Response:
        """A problem is JSON, also where YAML was asked for."""
        answer = super().handle_exception(exc)
        # Also after a refusal of what was accepted, which leaves neither of the two.
        self.request.accepted_renderer = JSONRenderer()
        self.request.accepted_media_type = JSONRenderer.media_type
        return answer


class DocsView(SpectacularSwaggerSplitView):
    """/docs/: the pages; who may not read them is sent to the login."""

    permission_classes = [ReadOrAuthenticated]
    template_name = "api_docs.html"

    def handle_exception(self, exc: Exception) -> Any:
        if isinstance(exc, NotAuthenticated):
            return redirect_to_login(self.request.get_full_path())
        return super().handle_exception(exc)
