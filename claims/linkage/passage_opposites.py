"""Whether a passage tells the opposite of what a sentence tells, of the same. PURE.

"Upheld the conviction" and "overturned the conviction", "opponent of the junta" and
"supporter of the junta": whoever takes part in the one takes part in the other. Where
the passage has the sentence's own word as well it tells of both, and nothing follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.events import event
from claims.facets.opposites import opposite, opposite_events, poles_apart
from claims.facets.senses import PERSON, Sense, domain, parts, related
from claims.facets.ties import IS, JOINED, OBJECT, QUALITY, SUBJECT, Member
from claims.facets.types import Kind, Modality
from claims.lexicon.undone import DEAD, SPARED
from claims.linkage.items import EMPTY
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called, frame_of, told

# What may be the opposite of what.
PREDICATES = ("VERB", "NOUN", "ADJ")

# Prefix by which a participle denies its verb.
NEGATING = ("un",)

# Worlds in which a predicate is told as a fact.
FACTUAL = (Modality.ASSERTED, Modality.PLANNED)

# A clause that tells what is thought, not done: "agreed that it was unlawful".
THOUGHT = "ccomp"

# Ties of a predicate to what it is not told of.
ASIDE = frozenset({QUALITY, JOINED, "xcomp", "ccomp", "advcl", "acl"})
NAMED = ("PROPN", "NOUN")


def opposed(laid: Laid) -> Iterator[Shown]:
    """A predicate of the passage that is the opposite of one of the sentence."""
    mine = frozenset[Spot]().union(*laid.same.values())
    for index in told(laid, PREDICATES):
        member = laid.tied.members[index]
        if member.lemma in EMPTY or laid.same[index]:
            continue
        for spot in laid.spots():
            other = laid.member(spot)
            if spot in mine or not against(member, other):
                continue
            if as_fact(laid, spot) and _of_same(laid, index, spot):
                one, two = (index, "affirmed"), (spot, "affirmed")
                how = f"“{other.lemma}” is the opposite of “{member.lemma}”"
                yield shown(laid, Kind.POLARITY, one, two, how)


def against(one: Member, other: Member) -> bool:
    """Whether two predicates exclude each other."""
    if one.pos not in PREDICATES or other.pos not in PREDICATES:
        return False
    for dead, spared in ((one.lemma, other.lemma), (other.lemma, one.lemma)):
        if dead in DEAD and spared in SPARED:
            return True
    if one.pos != other.pos:
        return _across(one, other)
    people = domain(one.lemma) == domain(other.lemma) == PERSON
    if one.pos == "NOUN" and people and poles_apart(one.lemma, other.lemma):
        return True
    if one.pos == "ADJ" and related(one.lemma, other.lemma) == Sense.OPPOSITE:
        return True
    return opposite(one.lemma, other.lemma, one.pos)


def _across(one: Member, other: Member) -> bool:
    """Whether words of two parts of speech exclude each other: "closed" and "remains
    open", "confirmed" and "an unconfirmed case".
    """
    if "ADJ" not in (one.pos, other.pos):
        return opposite_events(*(event(each.lemma, each.pos) for each in (one, other)))
    if opposite(one.lemma, other.lemma, ""):
        return True
    adjective, word = (one, other) if one.pos == "ADJ" else (other, one)
    for prefix in NEGATING:
        plain = adjective.lemma.removeprefix(prefix)
        if plain != adjective.lemma and word.pos == "VERB" and parts(plain):
            return related(plain, word.lemma) == Sense.SAME
    return False


def as_fact(laid: Laid, spot: Spot) -> bool:
    """Whether the passage tells a predicate as a fact that it does not deny."""
    member = laid.member(spot)
    frame = frame_of(laid.passage[spot[0]].frames, member.start)
    if member.denied or any(r == THOUGHT for _, r, head in laid.around[spot] if head):
        return False
    return frame is None or (not frame.negated and frame.modality in FACTUAL)


def _of_same(laid: Laid, index: int, spot: Spot) -> bool:
    """Whether all that the sentence tells its predicate of take part in the other; of
    what is done to somebody the passage need not say by whom.
    """
    ties = [
        tie
        for tie in laid.tied.ties
        if tie.head == index
        and tie.role not in ASIDE
        and laid.tied.members[tie.part].pos in NAMED
    ]
    noun = laid.tied.members[index].pos == "NOUN"
    whole = [tie for tie in ties if noun or tie.role in (OBJECT, IS)]
    there = _linked(laid, spot)
    if not whole:  # of two that take part in the other it is whom it is done to
        suffers = [(o, r) for o, r in there if r == OBJECT]
        whole, there = ties, suffers or there
    doers = [tie for tie in ties if tie.role == SUBJECT and tie not in whole]
    reached = frozenset(other for other, _ in there)
    named = frozenset(
        o for o, r in there if r == SUBJECT and laid.member(o).pos in NAMED
    )
    return (
        bool(whole)
        and all(_is_there(laid, t.part, reached) for t in whole)
        and (not named or all(_is_there(laid, tie.part, named) for tie in doers))
    )


def _is_there(laid: Laid, part: int, there: frozenset[Spot]) -> bool:
    return not called(laid, laid.same[part]).isdisjoint(called(laid, there))


def _linked(laid: Laid, spot: Spot) -> list[tuple[Spot, str]]:
    """Who takes part in a predicate, with their roles; of a quality what has it, and
    of what somebody is left as ("was freed unharmed") who takes part in the verb.
    """
    own = [(o, r) for o, r, is_head in laid.around[spot] if is_head and r not in ASIDE]
    heads = [h for h, role, is_head in laid.around[spot] if not is_head]
    if laid.member(spot).pos != "ADJ":
        return own
    own += [(h, r) for h, r, is_head in laid.around[spot] if not is_head]
    return own + [
        (o, r)
        for head in heads
        for o, r, is_head in laid.around[head]
        if is_head and r in (SUBJECT, OBJECT)
    ]
