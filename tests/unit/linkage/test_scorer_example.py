"""The scorer of docs/adding-a-scorer.md, as it is printed there."""

import re
from pathlib import Path

import pytest

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.decision import NOTHING
from claims.linkage.reason import parse
from claims.linkage.scorer import NAME, adopted, in_order
from claims.linkage.types import Decision, FacetComparison, Relation

PAGE = Path(__file__).parents[3] / "docs" / "adding-a-scorer.md"

DOWN = "The yard mothballed the Halden ferry on 3 March."
UP = "The yard recommissioned the Halden ferry on 3 March."
NEITHER = "The yard painted the Halden ferry on 3 March."


@pytest.fixture(scope="module")
def page():
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def scorer(page):
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    made = {}
    exec(compile(code, PAGE.name, "exec"), made)
    return made["Jargon"]()


def agreeing(a, b):
    at = [text.index("3 March") for text in (a, b)]
    days = [Facet(Kind.DATE, n, n + 7, "3 March", "2031-03-03") for n in at]
    day = FacetComparison(Kind.DATE, "event", Level.AGREE, *days)
    return Decision(Relation.CORROBORATES, 0.5, "same_wording", "", (day,))


def judged(scorer, a, b, table):
    told = (StatementRecord(a), StatementRecord(b), table)
    (answer,) = scorer.judge([in_order(told)])
    return adopted(scorer.name, told, answer)


@pytest.mark.parametrize(("a", "b"), [(DOWN, UP), (UP, DOWN)])
def test_opposites_of_the_trade_conflict(scorer, a, b):
    found = judged(scorer, a, b, agreeing(a, b))
    rule, (differs, day) = parse(found.reason)
    assert (found.relation, rule) == ("conflicts", "scorer:jargon-1")
    assert (differs.kind, differs.level) == ("polarity", "conflict")
    assert {differs.a, differs.b} == {"mothballed", "recommissioned"}
    assert day.level == "agree"
    assert NAME.fullmatch(scorer.name)


def test_the_reason_is_as_the_page_says(scorer, page):
    found = judged(scorer, DOWN, UP, agreeing(DOWN, UP))
    (shown,) = re.findall(r"    mothballed is.*?\)\n", page, re.DOTALL)
    assert found.reason.endswith(" ".join(shown.split()))


@pytest.mark.parametrize(
    ("a", "b", "related"),
    [(DOWN, UP, False), (DOWN, DOWN, True), (DOWN, NEITHER, True), (NEITHER, UP, True)],
)
def test_else_the_table_decides(scorer, a, b, related):
    table = agreeing(a, b) if related else NOTHING
    assert judged(scorer, a, b, table) is table
