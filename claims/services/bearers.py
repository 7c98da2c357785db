"""Editors' words on names: which are one bearer, which are not, and what that compares.

A name that is merged into another stands for the same bearer as it; two names apart
stand for two. The engine compares by the letters alone; where an editor has spoken, his
word goes in the place of its level, and the pair is decided with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from claims.facets.types import Facet, Level
from claims.linkage.types import Decision, FacetComparison, Relation
from claims.models import NameApart, NameVariant
from claims.models.name import NAME_KINDS
from claims.services.names import NameKey, name_key

ONE_BEARER = "one_bearer"
SAME, APART = "same bearer, says an editor", "not the same, says an editor"


@dataclass(frozen=True, slots=True)
class Bearers:
    """names: the standing names of a spelling; apart: pairs of them, lower id first."""

    names: Mapping[NameKey, frozenset[int]] = field(default_factory=dict)
    apart: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names)

    def speak_of(self, facets: tuple[Facet, ...]) -> bool:
        """Whether an editor has said something of one of the names."""
        return any(name_key(facet) in self.names for facet in facets)

    def says(self, compared: FacetComparison) -> FacetComparison:
        """The comparison as an editor's word on the two names has it."""
        if compared.kind not in NAME_KINDS or not (compared.a and compared.b):
            return compared
        one, other = (
            self.names.get(key, frozenset())
            if (key := name_key(facet))
            else frozenset()
            for facet in (compared.a, compared.b)
        )
        if any((min(a, b), max(a, b)) in self.apart for a in one for b in other):
            return _said(compared, Level.CONFLICT, APART)
        if one & other and compared.level in {Level.CONFLICT, Level.UNKNOWN}:
            return _said(compared, Level.NAMING_VARIANT, SAME)
        return compared

    def told(
        self, decision: Decision, effective: Decision
    ) -> tuple[FacetComparison, ...]:
        """What is compared of a pair, as editors' words on names have it."""
        return tuple(map(self.says, decision.comparisons or effective.comparisons))

    def _of(self, facet: Facet) -> frozenset[int]:
        key = name_key(facet)
        return self.names.get(key, frozenset()) if key else frozenset()


def _said(compared: FacetComparison, level: Level, reason: str) -> FacetComparison:
    return FacetComparison(
        compared.kind, compared.role, level, compared.a, compared.b, reason
    )


def one_bearer(
    decision: Decision, effective: Decision, told: tuple[FacetComparison, ...]
) -> Decision:
    """The pair's effective decision; where only names differed that are one bearer, the
    two tell the same: the engine calls no two statements a conflict that do not tell of
    one fact.
    """
    levels = {each.level for each in told}
    if (
        decision.relation != Relation.CONFLICTS
        or effective.relation != Relation.NONE
        or Level.CONFLICT in levels
        or SAME not in {each.reason for each in told}
    ):
        return effective
    return Decision(Relation.CORROBORATES, decision.score, ONE_BEARER, SAME, told)


def bearers() -> Bearers:
    """What editors have said so far; two queries, and one where they said nothing."""
    apart = frozenset(NameApart.objects.values_list("low_id", "high_id"))
    ends = {end for pair in apart for end in pair}
    rows = NameVariant.objects.filter(
        Q(name__merged_into__isnull=False)
        | Q(name__merged_from__isnull=False)
        | Q(name__in=ends)
    )
    names: dict[NameKey, set[int]] = defaultdict(set)
    for kind, key, name, merged in rows.distinct().values_list(
        "name__kind", "key", "name_id", "name__merged_into_id"
    ):
        names[kind, key].update((name, merged or name))
    return Bearers({key: frozenset(ids) for key, ids in names.items()}, apart)
