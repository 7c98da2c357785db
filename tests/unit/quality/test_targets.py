"""Targets: which figure is meant, and whether it is reached."""

from __future__ import annotations

from datetime import date

import pytest

from claims.quality.report import Report, SetResult
from claims.quality.targets import (
    SETS,
    TARGETS,
    Figure,
    Group,
    Standing,
    Target,
    figure,
    sets_missing,
    standings,
)
from claims.quality.types import Score

SCORE = Score("conflicts", right=3, wrong=1, missed=2)


def a_target(**more) -> Target:
    given = {"figure": Figure.VALUE, "least": 0.5, "aim": 0.75} | more
    return Target(Group.RELATIONS, "what", "pairs", "conflicts", **given)


def a_report(*sets: SetResult) -> Report:
    return Report(date(2031, 3, 12), "abc", "1.0", sets, ())


@pytest.mark.parametrize(
    ("which", "value"),
    [
        (Figure.PRECISION, 0.75),
        (Figure.RECALL, 0.6),
        (Figure.F1, 2 / 3),
        (Figure.VALUE, None),
    ],
)
def test_figures_of_counts(which, value):
    assert figure(SCORE, which) == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("reached", "fewer", "verdict", "met"),
    [
        (0.4999, False, "missed", False),
        (0.5, False, "reached", True),
        (0.7499, False, "reached", True),
        (0.75, False, "aim reached", True),
        (0.0, False, "missed", False),
        (0.76, True, "missed", False),
        (0.75, True, "reached", True),
        (0.51, True, "reached", True),
        (0.5, True, "aim reached", True),
        (None, False, "not measured", False),
        (None, True, "not measured", False),
    ],
)
def test_verdict(reached, fewer, verdict, met):
    bounds = {"least": 0.75, "aim": 0.5} if fewer else {}
    standing = Standing(a_target(fewer=fewer, **bounds), reached)
    assert (standing.verdict, standing.met) == (verdict, met)


def test_a_target_without_an_aim_is_reached_and_no_more():
    assert Standing(a_target(aim=None), 1.0).verdict == "reached"


def test_every_target_has_its_standing():
    found = standings(a_report())
    assert [standing.target for standing in found] == list(TARGETS)
    assert {standing.verdict for standing in found} == {"not measured"}


def test_a_standing_reads_its_line_of_its_set():
    scores = (Score("conflicts", 1, 1, 1), Score("macro-F1", value=0.25))
    found = standings(a_report(SetResult("rte3way_dev", 3, scores)))
    reached = {s.target.line: s.reached for s in found if s.reached is not None}
    assert reached == {
        "macro-F1": 0.25,
        "conflicts, F1": 0.5,
        "conflicts, precision": 0.5,
    }


def test_the_sets_that_are_missing():
    assert "money_dev" in sets_missing(a_report())
    assert "money_dev" not in sets_missing(a_report(SetResult("money_dev", 1, ())))


@pytest.mark.parametrize("target", TARGETS, ids=lambda t: f"{t.set} {t.line}")
def test_every_target_makes_sense(target):
    assert target.set in SETS
    assert len(target.label) <= 40
    if target.aim is not None:
        worse, better = sorted((target.least, target.aim), reverse=target.fewer)
        assert (worse, better) == (target.least, target.aim)


def test_every_group_has_targets_with_labels_of_their_own():
    assert {target.group for target in TARGETS} == set(Group)
    assert len({target.label for target in TARGETS}) == len(TARGETS)
