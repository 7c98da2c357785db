"""Two statements side by side: what they share before any value is compared. PURE."""

from __future__ import annotations

from typing import NamedTuple

from claims.facets import BY_KIND
from claims.facets.types import Kind, Level, Modality, StatementRecord
from claims.linkage.alignment import Aligned, aligned
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import Edit
from claims.linkage.items import shared, shared_of_both
from claims.linkage.namesakes import same_names
from claims.linkage.profile import Profile, profile
from claims.linkage.types import FacetComparison
from claims.linkage.values import qualified

# Share of the richer sentence's words from which a shared measure needs no period.
ALIKE = 0.4


class Pair(NamedTuple):
    """Two statements with everything that the decision looks at."""

    a: Profile
    b: Profile
    cover_a: float  # share of a's words that b has too
    cover_b: float
    evidence: float  # summed weight of the shared words
    frames: tuple[Aligned, ...]
    # Names of a to the names of b that stand for the same.
    same: dict[str, str]
    comparisons: tuple[FacetComparison, ...] = ()
    renamed: bool = False  # near-copies about other names
    # A slot that both fill once is filled otherwise, or one side only asks for what the
    # other tells, or denies it.
    filled_otherwise: bool = False
    edits: tuple[Edit, ...] = ()  # of near-copies, in order

    @property
    def of_others(self) -> bool:
        """Whether what is told in common is told of different doers throughout."""
        told = [f for f in self.frames if not f.a.nominal and not f.b.nominal]
        return bool(told) and all(f.other_agents for f in told)

    @property
    def of_other_worlds(self) -> bool:
        """Whether one tells as done what the other tells as planned or expected."""
        told = [f for f in self.frames if not f.a.nominal and not f.b.nominal]
        return bool(told) and all(
            f.a.modality != f.b.modality
            and Modality.ASSERTED in (f.a.modality, f.b.modality)
            for f in told
        )

    @property
    def least(self) -> float:
        return min(self.cover_a, self.cover_b)

    @property
    def most(self) -> float:
        return max(self.cover_a, self.cover_b)


def side_by_side(a: StatementRecord, b: StatementRecord, config: LinkageConfig) -> Pair:
    """What two statements share, before any value is compared."""
    one, other = profile(a), profile(b)
    same = same_names(one, other)
    if same:
        back = {value: key for key, value in same.items()}
        evidence = shared(one.items, other.items, same)
        again = shared(other.items, one.items, back)
    else:
        evidence, again = shared_of_both(one.items, other.items)
    frames = aligned(one, other, same, config)
    if frames:
        frames = [m for m in _one_to_one(frames) if not _another_day(a, b, m, config)]
    return Pair(
        a=one,
        b=other,
        cover_a=evidence / one.total if one.total else 0.0,
        cover_b=again / other.total if other.total else 0.0,
        evidence=evidence,
        frames=tuple(frames),
        same=same,
    )


def may_relate(pair: Pair, config: LinkageConfig) -> bool:
    """Whether comparing values could relate the pair.

    Not without an event in common, or enough wording in common for a near-copy or any
    rule on wording, or a name in common with a quantity of one measure on both sides.
    """
    if pair.frames or (pair.same and pair.a.measured & pair.b.measured):
        return True
    least = min(config.copy_wording, config.names_wording, config.same_wording, ALIKE)
    return pair.cover_a >= least or pair.cover_b >= least


def _one_to_one(pairs: list[Aligned]) -> list[Aligned]:
    """The strongest alignment of each frame."""
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


def _another_day(
    a: StatementRecord, b: StatementRecord, match: Aligned, config: LinkageConfig
) -> bool:
    """Near events of different days are two: a call in March, a meeting in May."""
    if match.opposed or match.a.predicate == match.b.predicate:
        return False
    days = [
        [q[0] for q in qualified(record, Kind.DATE, frame)]
        for record, frame in ((a, match.a), (b, match.b))
    ]
    compare_days = BY_KIND[Kind.DATE].compare
    levels = [
        compare_days(one, other, config.tolerances).level
        for one in days[0]
        for other in days[1]
    ]
    return bool(levels) and all(level == Level.CONFLICT for level in levels)
