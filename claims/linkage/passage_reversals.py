"""Who does a thing to whom, told by a passage the other way round, in any words. PURE.

"Tesk sued Ostrel" against "Ostrel filed a lawsuit against Tesk". Where the sentence has
one side the passage has the other, and on no side the same; what both do to each other
(to meet, to marry, to fight) has no other way round.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claims.facets.events import event, near
from claims.facets.senses import related
from claims.facets.ties import IS, OBJECT, OF, QUALITY, Tied
from claims.lexicon.generics import SYMMETRIC
from claims.lexicon.words import words
from claims.linkage.items import EMPTY
from claims.linkage.passage_denials import ONE_WORD
from claims.linkage.passage_roles import THINGS, Members, heads, parts, roles_of
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.polarity import TELLING
from claims.linkage.sorts import kind_of

# Roles of whom a verb, and a noun, is directed to.
TOWARDS = frozenset({OBJECT, "to", "against", "on", "over", "at", "upon"})
NOUN_TOWARDS = frozenset({OF, "of", "against", "on", "to", "upon", "over"})

# Verbs by which somebody does what their object tells: "filed a lawsuit".
DOING = words("""
file launch make take hold give deliver bring pay mount start begin open stage carry
issue lodge lay put
""")

# Ties of what belongs to somebody's name: "government troops", "the rebel garrison".
BESIDE = frozenset({OF, QUALITY})
NAMING = frozenset({"NOUN", "PROPN", "ADJ"})

Words = frozenset[str]


class Deed(NamedTuple):
    """A word that tells what somebody does to another, its kind of event, and both."""

    at: int
    event: str
    doers: Members
    others: Members


def reversed_deed(laid: Laid) -> Iterator[Shown]:
    """A deed of the sentence that the passage tells the other way round."""
    for one in _deeds(laid.tied):
        for at, statement in enumerate(laid.passage):
            for other in _deeds(statement.tied):
                assert statement.tied is not None, "only what is tied has deeds"
                if _turned((laid.tied, one), (statement.tied, other)):
                    yield _shown(laid, one, (at, min(other.doers)), (at, other.at))


def _shown(laid: Laid, one: Deed, doer: Spot, deed: Spot) -> Shown:
    mine, word = laid.tied.members[min(one.doers)], laid.tied.members[one.at].lemma
    return shown(
        laid,
        kind_of(mine),
        (min(one.doers), mine.lemma),
        (doer, laid.member(doer).lemma),
        f"“{word}” and “{laid.member(deed).lemma}” are told the other way round",
    )


def _turned(one: tuple[Tied, Deed], other: tuple[Tied, Deed]) -> bool:
    lemmas = [tied.members[deed.at].lemma for tied, deed in (one, other)]
    one_deed = near(one[1].event, other[1].event)
    if not one_deed and related(*lemmas, verbs=True) not in ONE_WORD:
        return False
    return _crossed(_apart(*one), _apart(*other))


def _deeds(tied: Tied | None) -> Iterator[Deed]:
    if tied is None:
        return
    for at, member in enumerate(tied.members):
        if member.denied or member.lemma in EMPTY:
            continue
        if member.pos == "VERB":
            yield from _of_verb(tied, at)
        elif member.pos == "NOUN":
            yield from _of_noun(tied, at)


def _of_verb(tied: Tied, at: int) -> Iterator[Deed]:
    member = tied.members[at]
    name = event(member.lemma, "VERB", member.particle)
    if name in SYMMETRIC or name in TELLING or member.lemma in SYMMETRIC:
        return
    doers = roles_of(tied, at).things(tied).doers
    for other in sorted(parts(tied, at, *TOWARDS)):
        if doers and tied.members[other].pos in THINGS:
            yield Deed(at, name, doers, frozenset({other}))


def _of_noun(tied: Tied, at: int) -> Iterator[Deed]:
    """ "Kell's attack on Sand", "Kell launched an attack on Sand"."""
    name = event(tied.members[at].lemma, "NOUN")
    if name == tied.members[at].lemma or name in SYMMETRIC:
        return
    verbs = [v for v in heads(tied, at, OBJECT) if tied.members[v].lemma in DOING]
    owners = frozenset(i for i in parts(tied, at, OF) if i < at)
    doers = owners or frozenset[int]().union(
        *[roles_of(tied, verb).doers for verb in verbs]
    )
    others = {i for i in parts(tied, at, *NOUN_TOWARDS) if i > at}
    others.update(*[parts(tied, verb, *TOWARDS) for verb in verbs])
    doers = frozenset(i for i in doers if tied.members[i].pos in THINGS)
    for other in sorted(others - {at}):
        if doers and tied.members[other].pos in THINGS:
            yield Deed(at, name, doers, frozenset({other}))


def _apart(tied: Tied, deed: Deed) -> tuple[Words, Words]:
    """The words of both sides, without those that both have."""
    one, other = _about(tied, deed.doers), _about(tied, deed.others)
    return one - other, other - one


def _about(tied: Tied, side: Members) -> Words:
    """The words by which somebody is named, with what else he is called."""
    found: set[str] = set()
    for at in side:
        for each in (at, *parts(tied, at, IS), *heads(tied, at, IS)):
            beside = [
                i for i in parts(tied, each, *BESIDE) if tied.members[i].pos in NAMING
            ]
            for member in (tied.members[i] for i in (each, *beside)):
                found |= {member.lemma, *(w for w in member.words if len(w) > 1)}
    return frozenset(found)


def _crossed(mine: tuple[Words, Words], theirs: tuple[Words, Words]) -> bool:
    """Whether each side has words of the other's other side, and who does it in the one
    has none of who does it in the other.
    """
    crossed = mine[0] & theirs[1] and mine[1] & theirs[0]
    return bool(crossed) and mine[0].isdisjoint(theirs[0])
