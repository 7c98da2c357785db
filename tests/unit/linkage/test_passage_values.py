"""Which values of a sentence a passage gives otherwise, and which it gives."""

import pytest

from claims.facets.types import Kind
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.passage_values import all_given, differing

CLASH = "The clash killed six rebels and wounded 31, the army of Tesk said on Monday."
BORN = "Ada Morel, born on 4 May 1921 in Kell, died on 19 August 1987 in Sand."
TRIAL = "The trial of the banker lasted eleven weeks, at a cost of 3 million francs."
LEAGUE = "The flood has strained the purse of all 12 towns of the league of Ulm."
HERD = "The herd of the park of Ulm has at least 300 bison and nine other cattle."


@pytest.mark.parametrize(
    ("passage", "claim", "expected"),
    [
        (CLASH, "The clash killed nine rebels.", (Kind.COUNT, "nine", "six")),
        (CLASH, "The clash killed 31 rebels.", (Kind.COUNT, "31", "six")),
        (BORN, "Ada Morel died on 4 May 1921.", (Kind.DATE, "4 May 1921", "19 August")),
        (BORN, "Ada Morel died in 1990.", (Kind.DATE, "1990", "19 August")),
        (LEAGUE, "The league of Ulm has 16 towns.", (Kind.COUNT, "16", "12")),
        (TRIAL, "The trial lasted two weeks.", (Kind.DURATION, "two weeks", "eleven")),
        (TRIAL, "The cost was 9 million francs.", (Kind.AMOUNT, "9 mill", "3 million")),
        # The same, less exactly, or not given at all.
        (CLASH, "The clash killed six rebels.", None),
        (BORN, "Ada Morel died in August 1987.", None),
        (TRIAL, "The trial was long.", None),
        (CLASH, "The clash killed rebels in two towns.", None),
        # Of another measure, another event.
        (TRIAL, "The banker's revenue was 9 million francs.", None),
        (BORN, "Ada Morel married in 1950.", None),
        (CLASH, "The army of Tesk freed nine rebels.", None),
        # An open bound leaves room; "nine other" are not all.
        (HERD, "The herd has 900 bison.", None),
        (HERD, "The herd has ten cattle.", None),
        # What is added to it.
        (CLASH, "The clash killed nine more rebels.", None),
    ],
)
def test_what_differs(read, passage, claim, expected):
    found = differing(read(claim), [read(passage)], DEFAULT_CONFIG)
    if expected is None:
        assert found is None
        return
    assert found is not None
    kind, mine, other = expected
    assert found.comparison.kind == kind
    assert found.comparison.a.text.startswith(mine)
    assert found.comparison.b.text.startswith(other)


def test_a_day_that_nobody_can_resolve_may_be_the_day(read):
    claim = read("Ada Morel died on 4 May 1921.", None)
    assert (
        differing(claim, [read("Ada Morel died yesterday.", None)], DEFAULT_CONFIG)
        is None
    )


@pytest.mark.parametrize(
    ("passage", "claim", "given"),
    [
        (CLASH, "Six rebels were killed.", True),
        (CLASH, "Rebels were killed.", True),
        (BORN, "Ada Morel died in 1987.", True),
        (TRIAL, "The trial lasted eleven weeks.", True),
        (CLASH, "Seven rebels were killed.", False),
        (CLASH, "Six towns were burnt.", False),
        (BORN, "Ada Morel died in 1990.", False),
        (TRIAL, "The trial had 30 witnesses.", False),
    ],
)
def test_whether_every_value_is_given(read, passage, claim, given):
    assert all_given(read(claim), [read(passage)], DEFAULT_CONFIG) == given


@pytest.mark.parametrize(
    ("claim", "differs"),
    [
        ("Four monks were freed.", True),
        ("Four old monks were freed.", True),
        # Some of a kind, of which the passage has nothing.
        ("Four Ostrel monks were freed.", False),
        ("Four young monks were freed.", False),
    ],
)
def test_only_some_of_a_kind(read_chosen, claim, differs):
    passage = read_chosen("The six old monks that rebels had taken in May were freed.")
    [one] = read_chosen(claim)
    assert (differing(one, passage, DEFAULT_CONFIG) is not None) == differs
