"""Whether a passage has nobody to whom a thing happened that the sentence tells. PURE.

"Caused neither casualties nor damage" against "dozens were injured", "found no link"
against "causes": what is denied is a noun, and the sentence tells the same by a verb.
The other way round, "has never been arrested" is denied by an arrest.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.ties import OBJECT
from claims.facets.types import Kind, Modality
from claims.lexicon.undone import NOBODY_DID
from claims.linkage.passage_outcomes import forms
from claims.linkage.passage_roles import THINGS, parts, roles_of, who_in
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.passage_undone import called, frame_of, told

# Prepositions that bind an exception.
EXCEPTING = frozenset({"except", "excepting", "excluding", "barring"})

# Share of the sentence's names and things that the passage has, for its denial to be of
# the sentence's affair.
OF_ONE_AFFAIR = 0.5


def nobody(laid: Laid) -> Iterator[Shown]:
    """What the sentence tells, and the passage has none of."""
    tied = laid.tied
    for index in sorted({*told(laid), *parts(tied, tied.main, OBJECT, "ccomp")}):
        word = tied.members[index]
        for nouns, deeds in NOBODY_DID:
            if forms(word).isdisjoint(deeds) or word.denied:
                continue
            there = [s for s in laid.spots() if forms(laid.member(s)) & (nouns | deeds)]
            denied = [s for s in there if laid.member(s).denied]
            if denied and denied == there and _of_one_affair(laid):
                spot = denied[0]
                how = f"the passage tells of no “{laid.member(spot).lemma}”"
                a, b = (index, "affirmed"), (spot, "denied")
                yield shown(laid, Kind.POLARITY, a, b, how)


def _of_one_affair(laid: Laid) -> bool:
    things = [i for i, m in enumerate(laid.tied.members) if m.pos in THINGS]
    return sum(bool(laid.same[i]) for i in things) >= OF_ONE_AFFAIR * len(things)


def denied_deed(laid: Laid) -> Iterator[Shown]:
    """What the sentence says was not done to somebody, and the passage says was."""
    tied = laid.tied
    if tied.main < 0 or tied.members[tied.main].pos != "VERB":
        return
    doers, done_to = roles_of(tied, tied.main).things(tied)
    whose = [i for i in done_to or doers if tied.members[i].pos == "PROPN"]
    if not whose or not tied.members[tied.main].denied:
        return
    for spot in sorted(laid.same[tied.main]):
        side = who_in(laid, spot)[1 if done_to else 0]
        of_same = all(not called(laid, laid.same[i]).isdisjoint(side) for i in whose)
        if of_same and _as_done(laid, spot):
            what = laid.member(spot).lemma
            how = f"the passage tells “{what}” as done"
            a, b = (tied.main, "denied"), (spot, "affirmed")
            yield shown(laid, Kind.POLARITY, a, b, how)


def _as_done(laid: Laid, spot: Spot) -> bool:
    member = laid.member(spot)
    frame = frame_of(laid.passage[spot[0]].frames, member.start)
    if member.pos != "VERB" or member.denied or frame is None:
        return False
    return not frame.negated and frame.modality == Modality.ASSERTED


def excepted(laid: Laid) -> Iterator[Shown]:
    """Who does or suffers what the sentence tells, and is the passage's exception."""
    tied = laid.tied
    if tied.main < 0:
        return
    told_in = {at for at, _ in laid.same[tied.main]}
    for index in sorted(
        frozenset[int]().union(*roles_of(tied, tied.main).things(tied))
    ):
        for spot in sorted(laid.same[index]):
            roles = {role for _, role, is_head in laid.around[spot] if not is_head}
            if spot[0] in told_in and not roles.isdisjoint(EXCEPTING):
                name = laid.member(spot).lemma
                how = f"the passage tells it of all except “{name}”"
                a, b = (tied.main, "affirmed"), (spot, "denied")
                yield shown(laid, Kind.POLARITY, a, b, how)
