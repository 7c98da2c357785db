"""How grave a difference is, 0–3: what the queue is sorted by, beside its reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from claims.facets.types import Kind, Level

if TYPE_CHECKING:
    from collections.abc import Iterable

EXPLANATION = gettext_lazy(
    "Severity 3: a date, an amount, a count or a yes and a no that cannot be true "
    "together. 2: another conflict, or the state of the world changed. "
    "1: naming or precision only."
)
GRAVE = frozenset({Kind.DATE, Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.POLARITY})


def severity(levels: Iterable[tuple[str, str]]) -> int:
    """The gravest of (kind, worst level) pairs: 3, 2, 1, or 0 without a difference."""
    return max((_one(kind, level) for kind, level in levels), default=0)


def _one(kind: str, level: str) -> int:
    if level == Level.CONFLICT:
        return 3 if kind in GRAVE else 2
    if level == Level.UPDATED:
        return 2
    return 1 if level in (Level.NAMING_VARIANT, Level.REFINES) else 0
