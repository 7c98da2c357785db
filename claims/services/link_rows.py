"""What the engine says of a pair, as the rows that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claims.facets.types import Facet, Level
from claims.linkage.overruled import Place, place_of
from claims.linkage.types import Decision, Relation
from claims.linkage.types import FacetComparison as Compared
from claims.models import FacetComparison, Link
from claims.models.choices import ROLE_CHARACTERS
from claims.models.link import NOT_STATED

RULE_CHARACTERS = 100

COMPARISON_COLUMNS = (
    "link_id",
    "kind",
    "role",
    *("low_start", "low_end", "low_text", "low_value"),
    *("high_start", "high_end", "high_text", "high_value"),
    "engine_level",
    "level",
    "reason",
    "by",
)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the engine says of a pair (a = low), stored or not.

    effective: what follows with the levels that an editor gave, where one did
    heard: the comparisons as editors' words on names have them, where they spoke
    """

    decision: Decision
    same_article: bool
    effective: Decision | None = None
    heard: tuple[Compared, ...] = ()

    @property
    def holding(self) -> Decision:
        """What holds as long as no editor decides the pair."""
        return self.effective or self.decision

    @property
    def stands(self) -> bool:
        """Whether it is worth a link: related, and by more than silence.

        Within one article only a difference is: an article does not corroborate itself.
        """
        levels = {each.level for each in self.holding.comparisons}
        if self.holding.relation == Relation.NONE or levels <= {Level.UNKNOWN}:
            return False
        return (
            not self.same_article
            or self.holding.relation == Relation.CONFLICTS
            or Level.NAMING_VARIANT in levels
        )

    def comparison_rows(self, link: int) -> Iterator[FacetComparison]:
        """Unsaved rows of what is compared, a = low."""
        said = {place_of(each): each.level for each in self.decision.comparisons}
        for each in self.heard or self.decision.comparisons:
            yield comparison_row(link, each, said.get(place_of(each), each.level))


def link_row(pair: Pair, judged: Judged, version: str) -> Link:
    """An unsaved link that says what the engine says."""
    decision = judged.decision
    related = decision.relation != Relation.NONE
    return Link(
        low_id=pair[0],
        high_id=pair[1],
        direction=judged.holding.direction,
        same_article=judged.same_article,
        engine_relation=decision.relation.value,
        engine_score=min(1.0, max(0.0, decision.score)) if related else None,
        engine_rule=decision.rule[:RULE_CHARACTERS],
        engine_reason=decision.reason,
        engine_version=version,
        relation=judged.holding.relation.value,
    )


def comparison_row(link: int, compared: Compared, said: Level) -> FacetComparison:
    """An unsaved row of one facet of a pair, a = low; said: the engine's level."""
    low, high = compared.a, compared.b
    return FacetComparison(
        link_id=link,
        kind=compared.kind.value,
        role=compared.role[:ROLE_CHARACTERS],
        engine_level=said.value,
        level=compared.level.value,
        reason=compared.reason,
        **_side("low", low),
        **_side("high", high),
    )


def comparison_columns(row: FacetComparison) -> list[Any]:
    """The row's values as COMPARISON_COLUMNS name them."""
    return [getattr(row, column) for column in COMPARISON_COLUMNS]


def _side(name: str, facet: Facet | None) -> dict[str, int | str]:
    if facet is None:
        return {f"{name}_start": NOT_STATED, f"{name}_end": NOT_STATED}
    return {
        f"{name}_start": facet.start,
        f"{name}_end": facet.end,
        f"{name}_text": facet.text,
        f"{name}_value": facet.value,
    }


def place_of_row(row: FacetComparison) -> Place:
    """Where a row stands: one comparison a place."""
    return row.kind, row.role, row.low_start, row.high_start
