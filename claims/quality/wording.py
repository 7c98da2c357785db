"""How figures of quality are written, on the page, in the table and in the file."""

from __future__ import annotations

from claims.quality.targets import Target
from claims.quality.types import Score

DASH = "–"


def decimal(value: float | None) -> str:
    """A figure between 0 and 1 to three decimals, or a whole number."""
    if value is None:
        return DASH
    whole = value == int(value) and value > 1
    return str(int(value)) if whole else f"{value:.3f}"


def percent(value: float | None, decimals: int = 1) -> str:
    """A share as a percentage: 2.3%."""
    return DASH if value is None else f"{100 * value:.{decimals}f}%"


def reached(target: Target, value: float | None) -> str:
    """A figure as editors read it: a share as a percentage, F1 and MAP as a decimal.

    As many decimals as tell it from the bound that it just misses.
    """
    if not target.is_share:
        return decimal(value)
    return percent(value, 2 if target.fewer else 1)


def bound(target: Target, value: float | None) -> str:
    """A bound, as round as it is."""
    if value is None:
        return DASH
    return f"{100 * value:.10g}%" if target.is_share else f"{value:.2f}"


def columns(score: Score) -> tuple[str, str, str, str]:
    """Precision, recall, F1 and value of a line; empty where it has none."""
    if score.value is not None:
        return "", "", "", decimal(score.value)
    return decimal(score.precision), decimal(score.recall), decimal(score.f1), ""


def rows_of(score: Score, rows: int, *, first: bool) -> str:
    """How many rows a line counts; empty where it is those of the line above."""
    if score.asked:
        return str(score.asked)
    return str(rows) if first else ""
