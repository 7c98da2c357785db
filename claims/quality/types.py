"""What a measurement returns: lines of a table, and the errors behind them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Score:
    """One line: counts of right, wrong and missed, or a value of its own.

    of       what was measured ("conflicts", "date", "span")
    right, wrong, missed  true positives, false positives, false negatives
    value    a figure that is no precision or recall (MAP, share right), else None
    asked    of how many rows the value is a share; 0 = of all rows of the file
    """

    of: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    value: float | None = None
    asked: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer, worst first by weight; kind is a key of claims.quality.errors."""

    id: str
    expected: str
    got: str
    weight: float = 0.0
    reason: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Measurement:
    """All lines of one file."""

    rows: int
    scores: tuple[Score, ...]
    mistakes: tuple[Mistake, ...] = field(default=())
