"""A run as a value and as JSON, and what the project keeps of the latest run."""

from __future__ import annotations

import json
from datetime import date

import pytest

from claims.quality.errors import ErrorCount, has_words
from claims.quality.markdown import COMMONEST, benchmarks, notes_of
from claims.quality.report import (
    LATEST,
    Report,
    from_json,
    latest,
    report_of,
    to_json,
)
from claims.quality.targets import sets_missing
from claims.quality.types import Measurement, Mistake, Score
from tests.architecture.tree import ROOT

DAY = date(2031, 3, 12)
SCORES = (Score("conflicts", 3, 1, 2), Score("macro-F1", value=0.12345678, asked=7))
MISTAKES = (
    Mistake("r1", "none", "conflicts", reason="words of a text", kind="a: b"),
    Mistake("r2", "words of a text", "none", kind="a: b"),
)


def a_report() -> Report:
    measured = {
        "pairs": Measurement(9, SCORES, MISTAKES),
        "spans": Measurement(4, (Score("span", value=0.0),)),
    }
    return report_of(measured, day=DAY, commit="abc", engine="1.0+x")


def test_a_report_has_every_set_and_every_error():
    report = a_report()
    assert [found.name for found in report.sets] == ["pairs", "spans"]
    assert (report.rows, report.mistakes) == (13, 2)
    assert report.errors == (ErrorCount("a: b", 2, ("pairs",)),)
    assert report.set("pairs").score("conflicts") == SCORES[0]
    assert report.set("pairs").score("dates") is None
    assert report.set("other") is None


def test_it_survives_json():
    assert from_json(to_json(a_report())) == a_report()
    assert a_report().sets[0].scores[1].value == 0.123457


def test_no_text_of_a_set_is_in_it():
    assert "words of a text" not in to_json(a_report())
    assert "words of a text" not in benchmarks(a_report())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        json.dumps({"day": "2031-03-12"}),
        to_json(a_report()).replace("2031-03-12", "soon"),
        to_json(a_report()).replace('"of"', '"off"'),
    ],
)
def test_what_is_no_report_is_refused(text):
    with pytest.raises(ValueError):
        from_json(text)


def test_where_nothing_was_measured_there_is_none(tmp_path):
    assert latest(tmp_path / "latest.json") is None


def test_the_packaged_report_is_whole():
    report = latest()
    assert report is not None
    assert sets_missing(report) == []
    assert to_json(report) == LATEST.read_text(encoding="utf-8")


def test_the_commonest_errors_of_the_packaged_report_have_words():
    kinds = [error.kind for error in latest().errors[:COMMONEST]]
    assert len(kinds) == COMMONEST
    assert [kind for kind in kinds if not has_words(kind)] == []


def test_the_benchmarks_are_those_of_the_packaged_report():
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert page == benchmarks(latest(), notes_of(page))
