"""Whether a passage tells two events in the other order, or a way the other way. PURE.

"Had it installed before he became judge" against "installed it six months after he was
elected judge"; "left Kell" against "departed for Kell".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.facets.ties import IS, OBJECT
from claims.facets.types import Kind, StatementRecord
from claims.linkage.passage_roles import parts, roles_of, who_in
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called

BEFORE, AFTER = "before", "after"
ORDERS = frozenset({BEFORE, AFTER})
CLAUSE = "advcl"
MARKER = re.compile(r"\b(?:before|after|until|since|once|when|while|as)\b")

# Verbs whose object is where somebody sets out, and roles of where he goes.
LEAVING = frozenset({"leave", "depart", "quit", "flee"})
FROM = frozenset({"from"})
THITHER = frozenset({"to", "for", "into"})


def in_other_order(laid: Laid) -> Iterator[Shown]:
    """Two events of the sentence of which the passage tells the other as the first."""
    for tie in laid.tied.ties:
        mine = _order(laid.claim, (tie.head, tie.part), tie.role)
        if not mine:
            continue
        for spot in sorted(laid.same[tie.head]):
            for other, role, is_head in laid.around[spot]:
                ends = (spot[1], other[1]) if is_head else (other[1], spot[1])
                theirs = _order(laid.passage[spot[0]], ends, role)
                if not theirs or not _meets(laid, tie.part, other):
                    continue
                if (mine == BEFORE) != ((theirs == BEFORE) == is_head):
                    how = f"the passage tells it “{theirs}”, the sentence “{mine}”"
                    a, b = (tie.head, mine), (spot, theirs)
                    yield shown(laid, Kind.DATE, a, b, how)


def _order(statement: StatementRecord, ends: tuple[int, int], role: str) -> str:
    """ "before" or "after", as a governor stands to what it governs; else ""."""
    if role != CLAUSE or statement.tied is None:
        return role if role in ORDERS else ""
    head, part = (statement.tied.members[i] for i in ends)
    start = head.end if head.start < part.start else 0
    found = MARKER.findall(statement.text[start : part.start].lower())
    return found[-1] if found and found[-1] in ORDERS else ""


def _meets(laid: Laid, part: int, spot: Spot) -> bool:
    """Whether a member of the passage is what the sentence binds, or has what that has:
    "became judge" and "was elected judge".
    """
    if spot in laid.same[part]:
        return True
    whose = frozenset[Spot]().union(
        *[laid.same[i] for i in parts(laid.tied, part, OBJECT, IS)]
    )
    there = (o for o, r, is_head in laid.around[spot] if is_head and r in (OBJECT, IS))
    return not whose.isdisjoint(there)


def other_way(laid: Laid) -> Iterator[Shown]:
    """A place that somebody comes from in the one and goes to in the other."""
    for index, member in enumerate(laid.tied.members):
        if member.pos != "VERB":
            continue
        for spot in sorted(laid.same[index]):
            if laid.member(spot).pos != "VERB" or not _of_same(laid, index, spot):
                continue
            mine, theirs = _ways(laid, index), _ways_there(laid, spot)
            for place, thither in mine:
                back = [s for s, there in theirs if there != thither]
                same = {s for s, there in theirs if there == thither}
                found = laid.same[place].intersection(back)
                if found and laid.same[place].isdisjoint(same):
                    name = laid.tied.members[place].lemma
                    how = f"the one tells it “to”, the other “from” “{name}”"
                    a, b = (place, name), (min(found), name)
                    yield shown(laid, Kind.PLACE, a, b, how)


def _of_same(laid: Laid, index: int, spot: Spot) -> bool:
    doers, done_to = roles_of(laid.tied, index).things(laid.tied)
    theirs = who_in(laid, spot)
    mine = [
        frozenset[Spot]().union(*[called(laid, laid.same[i]) for i in side])
        for side in (doers, done_to)
    ]
    return not mine[0].isdisjoint(theirs[0]) or not mine[1].isdisjoint(theirs[1])


def _ways(laid: Laid, index: int) -> list[tuple[int, bool]]:
    """Names that a verb of the sentence goes to (True) or from."""
    tied = laid.tied
    found = [
        (t.part, t.role in THITHER)
        for t in tied.ties
        if t.head in (index, *parts(tied, index, OBJECT)) and t.role in THITHER | FROM
    ]
    if tied.members[index].lemma in LEAVING:
        found += [(i, False) for i in parts(tied, index, OBJECT)]
    return [(i, to) for i, to in found if tied.members[i].pos == "PROPN"]


def _ways_there(laid: Laid, spot: Spot) -> list[tuple[Spot, bool]]:
    around = laid.around[spot]
    objects = [o for o, role, is_head in around if is_head and role == OBJECT]
    found = [
        (o, role in THITHER)
        for each in (spot, *objects)
        for o, role, is_head in laid.around[each]
        if is_head and role in THITHER | FROM
    ]
    if laid.member(spot).lemma in LEAVING:
        found += [(o, False) for o in objects]
    return found
