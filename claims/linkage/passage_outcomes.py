"""Whether a passage tells another outcome of the same, in whatever words. PURE.

"Is serving a sentence" against "was cleared of all charges", "won the run-off" against
"conceded": of two outcomes only one can hold of one thing (lexicon.outcomes), and the
passage nowhere tells the sentence's own. Whose fate it is must be the same; of what
somebody does, who does it as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claims.facets.senses import ADJECTIVE, NOUN, VERB, synonyms
from claims.facets.ties import IS, OBJECT, QUALITY, Member
from claims.facets.types import Kind
from claims.lexicon.outcomes import FATES, STANCES
from claims.lexicon.words import words
from claims.linkage.items import EMPTY
from claims.linkage.passage_opposites import against, as_fact
from claims.linkage.passage_roles import THINGS, VERBS, parts, roles_of, who_in
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called, told

Spots = frozenset[Spot]
Outcome = tuple[frozenset[str], frozenset[str]]

PREDICATES = ("VERB", "NOUN", "ADJ", "ADV")

# A word's first senses in WordNet, those in which news mostly uses it. Of what more
# senses add on our own and public pairs three in four are wrong.
USUAL_SENSES = 2
SENSES_OF = {"VERB": VERB, "NOUN": NOUN, "ADJ": ADJECTIVE}

# Roles by which a predicate holds the word that tells the outcome: "was left alive".
HOLDING = ("xcomp", "ccomp", OBJECT, IS, QUALITY, "on", "to")
# Steps from the main predicate to that word: "says that he declared the vote valid".
HELD_STEPS = 2

# Who tries or wants something has not done it: "tried to kill the senator".
TRYING = words("try attempt seek want hope plan aim intend threaten fail")

# Who is told to be fired was hired: these end what their opposite began.
ENDING = words("fire sack dismiss lift release free reopen repeal leave")

# Roles of that to which an outcome relates: unrelated to its neighbours.
RELATED_TO = frozenset({"to", "with", "from", "against", "for"})


def _read(block: str) -> tuple[Outcome, ...]:
    lines = block.replace("|\n  ", "| ").replace("\n  ", " ").strip().splitlines()
    sides = [line.split("|") for line in lines]
    return tuple((frozenset(a.split()), frozenset(b.split())) for a, b in sides)


FATE_ENDS, STANCE_ENDS = _read(FATES), _read(STANCES)


def ends_otherwise(laid: Laid) -> Iterator[Shown]:
    """An outcome that the sentence tells, in whose stead the passage tells another."""
    if not all_named(laid):
        return
    for index, main in _outcomes(laid):
        mine = _who(laid, index)
        if not any(mine) or _tells_too(laid, index, mine):
            continue
        word = laid.tied.members[index]
        for spot in laid.spots():
            other = laid.member(spot)
            how = _how(word, other, opposites=main)
            if how and as_fact(laid, spot) and _of_one(laid, index, spot, mine, how):
                a, b = (index, "affirmed"), (spot, "affirmed")
                said = f"who is “{other.words[-1]}” is not “{word.words[-1]}”"
                yield shown(laid, Kind.POLARITY, a, b, said)


def all_named(laid: Laid) -> bool:
    """Whether the passage has every name of the sentence: who was second in one race
    may have won another.
    """
    members = laid.tied.members
    return all(laid.same[i] for i, m in enumerate(members) if m.pos == "PROPN")


def _outcomes(laid: Laid) -> Iterator[tuple[int, bool]]:
    """Words of the sentence that may tell an outcome; whether they are what it tells,
    and not only a part of that.
    """
    tied = laid.tied
    if tied.main < 0:
        return
    first = {tied.main, *told(laid, ("VERB", "NOUN", "ADJ"))}
    found = set(first)
    for _ in range(HELD_STEPS):
        verbs = [i for i in found if i == tied.main or tied.members[i].pos in VERBS]
        found.update(*[parts(tied, i, *HOLDING) for i in verbs])
    for index in sorted(found):
        member = tied.members[index]
        if member.pos in PREDICATES and not member.denied and member.lemma not in EMPTY:
            yield index, index in first


def _who(laid: Laid, index: int) -> tuple[Spots, Spots]:
    """Where the passage has who does and who suffers what the sentence tells."""
    found = roles_of(laid.tied, index).things(laid.tied)
    doers, done_to = (_there(laid, side) for side in found)
    return doers, done_to


def _there(laid: Laid, members: Iterable[int]) -> Spots:
    return frozenset[Spot]().union(*[called(laid, laid.same[i]) for i in members])


def _tells_too(laid: Laid, index: int, mine: tuple[Spots, Spots]) -> bool:
    """Whether the passage tells the sentence's own outcome of the same, or of nobody in
    particular.
    """
    word = laid.tied.members[index]
    for spot in laid.spots():
        if spot not in laid.same[index] and not _one_end(word, laid.member(spot)):
            continue
        if _only_tried(laid, spot):
            continue
        doers, done_to = who_in(laid, spot)
        if not (doers or done_to):
            return True
        if mine[0] and doers and mine[0].isdisjoint(doers) and _is_stance(word):
            continue
        if mine[1] and done_to:
            if mine[1] & done_to:
                return True
        elif (mine[0] | mine[1]) & (doers | done_to):
            return True
    return False


def _is_stance(word: Member) -> bool:
    return any(not forms(word).isdisjoint(a | b) for a, b in STANCE_ENDS)


def _only_tried(laid: Laid, spot: Spot) -> bool:
    return any(
        role == "xcomp" and not is_head and laid.member(head).lemma in TRYING
        for head, role, is_head in laid.around[spot]
    )


def _of_one(
    laid: Laid, index: int, spot: Spot, mine: tuple[Spots, Spots], how: str
) -> bool:
    """Whether two outcomes are told of one thing: of whom it is done to if both say so,
    else of who does it, of a stance of both.
    """
    theirs = who_in(laid, spot)
    if _relate_apart(laid, index, spot):
        return False
    if how == FATE:
        one = _whose(laid.tied.members[index], mine)
        return not one.isdisjoint(_whose(laid.member(spot), theirs))
    doers, done_to = theirs
    if mine[0] and doers and mine[0].isdisjoint(doers):
        return False
    if done_to and not mine[1] and _has_object(laid, index):
        return False
    if not mine[1] or not done_to or mine[1] & done_to:
        return bool((mine[0] | mine[1]) & (doers | done_to))
    if any(at == spot[0] for at, _ in mine[1]):  # "rejected a bill that allows it"
        return bool(mine[0] & (doers or done_to))
    return False


def _has_object(laid: Laid, index: int) -> bool:
    return bool(roles_of(laid.tied, index).things(laid.tied).done_to)


def _whose(word: Member, who: tuple[Spots, Spots]) -> Spots:
    """Whose fate a word tells: of a verb what it is done to, if that is told."""
    doers, done_to = who
    return (done_to or doers) if word.pos in VERBS else doers | done_to


def _relate_apart(laid: Laid, index: int, spot: Spot) -> bool:
    """Whether the two relate to different things: "related to" one, "unrelated to"
    another.
    """
    if laid.tied.members[index].pos in VERBS:
        return False
    for tie in laid.tied.ties:
        if tie.head != index or tie.role not in RELATED_TO:
            continue
        there = [
            o for o, role, below in laid.around[spot] if below and role == tie.role
        ]
        things = [o for o in there if laid.member(o).pos in THINGS]
        if things and called(laid, laid.same[tie.part]).isdisjoint(things):
            return True
    return False


FATE, STANCE = "fate", "stance"


def _how(one: Member, other: Member, *, opposites: bool) -> str:
    """Whether two words tell outcomes that exclude each other: of whose fate, or of
    whose stance; "" where they do not.
    """
    if other.pos not in PREDICATES:
        return ""
    a, b = _words(one), _words(other)
    if _apart(a, b, FATE_ENDS):
        return FATE
    if _apart(a, b, STANCE_ENDS):
        return STANCE
    told_as_done = opposites and other.lemma not in ENDING
    return STANCE if told_as_done and against(one, other) else ""


def _one_end(one: Member, other: Member) -> bool:
    a, b = _words(one), _words(other)
    return any(
        not a.isdisjoint(end) and not b.isdisjoint(end)
        for pair in (*FATE_ENDS, *STANCE_ENDS)
        for end in pair
    )


def _words(member: Member) -> frozenset[str]:
    """The forms of a word with its synonyms."""
    pos = SENSES_OF.get(member.pos, "")
    if member.particle or not pos:
        return forms(member)
    return forms(member) | synonyms(member.lemma.lower(), pos, USUAL_SENSES)


def forms(member: Member) -> frozenset[str]:
    """How a word may stand in a word list: its lemma, as printed, with its particle."""
    if member.particle:
        return frozenset([f"{member.lemma}+{member.particle}"])
    return frozenset([member.lemma.lower(), member.words[-1]])


@lru_cache(maxsize=50_000)
def _apart(a: frozenset[str], b: frozenset[str], outcomes: tuple[Outcome, ...]) -> bool:
    return any(
        (not a.isdisjoint(one) and not b.isdisjoint(other))
        or (not b.isdisjoint(one) and not a.isdisjoint(other))
        for one, other in outcomes
    )
