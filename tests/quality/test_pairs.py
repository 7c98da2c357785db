"""How well pairs of texts are related: floors that only rise.

pairs.jsonl holds invented pairs, labelled before the engine first read them: as many
unrelated ones as related ones, and of those a third that look alike. A floor is what
was reached, rounded down; what falls below one explains itself or is not done.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from claims.engine import load_engine
from claims.facets.types import Level
from claims.linkage.reason import parse
from claims.linkage.types import Decision, Relation
from claims.quality.types import Score
from claims.services.compare import Text, compare_texts

PAIRS = Path(__file__).with_name("pairs.jsonl")
LOOK_ALIKE = "look-alike"

# Levels that carry a relation on the facet that the label names.
CARRYING = {
    Relation.CORROBORATES: (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT),
    Relation.CONFLICTS: (Level.CONFLICT,),
    Relation.UPDATES: (Level.UPDATED,),
}

# Share of the pairs of that relation that must be found, and of those called so that
# must be.
RECALL = {
    Relation.CORROBORATES: 0.72,
    Relation.CONFLICTS: 0.85,
    Relation.UPDATES: 0.83,
    Relation.NONE: 0.91,
}
PRECISION = {
    Relation.CORROBORATES: 0.84,
    Relation.CONFLICTS: 0.94,
    Relation.UPDATES: 1.0,
    Relation.NONE: 0.81,
}
# Share of the found relations whose named facet carries them.
FACET = 0.94
# Most unrelated pairs that may be called a conflict.
FALSE_CONFLICTS = 1
# Share of the look-alikes of which nothing may be said.
SILENT = 0.87


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair and what the engine says of it."""

    row: dict
    decision: Decision

    @property
    def expected(self) -> Relation:
        return Relation(self.row["relation"])

    @property
    def found(self) -> Relation:
        return self.decision.relation

    @property
    def looks_alike(self) -> bool:
        return self.row["why"] == LOOK_ALIKE

    @property
    def carried(self) -> bool:
        """Whether the facet that the label names is why."""
        return any(
            c.kind == self.row["facet"] and c.level in CARRYING[self.expected]
            for c in self.decision.comparisons
        )


def rows() -> list[dict]:
    return [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]


def text(side: dict) -> Text:
    return Text(side["text"], date.fromisoformat(side["published"]))


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    labelled = rows()
    pairs = [(text(row["a"]), text(row["b"])) for row in labelled]
    decisions = compare_texts(pairs, engine=load_engine())
    return [Judged(r, d) for r, d in zip(labelled, decisions, strict=True)]


def score(judged: list[Judged], relation: Relation) -> Score:
    counts = Counter((j.expected == relation, j.found == relation) for j in judged)
    return Score(
        relation,
        right=counts[True, True],
        wrong=counts[False, True],
        missed=counts[True, False],
    )


def wrong(judged: list[Judged], relation: Relation) -> str:
    return "\n".join(
        f"{j.row['id']}: {j.expected} → {j.found} {j.decision.reason}"
        for j in judged
        if j.expected != j.found and relation in (j.expected, j.found)
    )


def test_the_set_holds_what_it_says():
    kinds = Counter(
        LOOK_ALIKE if row["why"] == LOOK_ALIKE else row["relation"] for row in rows()
    )
    related = sum(kinds[r] for r in Relation if r != Relation.NONE)
    assert sum(kinds.values()) >= 60
    assert kinds[Relation.NONE] + kinds[LOOK_ALIKE] >= related
    assert 3 * kinds[LOOK_ALIKE] >= sum(kinds.values())
    assert len({row["id"] for row in rows()}) == len(rows())


@pytest.mark.parametrize("relation", RECALL)
def test_enough_is_found(judged, relation):
    assert score(judged, relation).recall >= RECALL[relation], wrong(judged, relation)


@pytest.mark.parametrize("relation", PRECISION)
def test_enough_of_what_is_found_is_right(judged, relation):
    found = score(judged, relation)
    assert found.precision >= PRECISION[relation], wrong(judged, relation)


def test_few_unrelated_pairs_are_called_conflicts(judged):
    false = [
        j.row["id"]
        for j in judged
        if j.expected == Relation.NONE and j.found == Relation.CONFLICTS
    ]
    assert len(false) <= FALSE_CONFLICTS, false


def test_nothing_is_said_of_most_look_alikes(judged):
    alike = [j for j in judged if j.looks_alike]
    silent = [j for j in alike if j.found == Relation.NONE]
    assert len(silent) / len(alike) >= SILENT, wrong(alike, Relation.NONE)


def test_the_facet_that_the_label_names_is_why(judged):
    named = [j for j in judged if "facet" in j.row and j.expected == j.found]
    named = [j for j in named if j.expected != Relation.NONE]
    carried = [j for j in named if j.carried]
    missing = [j.row["id"] for j in named if not j.carried]
    assert len(carried) / len(named) >= FACET, missing


def test_an_update_says_which_is_later(judged):
    found = [j for j in judged if j.expected == j.found == Relation.UPDATES]
    assert found
    assert [j.decision.direction for j in found] == [j.row["direction"] for j in found]


def test_every_reason_parses_back(judged):
    for each in judged:
        rule, parts = parse(each.decision.reason)
        assert rule == each.decision.rule
        assert bool(parts) == (each.found != Relation.NONE)
