"""What two statements of one wording say in a slot that each fills once. PURE.

Freely worded sentences about one fact often share no predicate ("talks broke off
after three hours", "they talked for five hours"). Where most of the words are shared
and each side prints one duration, one place or one person that the other does not,
those fill one slot. Differences in several slots at once tell of two events in one form
of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from claims.facets import BY_KIND
from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.lexicon.places import FACILITIES
from claims.linkage.apart import SPELLED_ALIKE
from claims.linkage.config import LinkageConfig
from claims.linkage.kinds import AGREEING, NAMED
from claims.linkage.types import FacetComparison

# Organisations have too many names, and too many of them stand in a sentence.
KINDS = (
    Kind.DATE,
    Kind.DURATION,
    Kind.AMOUNT,
    Kind.COUNT,
    Kind.PERCENT,
    Kind.PERSON,
    Kind.PLACE,
    Kind.PRODUCT,
)
WHERE = frozenset(
    ["in", "at", "near", "outside", "to", "from", "into", "off", "around"]
)
# Roles of what is no part of the fact: when it was reported, its period, by whom.
ASIDE = frozenset(("report", "period", "speaker"))


@dataclass(frozen=True, slots=True)
class Slots:
    """agreements  values that both print, in whatever frames
    differences  one comparison for each slot that is filled differently
    conflicts  the difference, if it is the only one; another day is another event
    """

    agreements: tuple[FacetComparison, ...] = ()
    differences: tuple[FacetComparison, ...] = ()

    @property
    def conflicts(self) -> tuple[FacetComparison, ...]:
        one = len(self.differences) == 1 and self.differences[0].kind != Kind.DATE
        return self.differences if one else ()


def slots(
    a: StatementRecord,
    b: StatementRecord,
    same: dict[str, str],
    known: Sequence[FacetComparison],
    config: LinkageConfig,
) -> Slots:
    """The slots that both fill once, with what cannot both be true."""
    both = {f.kind for f in a.facets} & {f.kind for f in b.facets}
    if both.isdisjoint(KINDS):
        return Slots()
    left = _open(a, {c.a.start for c in known if c.a}, same.keys())
    right = _open(b, {c.b.start for c in known if c.b}, set(same.values()))
    agreements, differences = [], []
    for kind in KINDS:
        if kind not in both:
            continue
        one = [f for f in left if f.kind == kind]
        other = [f for f in right if f.kind == kind]
        if len(one) != 1 or len(other) != 1:
            continue
        found = BY_KIND[kind].compare(one[0], other[0], config.tolerances)
        if found.level in AGREEING:
            agreements.append(_comparison(one[0], other[0], found.level, found.how))
        elif found.level == Level.CONFLICT and _comparable(one[0], other[0], a, b):
            how = f"{found.how}; the one {kind} that each side gives"
            differences.append(_comparison(one[0], other[0], found.level, how))
    return Slots(tuple(agreements), tuple(differences))


def _comparison(a: Facet, b: Facet, level: Level, how: str) -> FacetComparison:
    return FacetComparison(a.kind, a.role, level, a, b, how)


def _open(
    record: StatementRecord, compared: set[int], named: Iterable[str]
) -> list[Facet]:
    """Facets that were not compared and that the other side does not print."""
    names = set(named)
    found: dict[tuple[Kind, str], Facet] = {}
    for facet in record.facets:
        if facet.role in ASIDE or facet.start in compared:
            continue
        if facet.kind in NAMED and f"{facet.kind}:{facet.value}" in names:
            continue
        found.setdefault((facet.kind, facet.value), facet)
    return list(found.values())


def _comparable(
    one: Facet, other: Facet, a: StatementRecord, b: StatementRecord
) -> bool:
    """Whether two facets of a kind can be held to fill one slot."""
    if one.kind == Kind.PRODUCT:
        return True
    if one.kind == Kind.PERSON:  # a single name may be another name of the same person
        names = one.value.split(), other.value.split()
        full = all(len(name) > 1 for name in names)
        return full and fuzz.ratio(names[0][-1], names[1][-1]) < SPELLED_ALIKE
    if one.kind == Kind.PLACE:
        both = _stands_in(one, a) and _stands_in(other, b)
        if _is_facility(one) != _is_facility(other):
            return False  # a jail may lie in any town
        return both and fuzz.ratio(one.value, other.value) < SPELLED_ALIKE
    return not (one.measure and other.measure and one.measure != other.measure)


def _is_facility(place: Facet) -> bool:
    return place.text.lower().split()[-1] in FACILITIES


def _stands_in(place: Facet, record: StatementRecord) -> bool:
    """Whether a place says where: "in Antwerp", but no "Belgian court"."""
    before = record.text[: place.start].lower().split()
    return bool(before) and before[-1] in WHERE
