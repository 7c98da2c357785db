"""Whether a passage tells a thing of another nation, or as lower in rank. PURE.

"A Swedish engineer" against "the Swiss engineer", "registered in Greece" against
"registered in Panama", "the tallest building" against "the second tallest".
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets import gazetteer
from claims.facets.gazetteer import Place
from claims.facets.ties import OF, QUALITY, Member, Tie
from claims.facets.types import Kind
from claims.lexicon.words import words
from claims.linkage.passage_roles import VERBS, parts, roles_of, who_in
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called

# Ties of a nation to what is of it, and of a place to what happens there.
OF_NATION = frozenset({QUALITY, OF})
WHERE = frozenset({"in", "at", "near", "on"})

# The pipeline's labels of nations and places.
NATIONS = frozenset({"NORP", "GPE", "LOC"})

# What tells that something is not the first of its kind.
NOT_FIRST = words("second third fourth fifth sixth seventh eighth ninth tenth")
SUPERLATIVE = "est"


def of_another_nation(laid: Laid) -> Iterator[Shown]:
    """Something of a nation, or done in a country, of which the passage has nothing,
    and which the passage tells of another.
    """
    for tie in laid.tied.ties:
        mine = _country(laid.tied.members[tie.part])
        if mine is None or _mentioned(laid, tie, mine):
            continue
        for spot in _in_its_stead(laid, tie):
            other = laid.member(spot)
            theirs = _country(other)
            if theirs is not None and _apart(mine, theirs):
                what = laid.tied.members[tie.head].lemma
                how = f"the passage tells “{other.lemma}” of “{what}”"
                a, b = (tie.part, mine.key), (spot, theirs.key)
                yield shown(laid, Kind.PLACE, a, b, how)


def _in_its_stead(laid: Laid, tie: Tie) -> Iterator[Spot]:
    """What the passage has where the sentence has a nation or a place."""
    head = laid.tied.members[tie.head]
    if head.pos == "NOUN" and tie.role in OF_NATION:
        for spot in sorted(laid.same[tie.head]):
            yield from (
                o for o, r, below in laid.around[spot] if below and r in OF_NATION
            )
    elif head.pos in VERBS and tie.role in WHERE:
        for spot in sorted(laid.same[tie.head]):
            if _of_same(laid, tie.head, spot):
                yield from (
                    o for o, r, below in laid.around[spot] if below and r == tie.role
                )


def _of_same(laid: Laid, verb: int, spot: Spot) -> bool:
    """Whether a verb of the passage tells of all whom it is done to, or who does it."""
    doers, done_to = roles_of(laid.tied, verb).things(laid.tied)
    theirs = frozenset[Spot]().union(*who_in(laid, spot))
    who = done_to or doers
    return bool(who) and all(
        not called(laid, laid.same[i]).isdisjoint(theirs) for i in who
    )


def _country(member: Member) -> Place | None:
    """The country or its part that a name or an adjective tells."""
    if member.entity not in NATIONS:
        return None
    place = gazetteer.lookup(" ".join(word.capitalize() for word in member.words))
    return None if place is None or place.city else place


def _apart(one: Place, other: Place) -> bool:
    """Whether neither can lie in the other: England and Scotland do not."""
    if one.country != other.country:
        return True
    return other.country not in (one.key, other.key) and one.key != other.key


def _mentioned(laid: Laid, tie: Tie, mine: Place) -> bool:
    """Whether the passage may tell the same of the nation: it has it anywhere, or of a
    place where a thing is done beside the other.
    """
    there = [
        spot
        for spot in laid.spots()
        if (place := _country(laid.member(spot))) is not None
        and not _apart(mine, place)
    ]
    if laid.tied.members[tie.head].pos not in VERBS:
        return bool(there)
    beside = laid.same[tie.head].union(_in_its_stead(laid, tie))
    return any(
        other in beside or laid.member(other).lemma in laid.claim.lemmas
        for spot in there
        for other, _, _ in laid.around[spot]
    )


def lower_in_rank(laid: Laid) -> Iterator[Shown]:
    """What the sentence calls the first of its kind, and the passage the second."""
    members = laid.tied.members
    for tie in laid.tied.ties:
        word = members[tie.part]
        if tie.role != QUALITY or not word.words[0].endswith(SUPERLATIVE):
            continue
        beside = parts(laid.tied, tie.head, QUALITY) | parts(
            laid.tied, tie.part, QUALITY
        )
        if any(members[i].lemma in NOT_FIRST for i in beside):
            continue
        for spot in _as_superlative(laid, tie):
            for rank in _ranks(laid, spot):
                theirs = laid.member(rank).lemma
                how = f"the passage tells “{theirs} {word.words[0]}”"
                a, b = (tie.part, word.words[0]), (rank, theirs)
                yield shown(laid, Kind.ORDINAL, a, b, how)


def _as_superlative(laid: Laid, tie: Tie) -> list[Spot]:
    """Where the passage has the same superlative; none where one stands alone, since
    that may be the sentence's: "the tallest in the town, and third tallest of all".
    """
    word = laid.tied.members[tie.part].words
    return [s for s in sorted(laid.same[tie.part]) if laid.member(s).words == word]


def _ranks(laid: Laid, spot: Spot) -> list[Spot]:
    """What tells the rank of a superlative: "second" of "the second tallest"."""
    above = [
        o for o, role, is_head in laid.around[spot] if role == QUALITY and not is_head
    ]
    return [
        o
        for each in (spot, *above)
        for o, role, is_head in laid.around[each]
        if is_head and role == QUALITY and laid.member(o).lemma in NOT_FIRST
    ]
