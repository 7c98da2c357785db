"""relate_pairs: pairs in, relations out, without a database."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

from claims.linkage.reason import parse

A = "President Orla Venn called Premier Tavi Rusk on March 6."
B = "Orla Venn called Tavi Rusk by phone on March 7."
C = "Orla Venn called Tavi Rusk by phone last Thursday."
OTHER = "The ferry to Halden was late again."
DAY = "2031-03-12"


@pytest.fixture
def run(monkeypatch, capsys):
    def command(*lines: bytes) -> list[dict[str, Any]]:
        stream = io.BytesIO(b"\n".join(lines) + b"\n")
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
        call_command("relate_pairs")
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return command


def pair(a: str, b: str, published: str | None = DAY, **row: Any) -> bytes:
    sides = {"a": {"text": a}, "b": {"text": b}}
    if published:
        for side in sides.values():
            side["published"] = published
    return json.dumps({**row, **sides}).encode()


def test_the_shape_of_an_answer(run):
    [row] = run(pair(A, B, id="x"))
    assert row.keys() == {"id", "relation", "score", "reason", "facets"}
    assert row["relation"] == "conflicts"
    assert 0 <= row["score"] <= 1
    rule, parts = parse(row["reason"])
    assert rule == "value_conflict"
    assert parts[0].kind == "date"
    assert {"kind": "date", "level": "conflict"}.items() <= row["facets"][0].items()
    for facet in row["facets"]:
        assert facet.keys() == {"kind", "role", "level", "a", "b"}
        for side, text in (("a", A), ("b", B)):
            value = facet[side]
            if value is not None:
                assert value.keys() == {"text", "value", "start", "end"}
                assert text[value["start"] : value["end"]] == value["text"]


@pytest.mark.parametrize(
    "given", ["x", "", "ü “”", 7, 0, -1.5, None, True, [1, {"a": 2}], {"k": None}]
)
def test_the_id_comes_back_unchanged(run, given):
    [row] = run(pair(A, OTHER, id=given))
    assert row["id"] == given
    assert type(row["id"]) is type(given)


def test_a_pair_without_an_id_gets_null(run):
    [row] = run(pair(A, OTHER))
    assert row["id"] is None


@pytest.mark.parametrize(
    ("a", "b", "published", "relation"),
    [
        (A, B, DAY, "conflicts"),
        (A, C, DAY, "corroborates"),
        (A, OTHER, DAY, "none"),
        ("", B, DAY, "none"),
        ("", "", DAY, "none"),
        (" \n\t ", "...", DAY, "none"),
    ],
)
def test_relations(run, a, b, published, relation):
    [row] = run(pair(a, b, published))
    assert row["relation"] == relation


def test_nothing_is_said_of_what_is_not_related(run):
    [row] = run(pair(A, OTHER))
    assert (row["relation"], row["score"], row["facets"]) == ("none", 0.0, [])
    assert parse(row["reason"]) == ("no_link", ())


def test_without_a_publication_day_a_relative_date_stays_unresolved(run):
    other_day = B.replace("March 7", "Friday")
    dated, undated = run(pair(C, other_day), pair(C, other_day, published=None))
    assert dated["relation"] == "conflicts"
    assert undated["relation"] != "conflicts"
    for facet in undated["facets"]:
        if facet["kind"] == "date":
            assert "2031" not in str(facet["a"]) + str(facet["b"])


def test_spans_count_in_the_text_that_was_given(run):
    before = "It rained in Halden.\n\n"
    [row] = run(pair(before + A, "  " + B))
    [date] = [f for f in row["facets"] if f["kind"] == "date"]
    assert date["a"]["start"] == len(before) + A.index("March 6")
    assert date["b"]["start"] == 2 + B.index("March 7")


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"{not json", "not JSON"),
        (b'["a", "b"]', "not a JSON object"),
        (b'{"id": 5}', "“a”"),
        (b'{"id": 5, "a": "text", "b": {"text": "x"}}', "“a”"),
        (b'{"id": 5, "a": {"text": "x"}, "b": null}', "“b”"),
        (b'{"id": 5, "a": {"text": 3}, "b": {"text": "x"}}', "“text”"),
        (
            b'{"id": 5, "a": {"text": "x"}, "b": {"text": "y", "published": "soon"}}',
            "“published”",
        ),
        (b'{"id": "\xff"}', "not UTF-8"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_rest_goes_on(run, bad, words):
    first, error, last = run(pair(A, B, id=1), bad, pair(A, C, id=3))
    assert (first["id"], last["id"]) == (1, 3)
    assert first["relation"] == "conflicts"
    assert last["relation"] == "corroborates"
    assert error["line"] == 2
    assert words in error["error"]
    assert "relation" not in error
    if b'"id": 5' in bad:
        assert error["id"] == 5


def test_answers_come_in_the_order_of_the_lines(run):
    rows = run(*(pair(A, OTHER, id=n) for n in range(150)), b"", pair(A, B, id="last"))
    assert [row["id"] for row in rows] == [*range(150), "last"]


def test_odd_letters_survive(run):
    text = "Zoë Ünal “paid” €3 million to the İzmir club \U0001f600 on March 6."
    [row] = run(pair(text, text))
    for facet in row["facets"]:
        for side in (facet["a"], facet["b"]):
            if side is not None:
                assert text[side["start"] : side["end"]] == side["text"]
