"""The latest measurement as a value, as JSON, and where the project keeps it.

latest.json lies beside this file and is part of the package: the page of editors reads
it where no labelled data is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from claims.quality.errors import ErrorCount, counted
from claims.quality.types import Measurement, Score

LATEST = Path(__file__).with_name("latest.json")

# Decimals that are kept of a value: no row of a set is so small a share.
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class SetResult:
    """The lines of one labelled set."""

    name: str
    rows: int
    scores: tuple[Score, ...]

    def score(self, of: str) -> Score | None:
        """The line of that name."""
        return next((score for score in self.scores if score.of == of), None)


@dataclass(frozen=True, slots=True)
class Report:
    """One run: when, of which commit and engine, every set, every kind of error."""

    day: date
    commit: str
    engine: str
    sets: tuple[SetResult, ...]
    errors: tuple[ErrorCount, ...]

    def set(self, name: str) -> SetResult | None:
        """The set of that name."""
        return next((found for found in self.sets if found.name == name), None)

    @property
    def rows(self) -> int:
        return sum(found.rows for found in self.sets)

    @property
    def mistakes(self) -> int:
        return sum(error.count for error in self.errors)


def report_of(
    measured: Mapping[str, Measurement], *, day: date, commit: str, engine: str
) -> Report:
    """A run's report from the measurements by set. No text of a set is in it."""
    return Report(
        day=day,
        commit=commit,
        engine=engine,
        sets=tuple(
            SetResult(name, m.rows, tuple(map(_rounded, m.scores)))
            for name, m in measured.items()
        ),
        errors=counted((name, m.mistakes) for name, m in measured.items()),
    )


def to_json(report: Report) -> str:
    """Readable JSON; a score has only the fields that say something."""
    value = {
        "day": report.day.isoformat(),
        "commit": report.commit,
        "engine": report.engine,
        "sets": [
            {
                "name": found.name,
                "rows": found.rows,
                "scores": [_score(score) for score in found.scores],
            }
            for found in report.sets
        ],
        "errors": [asdict(error) for error in report.errors],
    }
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def from_json(text: str) -> Report:
    """The report of to_json; ValueError when the text is none."""
    try:
        value = json.loads(text)
        return Report(
            day=date.fromisoformat(value["day"]),
            commit=value["commit"],
            engine=value["engine"],
            sets=tuple(
                SetResult(s["name"], s["rows"], tuple(Score(**x) for x in s["scores"]))
                for s in value["sets"]
            ),
            errors=tuple(
                ErrorCount(e["kind"], e["count"], tuple(e["sets"]))
                for e in value["errors"]
            ),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"not a report: {error!r}") from error


def latest(path: Path = LATEST) -> Report | None:
    """The packaged report; None where nothing was measured yet."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return from_json(text)


def _rounded(score: Score) -> Score:
    if score.value is None:
        return score
    return replace(score, value=round(score.value, DECIMALS))


def _score(score: Score) -> dict[str, Any]:
    found: dict[str, Any] = {"of": str(score.of)}
    for field in fields(Score):
        value = getattr(score, field.name)
        if field.name != "of" and value != field.default:
            found[field.name] = value
    return found
