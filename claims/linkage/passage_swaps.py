"""Who has the upper hand, told by a passage the other way round, in any words. PURE.

"Ostrel lost to Kell" against "Ostrel came away with a victory over Kell", "Selm Steel
bought Tesk Mining" against "Tesk Mining closed its purchase of Selm Steel".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from claims.facets.ties import IS, OBJECT, OF, SUBJECT, Member, Tied
from claims.facets.types import Facet, Level, StatementRecord
from claims.lexicon import contests as words
from claims.linkage.sorts import kind_of
from claims.linkage.types import FacetComparison

Members = frozenset[int]
NOBODY: Members = frozenset()

# Roles in which a noun hangs on the verb that tells whose it is.
CARRYING = frozenset({OBJECT, "to", "with", "in"})


class Hands(NamedTuple):
    """Members that have the upper and the lower hand, and the word that tells it."""

    relation: str
    upper: Members
    lower: Members
    word: int


class Turned(NamedTuple):
    """A comparison of the claim's upper hand (a) with a statement's (b)."""

    comparison: FacetComparison
    statement: StatementRecord


def turned(claim: StatementRecord, passage: Sequence[StatementRecord]) -> Turned | None:
    """The first relation of the claim that the passage turns round; None of texts whose
    ties were not read.
    """
    for one in _hands(claim.tied):
        for statement in passage:
            for other in _hands(statement.tied):
                if claim.tied is None or statement.tied is None:
                    continue
                if one.relation == other.relation and _crossed(
                    (claim.tied, one), (statement.tied, other)
                ):
                    return Turned(_compared(claim, one, statement, other), statement)
    return None


def _crossed(one: tuple[Tied, Hands], other: tuple[Tied, Hands]) -> bool:
    upper, lower = _words(*one)
    their_upper, their_lower = _words(*other)
    crossed = upper & their_lower and lower & their_upper
    return bool(crossed) and not (upper & their_upper or lower & their_lower)


def _words(tied: Tied, hands: Hands) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both sides' names, without those that both have."""
    upper, lower = (
        frozenset(w for at in side for w in tied.members[at].words if len(w) > 1)
        for side in (hands.upper, hands.lower)
    )
    return upper - lower, lower - upper


def _hands(tied: Tied | None) -> Iterator[Hands]:
    if tied is None:
        return
    for at, member in enumerate(tied.members):
        if member.denied:
            continue
        for pos, table, sides in READ:
            verb = f"{member.lemma}+{member.particle}" if member.particle else ""
            relation = table.get(verb, table.get(member.lemma))
            if relation is None or member.pos != pos:
                continue
            upper, lower = (_names(tied, side) for side in sides(tied, at))
            if upper and lower:
                yield Hands(relation, upper, lower, at)


Sides = tuple[Members, Members]


def _of_verb(tied: Tied, at: int) -> Sides:
    return _who(tied, at), _parts(tied, at, OBJECT)


def _of_taker(tied: Tied, at: int) -> Sides:
    """ "A took over from B"."""
    return _who(tied, at), _parts(tied, at, "from")


def _of_loser(tied: Tied, at: int) -> Sides:
    return _parts(tied, at, *words.TO), _who(tied, at)


def _of_sold(tied: Tied, at: int) -> Sides:
    return _parts(tied, at, "to"), _parts(tied, at, OBJECT)


def _of_winner(tied: Tied, at: int) -> Sides:
    return _holders(tied, at), _parts(tied, at, *words.OVER)


def _of_defeated(tied: Tied, at: int) -> Sides:
    """ "A's loss to B", "A slumped to a defeat against B"."""
    verbs = [t.head for t in tied.ties if t.part == at and t.role in CARRYING]
    to = NOBODY.union(*[_parts(tied, each, *words.TO) for each in (at, *verbs)])
    return to - {at}, _holders(tied, at)


def _of_deed(tied: Tied, at: int) -> Sides:
    """ "A's purchase of B", "A closed its purchase of B"."""
    return _holders(tied, at), frozenset(p for p in _parts(tied, at, OF) if p > at)


def _of_upper(tied: Tied, at: int) -> Sides:
    return _called(tied, at), _parts(tied, at, OF)


def _of_lower(tied: Tied, at: int) -> Sides:
    return _parts(tied, at, OF), _called(tied, at)


VERB, NOUN = "VERB", "NOUN"
READ: tuple[tuple[str, dict[str, str], Callable[[Tied, int], Sides]], ...] = (
    (VERB, words.UPPER_VERBS, _of_verb),
    (VERB, words.LOWER_VERBS, _of_loser),
    (VERB, words.TAKING_OVER, _of_taker),
    (VERB, words.SOLD, _of_sold),
    (NOUN, words.UPPER_NOUNS, _of_winner),
    (NOUN, words.LOWER_NOUNS, _of_defeated),
    (NOUN, words.DEEDS, _of_deed),
    (NOUN, words.UPPER_NAMES, _of_upper),
    (NOUN, words.LOWER_NAMES, _of_lower),
)


def _parts(tied: Tied, at: int, *roles: str) -> Members:
    return frozenset(t.part for t in tied.ties if t.head == at and t.role in roles)


def _names(tied: Tied, members: Members) -> Members:
    """The names among members, and of those that are none what they are called."""
    called = NOBODY.union(*[_called(tied, at) for at in members])
    return frozenset(at for at in members | called if tied.members[at].pos == "PROPN")


def _who(tied: Tied, verb: int) -> Members:
    """The subject; of "it" in what somebody says, who says it."""
    subjects = _parts(tied, verb, SUBJECT)
    if any(tied.members[at].pos != "PRON" for at in subjects):
        return subjects
    saying = (t.head for t in tied.ties if t.part == verb and t.role == "ccomp")
    return NOBODY.union(*[_parts(tied, at, SUBJECT) for at in saying])


def _called(tied: Tied, noun: int) -> Members:
    """Who is told to be what a noun says."""
    behind = (t.head for t in tied.ties if t.part == noun and t.role == IS)
    return _parts(tied, noun, IS) | frozenset(behind)


def _holders(tied: Tied, noun: int) -> Members:
    """Whose deed a noun tells: before it ("A's win"), or by the verb that it hangs on
    ("A took a win", "A slumped to a defeat", "goals led A to a win").
    """
    owners = frozenset(p for p in _parts(tied, noun, OF) if p < noun)
    if _names(tied, owners):
        return owners
    for tie in tied.ties:
        if tie.part != noun or tie.role not in CARRYING:
            continue
        if tied.members[tie.head].pos != "VERB":
            continue
        led = _parts(tied, tie.head, OBJECT) if tie.role == "to" else NOBODY
        return led or _who(tied, tie.head)
    return NOBODY


def _compared(
    claim: StatementRecord, one: Hands, statement: StatementRecord, other: Hands
) -> FacetComparison:
    mine, word = _side(claim, one)
    theirs, their_word = _side(statement, other)
    return FacetComparison(
        mine.kind,
        "agent",
        Level.CONFLICT,
        mine,
        theirs,
        f"“{word}” and “{their_word}” are told of the two the other way round",
    )


def _side(record: StatementRecord, hands: Hands) -> tuple[Facet, str]:
    """Who has the upper hand, as a facet, and the word that tells it."""
    assert record.tied is not None, "only what is tied has hands"
    member = record.tied.members[min(hands.upper)]
    facet = _facet(record, member)
    return facet, record.tied.members[hands.word].lemma


def _facet(record: StatementRecord, member: Member) -> Facet:
    kind = kind_of(member)
    for facet in record.facets:
        if facet.start <= member.start < facet.end and facet.kind == kind:
            return facet
    text = record.text[member.start : member.end]
    return Facet(kind, member.start, member.end, text, text.lower(), role="agent")
