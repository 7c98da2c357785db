"""What the statistics take, and what they say when there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

Rating = int | None  # None = missing, as "cannot tell" is
Pair = tuple[Rating, Rating]  # one item, as two raters saw it
Unit = Sequence[Rating]  # one item, in any order of its raters

# Below so many items a figure is marked. With 20 items of two raters the 95% interval
# of an alpha of .8 was .33 wide, with 50 or 100 it was .11 (alpha_interval on made
# tables of a five-step scale).
FEW_BELOW = 20
# On a single item the formulas give 0 or less whatever the ratings are.
ITEMS_LEAST = 2


class Undefined(StrEnum):
    """Why a coefficient is None."""

    NOTHING_SHARED = "nothing shared"  # no item has two ratings
    ONE_ITEM = "one item"  # on one alone any disagreement is just what chance gives
    NO_VARIATION = "no variation"  # all ratings are the same: chance is certain too


def is_few(items: int) -> bool:
    """Whether so few items were rated that a figure on them must be marked."""
    return items < FEW_BELOW


def why_undefined(units: Sequence[Unit]) -> Undefined | None:
    """Why no coefficient is defined on these items; None when alpha is."""
    values: set[int] = set()
    shared = 0
    for unit in units:
        given = [value for value in unit if value is not None]
        if len(given) > 1:
            values.update(given)
            shared += 1
    if not shared:
        return Undefined.NOTHING_SHARED
    if shared < ITEMS_LEAST:
        return Undefined.ONE_ITEM
    return Undefined.NO_VARIATION if len(values) == 1 else None
