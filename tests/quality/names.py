"""Labelled cases of two names, and which of them the engine compares right.

A case is one sentence printed with two names, and the level at which these compare:
agree (also where one says more), naming_variant, or conflict for two bearers. Whether
two bearers make the statements conflict is a matter of the pairs (related.py).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.engine import Engine
from claims.facets import BY_KIND, person
from claims.facets.types import Comparison, Facet, Kind, Level, StatementRecord
from tests.quality.rows import rows_of
from tests.quality.values import VALUES, Case

ACCEPTED = {
    "agree": (Level.AGREE, Level.REFINES),
    "naming_variant": (Level.NAMING_VARIANT,),
    "conflict": (Level.CONFLICT,),
}

# A name touches the difference across a space: "Orlo Ltd." against "Orlo".
SPACE = 1


def _differs(a: str, b: str) -> tuple[int, int]:
    """Where the sentences differ: offset from the start, and from the end."""
    start = _common(a, b)
    return start, _common(a[:start:-1], b[:start:-1])


def _common(a: str, b: str) -> int:
    """How many characters both begin with."""
    shorter = min(len(a), len(b))
    return next((i for i in range(shorter) if a[i] != b[i]), shorter)


def _named(record: StatementRecord, kind: str, where: tuple[int, int]) -> Facet | None:
    """The name of that kind that covers the difference, or touches it."""
    start, end = where[0] - SPACE, len(record.text) - where[1] + SPACE
    near = [
        facet
        for facet in record.facets
        if facet.kind == kind and facet.start <= end and facet.end >= start
    ]
    return near[0] if near else None


def _office(facet: Facet, record: StatementRecord) -> str:
    offices = (f for f in record.facets if f.kind == Kind.TITLE)
    return next((f.value for f in offices if f.measure == facet.value), "")


def _level(a: Facet, b: Facet, sides: list[StatementRecord], engine: Engine) -> Level:
    compared: Comparison
    if a.kind == Kind.PERSON:
        offices = _office(a, sides[0]), _office(b, sides[1])
        roles = offices if all(offices) else None
        compared = person.compare(a, b, engine.config.tolerances, roles=roles)
    else:
        compared = BY_KIND[a.kind].compare(a, b, engine.config.tolerances)
    return compared.level


def _compared(
    row: dict[str, Any], sides: list[StatementRecord], engine: Engine
) -> Case:
    where = _differs(row["a"], row["b"])
    a, b = (_named(record, row["kind"], where) for record in sides)
    right, got = False, f"not found: {a and a.text}, {b and b.text}"
    if a is not None and b is not None:
        level = _level(a, b, sides, engine)
        right = level in ACCEPTED[row["level"]]
        got = f"{level} of “{a.text}” [{a.value}] and “{b.text}” [{b.value}]"
    return Case(row, right, got, positive=row["level"] != "conflict")


def judge(engine: Engine) -> list[Case]:
    """At which level the engine compares the names of every case."""
    labelled = [row for row in rows_of(VALUES) if "level" in row]
    texts = [
        (row[side], date.fromisoformat(row["published"]))
        for row in labelled
        for side in "ab"
    ]
    read = engine.extract_many(texts, all_sentences=True)
    sides = [records[0] for records in read]
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return [
        _compared(row, [a, b], engine)
        for row, (a, b) in zip(labelled, pairs, strict=True)
    ]
