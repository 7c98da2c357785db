"""Some who did one thing and some who did the opposite: no contradiction. PURE.

Five of seven judges backed what the two others opposed. Two texts that count who was on
which side contradict only where the whole is too small for both, or where one number of
one group is told to have done both.
"""

from __future__ import annotations

from decimal import Decimal

from claims.facets.opposites import opposite, opposite_events
from claims.facets.types import Facet, Frame, Kind, Level, StatementRecord
from claims.linkage.taken_back import apart
from claims.linkage.types import FacetComparison

SIDES = ({"for"}, {"against"})


def of_two_sides(
    found: list[FacetComparison], a: StatementRecord, b: StatementRecord
) -> list[FacetComparison]:
    """The comparisons without conflicts of those for and those against."""
    if not any(_may_be(c) for c in found):
        return found
    how = on_two_sides(a, b)
    return [apart(c, how) if _may_be(c) else c for c in found] if how else found


def on_two_sides(a: StatementRecord, b: StatementRecord) -> str:
    """How many were on either side, "" where nobody is counted or both cannot be."""
    for one in a.frames:
        for other in b.frames:
            how = _two_groups(one, other, a, b) if _against(one, other) else ""
            if how:
                return how
    return ""


def _may_be(found: FacetComparison) -> bool:
    """Whether it is a conflict of what was done, or of how many did it."""
    if found.level != Level.CONFLICT:
        return False
    return found.kind == Kind.POLARITY or (
        found.kind == Kind.COUNT and found.role == "agent"
    )


def _against(one: Frame, other: Frame) -> bool:
    """Whether two verbs are opposites, or one for what the other is against."""
    if one.nominal or other.nominal or one.negated or other.negated:
        return False
    if one.predicate == other.predicate:
        roles = [{x.role for x in frame.arguments} for frame in (one, other)]
        return any(x <= roles[0] and y <= roles[1] for x, y in (SIDES, SIDES[::-1]))
    return opposite_events(one.predicate, other.predicate) or opposite(
        one.lemma, other.lemma, "VERB"
    )


def _two_groups(
    one: Frame, other: Frame, a: StatementRecord, b: StatementRecord
) -> str:
    """How many were on either side, "" where both cannot have been."""
    mine, theirs = _counted(one, a), _counted(other, b)
    if not mine or not theirs or mine[0].unit != theirs[0].unit:
        return ""
    numbers = [mine[0].number, theirs[0].number]
    if None in numbers:
        return ""
    wholes = [f.number for f in (*mine[1:], *theirs[1:]) if f.number is not None]
    total = sum((n for n in numbers if n is not None), Decimal(0))
    if total > min(wholes) if wholes else numbers[0] == numbers[1]:
        return ""
    return f"“{mine[0].text}” on one side, “{theirs[0].text}” on the other"


def _counted(frame: Frame, record: StatementRecord) -> list[Facet]:
    """The number of who did it, and that of all of them where it is told."""
    return sorted(
        (
            facet
            for facet in record.facets
            if facet.kind == Kind.COUNT
            and facet.frame == frame.index
            and facet.role == "agent"
        ),
        key=lambda facet: facet.start,
    )
