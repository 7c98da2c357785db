"""Headers in the OpenAPI document: what is left of the rate, sending a POST again.

A hook of drf-spectacular, and not a line in each view: no view can forget it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.operations.api.once import HEADER, REPLAYED

VARIABLE = re.compile(r"\{\w+\}")


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
    result["components"]["headers"] = {**HEADERS, **REPLAY}
    for answer in result["components"].get("responses", {}).values():
        _tells(answer, HEADERS)
    for method, view, operation in operations_of(result, generator):
        takes_key = method == "POST" and not getattr(view.cls, "post_reads", False)
        if takes_key:
            operation.setdefault("parameters", []).append(KEY)
        answers_tell(operation, [*HEADERS, *(REPLAY if takes_key else ())])
    return result


def operations_of(
    result: dict[str, Any], generator: Any
) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Every operation of the document, with its method in capitals and its view."""
    # The generator has the names of the addresses' variables as the views call them.
    views = {
        (VARIABLE.sub("{}", path), method): view
        for path, _regex, method, view in generator.endpoints
    }
    for path, operations in result["paths"].items():
        for name, operation in operations.items():
            method = name.upper()
            yield method, views[VARIABLE.sub("{}", path), method], operation


def answers_tell(operation: dict[str, Any], names: Iterable[str]) -> None:
    """Each answer that is no refusal has these headers."""
    for answer in operation["responses"].values():
        if "$ref" not in answer:  # a problem: those are named once, for all
            _tells(answer, names)


def _tells(answer: dict[str, Any], names: Iterable[str]) -> None:
    answer.setdefault("headers", {}).update(
        {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    )
