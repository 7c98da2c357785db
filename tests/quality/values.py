"""Labelled cases of single values, and which of them the engine reads right.

A case is one sentence with all the values of one kind in it: none where only something
looks like one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from claims.engine import Engine
from claims.facets.types import Facet
from tests.quality.rows import rows_of

VALUES = Path(__file__).with_name("values")

DAY = timedelta(days=1)
# Two thirds are labelled as 66.67 %.
NEAR = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled case and whether the engine read it so; got says in words how."""

    row: dict[str, Any]
    right: bool
    got: str
    positive: bool  # there is a value to be found, or one bearer of both names

    @property
    def kind(self) -> str:
        return self.row["kind"]


def _fits(value: dict[str, str], facet: Facet, text: str) -> bool:
    """Whether a facet is the labelled value, where it is printed."""
    at = text.index(value["text"])
    if facet.end <= at or facet.start >= at + len(value["text"]):
        return False
    if "timex" in value:
        return facet.timex == value["timex"]
    if "first" in value:
        last = date.fromisoformat(value["last"])
        return (str(facet.date_from), facet.date_to) == (value["first"], last + DAY)
    return _measures(value, facet)


def _measures(value: dict[str, str], facet: Facet) -> bool:
    if facet.unit != value["unit"] or facet.hedge != value.get("hedge", facet.hedge):
        return False
    if "low" in value:
        bounds = (facet.number_low, facet.number_high)
        return bounds == (Decimal(value["low"]), Decimal(value["high"]))
    if facet.number is None:
        return False
    return abs(facet.number - Decimal(value["number"])) <= NEAR


def _read(row: dict[str, Any], facets: Sequence[Facet]) -> Case:
    labelled = row["values"]
    right = len(facets) == len(labelled) and all(
        any(_fits(value, facet, row["text"]) for facet in facets) for value in labelled
    )
    got = ", ".join(f"“{f.text}” [{f.hedge} {f.value}]" for f in facets)
    return Case(row, right, got or "nothing", positive=bool(labelled))


def judge(engine: Engine) -> list[Case]:
    """What the engine reads in every case."""
    labelled = [row for row in rows_of(VALUES) if "values" in row]
    texts = [(row["text"], date.fromisoformat(row["published"])) for row in labelled]
    read = engine.extract_many(texts, all_sentences=True)
    return [
        _read(
            row,
            [
                facet
                for record in records
                for facet in record.facets
                if facet.kind == row["kind"] and not facet.implied
            ],
        )
        for row, records in zip(labelled, read, strict=True)
    ]


def summary(cases: Sequence[Case]) -> Iterator[str]:
    """Right of all by kind, where there is a value and where not; a line each."""
    asked = Counter((case.kind, case.positive) for case in cases)
    right = Counter((case.kind, case.positive) for case in cases if case.right)
    yield f"{'':14}there     not there"
    for kind in dict.fromkeys(case.kind for case in cases):
        there, absent = (f"{right[kind, p]}/{asked[kind, p]}" for p in (True, False))
        yield f"{kind:14}{there:9} {absent}"


def wrong(cases: Sequence[Case]) -> str:
    """The summary, and every mistake with what was read instead."""
    mistakes = [
        f"{case.row['id']} ({case.row['trap']}): {case.got}"
        for case in cases
        if not case.right
    ]
    return "\n".join([*summary(cases), *mistakes])
