"""Headers in the OpenAPI document: what is left of the rate, sending a POST again.

A hook of drf-spectacular, and not a line in each view: no view can forget it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.operations.api.once import HEADER, REPLAYED


def _header(description: str, kind: str = "integer") -> dict[str, Any]:
    return {"description": description, "schema": {"type": kind}}


HEADERS = {
    "RateLimit-Limit": _header("Requests in a minute for who asks."),
    "RateLimit-Remaining": _header("How many of them are left."),
    "RateLimit-Reset": _header("Seconds until the next minute."),
}
REPLAY = {REPLAYED: _header("true: this is the answer of the first request.", "string")}
KEY = {
    "in": "header",
    "name": HEADER,
    "schema": {"type": "string", "minLength": 1, "maxLength": 255},
    "description": "The request is done once, however often it is sent with this key.",
}


def with_headers(result: dict[str, Any], generator: Any, **_: Any) -> dict[str, Any]:
    """Every answer tells the rate; every POST that writes takes a key."""
    writing = {
        path
        for path, _regex, method, view in generator.endpoints
        if method == "POST" and not getattr(view.cls, "post_reads", False)
    }
    result["components"]["headers"] = {**HEADERS, **REPLAY}
    for answer in result["components"].get("responses", {}).values():
        _tells(answer, HEADERS)
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            takes_key = method == "post" and path in writing
            if takes_key:
                operation.setdefault("parameters", []).append(KEY)
            _answers(operation, [*HEADERS, *(REPLAY if takes_key else ())])
    return result


def _answers(operation: dict[str, Any], names: list[str]) -> None:
    for answer in operation["responses"].values():
        if "$ref" not in answer:  # a problem: those are named once, for all
            _tells(answer, names)


def _tells(answer: dict[str, Any], names: Iterable[str]) -> None:
    answer.setdefault("headers", {}).update(
        {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    )
