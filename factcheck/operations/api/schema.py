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
from factcheck.operations.problems import CONTENT_TYPE

# Any refusal. Not a list of statuses for each operation: a proxy may refuse as well.
REFUSED = "4XX"

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
    "required": ["type", "title", "status", "detail"],
}


def with_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Every operation may answer with a problem. A hook of drf-spectacular."""
    result["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    answer = {
        "description": "The request is refused.",
        "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for operations in result["paths"].values():
        for operation in operations.values():
            operation["responses"][REFUSED] = answer
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
        self.request.accepted_renderer = JSONRenderer()
        return answer


class DocsView(SpectacularSwaggerSplitView):
    """/docs/: the pages; who may not read them is sent to the login."""

    permission_classes = [ReadOrAuthenticated]
    template_name = "api_docs.html"

    def handle_exception(self, exc: Exception) -> Any:
        if isinstance(exc, NotAuthenticated):
            return redirect_to_login(self.request.get_full_path())
        return super().handle_exception(exc)
