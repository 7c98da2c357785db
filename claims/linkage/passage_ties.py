"""A sentence laid onto a passage: which of its ties the passage has as well. PURE.

Every member of the sentence is looked for in the passage, as the same word, a synonym
or a part of the same name. A tie of two that are both there, and not tied to each other
there, is what a sentence that puts a passage's words together anew is made of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claims.facets.events import event, near
from claims.facets.senses import related
from claims.facets.ties import (
    CLAUSES,
    IS,
    JOINED,
    OBJECT,
    OF,
    QUALITY,
    SUBJECT,
    Member,
    Tie,
    Tied,
)
from claims.facets.types import StatementRecord
from claims.lexicon import numbers
from claims.linkage.passage_denials import ONE_WORD

# Letters that two words of one name share at least at their beginning.
STEM = 4

# Spelled numbers and their values.
SPELLED: Mapping[str, object] = {**numbers.UNITS, **numbers.TENS}

# The pipeline's label of days; steps from a part of one to its main word.
DATE = "DATE"
DATE_STEPS = 2

OWN_ROLES = frozenset({SUBJECT, OBJECT, IS, OF, QUALITY, JOINED, *CLAUSES})
DONE = frozenset({SUBJECT, OBJECT})
# A noun's preposition may stand for a verb's participant: "the sale of", "a visit by".
NOMINAL = frozenset({OF, "by", "between", "in", "to"})
LOOSE = frozenset({QUALITY, "acl"})
SAID_OF = frozenset({OF, QUALITY, JOINED})

# A member of the passage: which statement, which member.
Spot = tuple[int, int]


class State(StrEnum):
    """What the passage has of a tie."""

    HELD = "held"
    NO_HEAD = "no head"
    NO_PART = "no part"
    TURNED = "turned round"
    APART = "apart"  # both members, each tied to something else


class Laid(NamedTuple):
    """A sentence on a passage.

    same    members of the passage for each of the sentence
    held    the state of each of its ties, in order
    around  what each member of the passage is tied to, and how: True if it is the head
    """

    claim: StatementRecord
    passage: Sequence[StatementRecord]
    tied: Tied
    same: Mapping[int, frozenset[Spot]]
    held: tuple[tuple[Tie, State], ...]
    around: Mapping[Spot, Sequence[tuple[Spot, str, bool]]]

    def member(self, spot: Spot) -> Member:
        tied = self.passage[spot[0]].tied
        assert tied is not None, "only what is tied has spots"
        return tied.members[spot[1]]

    def spots(self) -> Iterator[Spot]:
        """Every member of the passage, in order."""
        for at, statement in enumerate(self.passage):
            if statement.tied is not None:
                yield from ((at, i) for i in range(len(statement.tied.members)))


def laid(claim: StatementRecord, passage: Sequence[StatementRecord]) -> Laid | None:
    """The sentence on the passage; None where no ties were read of it."""
    if claim.tied is None:
        return None
    around: defaultdict[Spot, list[tuple[Spot, str, bool]]] = defaultdict(list)
    for at, statement in enumerate(passage):
        for tie in statement.tied.ties if statement.tied else ():
            head, part = (at, tie.head), (at, tie.part)
            around[head].append((part, tie.role, True))
            around[part].append((head, tie.role, False))
    found = Laid(claim, passage, claim.tied, {}, (), around)
    spots = [(spot, found.member(spot)) for spot in found.spots()]
    same = {
        index: frozenset(spot for spot, other in spots if alike(member, other))
        for index, member in enumerate(claim.tied.members)
    }
    found = found._replace(same=same)
    held = tuple((tie, _state(tie, found)) for tie in claim.tied.ties)
    return found._replace(held=held)


def _state(tie: Tie, found: Laid) -> State:
    heads, parts = found.same[tie.head], found.same[tie.part]
    if not heads:
        return State.NO_HEAD
    if not parts:
        return State.NO_PART
    parts |= _days(parts, found)
    named = parts | _also(parts, found)
    turned = False
    for spot in heads:
        for other, role, is_head in found.around[spot]:
            if other in heads or other not in (named if is_head else parts):
                continue
            if _of_one_kind(tie.role, role):
                return State.HELD
            turned = turned or (is_head and {tie.role, role} <= DONE)
    return State.TURNED if turned else State.APART


def _days(spots: frozenset[Spot], found: Laid) -> frozenset[Spot]:
    """The days that these are a part of: "1921" of "6 May 1921"."""
    wider = frozenset[Spot]()
    for _ in range(DATE_STEPS):
        wider |= {
            head
            for spot in spots | wider
            if found.member(spot).entity == DATE
            for head, _, is_head in found.around[spot]
            if not is_head and found.member(head).entity == DATE
        }
    return wider


def _also(spots: frozenset[Spot], found: Laid) -> frozenset[Spot]:
    """What the passage says that these are."""
    return frozenset(
        other for spot in spots for other, role, _ in found.around[spot] if role == IS
    )


def _of_one_kind(one: str, other: str) -> bool:
    """Whether two roles may be the same in two constructions."""
    if one == other:
        return True
    binding = one not in OWN_ROLES or one == OF, other not in OWN_ROLES or other == OF
    if all(binding) or not LOOSE.isdisjoint((one, other)):
        return True
    if IS in (one, other):
        return not SAID_OF.isdisjoint((one, other))
    if binding[0]:
        return other in DONE
    return binding[1] and one in DONE and other in NOMINAL


def alike(one: Member, other: Member) -> bool:
    """Whether two members are one word, one number or one name."""
    if "PRON" in (one.pos, other.pos):
        return False
    if "PROPN" in (one.pos, other.pos):
        return _one_name(one, other)
    return _one_word(one.lemma, other.lemma)


def _one_name(one: Member, other: Member) -> bool:
    first, second = (
        {w for w in m.words if len(w) > 1 and w[0].isalnum()} for m in (one, other)
    )
    if first & second or one.lemma == other.lemma:
        return True
    if _initials(one) == _plain(other) or _initials(other) == _plain(one):
        return True
    short = min(len(one.lemma), len(other.lemma))
    return short >= STEM and one.lemma[:STEM] == other.lemma[:STEM]


def _initials(member: Member) -> str:
    """ "un" of "United Nations"; "" of one word."""
    letters = [word[0] for word in member.words if word[0].isalpha()]
    return "".join(letters) if len(letters) > 1 else ""


def _plain(member: Member) -> str | None:
    """A word as its initials would be written, None of several."""
    return member.words[0].replace(".", "") if len(member.words) == 1 else None


@lru_cache(maxsize=50_000)
def _one_word(one: str, other: str) -> bool:
    if one == other:
        return True
    numeral = _number(one), _number(other)
    if any(numeral):
        return numeral[0] == numeral[1]
    if related(one, other) in ONE_WORD or near(one, other):
        return True
    return any(
        near(event(verb, "VERB"), event(noun, "NOUN"))
        for verb, noun in ((one, other), (other, one))
    )


def _number(lemma: str) -> str:
    """A number in digits, "" of another word."""
    if lemma in SPELLED:
        return str(SPELLED[lemma])
    return lemma.replace(",", "") if lemma[:1].isdigit() else ""
