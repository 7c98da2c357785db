"""The file of linked data: every name has a meaning, and it says what is stored."""

from __future__ import annotations

import json
from typing import Any

from claims.exports.terms import TERMS
from claims.exports.vocabulary import PREFIXES, context, vocabulary
from claims.models import Claim, Link, Statement
from claims.selectors.material import load_material
from tests.api.asking import Api
from tests.api.files import day, exported
from tests.web.newsroom import Newsroom

# Of schema.org, as https://schema.org/version/latest lists them.
SCHEMA = {
    *("Claim", "ClaimReview", "Dataset", "NewsArticle", "Organization", "Rating"),
    *("appearance", "author", "claimReviewed", "dateCreated", "datePublished"),
    *("headline", "identifier", "itemReviewed", "name", "publisher", "review"),
    *("alternateName", "bestRating", "ratingValue", "reviewBody", "reviewRating"),
    *("text", "url", "value", "worstRating"),
}


def names_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    if isinstance(value, dict):
        own = {name for name in value if not name.startswith("@")}
        types = value.get("@type", [])
        own |= {types} if isinstance(types, str) else set(types)
        return own.union(*map(names_in, value.values()))
    return set()


def test_every_name_of_the_file_has_a_meaning(editor: Api, published: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    own = {term.name for term in TERMS}
    assert names_in(document["@graph"]) - own <= SCHEMA
    assert not own & SCHEMA
    told = {node["@id"].partition("#")[2] for node in vocabulary()["@graph"]}
    assert told == own
    assert document["@context"] == context()


# --- what is stored


def day_text(row: Statement) -> str | None:
    printed = row.article.published_date
    return printed.isoformat() if printed else None


def said(node: dict[str, Any]) -> tuple[Any, ...]:
    article = node["appearance"]
    names = ("kind", "role", "text", "value", "start", "end")
    return (
        node["identifier"],
        node["text"],
        article["identifier"],
        article["publisher"]["name"],
        article.get("datePublished"),
        node["origin"]["name"] if "origin" in node else None,
        [tuple(facet[name] for name in names) for facet in node["facet"]],
    )


def number(address: str | None) -> int | None:
    return int(address.rstrip("/").rpartition("/")[2]) if address else None


def related(node: dict[str, Any]) -> tuple[Any, ...]:
    low, high, later = (number(node.get(name)) for name in ("a", "b", "later"))
    return (
        node["identifier"],
        (low, high),
        node["relation"],
        {None: 0, high: 1, low: -1}[later],
        node["state"],
        node["decidedBy"],
        node.get("score"),
        node["reason"],
        [
            (
                *(each[name] for name in ("kind", "role", "level", "reason")),
                *(side(each.get(name)) for name in ("inA", "inB")),
            )
            for each in node["compares"]
        ],
    )


def side(node: dict[str, Any] | None) -> tuple[Any, ...]:
    if node is None:
        return ("", "", -1)
    return (node["text"], node["value"], node["start"])


def stored(link: Link) -> tuple[Any, ...]:
    return (
        link.pk,
        (link.low_id, link.high_id),
        link.relation,
        link.direction,
        link.state,
        link.by,
        link.engine_score,
        link.engine_reason,
        [
            (
                row.kind,
                row.role,
                row.level,
                row.reason,
                (row.low_text, row.low_value, row.low_start),
                (row.high_text, row.high_value, row.high_start),
            )
            for row in link.comparisons.all()
        ],
    )


def test_linked_data_says_what_is_stored(editor: Api, newsroom: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    claims = Claim.objects.in_bulk()
    nodes = {
        node["identifier"]: node
        for node in document["@graph"]
        if node["@type"] == "Claim"
    }
    assert nodes.keys() == claims.keys()
    for material in load_material(list(claims.values())):
        node, claim = nodes[material.claim.pk], material.claim
        assert (node["name"], node["outlets"], node["independentOrigins"]) == (
            claim.title,
            claim.outlets,
            claim.origins,
        )
        assert day(node.get("firstReported")) == claim.first_reported
        assert [said(each) for each in node["statement"]] == [
            (
                row.pk,
                row.quote,
                row.article.external_id,
                row.article.outlet.name,
                day_text(row),
                row.origin.label if row.origin else None,
                [
                    (f.kind, f.role, f.text, f.value, f.start, f.end)
                    for f in material.facets[row.pk]
                ],
            )
            for row in material.statements
        ]
        assert [related(each) for each in node["link"]] == [
            stored(link) for link in material.links
        ]


# --- what a processor reads


def expanded(value: Any, terms: dict[str, Any], wanted: Any = None) -> Any:
    """As a processor of JSON-LD would have it, as far as our documents use it.

    Every name becomes an address; a value of which the context says that it is a word
    of the vocabulary, or an address, becomes one. KeyError: a name that means nothing.
    """
    if isinstance(value, list):
        return [expanded(each, terms, wanted) for each in value]
    if not isinstance(value, dict):
        if wanted == "@vocab":
            return {"@id": address_of(value, terms)}
        return {"@id": value} if wanted == "@id" else value
    found: dict[str, Any] = {}
    for name, each in value.items():
        if name == "@id":
            found[name] = each
        elif name == "@type":
            types = each if isinstance(each, list) else [each]
            found[name] = [address_of(one, terms) for one in types]
        else:
            term = terms.get(name, {})
            kind = term.get("@type") if isinstance(term, dict) else None
            found[address_of(name, terms)] = expanded(each, terms, kind)
    return found


def address_of(name: str, terms: dict[str, Any]) -> str:
    term = terms.get(name, name)
    address = term["@id"] if isinstance(term, dict) else term
    return address if "://" in address else terms["@vocab"] + address


def test_as_a_processor_reads_it(editor: Api, newsroom: Newsroom) -> None:
    document = json.loads(exported(editor, "jsonld"))
    terms = document["@context"]
    base = terms["Link"].removesuffix("Link")
    schema = PREFIXES["schema"]
    graph = expanded(document["@graph"], terms)
    claim = next(
        node
        for node in graph
        if node["@type"] == [f"{schema}Claim"]
        and node[f"{schema}identifier"] == newsroom.ban.pk
    )
    (link,) = claim[f"{base}link"]
    first, second = (each["@id"] for each in claim[f"{base}statement"])
    assert link["@type"] == [f"{base}Link"]
    assert link[f"{base}relation"] == {"@id": f"{base}updates"}
    assert link[f"{base}a"] == {"@id": first}
    assert link[f"{base}later"] == {"@id": second}
    assert link[f"{base}state"] == {"@id": f"{base}suggested"}
    (compared,) = link[f"{base}compares"]
    assert compared[f"{base}level"] == {"@id": f"{base}updated"}
    assert compared[f"{base}kind"] == {"@id": f"{base}polarity"}
    statement = claim[f"{base}statement"][0]
    assert statement["@type"] == [f"{schema}Claim", f"{base}Statement"]
