"""The shapes of linkage: what a pair's comparison and decision look like. PURE."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.facets.types import Facet, Kind, Level


class Relation(StrEnum):
    """What LINKING calls the relation of a pair; NONE is the usual answer."""

    CORROBORATES = "corroborates"
    CONFLICTS = "conflicts"
    UPDATES = "updates"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FacetComparison:
    """One facet of a pair: a and b are None where that side does not state it.

    reason says in words how the values were resolved and why the level follows.
    """

    kind: Kind
    role: str
    level: Level
    a: Facet | None
    b: Facet | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The relation of a pair with everything that explains it.

    score   0–1, an order and not a probability
    rule    name of the row of the decision table that decided, or scorer:NAME
    reason  one sentence: facet, both values as printed, how each was resolved, the rule
    direction  for updates: 1 = b tells the later state, -1 = a does, 0 = not an update
    """

    relation: Relation
    score: float
    rule: str
    reason: str
    comparisons: tuple[FacetComparison, ...] = ()
    direction: int = 0
