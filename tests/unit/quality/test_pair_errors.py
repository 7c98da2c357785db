"""Why a pair was not linked, as the engine reads it."""

from __future__ import annotations

from datetime import date

import pytest

from claims.engine import load_engine
from claims.linkage.decision import TABLE
from claims.quality.errors import CAUSES
from claims.quality.pair_errors import GROUPS, NAME, cause
from claims.services.compare import Text, compare_read, read_pairs

DAY = date(2031, 3, 12)
CALL = "Orla Venn called Tavi Rusk on March 6."


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (CALL, "", "unread"),
        (CALL, "A ferry to Norway ran aground.", "unaligned"),
        (CALL, "Orla Venn called Tavi Rusk on March 7.", "when"),
        (CALL, CALL, "same_wording"),
        (
            f"{CALL} A ferry to Norway ran aground.",
            f"{CALL} The harvest of plums was poor in the south.",
            "partly",
        ),
    ],
)
def test_cause(a, b, expected):
    engine = load_engine()
    [(one, other)] = read_pairs([(Text(a, DAY), Text(b, DAY))], engine=engine)
    decision = compare_read(one, other, engine=engine)
    assert cause(one, other, decision, engine) == expected


def test_every_group_of_facets_has_words():
    assert {*GROUPS.values(), NAME} <= CAUSES.keys()


@pytest.mark.parametrize("rule", [r for r in TABLE if r.relation != "conflicts"])
def test_every_rule_that_may_be_wrong_has_words(rule):
    assert rule.name in CAUSES
