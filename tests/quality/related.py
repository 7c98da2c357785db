"""Labelled pairs of texts, what the engine says of them, and how often it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claims.engine import Engine
from claims.facets.types import Level
from claims.linkage.types import Decision, Relation
from claims.quality.types import Score
from claims.services.compare import Text, compare_texts
from tests.quality.rows import rows_of

PAIRS = Path(__file__).with_name("pairs")

# The pairs that the engine was first built with, those labelled after, and short
# sentences with a passage each; floors are kept for each, so that what was reached on
# the first is never given up.
FIRST, FRESH, PASSAGES = "first", "fresh", "passages"
SETS = (FIRST, FRESH, PASSAGES)

# Levels that carry a relation on the facet that the label names.
CARRYING = {
    Relation.CORROBORATES: (Level.AGREE, Level.REFINES, Level.NAMING_VARIANT),
    Relation.CONFLICTS: (Level.CONFLICT,),
    Relation.UPDATES: (Level.UPDATED,),
    Relation.NONE: (),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled pair and what the engine says of it."""

    row: dict[str, Any]
    decision: Decision

    @property
    def expected(self) -> Relation:
        return Relation(self.row["relation"])

    @property
    def found(self) -> Relation:
        return self.decision.relation

    @property
    def right(self) -> bool:
        return self.expected == self.found

    @property
    def set(self) -> str:
        """Which of the sets of pairs it is of (SETS)."""
        return self.row["file"] if self.row["file"] in (FIRST, PASSAGES) else FRESH

    @property
    def looks_alike(self) -> bool:
        return "look_alike" in self.row

    @property
    def names_a_facet(self) -> bool:
        """Whether it was found and the label tells on which facet."""
        return self.right and "facet" in self.row and self.found != Relation.NONE

    @property
    def carried(self) -> bool:
        """Whether the facet that the label names is why."""
        return any(
            c.kind == self.row["facet"] and c.level in CARRYING[self.expected]
            for c in self.decision.comparisons
        )


def _text(side: dict[str, str]) -> Text:
    return Text(side["text"], date.fromisoformat(side["published"]))


def judge(engine: Engine) -> list[Judged]:
    """What the engine says of every pair."""
    labelled = rows_of(PAIRS)
    pairs = [(_text(row["a"]), _text(row["b"])) for row in labelled]
    decisions = compare_texts(pairs, engine=engine)
    return [Judged(r, d) for r, d in zip(labelled, decisions, strict=True)]


def score(judged: Sequence[Judged], relation: Relation) -> Score:
    """Precision and recall of one relation."""
    counts = Counter((j.expected == relation, j.found == relation) for j in judged)
    return Score(
        relation,
        right=counts[True, True],
        wrong=counts[False, True],
        missed=counts[True, False],
    )


def summary(judged: Sequence[Judged]) -> Iterator[str]:
    """Right, wrong and missed of every relation, a line each."""
    yield f"{'':14}right wrong missed precision recall"
    for relation in Relation:
        s = score(judged, relation)
        yield (
            f"{relation:14}{s.right:5} {s.wrong:5} {s.missed:6}"
            f" {s.precision:9.3f} {s.recall:6.3f}"
        )


def wrong(judged: Sequence[Judged], relation: Relation) -> str:
    """The summary, and every mistake that touches the relation with its reason."""
    mistakes = [
        f"{j.row['id']} ({j.row['trap']}): {j.expected} → {j.found} {j.decision.reason}"
        for j in judged
        if not j.right and relation in (j.expected, j.found)
    ]
    return "\n".join([*summary(judged), *mistakes])
