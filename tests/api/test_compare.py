"""Two statements by program: their relation, facet by facet, and why."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.api.compare import COMPARED_CHARACTERS, COMPARED_SENTENCES
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, token_for
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SIXTH = "Orla Venn called Tavi Rusk on March 6."
SEVENTH = "Orla Venn called Tavi Rusk on March 7."
THURSDAY = "Orla Venn called Tavi Rusk last Thursday."
OAK = "A gardener in Selm planted nine oaks."
DAY = "2031-03-12"


@pytest.fixture
def program() -> Api:
    return Api(token_for(UserFactory(role=Role.READER), "read"))


def compared(program: Api, a: str, b: str, **more: Any) -> dict[str, Any]:
    side = {"published": DAY} | more
    answer = program.post(
        "compare/", {"a": {"text": a} | side, "b": {"text": b} | side}
    )
    assert answer.status_code == 200, answer.content
    members: dict[str, Any] = answer.json()
    return members


@pytest.mark.parametrize(
    ("a", "b", "relation", "level"),
    [
        (SIXTH, SEVENTH, "conflicts", "conflict"),
        (SIXTH, THURSDAY, "corroborates", "agree"),
        (SIXTH, OAK, "none", None),
    ],
)
def test_the_relation_and_the_verdict_of_a_facet(
    a: str, b: str, relation: str, level: str | None, program: Api
) -> None:
    found = compared(program, a, b)
    assert found["relation"] == relation
    assert found["rule"] in found["reason"]
    assert (found["score"] > 0) == (relation != "none")
    days = [f for f in found["facets"] if f["kind"] == "date"]
    assert [f["level"] for f in days] == ([level] if level else [])
    for facet in found["facets"]:
        for text, name in ((a, "a"), (b, "b")):
            side = facet[name]
            assert text[side["start"] : side["end"]] == side["text"]
        assert facet["reason"]


def test_each_side_as_it_was_read(program: Api) -> None:
    found = compared(program, THURSDAY, SIXTH, outlet="Post")
    assert found["a"]["outlet"] == found["b"]["outlet"] == "Post"
    assert found["a"]["published"] == DAY
    (sentence,) = found["a"]["sentences"]
    assert sentence["text"] == THURSDAY
    (day,) = [f for f in sentence["facets"] if f["kind"] == "date"]
    assert (day["value"], day["anchor"]) == ("2031-03-06", DAY)


def test_without_a_day_a_relative_date_stays_open(program: Api) -> None:
    found = compared(program, THURSDAY, SIXTH, published=None)
    assert found["a"]["published"] is None
    (day,) = [f for f in found["a"]["sentences"][0]["facets"] if f["kind"] == "date"]
    assert day["date_from"] is None
    assert [f["level"] for f in found["facets"] if f["kind"] == "date"] != ["agree"]


@pytest.mark.parametrize(("order", "direction"), [("ab", 1), ("ba", -1)])
def test_the_direction_of_an_update(order: str, direction: int, program: Api) -> None:
    chip = "The Vexo K7 chip is {} Norland."
    sides = (
        {"text": chip.format("barred from"), "published": "2031-04-01"},
        {"text": chip.format("allowed into"), "published": "2031-05-01"},
    )
    found = program.post("compare/", dict(zip(order, sides, strict=True))).json()
    assert (found["relation"], found["direction"]) == ("updates", direction)


def test_facets_of_a_passage_count_in_its_text(program: Api) -> None:
    passage = f"{OAK} {SEVENTH}"
    found = compared(program, SIXTH, passage)
    assert found["relation"] == "conflicts"
    (day,) = [f for f in found["facets"] if f["level"] == "conflict"]
    side = day["b"]
    assert passage[side["start"] : side["end"]] == "March 7"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({}, {"a", "b"}),
        ({"a": {"text": SIXTH}}, {"b"}),
        ({"a": {"text": SIXTH}, "b": {}}, {"b.text"}),
        ({"a": {"text": SIXTH}, "b": {"text": " "}}, {"b.text"}),
        ({"a": {"text": SIXTH}, "b": "text"}, {"b.non_field_errors"}),
        (
            {"a": {"text": SIXTH, "published": "today"}, "b": {"text": OAK}},
            {"a.published"},
        ),
        ({"a": {"text": SIXTH, "day": DAY}, "b": {"text": OAK}}, {"a.day"}),
        ({"a": {"text": SIXTH}, "b": {"text": OAK}, "c": 1}, {"c"}),
        (
            {"a": {"text": "x" * (COMPARED_CHARACTERS + 1)}, "b": {"text": OAK}},
            {"a.text"},
        ),
    ],
)
def test_what_cannot_be_compared(body: Any, fields: set[str], program: Api) -> None:
    assert set(complaints(program.post("compare/", body))) == fields


def test_nothing_stored_has_a_part_in_it(program: Api) -> None:
    compared(program, SIXTH, SEVENTH)  # the token's use is noted once a minute
    with CaptureQueriesContext(connection) as captured:
        compared(program, SIXTH, SEVENTH)
    assert not [q["sql"] for q in captured if "claims_" in q["sql"]]


def test_more_sentences_than_are_compared(program: Api) -> None:
    """Each is held against each: of many short ones that took half a minute."""
    many = "It rained. " * (COMPARED_SENTENCES + 1)
    asked = {"a": {"text": SIXTH}, "b": {"text": many}}
    assert set(complaints(program.post("compare/", asked))) == {"b.text"}
    compared(program, SIXTH, "It rained. " * COMPARED_SENTENCES)
