"""Pair → aligned frames → one level per facet. PURE.

Values are compared inside frames that tell of the same event. Two shortcuts lead to the
same slot without equal predicates: quantities of one measure about one name ("lost 3
million" beside "revenue would have been 3 million higher"), and near-copies, whose slots
correspond by position.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.facets import BY_KIND
from claims.facets.types import Facet, Frame, Kind, Level, StatementRecord
from claims.linkage.alignment import (
    SAME_LEVELS,
    Aligned,
    aligned,
    name_level,
    same_names,
)
from claims.linkage.config import LinkageConfig
from claims.linkage.copies import copy_conflicts
from claims.linkage.polarity import compare_polarity
from claims.linkage.profile import (
    NAME_WEIGHT,
    NAMED,
    Profile,
    cover,
    profile,
    shared,
)
from claims.linkage.types import FacetComparison
from claims.linkage.values import (
    QUANTITIES,
    SAME_PERIOD,
    Qualified,
    compare_values,
)

VALUES = (
    Kind.DATE,
    Kind.DURATION,
    Kind.AMOUNT,
    Kind.COUNT,
    Kind.PERCENT,
    Kind.ORDINAL,
)

TIMES = (Kind.DATE, Kind.DURATION)

# Evidence that a shared measure with a shared period is worth; together with one shared
# name it passes LinkageConfig.shared_evidence.
MEASURE_EVIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements with everything that the decision looks at."""

    a: Profile
    b: Profile
    cover_a: float  # share of a's words that b has too
    cover_b: float
    evidence: float  # summed weight of the shared words
    frames: tuple[Aligned, ...]
    comparisons: tuple[FacetComparison, ...]

    @property
    def least(self) -> float:
        return min(self.cover_a, self.cover_b)

    @property
    def most(self) -> float:
        return max(self.cover_a, self.cover_b)


def compare(a: StatementRecord, b: StatementRecord, config: LinkageConfig) -> Pair:
    """Compare two statements facet by facet; symmetric up to the order of sides."""
    one, other = profile(a), profile(b)
    same = same_names(a, b, config)
    back = {value: key for key, value in same.items()}
    frames = tuple(_one_to_one(aligned(one, other, same, config)))
    pair = Pair(
        a=one,
        b=other,
        cover_a=cover(one.items, other.items, same),
        cover_b=cover(other.items, one.items, back),
        evidence=shared(one.items, other.items, same),
        frames=frames,
        comparisons=(),
    )
    found = _names(pair, same, config)
    for match in frames:
        found += _frame_values(pair, match, config)
        found += compare_polarity(a, b, match, config)
    found += _measures(pair, same, found, config)
    found = [_unless_elsewhere(c, a, b, config) for c in found]
    found += copy_conflicts(a, b, config)
    return Pair(
        one, other, pair.cover_a, pair.cover_b, pair.evidence, frames, _once(found)
    )


def _one_to_one(pairs: list[Aligned]) -> list[Aligned]:
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept = []
    for pair in pairs:
        if pair.a.index in used_a or pair.b.index in used_b:
            continue
        used_a.add(pair.a.index)
        used_b.add(pair.b.index)
        kept.append(pair)
    return kept


def _once(found: list[FacetComparison]) -> tuple[FacetComparison, ...]:
    """Each pair of spans once, the first judgement of it kept."""
    kept: dict[tuple[str, int, int], FacetComparison] = {}
    for one in found:
        starts = (one.a.start if one.a else -1, one.b.start if one.b else -1)
        kept.setdefault((one.kind, *starts), one)
    return tuple(kept.values())


def _qualified(record: StatementRecord, kind: Kind, frame: Frame) -> list[Qualified]:
    periods = tuple(
        f for f in record.facets if f.role == "period" and f.frame == frame.index
    )
    return [
        (f, periods if kind in QUANTITIES else ())
        for f in record.facets
        if f.kind == kind
        and f.frame == frame.index
        and f.role not in ("report", "period")
    ]


def _frame_values(
    pair: Pair, match: Aligned, config: LinkageConfig
) -> list[FacetComparison]:
    if match.opposed:
        return []
    found: list[FacetComparison] = []
    for kind in VALUES:
        a = _qualified(pair.a.record, kind, match.a)
        b = _qualified(pair.b.record, kind, match.b)
        found += compare_values(a, b, config)
    if match.a.modality != match.b.modality:
        found = [_in_other_world(c, match) for c in found]
    return found


def _unless_elsewhere(
    found: FacetComparison,
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> FacetComparison:
    """No conflict where the other text gives the same value too, in another frame.

    Values of one period stay: two figures for it contradict whatever else is said.
    """
    if found.level != Level.CONFLICT or found.kind not in VALUES:
        return found
    if found.a is None or found.b is None or SAME_PERIOD in found.reason:
        return found
    compare_kind = BY_KIND[found.kind].compare
    for value, others in ((found.a, b.facets), (found.b, a.facets)):
        for other in others:
            if other.kind == found.kind and other.role != "report":
                level = compare_kind(value, other, config.tolerances).level
                if level == Level.AGREE:
                    how = f"“{value.text}” is given by both, of another event"
                    return replace(found, level=Level.NOT_COMPARABLE, reason=how)
    return found


def _in_other_world(comparison: FacetComparison, match: Aligned) -> FacetComparison:
    """A planned day is no contradiction of the day it happened on."""
    if comparison.level != Level.CONFLICT or comparison.kind not in TIMES:
        return comparison
    how = f"{comparison.reason}; told as {match.a.modality} and {match.b.modality}"
    return replace(comparison, level=Level.NOT_COMPARABLE, reason=how)


def _names(
    pair: Pair, same: dict[str, str], config: LinkageConfig
) -> list[FacetComparison]:
    """Names that both statements print, and whether they spell them alike."""
    found = []
    for facet in pair.a.record.facets:
        if facet.kind not in NAMED:
            continue
        partner = same.get(f"{facet.kind}:{facet.value}")
        other = next(
            (f for f in pair.b.record.facets if f"{f.kind}:{f.value}" == partner), None
        )
        if other is not None:
            found.append(_name(facet, other, pair, config))
    return found


def _name(
    facet: Facet, other: Facet, pair: Pair, config: LinkageConfig
) -> FacetComparison:
    """Two names that stand for the same: never a conflict, at most another spelling."""
    if facet.kind != other.kind:
        level, how = Level.AGREE, f"one name, read as {facet.kind} and {other.kind}"
    else:
        sides = pair.a.record, pair.b.record
        compared = name_level(facet, other, sides, config)
        level, how = compared.level, compared.how
        if level not in SAME_LEVELS:
            level = Level.NAMING_VARIANT
            how = f"“{facet.value}” and “{other.value}” are printed alike"
    return FacetComparison(facet.kind, facet.role, level, facet, other, how)


def _measures(
    pair: Pair,
    same: dict[str, str],
    known: list[FacetComparison],
    config: LinkageConfig,
) -> list[FacetComparison]:
    """Quantities of one measure about one name, whatever the predicates are."""
    names = {n for n in same.items() if not all(x.startswith(Kind.PLACE) for x in n)}
    if len(names) * NAME_WEIGHT + MEASURE_EVIDENCE < config.shared_evidence:
        return []
    done = {id(c.a) for c in known} | {id(c.b) for c in known}
    found: list[FacetComparison] = []
    for kind in (Kind.AMOUNT, Kind.PERCENT):
        a = [
            q for f in pair.a.record.frames for q in _qualified(pair.a.record, kind, f)
        ]
        b = [
            q for f in pair.b.record.frames for q in _qualified(pair.b.record, kind, f)
        ]
        left = [q for q in a if id(q[0]) not in done and q[0].measure]
        right = [q for q in b if id(q[0]) not in done and q[0].measure]
        found += [
            c
            for c in compare_values(left, right, config)
            if c.a and c.b and _same_measure(c.a, c.b, left, right)
        ]
    return found


def _same_measure(
    a: Facet, b: Facet, left: list[Qualified], right: list[Qualified]
) -> bool:
    """Both of one measure, and each said of a period: else any two losses would do."""
    period_a = next(q[1] for q in left if q[0] is a)
    period_b = next(q[1] for q in right if q[0] is b)
    return a.measure == b.measure and bool(period_a) and bool(period_b)
