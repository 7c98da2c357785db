"""A short text held against a longer one that somebody has chosen for it. PURE.

Who asks about two texts says that they belong together, which no candidate of an import
does. So less has to be in common than for a link: where nearly all words of one short
sentence are in a passage, what is left over decides. A predicate that the passage
denies and a value that it gives otherwise cannot be true beside it; if hardly anything
is left over the passage tells the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.facets.senses import related
from claims.facets.types import StatementRecord
from claims.linkage.config import LinkageConfig
from claims.linkage.crossed import harm
from claims.linkage.decision import MOST_NAMED, NOTHING, TELLING
from claims.linkage.edits import told_in
from claims.linkage.passage_denials import ONE_WORD, denial
from claims.linkage.passage_plans import only_planned
from claims.linkage.passage_signs import first_sign
from claims.linkage.passage_swaps import turned as turned_by
from claims.linkage.passage_updates import of_one_time
from claims.linkage.passage_values import all_given, differing
from claims.linkage.passages import in_text
from claims.linkage.polarity import demanded, denies
from claims.linkage.rarity import weight
from claims.linkage.reason import render
from claims.linkage.sides import CARDINALS
from claims.linkage.swaps import turned_round
from claims.linkage.types import Decision, FacetComparison, Relation
from claims.linkage.voters import on_two_sides


class Contained(NamedTuple):
    """A sentence, the statements of the passage, and what they share.

    covered  share of the sentence's content words that the passage has, numbers apart
    common   those words, the rarest first
    turned   whether the sentence is the second of the two texts
    """

    claim: StatementRecord
    passage: Sequence[StatementRecord]
    covered: float
    common: tuple[str, ...]
    turned: bool


def held_against_passage(
    a: Sequence[StatementRecord],
    b: Sequence[StatementRecord],
    decision: Decision,
    config: LinkageConfig,
) -> Decision:
    """The decision on two texts, if one is a sentence and the other its passage.

    What the statements themselves contradict or update stays. An agreement does not
    where the passage only plans, orders or guesses what the sentence tells as done: of
    15 such on public data one was one, and 7 were conflicts.
    """
    decision = of_one_time(a, b, decision)
    if decision.relation not in (Relation.NONE, Relation.CORROBORATES):
        return decision
    found = contained(a, b, config)
    if found is None or any(on_two_sides(found.claim, s) for s in found.passage):
        return decision
    conflict = _contradicted(found, config)
    if conflict is not None:
        return _conflict(found, decision, *conflict)
    plan = only_planned(found.claim, found.passage)
    if plan is not None:
        agreed = decision.relation == Relation.CORROBORATES
        if plan.unreal or (agreed and plan.undone):
            return _conflict(found, decision, "passage_plans", *plan[:2])
        return NOTHING
    if decision.relation == Relation.NONE and _told(found, config):
        return _corroborates(found)
    return decision


def contained(
    a: Sequence[StatementRecord], b: Sequence[StatementRecord], config: LinkageConfig
) -> Contained | None:
    """The shorter text as a sentence that the longer may contain, else None."""
    lengths = [sum(len(told_in(s.text)) for s in text) for text in (a, b)]
    turned = lengths[1] < lengths[0]
    claims, passage = (b, a) if turned else (a, b)
    short, long = sorted(lengths)
    if len(claims) != 1 or short > config.claim_words:
        return None
    if long < config.passage_ratio * short:
        return None
    words = [w for w in claims[0].lemmas if not (w[0].isdigit() or w in CARDINALS)]
    there = {word for statement in passage for word in statement.lemmas}
    common = [word for word in words if word in there or _in_other_words(word, there)]
    if not common:
        return None
    rare = sorted(dict.fromkeys(common), key=lambda word: (-weight(word), word))
    covered = len(common) / len(words)
    return Contained(claims[0], passage, covered, tuple(rare), turned)


def _in_other_words(word: str, there: set[str]) -> bool:
    return any(related(word, other) in ONE_WORD for other in there)


def _contradicted(
    found: Contained, config: LinkageConfig
) -> tuple[str, FacetComparison, StatementRecord] | None:
    """(rule, comparison of the claim with the passage, the statement that says so)."""
    denied = denial(found.claim, found.passage, config)
    if denied is not None:
        return "passage_denies", denied.comparison, denied.statement
    turned = turned_by(found.claim, found.passage)
    if turned is not None:
        return "passage_turns", turned.comparison, turned.statement
    if found.covered >= config.claim_valued:
        value = differing(found.claim, found.passage, config)
        if value is not None:
            return "passage_differs", value.comparison, value.statement
    sign = first_sign(found.claim, found.passage, found.covered)
    return None if sign is None else (sign.rule, sign.comparison, sign.statement)


def _conflict(
    found: Contained,
    decision: Decision,
    rule: str,
    comparison: FacetComparison,
    statement: StatementRecord,
) -> Decision:
    one = in_text(comparison.a, found.claim)
    other = in_text(comparison.b, statement)
    a, b = (other, one) if found.turned else (one, other)
    place = comparison.kind, a, b
    kept = [c for c in decision.comparisons if (c.kind, c.a, c.b) != place]
    found_first = [replace(comparison, a=a, b=b), *kept]
    ordered = tuple(sorted(found_first, key=lambda c: TELLING.index(c.level)))
    reason = render(rule, ordered[:MOST_NAMED])
    score = round(found.covered, 4)
    return Decision(Relation.CONFLICTS, score, rule, reason, ordered)


def _told(found: Contained, config: LinkageConfig) -> bool:
    """Whether the passage has nearly all of the sentence and denies what it denies."""
    if found.covered < config.claim_told:
        return False
    if denies(found.claim.text) and not any(denies(s.text) for s in found.passage):
        return False
    if any(_of_another(found.claim, each) for each in found.passage):
        return False
    if any(_told_of_another(found.claim, each) for each in found.passage):
        return False
    return all_given(found.claim, found.passage, config)


def _of_another(claim: StatementRecord, statement: StatementRecord) -> bool:
    """Whether only one of two asks for what it tells, or turns the other round."""
    turned = turned_round(claim, statement)
    return turned or demanded(claim) != demanded(statement)


def _told_of_another(claim: StatementRecord, statement: StatementRecord) -> bool:
    """Whether a number of the claim is there one of another harm, and of its own
    another: "killed 12 and wounded 30" does not tell that 30 were killed.
    """
    told = [(f.value, harm(f, statement)) for f in statement.facets]
    harms = {of for _, of in told}
    for value in claim.facets:
        same = {of for each, of in told if each == value.value}
        mine = harm(value, claim)
        if same and same.isdisjoint((mine, "")) and mine in harms - {""}:
            return True
    return False


def _corroborates(found: Contained) -> Decision:
    rule = "passage_tells"
    words = found.common[:MOST_NAMED]
    return replace(
        NOTHING,
        relation=Relation.CORROBORATES,
        score=round(found.covered, 4),
        rule=rule,
        reason=render(rule, (), words),
    )
