"""The rules that decide are described, in their order."""

from __future__ import annotations

import re

from claims.linkage.decision import NOTHING, TABLE
from tests.architecture.tree import ROOT

ROW = re.compile(r"^\| `(\w+)` \| (\w*) *\| ", re.MULTILINE)


def test_the_table_of_rules_is_that_of_the_engine() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = page.partition("## What decides")[2].partition("\n\nNone of those")[0]
    wanted = [(rule.name, rule.relation.value) for rule in TABLE]
    assert ROW.findall(section) == [*wanted, (NOTHING.rule, "")]
