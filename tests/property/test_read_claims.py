"""What is written into a cell of a table comes back from it, whatever it is."""

from __future__ import annotations

import csv
import io
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from claims.exports.claims import FORMULA, safe_cell
from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "docs" / "examples"))

import read_claims

SIGNS = st.sampled_from([*FORMULA, "'", '"', ";", "\\", ",", " ", "\u2028", "x"])
TEXTS = st.lists(SIGNS | st.characters(codec="utf-8", exclude_characters="\x00")).map(
    "".join
)


def through_a_table(cell: str) -> str:
    """The cell as a reader of CSV finds it."""
    held = io.StringIO(newline="")
    csv.writer(held).writerow([cell, "end"])
    ((found, end),) = csv.reader(io.StringIO(held.getvalue(), newline=""))
    assert end == "end"
    return found


@given(TEXTS)
@example("'=1")
@example("''-")
@example("'")
@example("\r\n=1")
def test_a_text(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.startswith(FORMULA)
    assert read_claims.value_of("title", through_a_table(cell)) == (text or None)


@given(st.lists(TEXTS, min_size=1).filter(lambda entries: entries != [""]))
@example(["a; b", "c\\", "\\;", ""])
@example(["=1", "-2"])
@example(["", ""])
def test_a_list(entries: list[str]) -> None:
    cell = safe_cell(entries)
    assert not cell.startswith(FORMULA)
    assert read_claims.value_of("printed_by", through_a_table(cell)) == entries
