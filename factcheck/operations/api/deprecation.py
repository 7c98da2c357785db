"""What is to go is told by every answer that has to do with it, and in the document.

A view says of itself what of it is to go, and from when on:

    deprecated = (
        Deprecation(since=…, sunset=…, link="https://…"),              all of it
        Deprecation(since=…, sunset=…, link="…", actions=("create",)),
        Deprecation(since=…, sunset=…, link="…", parameter="outlet"),
        Deprecation(since=…, sunset=…, link="…", member="score"),
    )

The rest is done here: `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link` in the
answers, refusals too; `deprecated: true` in the OpenAPI document. A middleware and a
hook, so that no view can tell the one without the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.http import http_date

from factcheck.operations.api.fields import FIELDS
from factcheck.operations.api.headers import answers_tell, operations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.http import HttpRequest, HttpResponseBase

# What docs/api.md promises: so long it is told before it goes.
LEAST_NOTICE = timedelta(days=365)
# A reference as it stands between < and >, in ASCII.
REFERENCE = re.compile(r"[!#-;=?-\[\]_a-z~]+")

HEADERS = {
    "Deprecation": {
        "description": "@ and the second since 1970 from which on it should no longer "
        "be used (RFC 9745).",
        "schema": {"type": "string"},
    },
    "Sunset": {
        "description": "The moment from which on it may be gone (RFC 8594).",
        "schema": {"type": "string"},
    },
    "Link": {
        "description": 'With rel="deprecation": what takes its place.',
        "schema": {"type": "string"},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """Something of a view that is to go. Raises ValueError where it breaks the promise.

    since      from this moment on it should not be used; with a time zone
    sunset     from this moment on it may be gone: LEAST_NOTICE later, or more
    link       leads to what takes its place
    actions    of a set of views, by name; of a plain view, methods. None: all of them
    parameter  only who sends this parameter of the address is told
    member     of an answer or a body; who leaves it out by `fields` is not told
    """

    since: datetime
    sunset: datetime
    link: str
    actions: tuple[str, ...] = ()
    parameter: str = ""
    member: str = ""

    def __post_init__(self) -> None:
        if self.since.tzinfo is None or self.sunset.tzinfo is None:
            raise ValueError("A moment has a time zone.")
        if self.sunset - self.since < LEAST_NOTICE:
            raise ValueError(f"What goes is told {LEAST_NOTICE.days} days before.")
        if not REFERENCE.fullmatch(self.link):
            raise ValueError("The link is an address, written in ASCII.")
        if self.parameter and self.member:
            raise ValueError("One for the parameter, another for the member.")

    def is_of(self, action: str) -> bool:
        """Whether it is about this action, or method, of the view."""
        return not self.actions or action in self.actions

    def is_asked(self, request: HttpRequest) -> bool:
        """Whether the request has to do with it."""
        if self.parameter:
            return self.parameter in request.GET
        wanted = request.GET.get(FIELDS)
        return not self.member or wanted is None or self.member in wanted.split(",")


class DeprecationMiddleware:
    """Tells of it in every answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        match = request.resolver_match
        method = request.method or ""
        # HEAD is answered by what answers GET.
        asked = "GET" if method == "HEAD" else method
        of_view = deprecations_of(match.func, asked) if match else ()
        told = [each for each in of_view if each.is_asked(request)]
        if told:
            since = min(each.since for each in told)
            links = dict.fromkeys(f'<{each.link}>; rel="deprecation"' for each in told)
            if "Link" in response.headers:
                links = dict.fromkeys([response.headers["Link"], *links])
            response.headers["Deprecation"] = f"@{int(since.timestamp())}"
            sunset = min(each.sunset for each in told)
            response.headers["Sunset"] = http_date(sunset.timestamp())
            response.headers["Link"] = ", ".join(links)
        return response


def deprecations_of(view: Any, method: str) -> list[Deprecation]:
    """What of the view, as the address has it, is to go; method in capitals."""
    action = getattr(view, "actions", None) or {}
    name = action.get(method.lower(), method)
    every: Iterable[Deprecation] = getattr(getattr(view, "cls", None), "deprecated", ())
    return [each for each in every if each.is_of(name)]


def with_deprecations(
    result: dict[str, Any], generator: Any, **_: Any
) -> dict[str, Any]:
    """The same in the document. A hook of drf-spectacular."""
    for method, view, operation in operations_of(result, generator):
        told = deprecations_of(view, method)
        for each in told:
            for place in _places(result, operation, each):
                place["deprecated"] = True
        if told:
            result["components"].setdefault("headers", {}).update(HEADERS)
            answers_tell(operation, HEADERS)
    return result


def _places(
    result: dict[str, Any], operation: dict[str, Any], told: Deprecation
) -> Iterator[dict[str, Any]]:
    if told.parameter:
        for parameter in operation.get("parameters", []):
            if (parameter["in"], parameter["name"]) == ("query", told.parameter):
                yield parameter
    elif told.member:
        for name in _shapes(result, operation):
            shape = result["components"]["schemas"][name]
            if told.member in shape.get("properties", {}):
                yield shape["properties"][told.member]
    else:
        yield operation


def _shapes(result: dict[str, Any], operation: dict[str, Any]) -> list[str]:
    """The shapes of its body and of its answers, or of the rows of these."""
    found: list[str] = []
    waiting: list[Any] = [operation.get("requestBody"), operation["responses"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        if not isinstance(node, dict):
            continue
        _, is_shape, name = str(node.get("$ref", "")).rpartition("/schemas/")
        if is_shape and name not in found:
            found.append(name)
            waiting.append(result["components"]["schemas"][name])
        # What a member leads to is another thing, which may have one of that name.
        waiting.append(node.get("properties", {}).get("results"))
        waiting.extend(node[key] for key in node.keys() - {"properties"})
    return found
