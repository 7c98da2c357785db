"""Every address of the site, as Django resolves it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver

# The rest of the administration is guarded as one: see test_permissions.
ADMIN = "admin/"
_GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")
_CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Route:
    """name: with its namespace, or the address itself; parts: the names of numbers."""

    name: str
    address: str
    parts: tuple[str, ...]


def routes() -> list[Route]:
    """All of them, in their order."""
    return list(_routes(get_resolver(), "", ""))


def _routes(resolver: object, prefix: str, namespace: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        written = prefix + str(pattern.pattern)
        if not isinstance(pattern, URLPattern):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else ""
            yield from _routes(pattern, written, inner or namespace)
            continue
        address = _CONVERTER.sub(r"<\1>", _GROUP.sub(r"<\1>", written))
        address = "/" + address.replace("^", "").replace("/?$", "").rstrip("$")
        parts = tuple(re.findall(r"<(\w+)>", address))
        name = namespace + pattern.name if pattern.name else address.lstrip("/")
        yield Route(name=name, address=address, parts=parts)
