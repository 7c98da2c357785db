"""Whether a passage tells that what a sentence tells did not come about. PURE.

Two ways: what the sentence is about is denied, refused or turned down; or every mention
of its event in the passage hangs on something that undoes it: a report of it is false,
it was called off, others were cleared of it, it is what was not done instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from claims.facets.senses import Sense, related
from claims.facets.ties import INSTEAD_OF, IS, OBJECT, OF, SUBJECT, Tie
from claims.facets.types import Frame, Kind, Modality
from claims.lexicon.cues import (
    CLAIM_NOUNS,
    CUT_OFF,
    DENYING,
    EXISTENTIAL,
    TAKING,
    TURNED_DOWN,
    UNREALISED,
)
from claims.lexicon.undone import (
    ANNOUNCING,
    AVERTED,
    CARRIED,
    COLLAPSED,
    FREED,
    LIGHT,
    OBLIGATION,
    UNTIL,
    UNTRUE,
    WITHOUT,
)
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot

# Clauses whose predicate their governor can undo.
GOVERNED = ("xcomp", "ccomp")

VERB = "VERB"
EVENTS = (VERB, "NOUN")

# Roles of those who take part in an event, of a noun's those it is of.
DOERS = frozenset({SUBJECT, OBJECT, IS})
OF_NOUN = frozenset({OF, "by", "between"})
NAMED = ("PROPN", "NOUN")

# Roles of whom a noun's event is directed at.
DIRECTED = frozenset({"to", "against", "on"})

# Worlds in which nothing of a sentence is told to be so.
UNSAID = (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.ASKED)


def denied(laid: Laid) -> Iterator[Shown]:
    """A verb of the sentence is denied in the passage, or what it did was refused."""
    for index, spots in laid.same.items():
        for spot in sorted(spots):
            how = _denial(index, spot, laid)
            if how:
                one, other = (index, "affirmed"), (spot, "denied")
                yield shown(laid, Kind.POLARITY, one, other, how)


def _denial(index: int, spot: Spot, laid: Laid) -> str:
    """How a member of the passage denies the sentence's, "" where it does not."""
    one = laid.tied.members[index]
    verbs = [m for m in map(laid.member, laid.same[index]) if m.pos == VERB]
    verbs = [verb for verb in verbs if verb.lemma == one.lemma] or verbs
    if one.pos == VERB and laid.member(spot) in verbs and all(v.denied for v in verbs):
        return f"“{one.lemma}” is denied"
    mine = frozenset[Spot]().union(*laid.same.values())
    for head, role, is_head in laid.around[spot]:
        above = laid.member(head).lemma
        if not is_head and head not in mine and _undone(laid, index, above, role):
            return f"“{above}” tells that it did not come about"
    return ""


def _undone(laid: Laid, index: int, above: str, role: str) -> bool:
    """Whether a verb of the passage undoes what the sentence says is done: its main
    predicate, or what somebody took or held by it.
    """
    tied = laid.tied
    if index == tied.main:
        return role in GOVERNED and above in UNREALISED | DENYING
    if role != OBJECT or Tie(tied.main, index, OBJECT) not in tied.ties:
        return False
    if above in TURNED_DOWN:
        return tied.verb in TAKING
    return above in CUT_OFF and tied.verb in EXISTENTIAL


def undone(laid: Laid) -> Iterator[Shown]:
    """An event of the sentence that is undone wherever the passage has it."""
    for index in told(laid):
        member = laid.tied.members[index]
        spots = _of_event(laid, index)
        announced = index != laid.tied.main and laid.tied.verb in ANNOUNCING
        hows = [
            _denied(laid, s) or (not announced and _averted(laid, s)) for s in spots
        ]
        if not spots or not all(hows) or not same_affair(laid, index, spots):
            continue
        one, other = (index, "affirmed"), (spots[0], "denied")
        how = f"“{member.lemma}”: {hows[0]}"
        yield shown(laid, Kind.POLARITY, one, other, how)


def told(laid: Laid, sorts: Collection[str] = EVENTS) -> Iterator[int]:
    """What the sentence tells as a fact: its main predicate, and what a verb that tells
    nothing by itself has.
    """
    tied = laid.tied
    if tied.main < 0:
        return
    frame = frame_of(laid.claim.frames, tied.members[tied.main].start)
    if frame is not None and frame.modality in UNSAID:
        return
    carried = [t.part for t in tied.ties if t.head == tied.main and t.role in CARRIED]
    for index in (tied.main, *carried[: len(carried) * (tied.verb in LIGHT)]):
        if tied.members[index].pos in sorts:
            yield index


def _of_event(laid: Laid, index: int) -> list[Spot]:
    """Where the passage tells the event, in the same word if it does so anywhere."""
    word = laid.tied.members[index].lemma
    spots = sorted(laid.same[index])
    same = [s for s in spots if related(word, laid.member(s).lemma) == Sense.SAME]
    return same or spots


def same_affair(laid: Laid, index: int, spots: list[Spot]) -> bool:
    """Whether all who take part in the sentence are in the passage, and no mention of
    the event has others in their place.
    """
    ties = [
        tie
        for tie in laid.tied.ties
        if tie.head in (index, laid.tied.main)
        and tie.role in DOERS
        and tie.part != index
        and laid.tied.members[tie.part].pos in NAMED
    ]
    if not ties or not all(laid.same[tie.part] for tie in ties):
        return False
    who = frozenset[Spot]().union(*[called(laid, laid.same[t.part]) for t in ties])
    done_to = [laid.same[t.part] for t in ties if (t.head, t.role) == (index, OBJECT)]
    doers = [laid.same[t.part] for t in ties if (t.head, t.role) == (index, SUBJECT)]
    return not any(
        _of_others(laid, spot, who)
        or _of_another(laid, spot, done_to)
        or _against_doer(laid, spot, doers)
        for spot in spots
    )


def _of_another(laid: Laid, spot: Spot, done_to: list[frozenset[Spot]]) -> bool:
    """Whether a noun of the passage is not of what the sentence says it is done to:
    "a hearing was cancelled" leaves it open who heard the appeal.
    """
    if laid.member(spot).pos == VERB or not done_to:
        return False
    beside = frozenset(other for other, _, _ in laid.around[spot])
    return all(beside.isdisjoint(called(laid, part)) for part in done_to)


def _against_doer(laid: Laid, spot: Spot, doers: list[frozenset[Spot]]) -> bool:
    """Whether a noun tells of it as done to who does it in the sentence: there may be
    no threat to whom somebody threatens.
    """
    suffers = [o for o, r, below in laid.around[spot] if below and r in DIRECTED]
    noun = laid.member(spot).pos != VERB
    return noun and any(not doer.isdisjoint(suffers) for doer in doers)


def called(laid: Laid, spots: frozenset[Spot]) -> frozenset[Spot]:
    """Members with what they are said to be: "the hostage", of a name."""
    return spots | {
        other for spot in spots for other, role, _ in laid.around[spot] if role == IS
    }


def _of_others(laid: Laid, spot: Spot, who: frozenset[Spot]) -> bool:
    """Whether only others than these take part in an event of the passage by name."""
    roles = DOERS if laid.member(spot).pos == VERB else OF_NOUN
    there = [o for o, role, is_head in laid.around[spot] if is_head and role in roles]
    names = [other for other in there if laid.member(other).pos == "PROPN"]
    return bool(names) and who.isdisjoint(there)


def _denied(laid: Laid, spot: Spot) -> str:
    """How a member of the passage is told not to be so, "" where it is not."""
    if _until(laid, spot):
        return ""
    frame, member = _frame_at(laid, spot), laid.member(spot)
    if member.denied or (frame is not None and frame.negated):
        return f"“{member.lemma}” is denied"
    for other, role, is_head in laid.around[spot]:
        word = _verb(laid, other)
        if is_head:
            continue
        if role == INSTEAD_OF or role in WITHOUT:
            return f"it is what “{word}” was told {role}"
        if role == "xcomp" and laid.member(other).denied and word in OBLIGATION:
            return f"nobody has to “{member.lemma}”"
        if role == IS and word in UNTRUE:
            return f"it is called “{word}”"
        if role == OF and word in CLAIM_NOUNS and member.lemma not in CLAIM_NOUNS:
            return _denied(laid, other) or _refuted(laid, other)
    return ""


def _refuted(laid: Laid, spot: Spot) -> str:
    """What denies a report or a claim of the passage."""
    above = [(o, r) for o, r, is_head in laid.around[spot] if not is_head]
    words = [laid.member(o).lemma for o, role in above if role == OBJECT]
    return next((f"“{word}” is told of it" for word in words if word in DENYING), "")


def _until(laid: Laid, spot: Spot) -> bool:
    """Whether what is denied is so only until some day."""
    return any(role in UNTIL for _, role, is_head in laid.around[spot] if is_head)


def _averted(laid: Laid, spot: Spot) -> str:
    """What a member of the passage hangs on that kept it from coming about."""
    if _until(laid, spot):
        return ""
    frame, what = _frame_at(laid, spot), laid.member(spot).lemma
    planned = frame is not None and frame.modality != Modality.ASSERTED
    for other, role, is_head in laid.around[spot]:
        word = _verb(laid, other)
        fell = planned and role == SUBJECT and word in COLLAPSED
        if not is_head and (fell or _takes_away(laid, (other, role), what)):
            return f"“{word}” tells that it did not come about"
    return ""


def _takes_away(laid: Laid, above: tuple[Spot, str], what: str) -> bool:
    """Whether what a member hangs on, by a role, undoes it."""
    spot, role = above
    word, member = _verb(laid, spot), laid.member(spot)
    if role == OBJECT:
        return word in AVERTED and not member.denied and what not in CLAIM_NOUNS
    freed = role in ("of", "from") and word in FREED and member.pos == VERB
    return freed and what not in CLAIM_NOUNS


def _frame_at(laid: Laid, spot: Spot) -> Frame | None:
    return frame_of(laid.passage[spot[0]].frames, laid.member(spot).start)


def _verb(laid: Laid, spot: Spot) -> str:
    """A member's lemma, with the particle of a verb."""
    member = laid.member(spot)
    return f"{member.lemma}+{member.particle}" if member.particle else member.lemma


def frame_of(frames: tuple[Frame, ...], start: int) -> Frame | None:
    return next((f for f in frames if f.start <= start < f.end), None)
