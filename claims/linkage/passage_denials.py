"""Whether a passage denies what a sentence says, though it tells it in other words.
PURE.

No frames are aligned: of all predicates of the passage those are taken that have most
of what a predicate of the sentence says, its participants and itself. If each of them
is denied where the sentence's is affirmed (or the reverse), or is its opposite, one of
the two texts is wrong. What a denial only mentions ("no harm came of the sale") it does
not deny.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claims.facets.events import near
from claims.facets.opposites import opposite, opposite_events
from claims.facets.senses import Sense, related
from claims.facets.types import Frame, Kind, Level, StatementRecord
from claims.lexicon.cues import CUT_OFF, DENYING, TURNED_DOWN, UNREALISED
from claims.lexicon.undone import AVERTED, FREED, OTHERS
from claims.linkage.alignment import Aligned
from claims.linkage.config import LinkageConfig
from claims.linkage.edits import told_in
from claims.linkage.items import EMPTY, shared
from claims.linkage.kinds import REPORTING
from claims.linkage.namesakes import same_names
from claims.linkage.polarity import FACTUAL, changed, polarity_facet
from claims.linkage.profile import Profile, profile
from claims.linkage.told import Told
from claims.linkage.types import FacetComparison

# Predicates of a sentence that are looked at, in order: the first tell what it claims.
LOOKED_AT = 2

# Items that a predicate has at least, with its participants, to be found elsewhere.
LEAST_ITEMS = 2

# Slots of a predicate that its denial denies as well: "no proven link".
DENIED_TOO = frozenset({"patient", "attribute"})

DOER = frozenset({"agent"})
DONE_TO = frozenset({"patient"})

# Words by which a passage tells that something was not so, without a denial.
UNDOING = UNREALISED | DENYING | TURNED_DOWN | CUT_OFF | AVERTED | FREED | OTHERS

# Binds what something is compared with.
COMPARING = "than"

# Two words that say the same.
ONE_WORD = (Sense.SAME, Sense.SYNONYM)


class Denial(NamedTuple):
    """A comparison of the claim's predicate (a) with one of a statement (b)."""

    comparison: FacetComparison
    statement: StatementRecord


class _Found(NamedTuple):
    """A predicate of the passage.

    same     it tells of the claim's event, or of the opposite
    against  denied, or opposite, against the claim's
    """

    share: float
    same: bool
    against: bool
    opposed: bool
    frame: Frame
    statement: StatementRecord


def denial(
    claim: StatementRecord, passage: Sequence[StatementRecord], config: LinkageConfig
) -> Denial | None:
    """The first predicate of the claim that the passage denies, telling apart."""
    mine = profile(claim)
    told = [t for t in mine.frames if not t.frame.nominal]
    told = [t for t in told if t.frame.predicate not in REPORTING][:LOOKED_AT]
    for one in told:
        if len(one.items) < LEAST_ITEMS or _only_spoken_of(one.frame, claim):
            continue
        found = list(_found(one, mine, passage))
        top = max((each.share for each in found), default=0.0)
        best = [each for each in found if each.share >= top - config.denied_margin]
        if any(
            each.against and each.same for each in best
        ):  # "took" affirms no "found"
            best = [each for each in best if each.same]
        if top < config.denied_share or not all(each.against for each in best):
            continue
        most = max(best, key=lambda each: each.share)
        comparison = _compared(claim, one.frame, most, config)
        if comparison is not None:
            return Denial(comparison, most.statement)
    return None


def _only_spoken_of(frame: Frame, claim: StatementRecord) -> bool:
    """Whether a predicate of the claim is not what it tells: it compares ("nobody is
    older than"), or tells something of an act ("smoking is against the law").
    """
    if frame.negated and COMPARING in told_in(claim.text):
        return True
    act = claim.text[frame.start : frame.end].lower()
    return any(
        argument.role == "agent" and argument.head in (act, frame.lemma)
        for other in claim.frames
        if other is not frame
        for argument in other.arguments
    )


def _found(
    one: Told, mine: Profile, passage: Iterable[StatementRecord]
) -> Iterator[_Found]:
    for statement in passage:
        whole = profile(statement)
        same = same_names(mine, whole)
        for other in whole.frames:
            opposed = _opposed(one.frame, other.frame)
            if other.frame.nominal and not opposed:
                continue
            both = shared(one.items, other.items, same) + opposed * one.said.event
            against = (one.frame.negated != other.frame.negated) != opposed
            same_event = opposed or near(one.frame.predicate, other.frame.predicate)
            yield _Found(
                share=both / one.total,
                same=same_event and one.frame.predicate not in EMPTY,
                against=against,
                opposed=opposed,
                frame=other.frame,
                statement=statement,
            )


def _opposed(one: Frame, other: Frame) -> bool:
    """Whether two predicates are opposites.

    What one can do while another does the opposite in the same affair, to sell and to
    buy, is opposite of one doer alone; and so is what a noun tells, "a victory over".
    """
    if one.predicate in EMPTY or other.predicate in EMPTY:
        return False
    events = opposite_events(one.predicate, other.predicate)
    if not other.nominal and (events or opposite(one.lemma, other.lemma, "VERB")):
        return not _of_two_things(one, other)
    if _words(one, DOER).isdisjoint(_words(other, DOER)):
        return False
    if other.nominal:
        return events
    plain = one.predicate == one.lemma and other.predicate == other.lemma
    return plain and related(one.lemma, other.lemma, verbs=True) == Sense.OPPOSITE


def _of_two_things(one: Frame, other: Frame) -> bool:
    """Whether two predicates are told of different things: a firm that employs 14,000
    people in nine countries may lay off some. What the one is told of the other is told
    of, as its subject if it has no object ("cut prices", "prices rose").
    """
    a, b = _words(one, DONE_TO), _words(other, DONE_TO)
    if not a and not b:
        return False
    return not _alike(a or _words(one, DOER), b or _words(other, DOER))


def _compared(
    claim: StatementRecord, mine: Frame, best: _Found, config: LinkageConfig
) -> FacetComparison | None:
    """The conflict, None where the two can both hold."""
    other = best.frame
    if mine.modality != other.modality and not (
        mine.modality in FACTUAL and other.modality in FACTUAL
    ):
        return None
    if not best.opposed and not _of_one(mine, other, best.statement):
        return None
    match = Aligned(mine, other, best.share, 0.0, best.opposed)
    if changed(claim, best.statement, match, config):
        return None
    a, b = polarity_facet(claim, mine), polarity_facet(best.statement, other)
    how = f"“{a.text}” ({a.value}) and “{b.text}” ({b.value}) cannot both hold"
    return FacetComparison(Kind.POLARITY, "predicate", Level.CONFLICT, a, b, how)


def _of_one(mine: Frame, other: Frame, statement: StatementRecord) -> bool:
    """Whether what is denied is what the other side says, and not a thing it mentions.

    What the passage denies is its predicate, or that predicate's object; what the claim
    denies of its subject is somewhere in the statement, which may not tell in another
    word that it came to nothing: who "turned back" did not arrive.
    """
    if mine.predicate == other.predicate and mine.predicate not in EMPTY:
        return True
    said = {mine.lemma} if mine.predicate not in EMPTY else _words(mine, DENIED_TOO)
    if other.negated:
        return _alike(said, {other.lemma} | _words(other, DENIED_TOO))
    if mine.predicate in EMPTY:
        return _alike(said, {*statement.lemmas})
    if near(mine.predicate, other.predicate) or _alike(said, {other.lemma}):
        return True
    return UNDOING.isdisjoint(statement.lemmas)


def _alike(words: set[str], others: set[str]) -> bool:
    return any(
        one == other or related(one, other) in ONE_WORD
        for one in words
        for other in others
    )


def _words(frame: Frame, roles: frozenset[str]) -> set[str]:
    """Words of those participants of a predicate that stand in some slots."""
    return {
        word
        for argument in frame.arguments
        if argument.role in roles
        for word in (argument.head, *argument.words)
    }
