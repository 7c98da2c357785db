"""Whether a passage gives a sentence's number of something else. PURE.

"The mine cost 27 million" against "to pay the state's 27 million, the firm sold the
mine for 9": the passage has the number, and ties another of its kind more closely to
each name that the sentence tells it of. A sentence with two such numbers may tell of
both as the passage does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claims.facets.ties import IS, SUBJECT
from claims.facets.types import Facet
from claims.linkage.kinds import QUANTITIES
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot

# Ties from one member of a passage to another, at most, for the one to be told of the
# other.
FARTHEST = 12

Spots = frozenset[Spot]
NOWHERE: Spots = frozenset()


def of_another(laid: Laid) -> Iterator[Shown]:
    """A number of the sentence to whose names the passage ties another."""
    for value in laid.claim.facets:
        own = [i for i, m in enumerate(laid.tied.members) if _in(m.start, value)]
        alone = sum(f.kind == value.kind for f in laid.claim.facets) == 1
        if value.kind not in QUANTITIES or not own or not alone:
            continue
        given = [
            (spot, facet) for spot, facet in _given(laid) if _of_kind(facet, value)
        ]
        mine = frozenset(spot for spot, facet in given if _same(facet, value))
        others = frozenset(spot for spot, _ in given) - mine
        names = _names(laid, own)
        nearer = [_nearer(laid, laid.same[name], others, mine) for name in names]
        if mine and nearer and all(nearer):
            spot = min(mine)
            how = "the passage tells it of something else, and another of "
            how += f"“{laid.tied.members[names[0]].words[-1]}”"
            yield shown(laid, value.kind, (own[0], value.value), (spot, ""), how)


def _in(start: int, facet: Facet) -> bool:
    return facet.start <= start < facet.end


def _given(laid: Laid) -> Iterator[tuple[Spot, Facet]]:
    """The members of the passage that stand in a value, with it."""
    for at, statement in enumerate(laid.passage):
        for index, member in enumerate(
            statement.tied.members if statement.tied else ()
        ):
            for facet in statement.facets:
                if _in(member.start, facet):
                    yield (at, index), facet


def _of_kind(facet: Facet, value: Facet) -> bool:
    if facet.kind != value.kind:
        return False
    return _same(facet, value) or facet.unit == value.unit


def _same(facet: Facet, value: Facet) -> bool:
    return facet.value == value.value or (
        facet.number is not None and facet.number == value.number
    )


def _names(laid: Laid, own: Collection[int]) -> list[int]:
    """What the sentence tells a number of: its names, else its subject."""
    members = laid.tied.members
    there = [i for i in range(len(members)) if i not in own and laid.same[i]]
    names = [i for i in there if members[i].pos == "PROPN"]
    subjects = {t.part for t in laid.tied.ties if t.role in (SUBJECT, IS)}
    return names or [i for i in there if members[i].pos == "NOUN" and i in subjects]


def _nearer(laid: Laid, start: Spots, near: Spots, far: Spots) -> bool:
    """Whether there are fewer ties to a member of the one kind than of the other, and
    any number to both.
    """
    reached, level, found = start, start, False
    for _ in range(FARTHEST):
        if not level.isdisjoint(far):
            return found
        found = found or not level.isdisjoint(near)
        beside = (other for spot in level for other, _, _ in laid.around[spot])
        level = frozenset(beside) - reached
        reached |= level
    return False
