"""Figures as people read them, and the page that is written with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claims.quality.errors import ErrorCount
from claims.quality.limits import LIMITS
from claims.quality.markdown import benchmarks, notes_of
from claims.quality.report import Report, SetResult
from claims.quality.targets import TARGETS
from claims.quality.types import Score
from claims.quality.wording import bound, columns, decimal, percent, reached, rows_of

SHARE = next(t for t in TARGETS if t.is_share and not t.fewer)
ALARMS = next(t for t in TARGETS if t.fewer)
RANK = next(t for t in TARGETS if not t.is_share)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "–"), (0.0, "0.000"), (1.0, "1.000"), (0.4896, "0.490"), (38, "38")],
)
def test_decimal(value, text):
    assert decimal(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, "–"), (0.0, "0.0%"), (0.0234, "2.3%"), (1.0, "100.0%")]
)
def test_percent(value, text):
    assert percent(value) == text


@pytest.mark.parametrize(
    ("target", "value", "text"),
    [
        (SHARE, 0.904, "90.4%"),
        (ALARMS, 0.0204, "2.04%"),
        (RANK, 0.4896, "0.490"),
        (RANK, None, "–"),
        (ALARMS, None, "–"),
    ],
)
def test_what_is_reached(target, value, text):
    assert reached(target, value) == text


@pytest.mark.parametrize(
    ("target", "value", "text"),
    [(SHARE, 0.9, "90%"), (ALARMS, 0.02, "2%"), (RANK, 0.6, "0.60"), (RANK, None, "–")],
)
def test_a_bound(target, value, text):
    assert bound(target, value) == text


@pytest.mark.parametrize(
    ("score", "cells"),
    [
        (Score("x", 1, 1, 1), ("0.500", "0.500", "0.500", "")),
        (Score("x", value=0.25), ("", "", "", "0.250")),
        (Score("x", value=0), ("", "", "", "0.000")),
        (Score("x", value=12), ("", "", "", "12")),
    ],
)
def test_columns(score, cells):
    assert columns(score) == cells


@pytest.mark.parametrize(
    ("asked", "first", "text"),
    [(0, True, "9"), (0, False, ""), (3, True, "3"), (3, False, "3")],
)
def test_rows_of_a_line(asked, first, text):
    assert rows_of(Score("x", asked=asked), 9, first=first) == text


REPORT = Report(
    day=date(2031, 3, 12),
    commit="abc",
    engine="1.0+x",
    sets=(SetResult("rte3way_dev", 9, (Score("conflicts", 1, 1, 1),)),),
    errors=tuple(
        ErrorCount(f"none>conflicts: c{n}", 20 - n, ("rte3way_dev",)) for n in range(12)
    ),
)


def test_the_page_tells_what_was_measured_when_and_with_what():
    page = benchmarks(REPORT)
    assert "Measured on 2031-03-12, commit `abc`, engine `1.0+x`." in page
    assert "| rte3way_dev | conflicts | 9 | 0.500 | 0.500 | 0.500 |  |" in page
    assert "| conflicts, F1 | 0.500 | 0.31 | 0.45 | aim reached |" in page
    assert "| macro-F1 | – | 0.49 | 0.60 | not measured |" in page
    for limit in LIMITS:
        assert limit in page


def test_ten_kinds_of_error_are_told():
    page = benchmarks(REPORT)
    assert ": c9 |" in page
    assert ": c10 |" not in page


def test_every_line_of_a_table_has_the_same_cells():
    blocks = [b for b in benchmarks(REPORT).split("\n\n") if b.startswith("|")]
    assert len(blocks) == 3
    for block in blocks:
        assert len({line.count("|") for line in block.splitlines()}) == 1


@pytest.mark.parametrize("notes", ["", "One.", "Two.\n\n## Tried\n\n- this"])
def test_notes_are_kept(notes):
    page = benchmarks(REPORT, notes)
    assert notes_of(page) == notes
    assert benchmarks(REPORT, notes_of(page)) == page
    later = replace(REPORT, commit="def")
    assert notes_of(benchmarks(later, notes_of(page))) == notes


def test_a_page_without_notes_has_none():
    assert notes_of("# Benchmarks\n") == ""
