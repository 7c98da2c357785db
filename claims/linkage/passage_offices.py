"""Whether a passage tells an office of somebody else. PURE.

"Ada Morel is the prime minister" against "the finance minister, Ada Morel, met Prime
Minister Ivo Brandt": where somebody else has the office by name, and nobody says that
the sentence's has it, or had it before.
"""

from __future__ import annotations

from collections.abc import Iterator

from claims.facets.ties import IS, OF, QUALITY, Member, Tied
from claims.facets.types import Kind
from claims.lexicon.offices import EARLIER, FORMERLY, OFFICES, SEVERAL, TITLES
from claims.linkage.edits import told_in
from claims.linkage.passage_roles import heads, parts
from claims.linkage.passage_shown import Shown, shown
from claims.linkage.passage_ties import Laid, Spot
from claims.linkage.polarity import words_in

# Ties of an office to where it is held, a nation's adjective among them.
OF_OFFICE = frozenset({OF, "of", "in", "at", "for"})
NATION = "NORP"


def held_by_another(laid: Laid) -> Iterator[Shown]:
    """An office that the sentence ascribes to one and the passage to another."""
    for who, office in _ascribed(laid):
        mine = frozenset(
            spot
            for spot in laid.same[who]
            if not _namesakes(laid.tied.members[who], laid.member(spot))
        )
        holders = list(_holders(laid, office))
        if not mine or any(spot in mine for spot, _ in holders):
            continue
        for spot, sure in holders:
            if sure:
                word = laid.tied.members[office].lemma
                name = " ".join(laid.member(spot).words)
                how = f"the passage tells “{word}” of “{name}”"
                mine_said = " ".join(laid.tied.members[who].words)
                yield shown(laid, Kind.PERSON, (who, mine_said), (spot, name), how)


def _ascribed(laid: Laid) -> Iterator[tuple[int, int]]:
    """(name, office) where the sentence says that somebody holds one now."""
    there = frozenset(word for s in laid.passage for word in told_in(s.text))
    if not (FORMERLY & there or EARLIER & words_in(laid.claim)):
        yield from _said_to_hold(laid)


def _said_to_hold(laid: Laid) -> Iterator[tuple[int, int]]:
    tied = laid.tied
    if tied.verb != "be" or tied.main < 0:
        return
    if tied.members[tied.main].lemma.lower() not in OFFICES:
        return
    for who in sorted(parts(tied, tied.main, IS) | heads(tied, tied.main, IS)):
        if tied.members[who].pos == "PROPN" and laid.same[who]:
            yield who, tied.main


def _holders(laid: Laid, office: int) -> Iterator[tuple[Spot, bool]]:
    """Who has the office in the passage; True if it is the same by all that is told."""
    tied = laid.tied
    word = tied.members[office].lemma.lower()
    kinds = _kinds(tied, office)
    if word in SEVERAL and not kinds:
        return
    where = frozenset(i for i in parts(tied, office, *OF_OFFICE) if i > office)
    for spot in laid.spots():
        member = laid.member(spot)
        if member.pos == "PROPN" and word in member.words:
            if all(kind in member.words for kind in kinds):
                yield spot, len(set(member.words) - TITLES - {word, *kinds}) > 1
        elif spot in laid.same[office]:
            beside = {
                laid.member(o).lemma for o, _, below in laid.around[spot] if below
            }
            known = beside.issuperset(kinds) and _there(laid, spot, where)
            for other, role, _ in laid.around[spot]:
                if role == IS:
                    yield other, known and _full_name(laid.member(other))


def _kinds(tied: Tied, office: int) -> list[str]:
    """What an office is for: "prime", "finance"."""
    before = parts(tied, office, QUALITY, OF)
    members = [tied.members[i] for i in sorted(before) if i < office]
    own = tied.members[office]
    return [m.lemma for m in members if m.pos != "PROPN" and m.entity != NATION] + [
        word for word in own.words if word != own.lemma.lower()
    ]


def _there(laid: Laid, spot: Spot, where: frozenset[int]) -> bool:
    """Whether an office of the passage is held where the sentence says."""
    at = [o for o, role, below in laid.around[spot] if below and role in OF_OFFICE]
    of_nation = any(laid.member(o).entity == NATION for o, _, _ in laid.around[spot])
    if not where:
        return not at and not of_nation
    return of_nation or any(not laid.same[i].isdisjoint(at) for i in where)


def _full_name(member: Member) -> bool:
    return member.pos == "PROPN" and len(set(member.words) - TITLES) > 1


def _namesakes(one: Member, other: Member) -> bool:
    """Whether two full names differ before one surname."""
    a, b = ([w for w in m.words if w not in TITLES] for m in (one, other))
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] != b[0][0]
