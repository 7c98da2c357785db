"""What a passage says in the place of a sentence that it has the words of. PURE.

The sentence is laid onto the passage (linkage.passage_ties). Each sign is a tie of the
sentence that the passage has otherwise: the verb denied, another office, another thing
counted, another event on the day. Of 43 sentences that have one on public data 22 are
conflicts and 13 agreements, where of all others with four fifths of their words in the
passage one in seven is a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.facets import BY_KIND
from claims.facets.senses import PERSON, domain, is_kind_of
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
)
from claims.facets.tolerances import DEFAULT
from claims.facets.types import Comparison, Kind, Level, StatementRecord
from claims.lexicon.generics import ANYBODY, ANYTHING
from claims.lexicon.kin import KIN
from claims.linkage.kinds import REPORTING
from claims.linkage.passage_attributes import lower_in_rank, of_another_nation
from claims.linkage.passage_kin import other_relatives
from claims.linkage.passage_nobody import denied_deed, excepted, nobody
from claims.linkage.passage_numbers import of_another
from claims.linkage.passage_offices import held_by_another
from claims.linkage.passage_opposites import opposed
from claims.linkage.passage_order import in_other_order, other_way
from claims.linkage.passage_outcomes import ends_otherwise
from claims.linkage.passage_places import placed
from claims.linkage.passage_reversals import reversed_deed
from claims.linkage.passage_shown import Shown, facet_of, shown
from claims.linkage.passage_ties import Laid, Spot, State, laid
from claims.linkage.passage_undone import denied, undone
from claims.linkage.polarity import TELLING, denies
from claims.linkage.sides import CARDINALS
from claims.linkage.sorts import Sort, kind_of, sort_of
from claims.linkage.types import FacetComparison

# Share of a sentence's words that a passage has whose day is of another event: on
# public data 6 of 13 such are conflicts, of those with fewer words none of 4.
WELL_COVERED = 0.8

# Roles of what does not stand about a thing: its parts, and a name for it.
NO_PARTS = frozenset({IS, OF, SUBJECT, OBJECT, QUALITY, JOINED, *CLAUSES})

# What a number counts, a further word of the number among them.
COUNTABLE = ("NOUN", "PROPN", "NUM")

# Roles of a day.
WHEN = frozenset({"in", "on", "at", "during", "since", "quality"})


class Sign(NamedTuple):
    """A sign by the name of its rule, and the statement that shows it."""

    rule: str
    comparison: FacetComparison
    statement: StatementRecord


@dataclass(frozen=True, slots=True)
class Looked:
    """What signs are looked for in. covered: share of the sentence's words."""

    laid: Laid
    covered: float


def first_sign(
    claim: StatementRecord, passage: Sequence[StatementRecord], covered: float
) -> Sign | None:
    """The first sign that there is; None of texts whose ties were not read.

    A sentence that denies says of none of its ties that it is there: only its own
    denial is held against the passage.
    """
    found = laid(claim, passage)
    if found is None:
        return None
    looked = Looked(found, covered)
    looks = DENIED_LOOKS if denies(claim.text) else LOOKS
    for rule, look in looks.items():
        for comparison, statement in look(looked):
            return Sign(rule, comparison, statement)
    return None


def _described(looked: Looked) -> Iterator[Shown]:
    """Somebody who is said to be one thing, and is told as another: "Ada Morel is a
    painter" against "the lawyer Ada Morel".
    """
    laid = looked.laid
    mine = laid.tied.members
    for subject, said in _ascribed(laid):
        word = mine[said].lemma
        told = list(_told_of(laid, subject))
        if not _is_calling(word) or _may_be(laid, said, told):
            continue
        for name, what in told:
            other = laid.member(what)
            if _is_calling(other.lemma):
                how = f"of “{laid.member(name).words[-1]}” the passage tells"
                how += f" “{other.lemma}”, not “{word}”"
                yield shown(laid, Kind.TITLE, (said, word), (what, other.lemma), how)


def _is_calling(word: str) -> bool:
    """Whether somebody is called so for what he does: a son may be a painter."""
    return domain(word) == PERSON and word not in KIN


def _may_be(laid: Laid, said: int, told: Sequence[tuple[Spot, Spot]]) -> bool:
    """Whether who is told as this may well be what the sentence says: a novelist is an
    author, and so is who has authored a book; whoever is a politician is something else
    besides; and who is told as two things of one party may be its member.
    """
    word = laid.tied.members[said].lemma
    ties = [t for t in laid.tied.ties if t.head == said and t.role != IS]
    if word in ANYBODY and not ties:
        return True
    if any(laid.member(spot).pos == "VERB" for spot in laid.same[said]):
        return True
    if any(_of_same(laid, said, there) for there in told):
        return True
    return any(is_kind_of(laid.member(what).lemma, word) for _, what in told)


def _of_same(laid: Laid, said: int, there: tuple[Spot, Spot]) -> bool:
    """Whether the passage ties somebody, as what it tells, to what the sentence says
    that he is something of.
    """
    whose = frozenset[Spot]().union(
        *[laid.same[t.part] for t in laid.tied.ties if t.head == said and t.role != IS]
    )
    return any(other in whose for spot in there for other, _, _ in laid.around[spot])


def _ascribed(laid: Laid) -> Iterator[tuple[int, int]]:
    """(name, what it is said to be) where the passage does not say so."""
    mine = laid.tied.members
    if laid.tied.verb != "be":
        return
    for tie, state in laid.held:
        ends = (tie.part, tie.head), (tie.head, tie.part)
        if tie.role != IS or state == State.HELD or laid.tied.main not in ends[0]:
            continue
        for subject, said in ends:
            kinds = mine[subject].pos, mine[said].pos
            if kinds == ("PROPN", "NOUN") and laid.same[subject]:
                yield subject, said


def _told_of(laid: Laid, subject: int) -> Iterator[tuple[Spot, Spot]]:
    """A name in the passage with each noun that the passage calls it."""
    for name in sorted(laid.same[subject]):
        called = [s for s, role, _ in laid.around[name] if role == IS]
        joined = [s for w in called for s, role, _ in laid.around[w] if role == JOINED]
        for what in (*called, *joined):
            if what not in laid.same[subject] and laid.member(what).pos == "NOUN":
                yield name, what


def _of_a_part(looked: Looked) -> Iterator[Shown]:
    """What the passage says of something that only has the sentence's name in it:
    "Kell burned" against "a mill outside Kell burned".
    """
    laid = looked.laid
    mine = laid.tied.members
    for tie, subject in _about(laid):
        if mine[subject].pos != "PROPN" or mine[tie.head].lemma == "be":
            continue
        if laid.tied.verb in TELLING:  # "the ministry in Kell said": so Kell said
            continue
        for spot in sorted(laid.same[laid.tied.main]):
            for other, role, _ in laid.around[spot]:
                if role == tie.role and _has(laid, other, laid.same[subject]):
                    yield _of_another(laid, subject, other)


def _has(laid: Laid, whole: Spot, names: frozenset[Spot]) -> bool:
    """Whether one of the names hangs on a member that is none of them."""
    if whole in names:
        return False
    return any(
        is_head and role not in NO_PARTS and other in names
        for other, role, is_head in laid.around[whole]
    )


def _about(laid: Laid) -> Iterator[tuple[Tie, int]]:
    """The ties of the main predicate to its subject that the passage has not, though
    it has both.
    """
    main = laid.tied.main
    done = OBJECT if laid.tied.passive else SUBJECT
    for tie, state in laid.held:
        if state != State.APART:
            continue
        if tie.role == IS and main in (tie.head, tie.part):
            yield tie, tie.part if tie.head == main else tie.head
        elif tie.head == main and tie.role == done:
            yield tie, tie.part


def _of_another(laid: Laid, subject: int, other: Spot) -> Shown:
    mine, theirs = laid.tied.members, laid.member(other)
    what = mine[laid.tied.main].lemma
    return shown(
        laid,
        kind_of(mine[subject]),
        (subject, " ".join(mine[subject].words)),
        (other, " ".join(theirs.words)),
        f"the passage tells “{what}” of “{theirs.lemma}”,"
        f" which only has “{mine[subject].words[-1]}” beside it",
    )


def _counted_apart(looked: Looked) -> Iterator[Shown]:
    """A number of things, which the passage has of other things, none of which the
    sentence has.
    """
    laid = looked.laid
    mine = laid.tied.members
    for tie, state in laid.held:
        if state != State.APART or mine[tie.head].pos != "NOUN":
            continue
        if sort_of(mine[tie.part]) != Sort.NUMBER or not _is_number(mine[tie.part]):
            continue
        for spot in sorted(laid.same[tie.part]):
            for of in _counts(laid, spot):
                beside = (other for other, _, _ in laid.around[of])
                if laid.same[tie.head].isdisjoint(beside):
                    yield _told_of_another(laid, tie, spot, of)


def _counts(laid: Laid, number: Spot) -> Iterator[Spot]:
    """What a number of the passage counts, if the sentence has no word for it."""
    mine = frozenset[Spot]().union(*laid.same.values())
    if sort_of(laid.member(number)) == Sort.DAY:
        return  # "70 AD"
    for of, _, is_head in laid.around[number]:
        other = laid.member(of)
        if is_head or of in mine or other.pos not in COUNTABLE:
            continue
        if other.lemma not in ANYTHING:
            yield of


def _is_number(member: Member) -> bool:
    """Whether a member is a number: "one" is as often the pronoun."""
    return member.lemma[:1].isdigit() or member.lemma in CARDINALS - {"one"}


def _day_apart(looked: Looked) -> Iterator[Shown]:
    """A day that the passage gives of something else."""
    laid = looked.laid
    if looked.covered < WELL_COVERED:
        return
    for tie, state in laid.held:
        if state != State.APART or tie.role not in WHEN or not _is_day(laid, tie):
            continue
        for spot in sorted(laid.same[tie.part]):
            of = _dated(laid, spot)
            if of is None or _of_one_affair(laid, of, tie.head):
                continue
            if laid.member(of).lemma not in REPORTING and _one_day(laid, tie, spot):
                yield _told_of_another(laid, tie, spot, of)


def _of_one_affair(laid: Laid, of: Spot, head: int) -> bool:
    """Whether what has the day is a part of what the sentence tells, or it of that:
    "the attack in May killed two".
    """
    return any(
        other in laid.same[head] and role != JOINED
        for other, role, _ in laid.around[of]
    )


def _one_day(laid: Laid, tie: Tie, spot: Spot) -> bool:
    """Whether the passage has the sentence's day, and not one of the same month, where
    it tells the event: a text gives the day once and goes on.
    """
    if all(at != spot[0] for at, _ in laid.same[tie.head]):
        return False
    statement = laid.passage[spot[0]]
    days = (
        facet_of(laid.claim, laid.tied.members[tie.part], Kind.DATE, ""),
        facet_of(statement, laid.member(spot), Kind.DATE, ""),
    )
    found: Comparison = BY_KIND[Kind.DATE].compare(*days, DEFAULT)
    return found.level != Level.CONFLICT


def _is_day(laid: Laid, tie: Tie) -> bool:
    """Whether a tie tells the day of something, with a number in it."""
    head, day = laid.tied.members[tie.head], laid.tied.members[tie.part]
    if sort_of(day) != Sort.DAY or sort_of(head) == Sort.DAY:
        return False
    date = facet_of(laid.claim, day, Kind.DATE, "")
    return bool(date.value) and any(character.isdigit() for character in date.text)


def _dated(laid: Laid, spot: Spot) -> Spot | None:
    """What a day is told of."""
    seen = {spot}
    while True:
        heads = [s for s, _, is_head in laid.around[spot] if not is_head]
        above = next((s for s in heads if s not in seen), None)
        if above is None or sort_of(laid.member(above)) != Sort.DAY:
            return above
        seen.add(above)
        spot = above


def _told_of_another(laid: Laid, tie: Tie, spot: Spot, of: Spot) -> Shown:
    mine = laid.tied.members
    return shown(
        laid,
        kind_of(mine[tie.part]),
        (tie.part, " ".join(mine[tie.part].words)),
        (spot, " ".join(laid.member(spot).words)),
        f"the passage tells it of “{laid.member(of).lemma}”,"
        f" not of “{mine[tie.head].lemma}”",
    )


LOOKS: dict[str, Callable[[Looked], Iterator[Shown]]] = {
    "passage_refuses": lambda looked: denied(looked.laid),
    "passage_undoes": lambda looked: undone(looked.laid),
    "passage_opposes": lambda looked: opposed(looked.laid),
    "passage_places": lambda looked: placed(looked.laid),
    "passage_reverses": lambda looked: reversed_deed(looked.laid),
    "passage_ends": lambda looked: ends_otherwise(looked.laid),
    "passage_has_none": lambda looked: nobody(looked.laid),
    "passage_excepts": lambda looked: excepted(looked.laid),
    "passage_relates": lambda looked: other_relatives(looked.laid),
    "passage_of_nation": lambda looked: of_another_nation(looked.laid),
    "passage_ranks": lambda looked: lower_in_rank(looked.laid),
    "passage_orders": lambda looked: in_other_order(looked.laid),
    "passage_goes": lambda looked: other_way(looked.laid),
    "passage_office": lambda looked: held_by_another(looked.laid),
    "passage_describes": _described,
    "passage_tells_of_part": _of_a_part,
    "passage_counts_others": _counted_apart,
    "passage_dates_another": _day_apart,
    "passage_gives_another": lambda looked: of_another(looked.laid),
}

DENIED_LOOKS: dict[str, Callable[[Looked], Iterator[Shown]]] = {
    "passage_does": lambda looked: denied_deed(looked.laid),
}
