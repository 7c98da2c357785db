"""Pair → aligned frames → one level per facet. PURE.

Values are compared inside frames that tell of the same event. Two shortcuts lead to the
same slot without equal predicates: quantities of one measure about one name ("lost 3
million" beside "revenue would have been 3 million higher"), and near-copies, whose
slots correspond by position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.facets import BY_KIND
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.predicates import TOTALS
from claims.linkage.alignment import Aligned, needed
from claims.linkage.apart import few, names_exchanged, pattern, strangers
from claims.linkage.config import LinkageConfig
from claims.linkage.copies import copy_conflicts, exchanged_conflicts, renamed
from claims.linkage.edits import NO_COPIES, Changes, changes
from claims.linkage.extents import of_one_extent
from claims.linkage.kinds import AGREEING, NAMED, QUANTITIES, VALUES
from claims.linkage.moving import moved
from claims.linkage.namesakes import name_level
from claims.linkage.pair import ALIKE, Pair, may_relate, side_by_side
from claims.linkage.polarity import compare_polarity, demanded
from claims.linkage.profile import NAME_WEIGHT
from claims.linkage.slots import slots
from claims.linkage.swaps import swapped
from claims.linkage.types import FacetComparison
from claims.linkage.undone import undone
from claims.linkage.values import (
    DIFFERENT_PERIODS,
    SAME_PERIOD,
    Qualified,
    compare_values,
    qualified,
)

SUBJECTS = (Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT)

# Evidence that a shared measure with a shared period is worth; together with one shared
# name it passes LinkageConfig.shared_evidence.
MEASURE_EVIDENCE = 0.6


def compare(a: StatementRecord, b: StatementRecord, config: LinkageConfig) -> Pair:
    """Compare two statements facet by facet; symmetric up to the order of sides.

    Statements that no rule of the decision could relate, which are most, are not
    compared any further: their pair has no comparisons.
    """
    pair = side_by_side(a, b, config)
    return compared(pair, config) if may_relate(pair, config) else pair


def worth_comparing(pair: Pair, config: LinkageConfig) -> bool:
    """Whether a rule of the decision could hold; seen in a tenth of the time.

    Of the pairs that share some wording but no event, two thirds share too little for
    any rule on wording, measure or names; what is left to them is to be near-copies,
    the end of what the other tells, or the same told the other way round.
    """
    if not may_relate(pair, config):
        return False
    worded = min(
        config.shared, config.contained, config.same_wording, config.slot_wording
    )
    if pair.frames or pair.most >= worded:
        return True
    if pair.least >= min(config.names_wording, ALIKE):
        return True
    if pair.same and pair.a.measured & pair.b.measured:
        return True
    return bool(
        _changes(pair, config).edits
        or undone(pair, config)
        or swapped(pair.a.record, pair.b.record)
    )


def compared(pair: Pair, config: LinkageConfig) -> Pair:
    """The pair with every facet that can be held against another."""
    a, b, same = pair.a.record, pair.b.record, pair.same
    found = _names(pair, same, config)
    for match in pair.frames:
        found += _frame_values(pair, match, config)
        found += compare_polarity(a, b, match, config)
    found += _measures(pair, same, found, config)
    found += swapped(a, b)
    asked = demanded(a) != demanded(b)
    if asked:
        found = [_apart(c, "one side only asks for it") for c in found]
    found = _taken_back(found, a, b, config)
    ended = [] if _has(found, Level.UPDATED) else undone(pair, config)
    if ended:
        found = ended + [_apart(c, "the later text ends it") for c in found]
    changed = _changes(pair, config)
    edits = changed.edits
    of_others = renamed(a, b, edits) or pattern(a, b, edits)
    if of_others or (not few(edits, a) and strangers(a, b, same)):
        found = [_apart(c, "told of other names") for c in found]
    if not of_others and not pair.of_others and not _has(found, Level.UPDATED):
        found += copy_conflicts(a, b, edits, config)
        if not _has(found, Level.CONFLICT):
            found = exchanged_conflicts(a, b, changed, found, config) + found
        differs = same or _has(found, Level.CONFLICT)
        of_others = not differs and any(names_exchanged(c, a, b) for c in edits)
    filled = slots(a, b, same, found, config)
    if not (of_others or asked or pair.of_other_worlds or _decided(found)):
        found += filled.conflicts if _one_wording(pair, config) else ()
    if pair.most >= config.shared:
        found += filled.agreements
    found = [of_one_extent(c, a, b, config.tolerances) for c in found]
    return replace(
        pair,
        comparisons=_once(found),
        renamed=of_others,
        filled_otherwise=asked or bool(filled.differences),
    )


def _taken_back(
    found: list[FacetComparison],
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> list[FacetComparison]:
    """Conflicts that the rest of the two statements explains."""
    found = [_unless_elsewhere(c, a, b, config) for c in found]
    if any(DIFFERENT_PERIODS in c.reason for c in found):
        found = [_apart(c, "of other periods", Kind.POLARITY) for c in found]
    if any(_is_one_day(c) for c in found):
        found = [_of_one_day(c) for c in found]
    found = [moved(c, a, b) for c in found]
    if _has(found, Level.UPDATED):
        found = [_apart(c, "days of two states", Kind.DATE) for c in found]
    return found


def _is_one_day(found: FacetComparison) -> bool:
    """Whether both sides give one day: within a month a thing may have changed."""
    if found.kind != Kind.DATE or found.level != Level.AGREE:
        return False
    return all(
        f and f.date_from and f.date_to and (f.date_to - f.date_from).days == 1
        for f in (found.a, found.b)
    )


def _of_one_day(found: FacetComparison) -> FacetComparison:
    """Two states of one day contradict: neither is the later one."""
    if found.level != Level.UPDATED or found.kind != Kind.POLARITY:
        return found
    how = f"{found.reason}; both on one day"
    return replace(found, level=Level.CONFLICT, reason=how)


def _has(found: Sequence[FacetComparison], level: Level) -> bool:
    return any(c.level == level for c in found)


def _one_wording(pair: Pair, config: LinkageConfig) -> bool:
    """Whether so much is worded alike that a slot filled otherwise is what differs."""
    return (
        pair.most >= config.slot_wording
        and pair.least >= config.slot_least
        and pair.evidence >= config.slot_evidence
    )


def _decided(found: Sequence[FacetComparison]) -> bool:
    """Whether the values that were compared say enough already."""
    return any(
        c.level in (Level.CONFLICT, Level.UPDATED)
        or (c.level == Level.NOT_COMPARABLE and c.kind != Kind.POLARITY)
        for c in found
    )


def _changes(pair: Pair, config: LinkageConfig) -> Changes:
    """The edits of two near-copies; looked for only where most words are shared."""
    if pair.most < config.copy_wording:
        return NO_COPIES
    return changes(pair.a.record.text, pair.b.record.text, near_copy=config.near_copy)


def _once(found: list[FacetComparison]) -> tuple[FacetComparison, ...]:
    """Each pair of spans once, the first judgement of it kept."""
    kept: dict[tuple[str, int, int], FacetComparison] = {}
    for one in found:
        starts = (one.a.start if one.a else -1, one.b.start if one.b else -1)
        kept.setdefault((one.kind, *starts), one)
    return tuple(kept.values())


def _frame_values(
    pair: Pair, match: Aligned, config: LinkageConfig
) -> list[FacetComparison]:
    if match.a.predicate != match.b.predicate:
        return []
    found: list[FacetComparison] = []
    for kind in VALUES:
        a = qualified(pair.a.record, kind, match.a)
        b = qualified(pair.b.record, kind, match.b)
        found += compare_values(a, b, config)
    if match.a.modality != match.b.modality:
        how = f"told as {match.a.modality} and {match.b.modality}"
        found = [_apart(c, how) for c in found]
    if match.clashes:
        found = [_apart(c, "said of different things") for c in found]
    if match.against:
        found = [_apart(c, "of what one side says did not happen") for c in found]
    if _another_day_and_value(found):
        found = [_apart(c, "another value of another day") for c in found]
    if _scoped(pair.a.record) != _scoped(pair.b.record):
        found = [_apart(c, "one is a total, the other of a part") for c in found]
    return found


def _another_day_and_value(found: Sequence[FacetComparison]) -> bool:
    """Whether day and value both differ: "65 as of Monday", "66 as of Tuesday"."""
    kinds = {c.kind for c in found if c.level == Level.CONFLICT}
    return Kind.DATE in kinds and len(kinds) > 1


def _scoped(record: StatementRecord) -> bool:
    """Whether the statement says that its numbers are totals."""
    return not TOTALS.isdisjoint(record.text.lower().rstrip(".").split())


def _unless_elsewhere(
    found: FacetComparison,
    a: StatementRecord,
    b: StatementRecord,
    config: LinkageConfig,
) -> FacetComparison:
    """No conflict where the other text gives the same value too, in another frame.

    Values of one period stay, for two figures for it contradict whatever else is said;
    unless each text gives both.
    """
    if found.level != Level.CONFLICT or found.kind not in VALUES:
        return found
    if found.a is None or found.b is None:
        return found
    given = [
        value
        for value, others in ((found.a, b.facets), (found.b, a.facets))
        if _gives(others, value, config)
    ]
    if not given or (SAME_PERIOD in found.reason and len(given) == 1):
        return found
    how = f"“{given[0].text}” is given by both, of another event"
    return replace(found, level=Level.NOT_COMPARABLE, reason=how)


def _gives(facets: Sequence[Facet], value: Facet, config: LinkageConfig) -> bool:
    """Whether a text gives a value, or its number of whatever it is."""
    compare_kind = BY_KIND[value.kind].compare
    return any(
        compare_kind(value, other, config.tolerances).level == Level.AGREE
        or (value.kind in QUANTITIES and value.value == other.value)
        for other in facets
        if other.kind == value.kind and other.role != "report"
    )


def _apart(
    comparison: FacetComparison, how: str, kind: Kind | None = None
) -> FacetComparison:
    """A conflict that is none, because the two values are of different things; of one
    kind only, where it is given.
    """
    if comparison.level != Level.CONFLICT or kind not in (None, comparison.kind):
        return comparison
    return replace(
        comparison, level=Level.NOT_COMPARABLE, reason=f"{comparison.reason}; {how}"
    )


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
        if level not in AGREEING:
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
    named = len(names) * NAME_WEIGHT + MEASURE_EVIDENCE >= config.shared_evidence
    evidence = pair.evidence + MEASURE_EVIDENCE
    told = evidence >= needed(pair.least, config) and pair.least >= ALIKE
    told = told and not _other_subjects(pair, same)
    if not (named or told):
        return []
    done = {id(c.a) for c in known} | {id(c.b) for c in known}
    found: list[FacetComparison] = []
    for kind in QUANTITIES:
        a = [q for f in pair.a.record.frames for q in qualified(pair.a.record, kind, f)]
        b = [q for f in pair.b.record.frames for q in qualified(pair.b.record, kind, f)]
        left = [q for q in a if id(q[0]) not in done and q[0].measure]
        right = [q for q in b if id(q[0]) not in done and q[0].measure]
        found += [
            c
            for c in compare_values(left, right, config)
            if c.a and c.b and (told or _same_period(c.a, c.b, left, right))
            if c.a.measure == c.b.measure or (told and c.level == Level.NOT_COMPARABLE)
        ]
    if told and any(match.clashes for match in pair.frames):
        found = [_apart(c, "said of different things") for c in found]
    return found


def _other_subjects(pair: Pair, same: dict[str, str]) -> bool:
    """Whether both sides name somebody, and nobody the same."""
    a, b = (
        {f"{f.kind}:{f.value}" for f in side.record.facets if f.kind in SUBJECTS}
        for side in (pair.a, pair.b)
    )
    return bool(a and b) and not any(same.get(name) in b for name in a)


def _same_period(
    a: Facet, b: Facet, left: list[Qualified], right: list[Qualified]
) -> bool:
    """Each said of a period: else any two losses of one firm would do."""
    period_a = next(q[1] for q in left if q[0] is a)
    period_b = next(q[1] for q in right if q[0] is b)
    return bool(period_a) and bool(period_b)
