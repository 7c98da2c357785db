"""How well single values and names are read: floors that only rise.

values/ holds invented sentences, labelled before the engine first read them. In as many
as have a value of the kind there is none, only what looks like one; of the names half
are of one bearer. A floor is the number that was right when it was set.
"""

from __future__ import annotations

from collections import Counter

import pytest

from claims.engine import load_engine
from tests.quality import names, values
from tests.quality.rows import rows_of
from tests.quality.values import VALUES, Case, wrong

# kind: least right where there is a value (or one bearer), and where there is none (or
# are two); of how many is in the table that a failure prints.
FLOORS = {
    "date": (44, 42),
    "duration": (14, 13),
    "amount": (24, 24),
    "count": (16, 19),
    "percent": (13, 13),
    "person": (13, 12),
    "organisation": (6, 7),
    "place": (5, 5),
    "product": (3, 4),
    "title": (1, 1),
}

# What the issue asks of the set.
LEAST = 200


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    engine = load_engine()
    return [*values.judge(engine), *names.judge(engine)]


def test_the_set_holds_what_it_says(cases):
    rows = rows_of(VALUES)
    assert len(rows) == len(cases) >= LEAST
    assert 2 * sum(not case.positive for case in cases) >= len(cases)
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} == FLOORS.keys()


@pytest.mark.parametrize("kind", FLOORS)
def test_enough_is_read_right(cases, kind):
    of_kind = [case for case in cases if case.kind == kind]
    right = Counter(case.positive for case in of_kind if case.right)
    there, absent = FLOORS[kind]
    assert right[True] >= there, wrong(of_kind)
    assert right[False] >= absent, wrong(of_kind)
