"""The vocabulary: every word of the code is in it, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from django.test import Client

from claims.exports import terms
from claims.exports.terms import TERMS, Sort
from claims.exports.vocabulary import BY_NAME, PREFIXES, vocabulary
from claims.facets.types import Kind, Level
from claims.linkage.types import Relation
from claims.models import By, Link

JSON_LD = "application/ld+json"


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("Relation", Relation),
        ("Level", Level),
        ("Kind", Kind),
        ("State", Link.State),
        ("Decider", By),
    ],
)
def test_every_word_of_the_code_is_a_term(of: str, words: Iterable[str]) -> None:
    assert [term.name for term in TERMS if term.of == of] == [str(w) for w in words]


def test_a_word_without_a_definition_is_noticed() -> None:
    with pytest.raises(KeyError):
        terms._values("Relation", [*Relation, "precedes"], terms.RELATIONS)


def test_names_are_addresses_for_good() -> None:
    """One term a name, and what a term leads to is a term or has a known prefix."""
    assert len(BY_NAME) == len(TERMS)
    for term in TERMS:
        others = [term.of, term.domain, term.range, *(o for _, o in term.aligned)]
        for other in filter(None, others):
            assert other in BY_NAME or other.partition(":")[0] in PREFIXES, term.name
        assert (term.sort is Sort.VALUE) == bool(term.of)


def test_each_term_is_said_in_every_language() -> None:
    for node in vocabulary()["@graph"]:
        for name in ("rdfs:label", "rdfs:comment"):
            english, korean = node[name]
            assert (english["@language"], korean["@language"]) == ("en", "ko")
            assert english["@value"]
            assert korean["@value"] not in {"", english["@value"]}, node["@id"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("*/*", "text/html"),
        ("", "text/html"),
        (JSON_LD, JSON_LD),
        ("application/json", JSON_LD),
        (f"{JSON_LD}, text/html;q=0.5", JSON_LD),
        ("image/png", "text/html"),
    ],
)
@pytest.mark.django_db
def test_whichever_is_preferred(client: Client, accept: str, kind: str) -> None:
    answer = client.get("/vocabulary/", headers={"Accept": accept} if accept else {})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith(kind)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.django_db
def test_an_address_of_a_term_leads_to_it(client: Client) -> None:
    page = client.get("/vocabulary/").content.decode()
    document: dict[str, Any] = client.get("/vocabulary.jsonld").json()
    for node in document["@graph"]:
        address, _, name = node["@id"].partition("#")
        assert address.endswith("/vocabulary/")
        assert page.count(f'id="{name}"') == 1, name
