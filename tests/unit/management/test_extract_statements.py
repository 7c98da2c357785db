"""extract_statements: lines in, lines out."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command

TEXT = "Ferry Fares Rise\n\nMaria Olsen said fares rose 5% on Friday.\n\nShare this"


def run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *lines: bytes,
    **options: Any,
) -> list[dict[str, Any]]:
    stream = io.BytesIO(b"\n".join(lines) + b"\n")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=stream))
    call_command("extract_statements", **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def line(**row: Any) -> bytes:
    return json.dumps(row).encode()


def test_one_line_a_statement(monkeypatch, capsys) -> None:
    rows = run(monkeypatch, capsys, line(id=7, text=TEXT, published="2031-03-03"))
    assert [row["article"] for row in rows] == [7, 7]
    for row in rows:
        assert TEXT[row["start"] : row["end"]] == row["text"]
        for facet in row["facets"]:
            assert TEXT[facet["start"] : facet["end"]] == facet["text"]
        for hop in row["attribution"]:
            assert hop["cue"] in TEXT[hop["start"] : hop["end"]]
            assert TEXT[hop["source_start"] : hop["source_end"]] == hop["source"]
            assert hop["start"] <= hop["source_start"] < hop["source_end"] <= hop["end"]
    said = rows[1]
    assert said["attribution"][0]["speaker"] == "Maria Olsen"
    values = {
        (facet["kind"], facet["timex"], facet["unit"]) for facet in said["facets"]
    }
    assert {("percent", "", "%"), ("date", "2031-02-28", "")} <= values
    assert 0 <= said["check_worthiness"] <= 1


def test_a_printed_expression_is_given_once(monkeypatch, capsys) -> None:
    text = (
        "The firm had third-quarter earnings of $9 million on revenue of $70 million."
    )
    (row,) = run(monkeypatch, capsys, line(id=1, text=text, published="2031-11-03"))
    dates = [facet["timex"] for facet in row["facets"] if facet["kind"] == "date"]
    assert dates == ["2031-Q3"]


def test_a_range_is_printed_as_its_two_numbers(monkeypatch, capsys) -> None:
    text = "The ferry costs $5 to $7 million."
    [row] = run(monkeypatch, capsys, line(id=1, text=text))
    sums = [facet for facet in row["facets"] if facet["kind"] == "amount"]
    assert [(s["text"], s["value"]) for s in sums] == [
        ("$5", "USD 5000000"),
        ("$7 million", "USD 7000000"),
    ]
    assert {(s["number_low"], s["number_high"]) for s in sums} == {
        ("5000000", "7000000")
    }


def test_all_sentences_drops_nothing(monkeypatch, capsys) -> None:
    rows = run(monkeypatch, capsys, line(id="a", text=TEXT), all_sentences=True)
    assert [row["text"] for row in rows][-1] == "Share this"


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json", "not JSON"),
        (b'"text"', "not a JSON object"),
        (b'{"id": "x"}', "“text” is missing"),
        (b'{"id": "x", "text": 5}', "“text” is missing or not a string"),
        (b'{"id": "x", "text": "a", "published": "2031-02-30"}', "no date"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_bad_line_gets_an_error_and_the_rest_goes_on(
    monkeypatch, capsys, bad: bytes, reason: str
) -> None:
    good = line(id="a", text="The bridge of Norvik fell.")
    rows = run(monkeypatch, capsys, good, bad, good)
    assert [row.get("article") for row in rows] == ["a", None, "a"]
    assert rows[1]["line"] == 2
    assert reason in rows[1]["error"]


def test_an_empty_text_has_no_statements(monkeypatch, capsys) -> None:
    assert run(monkeypatch, capsys, line(id="a", text=" \n ")) == []
