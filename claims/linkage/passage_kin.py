"""Whether a passage tells of two people as other relatives. PURE.

"Ivo is the husband of Ada Morel" against "Ada Morel, daughter of Ivo": whoever is one
of these to somebody is no other of them. Brothers and sisters may also be told apart by
who is the elder.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.facets.ties import IS, OF, QUALITY, Tied
from claims.facets.types import Kind
from claims.lexicon.kin import INVERSE, KIN, OLDER, YOUNGER
from claims.linkage.passage_roles import Members, heads, parts
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid
from claims.linkage.polarity import denies

Words = frozenset[str]


class Relative(NamedTuple):
    """A word for a relative, what it tells, and the names of both."""

    at: int
    relation: str
    who: Words
    whose: Words


def other_relatives(laid: Laid) -> Iterator[Shown]:
    """A relative of somebody in the sentence who is another in the passage."""
    for one in _relatives(laid.tied):
        for at, statement in enumerate(laid.passage):
            if statement.tied is None or denies(statement.text):
                continue
            for other in _relatives(statement.tied):
                if _excludes(one, other):
                    word, spot = laid.tied.members[one.at].lemma, (at, other.at)
                    theirs = laid.member(spot).lemma
                    how = f"the passage tells “{theirs}” of the two, not “{word}”"
                    a, b = (one.at, word), (spot, theirs)
                    yield shown(laid, Kind.TITLE, a, b, how)


def _relatives(tied: Tied) -> Iterator[Relative]:
    for at, member in enumerate(tied.members):
        relation = KIN.get(member.lemma)
        if relation is None or member.denied:
            continue
        who = _names(tied, parts(tied, at, IS) | heads(tied, at, IS))
        whose = _names(tied, _meant(tied, parts(tied, at, OF, "of", "to")))
        age = {tied.members[i].words[-1] for i in parts(tied, at, QUALITY)}
        if relation == "sibling" and age & OLDER:
            relation = "older"
        elif relation == "sibling" and age & YOUNGER:
            relation = "younger"
        if who - whose and whose - who:
            yield Relative(at, relation, who - whose, whose - who)


def _meant(tied: Tied, owners: Members) -> Members:
    """Owners, and for "his" every name before it."""
    before = max((i for i in owners if tied.members[i].pos == "PRON"), default=0)
    return owners | frozenset(
        i for i in range(before) if tied.members[i].pos == "PROPN"
    )


def _names(tied: Tied, members: Members) -> Words:
    return frozenset(
        word
        for at in members
        for each in (at, *parts(tied, at, IS), *heads(tied, at, IS))
        if tied.members[each].pos == "PROPN"
        for word in tied.members[each].words
        if len(word) > 1
    )


def _excludes(one: Relative, other: Relative) -> bool:
    straight = one.who & other.who and one.whose & other.whose
    crossed = one.who & other.whose and one.whose & other.who
    if bool(straight) == bool(crossed):
        return False
    told = other.relation if straight else TURNED[other.relation]
    mine = one.relation
    if {mine, told} <= SIBLINGS:
        return {mine, told} == {"older", "younger"}
    return mine != told


SIBLINGS = frozenset({"sibling", "older", "younger"})
TURNED = {**INVERSE, "older": "younger", "younger": "older"}
