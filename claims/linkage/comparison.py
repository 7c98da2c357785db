"""Pair → aligned frames → one level per facet. PURE.

Values are compared inside frames that tell of the same event. Two shortcuts lead to the
same slot without equal predicates: quantities of one measure about one name ("lost 3
million" beside "revenue would have been 3 million higher"), and near-copies, whose
slots correspond by position.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.alignment import Aligned, needed
from claims.linkage.apart import few, names_exchanged, pattern, strangers
from claims.linkage.bounds import of_one_end
from claims.linkage.config import LinkageConfig
from claims.linkage.copies import copy_conflicts, exchanged_conflicts, renamed
from claims.linkage.crossed import moves, uncrossed
from claims.linkage.edits import NO_COPIES, Changes, changes
from claims.linkage.flips import denied_as_a_whole, flips
from claims.linkage.items import NAME_WEIGHT
from claims.linkage.kinds import QUANTITIES, VALUES
from claims.linkage.naming import names_of
from claims.linkage.negations import denied_once
from claims.linkage.others import of_both
from claims.linkage.pair import ALIKE, Pair, may_relate, side_by_side
from claims.linkage.participants import with_others
from claims.linkage.parts import total_and_part
from claims.linkage.polarity import compare_polarity, demanded
from claims.linkage.referents import told_of
from claims.linkage.slots import slots
from claims.linkage.swaps import swapped
from claims.linkage.taken_back import (
    OF_OTHERS,
    PART_OF_TOTAL,
    apart,
    has,
    of_one_thing,
    of_two_states,
    taken_back,
)
from claims.linkage.types import FacetComparison
from claims.linkage.undone import undone
from claims.linkage.values import Qualified, compare_values, qualified
from claims.linkage.voters import of_two_sides

SUBJECTS = (Kind.PERSON, Kind.ORGANISATION, Kind.PRODUCT)

# Evidence that a shared measure with a shared period is worth; together with one shared
# name it passes LinkageConfig.shared_evidence.
MEASURE_EVIDENCE = 0.6

# Levels that relate two statements whatever else they have in common.
CONTRARY = (Level.CONFLICT, Level.UPDATED)

# Words that stay for each change of two near-copies with a name in common, from which a
# name and a number exchanged are two faults in one account. Of copies by writers who
# knew nothing of the engine it finds six conflicts more and calls none falsely.
KEPT_RENAMED = 12


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


def compared(pair: Pair, config: LinkageConfig, *, whole: bool = True) -> Pair:
    """The pair with every facet that can be held against another.

    whole  also where nothing that is found could make a rule hold, as of two pairs in
           five; else those are left half-way, which a rule does not see
    """
    a, b, same = pair.a.record, pair.b.record, pair.same
    asked = demanded(a) != demanded(b)
    denied = flips(pair, config)
    found = _held(pair, denied, config)
    if asked:
        found = [apart(c, "one side only asks for it") for c in found]
    found = taken_back(found, a, b, config)
    ended = [] if has(found, Level.UPDATED) else undone(pair, config)
    if ended:
        found = ended + [apart(c, "the later text ends it") for c in found]
    changed = _changes(pair, config)
    edits = changed.edits
    if not (whole or edits or _may_tell(found, pair, config)):
        return pair._replace(comparisons=_once(found))
    hardly_changed = few(edits, a, per=KEPT_RENAMED)
    of_others = renamed(a, b, edits) and not (same and hardly_changed)
    of_others = of_others or (not config.one_account and pattern(a, b, edits))
    if of_others or (not few(edits, a) and strangers(a, b, same)):
        found = [apart(c, "told of other names") for c in found]
    if not of_others and not pair.of_others and not has(found, Level.UPDATED):
        found = denied_once(copy_conflicts(a, b, edits, config), found)
        if not has(found, Level.CONFLICT):
            other = exchanged_conflicts(a, b, changed, found, config)
            found = of_two_states(other, a, b) + found
        differs = same or has(found, Level.CONFLICT)
        of_others = not differs and any(names_exchanged(c, a, b) for c in edits)
    found = of_two_states(uncrossed(found, pair, config), a, b)
    filled = slots(a, b, same, found, config)
    if not (of_others or asked or pair.of_other_worlds or _decided(found)):
        found += filled.conflicts if _one_wording(pair, config) else ()
    if pair.most >= config.shared:
        found += filled.agreements
    found, others = (found, False) if hardly_changed else with_others(found, pair)
    found, parted = of_one_thing(of_two_sides(found, a, b), a, b, config)
    return pair._replace(
        comparisons=_once(found),
        renamed=of_others or others,
        filled_otherwise=asked
        or bool(filled.differences or denied or parted)
        or denied_as_a_whole(pair, config),
        edits=edits,
    )


def _held(
    pair: Pair, denied: Sequence[Aligned], config: LinkageConfig
) -> list[FacetComparison]:
    """What names, frames and measures give to compare, and what changed places."""
    a, b, same = pair.a.record, pair.b.record, pair.same
    found = names_of(pair, same, config)
    for match in pair.frames:
        found += _frame_values(pair, match, config)
        found += compare_polarity(a, b, match, config)
    for match in denied:
        found += compare_polarity(a, b, match, config)
    found += _measures(pair, same, found, config)
    return found + swapped(a, b)


def _may_tell(
    found: Sequence[FacetComparison], pair: Pair, config: LinkageConfig
) -> bool:
    """Whether a rule could hold once more is asked of what was found.

    What follows takes back, or needs edits, a value or a bare number to add to it, or
    so much wording in common that a rule on wording may hold as well.
    """
    if pair.most >= min(config.event_wording, config.names_wording, config.shared):
        return True
    if any(c.kind in VALUES or c.level in CONTRARY for c in found):
        return True
    return any(moves(match) for match in pair.frames)


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
        left = qualified(pair.a.record, kind, match.a)
        if left and (right := qualified(pair.b.record, kind, match.b)):
            found += compare_values(left, right, config)
    if not found:
        return []
    found = of_one_end(found, pair.a.record, pair.b.record)
    if match.a.modality != match.b.modality:
        how = f"told as {match.a.modality} and {match.b.modality}"
        found = [apart(c, how) for c in found]
    if match.clashes:
        found = [apart(c, OF_OTHERS) for c in found]
    if match.against:
        found = [apart(c, "of what one side says did not happen") for c in found]
    if _another_day_and_value(found, of_both=of_both(match.a, match.b, pair.same)):
        found = [apart(c, "another value of another day") for c in found]
    a, b = pair.a.record, pair.b.record
    return [
        apart(c, PART_OF_TOTAL) if total_and_part(c.a, c.b, a, b) else c for c in found
    ]


def _another_day_and_value(found: Sequence[FacetComparison], *, of_both: bool) -> bool:
    """Whether day and value both differ: "65 as of Monday", "66 as of Tuesday".

    How long a call of the same two took does not change from day to day.
    """
    kinds = {c.kind for c in found if c.level == Level.CONFLICT}
    aside = {Kind.DATE, Kind.DURATION} if of_both else {Kind.DATE}
    return Kind.DATE in kinds and bool(kinds - aside)


def _measures(
    pair: Pair,
    same: dict[str, str],
    known: list[FacetComparison],
    config: LinkageConfig,
) -> list[FacetComparison]:
    """Quantities of one measure about one name, whatever the predicates are."""
    kinds = {kind for kind, _ in pair.a.measured} & {
        kind for kind, _ in pair.b.measured
    }
    if not kinds:
        return []
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
        if kind not in kinds:
            continue
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
        found = [apart(c, OF_OTHERS) for c in found]
    return found


def _other_subjects(pair: Pair, same: dict[str, str]) -> bool:
    """Whether both sides name somebody, and nobody the same."""
    a, b = (
        {f"{f.kind}:{f.value}" for f in told_of(side.record) if f.kind in SUBJECTS}
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
