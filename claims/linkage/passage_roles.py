"""Who takes part in what a word of a sentence tells: who does it, to whom. PURE.

Of a verb without a subject of its own it is the one of the verb that governs it ("was
accused of poisoning him"), of a quality who has it ("was found guilty"), of a noun
whose it is or who has it by a verb ("is serving a sentence").
"""

from __future__ import annotations

from typing import NamedTuple

from claims.facets.ties import IS, JOINED, OBJECT, OF, QUALITY, SUBJECT, Tied
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called

Members = frozenset[int]
NOBODY: Members = frozenset()

THINGS = ("NOUN", "PROPN")
VERBS = ("VERB", "AUX")
PRONOUNS = ("PRON", "DET")

# Roles by which a verb governs one whose doer is its own object, else its subject.
GOVERNING = frozenset({"xcomp", OBJECT, "of", "for", "from", "with", "in", "by"})
# Roles by which a verb goes on from one whose doer is its own.
GOING_ON = frozenset({"advcl", JOINED})
# Roles by which a noun hangs on the verb that tells whose it is.
CARRYING = frozenset({OBJECT, "to", "in", "with", "from", "on"})
# Roles of whom or what a noun is of.
OF_NOUN = frozenset({OF, "of", "to", "against", "over"})
TAKING_PART = frozenset({SUBJECT, OBJECT, IS})

# Steps from a word to a governor whose participants are its own.
STEPS = 2


class Roles(NamedTuple):
    """Members that do or have something, and those that it is done to."""

    doers: Members
    done_to: Members

    def things(self, tied: Tied) -> Roles:
        """The nouns and names among them."""
        doers, done_to = (
            frozenset(i for i in side if tied.members[i].pos in THINGS) for side in self
        )
        return Roles(doers, done_to)


def parts(tied: Tied, at: int, *roles: str) -> Members:
    """Members that a member governs by one of some roles."""
    return frozenset(t.part for t in tied.ties if t.head == at and t.role in roles)


def heads(tied: Tied, at: int, *roles: str) -> Members:
    """Members that govern a member by one of some roles."""
    return frozenset(t.head for t in tied.ties if t.part == at and t.role in roles)


def roles_of(tied: Tied, at: int, steps: int = STEPS) -> Roles:
    """Who takes part in what a member tells."""
    pos = tied.members[at].pos
    if pos in VERBS:
        found = _of_verb(tied, at, steps)
    elif pos in THINGS:
        found = _of_noun(tied, at, steps)
    else:
        found = Roles(_who_has(tied, at, steps), NOBODY)
    return Roles(found.doers - {at}, found.done_to - {at})


def _of_verb(tied: Tied, at: int, steps: int) -> Roles:
    doers, done_to = parts(tied, at, SUBJECT), parts(tied, at, OBJECT)
    if doers or not steps:
        return Roles(doers, done_to)
    if not done_to:  # "the banned hormone"
        done_to = heads(tied, at, QUALITY)
    for above in sorted(heads(tied, at, *GOVERNING)):
        if tied.members[above].pos == "VERB":
            governor = roles_of(tied, above, steps - 1)
            return Roles(governor.done_to - {at} or governor.doers, done_to)
    for above in sorted(heads(tied, at, *GOING_ON)):
        if tied.members[above].pos == "VERB":
            return _goes_on(tied, at, roles_of(tied, above, steps - 1), done_to)
    return Roles(doers, done_to)


def _goes_on(tied: Tied, at: int, before: Roles, done_to: Members) -> Roles:
    """What a verb goes on with: "owned by Kell and registered in Sand" is a ship."""
    moved = frozenset(i for i in before.done_to if i < min(at, *before.doers, at))
    if moved and not done_to:
        return Roles(NOBODY, moved)
    return Roles(before.doers, done_to)


def _of_noun(tied: Tied, at: int, steps: int) -> Roles:
    doers = parts(tied, at, IS) | heads(tied, at, IS)
    for above in sorted(heads(tied, at, *CARRYING)):
        if tied.members[above].pos in VERBS and steps:
            governor = roles_of(tied, above, steps - 1)
            doers |= governor.doers | governor.done_to
    whose = parts(tied, at, *OF_NOUN)
    names = (i for i in whose if i > at or tied.members[i].pos == "PROPN")
    return Roles(doers, frozenset(names))  # no name: "a prison sentence"


def _who_has(tied: Tied, at: int, steps: int) -> Members:
    """Who or what a quality is told of."""
    doers = parts(tied, at, IS, SUBJECT)
    for above in heads(tied, at, IS, QUALITY, OBJECT):
        if tied.members[above].pos not in VERBS:
            doers |= {above}
        elif steps:
            governor = roles_of(tied, above, steps - 1)
            doers |= governor.done_to - {at} or governor.doers
    return doers


def who_in(laid: Laid, spot: Spot) -> tuple[frozenset[Spot], frozenset[Spot]]:
    """Spots of who does and who suffers what a member of the passage tells, with what
    they are called; a pronoun may stand for whoever took part in anything before it.
    """
    tied = laid.passage[spot[0]].tied
    assert tied is not None, "only what is tied has spots"
    found = roles_of(tied, spot[1])
    doers, done_to = (
        called(laid, frozenset((spot[0], i) for i in _meant(tied, side)))
        for side in found
    )
    return doers, done_to


def _meant(tied: Tied, side: Members) -> Members:
    meant = {i for i in side if tied.members[i].pos in THINGS}
    for pronoun in side - meant:
        if tied.members[pronoun].pos in PRONOUNS:
            meant |= {
                t.part
                for t in tied.ties
                if t.role in TAKING_PART
                and t.part < pronoun
                and tied.members[t.part].pos in THINGS
            }
    return frozenset(meant)
