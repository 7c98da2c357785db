"""One review → what it says, or what is wrong with it and where. PURE."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from claims.reviews.limits import (
    CLAIM_CHARACTERS,
    MOST_APPEARANCES,
    MOST_CLAIMANTS,
    NAME_CHARACTERS,
    REVIEW_CHARACTERS,
)
from claims.reviews.nodes import Found, Graph, Node, join, reviews_in
from claims.reviews.types import Review, Row, Unreadable, Wrong
from claims.reviews.values import (
    NOTHING,
    Place,
    address,
    day,
    each,
    has_scheme,
    language,
    number,
    prop,
    types_of,
    words,
)

_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")
NO_REVIEW = "no ClaimReview in it"


def read_document(document: Any, *, latest: date, page: str = "") -> list[Row]:
    """A row for each review of a JSON document.

    latest  a day that no date may be after
    page    the address of the page it stood on, for reviews that do not tell theirs
    Raises Unreadable: it has none, too many, or is nested too deep.
    """
    found, graph = reviews_in(document)
    if not found:
        raise Unreadable(NO_REVIEW)
    return rows_of(found, graph, latest=latest, page=page)


def rows_of(
    found: list[Found], graph: Graph, *, latest: date, page: str = "", before: str = ""
) -> list[Row]:
    """The rows of reviews that were found.

    before: what their paths begin with. Of two rows about one claim of one page the
    second is refused, unless it says the same.
    """
    rows: list[Row] = []
    told: dict[str, Review] = {}
    for each_found in found:
        path = before + each_found.path
        try:
            review = _read(each_found, graph, latest, page)
            if told.setdefault(review.key, review) != review:
                raise Wrong(
                    "claimReviewed", "reviewed before in this document, otherwise"
                )
        except Wrong as wrong:
            rows.append(Row(path, None, join(path, wrong.where), wrong.reason))
        else:
            rows.append(Row(path, review))
    return rows


def _read(found: Found, graph: Graph, latest: date, page: str) -> Review:
    node = found.node
    _check_whole(node)
    item, at = _item(found, graph)
    claim = words(prop(node, "claimReviewed"), "claimReviewed", CLAIM_CHARACTERS)
    claim = claim or _claim_of(item, at)
    if not claim:
        raise Wrong("claimReviewed", "missing: what is claimed")
    url = _url(node) or page
    if not url:
        raise Wrong("url", "missing: the address of the review")
    publisher, publisher_url = _publisher(node, graph)
    rating, value, best, worst = _rating(node, graph)
    return Review(
        claim=claim,
        url=url,
        publisher=publisher or urlsplit(url).hostname or "",
        publisher_url=publisher_url,
        published=day(prop(node, "datePublished"), "datePublished", latest=latest),
        rating=rating,
        value=value,
        best=best,
        worst=worst,
        language=language(prop(node, "inLanguage"), "inLanguage"),
        claimants=_claimants(item, at, graph),
        claimed=day(
            prop(item, "datePublished"), join(at, "datePublished"), latest=latest
        ),
        appearances=_appearances(item, at, graph),
        raw=dict(node),
    )


def _check_whole(node: Node) -> None:
    """Raise Wrong for what no table could keep as it is, or only for too long."""
    for path, value in _leaves(node, ""):
        if isinstance(value, str) and _NO_CHARACTER.search(value):
            raise Wrong(path, "holds a NUL character, or half of one (a surrogate)")
        if isinstance(value, float) and not math.isfinite(value):
            raise Wrong(path, f"no finite number: {value}")
    if len(json.dumps(node, ensure_ascii=False)) > REVIEW_CHARACTERS:
        raise Wrong(
            "@type", f"the review has more than {REVIEW_CHARACTERS:,} characters"
        )


def _leaves(value: Any, path: str) -> Iterator[Place]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield join(path, name), name
            yield from _leaves(one, join(path, name))
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _leaves(one, f"{path}[{place}]")
    else:
        yield path, value


def _item(found: Found, graph: Graph) -> tuple[Node, str]:
    """What is reviewed, with its path; an empty object where nothing is said of it."""
    for path, one in each(prop(found.node, "itemReviewed"), "itemReviewed"):
        one = graph.resolve(one)
        if isinstance(one, Mapping):
            return one, path
        if isinstance(one, str):
            known = {"url": one} if has_scheme(one) else {"name": one}
            return known, path
    return found.item or {}, "itemReviewed"


def _claim_of(item: Node, at: str) -> str:
    for name in ("claimReviewed", "text", "name", "headline", "description"):
        text = words(prop(item, name), join(at, name), CLAIM_CHARACTERS)
        if text:
            return text
    return ""


def _url(node: Node) -> str:
    for name in ("url", "mainEntityOfPage", "sameAs"):
        found = address(prop(node, name), name)
        if found:
            return found
    own = node.get("@id")
    if isinstance(own, str) and own.startswith(("http://", "https://")):
        return address(own, "@id")
    return ""


def _publisher(node: Node, graph: Graph) -> tuple[str, str]:
    """Name and address of who judged."""
    for name in ("author", "publisher", "creator"):
        for path, one in each(prop(node, name), name):
            one = graph.resolve(one)
            if isinstance(one, Mapping):
                called = words(prop(one, "name"), join(path, "name"), NAME_CHARACTERS)
                at = _home(one, path)
                if called or at:
                    return called or urlsplit(at).hostname or "", at
            elif isinstance(one, str) and has_scheme(one):
                at = address(one, path)
                return urlsplit(at).hostname or "", at
            else:
                return words(one, path, NAME_CHARACTERS), ""
    return "", ""


def _home(who: Node, path: str) -> str:
    own = address(prop(who, "url"), join(path, "url"))
    return own or address(prop(who, "sameAs"), join(path, "sameAs"))


def _rating(
    node: Node, graph: Graph
) -> tuple[str, Decimal | None, Decimal | None, Decimal | None]:
    """The judgement in words, and as a number with the ends of its scale."""
    for path, one in each(prop(node, "reviewRating"), "reviewRating"):
        one = graph.resolve(one)
        if not isinstance(one, Mapping) or "@value" in one:
            value, said = number(one, path)
            return words(said, path, NAME_CHARACTERS), value, None, None
        return _rating_of(one, path)
    return "", None, None, None


def _rating_of(
    one: Node, path: str
) -> tuple[str, Decimal | None, Decimal | None, Decimal | None]:
    at = {
        name: join(path, name)
        for name in ("ratingValue", "bestRating", "worstRating", "alternateName")
    }
    value, said = number(prop(one, "ratingValue"), at["ratingValue"])
    name = words(prop(one, "alternateName"), at["alternateName"], NAME_CHARACTERS)
    name = name or words(prop(one, "name"), join(path, "name"), NAME_CHARACTERS)
    name = name or words(said, at["ratingValue"], NAME_CHARACTERS)
    best, _ = number(prop(one, "bestRating"), at["bestRating"])
    worst, _ = number(prop(one, "worstRating"), at["worstRating"])
    return name, value, best, worst


def _claimants(item: Node, at: str, graph: Graph) -> tuple[str, ...]:
    names: dict[str, None] = {}
    path = join(at, "author")
    for where, one in each(prop(item, "author"), path):
        one = graph.resolve(one)
        if isinstance(one, Mapping) and "@value" not in one:
            where, one = join(where, "name"), prop(one, "name")
        name = words(one, where, NAME_CHARACTERS)
        if name:
            names[name] = None
    if len(names) > MOST_CLAIMANTS:
        raise Wrong(path, f"more than {MOST_CLAIMANTS}")
    return tuple(names)


def _appearances(item: Node, at: str, graph: Graph) -> tuple[str, ...]:
    """Where the claim stood. Words where an address is due tell nothing: left out."""
    places: dict[str, None] = {}
    names = ["appearance", "firstAppearance"]
    if "Claim" not in types_of(item):
        names.append("url")  # what is reviewed is the work itself
    for name in names:
        for where, one in each(prop(item, name), join(at, name)):
            places |= dict.fromkeys(_addresses(graph.resolve(one), where))
    if len(places) > MOST_APPEARANCES:
        raise Wrong(join(at, "appearance"), f"more than {MOST_APPEARANCES}")
    return tuple(places)


def _addresses(one: Any, where: str) -> Iterator[str]:
    if isinstance(one, Mapping):
        where, one = join(where, "url"), prop(one, "url") or one.get("@id")
    for path, text in each(one, where):
        if isinstance(text, str) and text not in NOTHING and has_scheme(text):
            yield address(text, path)
