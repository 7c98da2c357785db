"""The reviews in a document, wherever they stand. PURE.

Below each other in lists, in `@graph`, as `mainEntity`, in the `item` of a feed, as the
`review` of the claim itself: whatever is a ClaimReview by one of its types is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.reviews.limits import DEPTH, MOST_REVIEWS
from claims.reviews.types import Unreadable
from claims.reviews.values import PREFIXES, types_of

REVIEW = "ClaimReview"
# Below these a review is of what it stands in.
OF_ITS_PARENT = frozenset(
    prefix + name for prefix in PREFIXES for name in ("review", "reviews", "subjectOf")
)
# Characters of a name in a path that is shown.
STEP_CHARACTERS = 80
_NO_CHARACTER = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
REFERENCE = {"@id", "@type"}
TOO_MANY = f"more than {MOST_REVIEWS:,} reviews: send fewer at once"

Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A review in a document; item: the claim that it stands in, if it does."""

    path: str
    node: Node
    item: Node | None = None


@dataclass(slots=True)
class Graph:
    """The objects of a document by their `@id`: parts may point at each other."""

    named: dict[str, Node] = field(default_factory=dict)

    def add(self, node: Node) -> None:
        name = node.get("@id")
        if isinstance(name, str) and not is_reference(node):
            self.named.setdefault(name, node)

    def resolve(self, value: Any) -> Any:
        """The object that a reference means; anything else as it is."""
        name = value.get("@id") if isinstance(value, Mapping) else value
        if isinstance(name, str) and (value is name or is_reference(value)):
            return self.named.get(name, value)
        return value


def is_reference(node: Node) -> bool:
    """Whether it names an object and says nothing of it."""
    return "@id" in node and set(node) <= REFERENCE


def reviews_in(document: Any) -> tuple[list[Found], Graph]:
    """The reviews in their order, and what they may point at. Raises Unreadable."""
    graph = Graph()
    found = []
    for each in _walk(document, "", 0, None, graph):
        found.append(each)
        if len(found) > MOST_REVIEWS:
            raise Unreadable(TOO_MANY)
    return found, graph


def _walk(
    value: Any, path: str, depth: int, item: Node | None, graph: Graph
) -> Iterator[Found]:
    if depth > DEPTH:
        raise Unreadable(f"{path}: nested deeper than {DEPTH} levels")
    if isinstance(value, list):
        for place, one in enumerate(value):
            yield from _walk(one, f"{path}[{place}]", depth + 1, item, graph)
    elif isinstance(value, Mapping):
        graph.add(value)
        if REVIEW in types_of(value) and not is_reference(value):
            yield Found(path, value, item)
        for name, one in value.items():
            below = value if name in OF_ITS_PARENT else None
            yield from _walk(one, join(path, name), depth + 1, below, graph)


def join(path: str, name: str) -> str:
    """A path with one step more; names are others' and may hold anything."""
    name = _NO_CHARACTER.sub("\ufffd", name[:STEP_CHARACTERS])
    return f"{path}.{name}" if path else name
