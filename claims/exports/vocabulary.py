"""The vocabulary as JSON-LD, and the context by which our own documents use it.

The address of a term is that of the page with its name behind the sign: what a program
finds in a document, a person can open. In the context every word of ours is a plain
one, and whatever is not ours is schema.org's; nothing has to be fetched to read it.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from claims.exports.terms import TERMS, Sort, Term

MEDIA_TYPE = "application/ld+json"
PREFIXES = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
KINDS = {
    Sort.CLASS: "rdfs:Class",
    Sort.PROPERTY: "rdf:Property",
}
BY_NAME = {term.name: term for term in TERMS}
# Of schema.org, where the value is an address or a day.
ADDRESSES = ("url",)
DAYS = ("datePublished", "dateCreated")


def vocabulary_address() -> str:
    """Where the vocabulary stands; with a name behind it, a term."""
    return f"{settings.SITE_URL}{reverse('claims:vocabulary')}#"


def context() -> dict[str, Any]:
    """The `@context` of our documents."""
    base = vocabulary_address()
    return {
        "@vocab": PREFIXES["schema"],
        **{name: PREFIXES[name] for name in ("schema", "prov", "xsd")},
        **{name: {"@id": name, "@type": "@id"} for name in ADDRESSES},
        **{name: {"@id": name, "@type": "xsd:date"} for name in DAYS},
        **{term.name: _defined(term, base) for term in TERMS},
    }


def _defined(term: Term, base: str) -> str | dict[str, Any]:
    """How a document uses the term: by its name, its value as its range says."""
    address = f"{base}{term.name}"
    if term.sort is not Sort.PROPERTY:
        return address
    told: dict[str, Any] = {"@id": address}
    if is_of_values(term.range):
        told["@type"] = "@vocab"
    elif term.range in {"xsd:date"}:
        told["@type"] = term.range
    elif term.range in BY_NAME:
        told["@type"] = "@id"
    return told


def is_of_values(name: str) -> bool:
    """Whether the class is an enumeration of ours."""
    return any(term.of == name for term in TERMS)


def vocabulary() -> dict[str, Any]:
    """The whole vocabulary, in every language of the site."""
    base = vocabulary_address()
    return {
        "@context": PREFIXES,
        "@graph": [_told(term, base) for term in TERMS],
    }


def _told(term: Term, base: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@id": f"{base}{term.name}",
        "@type": KINDS.get(term.sort, f"{base}{term.of}"),
        "rdfs:label": _in_languages(term.label),
        "rdfs:comment": _in_languages(term.definition),
        "rdfs:isDefinedBy": {"@id": base.removesuffix("#")},
    }
    if term.domain:
        told["rdfs:domain"] = {"@id": _address(term.domain, base)}
    if term.range:
        told["rdfs:range"] = {"@id": _address(term.range, base)}
    for name, other in term.aligned:
        told[name] = {"@id": other}
    return told


def _address(name: str, base: str) -> str:
    return f"{base}{name}" if name in BY_NAME else name


def _in_languages(words: object) -> list[dict[str, str]]:
    said = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said.append({"@value": str(words), "@language": language})
    return said
