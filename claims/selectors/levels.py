"""The facets of one link, for the page on which an editor sets one aside."""

from __future__ import annotations

from dataclasses import dataclass

from claims.facets.types import Kind, Level
from claims.models import By, Link
from claims.selectors.rows import RANK
from claims.selectors.wording import LABELS, MARKS


@dataclass(frozen=True, slots=True)
class Facet:
    """A comparison: both sides as printed; set_aside: by an editor, with the reason."""

    pk: int
    label: str
    mark: str
    level: str
    low: str
    high: str
    reason: str
    set_aside: bool


def facets_of(link: Link) -> list[Facet]:
    """The comparisons of the link that both sides state, the gravest first."""
    rows = sorted(link.comparisons.all(), key=lambda row: (RANK[row.level], row.pk))
    return [
        Facet(
            pk=row.pk,
            label=LABELS[Kind(row.kind)],
            mark=MARKS[Level(row.level)],
            level=row.get_level_display(),
            low=row.low_text,
            high=row.high_text,
            reason=row.reason,
            set_aside=row.by == By.EDITOR,
        )
        for row in rows
        if row.low_text and row.high_text
    ]
