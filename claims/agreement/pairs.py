"""Two raters: how often they say the same, and Cohen's kappa.

Kappa is 1 - D / E: D is the mean disagreement on the items that both rated, E the mean
over all combinations of one rating of the one with one rating of the other. Unweighted,
any difference counts 1 (Cohen 1960); linear, its size; quadratic, the square of it
(Cohen 1968). A constant factor of the weights cancels out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum

from claims.agreement.types import ITEMS_LEAST, Pair


class Weights(StrEnum):
    """What a difference between two ratings counts."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


_DISAGREEMENT: dict[Weights, Callable[[int, int], int]] = {
    Weights.NONE: lambda one, other: int(one != other),
    Weights.LINEAR: lambda one, other: abs(one - other),
    Weights.QUADRATIC: lambda one, other: (one - other) ** 2,
}


def percent_agreement(pairs: Iterable[Pair]) -> float | None:
    """The share (0 to 1) of items rated the same; None without an item of both."""
    return _share_within(pairs, steps=0)


def within_one(pairs: Iterable[Pair]) -> float | None:
    """The share (0 to 1) of items rated at most one step apart."""
    return _share_within(pairs, steps=1)


def cohen_kappa(
    pairs: Iterable[Pair], *, weights: Weights = Weights.NONE
) -> float | None:
    """Kappa, at most 1; 0 = as chance would have it.

    None with fewer than two items of both, and when both always give one and the same
    rating.
    """
    complete = _complete(pairs)
    disagreement = _DISAGREEMENT[weights]
    ours = Counter(one for one, _ in complete)
    theirs = Counter(other for _, other in complete)
    expected = sum(
        n * m * disagreement(one, other)
        for one, n in ours.items()
        for other, m in theirs.items()
    )
    if not expected or len(complete) < ITEMS_LEAST:
        return None
    observed = sum(disagreement(one, other) for one, other in complete)
    # Whole numbers up to here: raters and items in any order give the same float.
    return 1 - len(complete) * observed / expected


def _complete(pairs: Iterable[Pair]) -> list[tuple[int, int]]:
    return [
        (one, other) for one, other in pairs if one is not None and other is not None
    ]


def _share_within(pairs: Iterable[Pair], *, steps: int) -> float | None:
    complete = _complete(pairs)
    if not complete:
        return None
    return sum(abs(one - other) <= steps for one, other in complete) / len(complete)
