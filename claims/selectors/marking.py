"""How the values of a row are marked.

Equal values form a group; a group weighs as much as it has origins. "Differs" is
measured against the heaviest of the groups that contradict each other; at a tie every
one of them differs. Without a contradiction the heaviest group of all is the measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.facets.types import Level
from claims.selectors.rows import RANK, Place, Row
from claims.selectors.wording import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable


def groups_of(row: Row) -> list[list[Place]]:
    """The values that are one value: compared as equal, or canonically equal."""
    against = {
        frozenset((edge.a, edge.b)) for edge in row.edges if edge.level != Level.AGREE
    }
    agreed = {
        frozenset((edge.a, edge.b)) for edge in row.edges if edge.level == Level.AGREE
    }
    groups: list[list[Place]] = []
    for place, printed in row.values.items():
        for group in groups:
            pairs = [frozenset((place, other)) for other in group]
            if any(pair in agreed for pair in pairs) or (
                any(row.values[other].value == printed.value for other in group)
                and not any(pair in against for pair in pairs)
            ):
                group.append(place)
                break
        else:
            groups.append([place])
    return groups


def marks_of(row: Row, groups: list[list[Place]], weights: list[int]) -> list[str]:
    """How each value is marked against the one that most origins print."""
    levels = _levels(row, groups)
    disputed = [
        number
        for number in range(len(groups))
        if Level.CONFLICT in levels[number].values()
    ]
    if disputed:
        top = max(weights[number] for number in disputed)
        leading = [number for number in disputed if weights[number] == top]
        reference = leading[0] if len(leading) == 1 else None
    else:
        top = max(weights)
        reference = weights.index(top)
    changed = _changed(row, groups)
    return [
        _mark(number, reference, levels[number], changed=number in changed)
        for number in range(len(groups))
    ]


def _mark(
    number: int, reference: int | None, levels: dict[int, str], *, changed: bool
) -> str:
    if reference is None and Level.CONFLICT in levels.values():
        return "differs"
    if set(levels.values()) == {Level.NOT_COMPARABLE.value}:
        return "incomparable"
    if number == reference:
        return "updated" if changed else "states"
    level = levels.get(reference) if reference is not None else None
    level = level or _worst(levels.values())
    if level == Level.UPDATED:
        return "updated" if changed else "states"
    if level in ("", Level.UNKNOWN):
        return "states"
    return MARKS[Level(level)]


def _changed(row: Row, groups: list[list[Place]]) -> set[int]:
    """The values that a later one has overtaken."""
    earlier = {
        edge.b if edge.later == edge.a else edge.a
        for edge in row.edges
        if edge.level == Level.UPDATED
    }
    return {n for n, group in enumerate(groups) if earlier.intersection(group)}


def _levels(row: Row, groups: list[list[Place]]) -> list[dict[int, str]]:
    """For every value the worst level against every other one it was compared with."""
    home = {place: number for number, group in enumerate(groups) for place in group}
    levels: list[dict[int, str]] = [{} for _ in groups]
    for edge in row.edges:
        a, b = home.get(edge.a), home.get(edge.b)
        if a is None or b is None:
            # Compared with a value of another row: not the same question.
            inside = a if a is not None else b
            if inside is not None:
                levels[inside].setdefault(-1, edge.level)
        elif a != b:
            for one, other in ((a, b), (b, a)):
                known = levels[one].get(other)
                levels[one][other] = _worst([edge.level, *([known] if known else [])])
    return levels


def _worst(levels: Iterable[str]) -> str:
    return min(levels, key=RANK.__getitem__, default="")
