"""Whether texts without a date tell of two times. PURE.

A sentence told after another may tell a later state ("overturned the conviction"). Of
chosen texts that print no day and have none, and in neither of which a word tells of a
change, nobody can say which came later: then two states that exclude each other are a
conflict, unless the one text tells both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.facets.events import near
from claims.facets.senses import related
from claims.facets.types import Frame, Kind, Level, StatementRecord
from claims.linkage.decision import MOST_NAMED, NOTHING, TELLING
from claims.linkage.items import EMPTY
from claims.linkage.passage_denials import ONE_WORD
from claims.linkage.polarity import CHANGED, words_in
from claims.linkage.reason import render
from claims.linkage.types import Decision, FacetComparison, Relation

Statements = Sequence[StatementRecord]


def of_one_time(a: Statements, b: Statements, decision: Decision) -> Decision:
    """The decision, an update of two predicates that nothing dates as a conflict."""
    states = [c for c in decision.comparisons if c.level == Level.UPDATED]
    if decision.relation != Relation.UPDATES or _dated(a, b):
        return decision
    if not all(c.kind == Kind.POLARITY and c.a and c.b for c in states):
        return decision
    if _tells_both(a, b) or _tells_both(b, a):
        return NOTHING
    said = [_conflict(c) if c in states else c for c in decision.comparisons]
    ordered = tuple(sorted(said, key=lambda c: TELLING.index(c.level)))
    return replace(
        decision,
        relation=Relation.CONFLICTS,
        rule="value_conflict",
        reason=render("value_conflict", ordered[:MOST_NAMED]),
        comparisons=ordered,
        direction=0,
    )


def _dated(a: Statements, b: Statements) -> bool:
    """Whether something tells when: a day of publication, a day of each text's own, or
    a word of change in one of them.
    """
    if any(s.published for text in (a, b) for s in text):
        return True
    words = [{word for s in text for word in words_in(s)} for text in (a, b)]
    if CHANGED & (words[0] ^ words[1]):
        return True
    return all(
        any(f.kind == Kind.DATE and f.date_from for s in text for f in s.facets)
        for text in (a, b)
    )


def _tells_both(one: Statements, other: Statements) -> bool:
    """Whether a text has what the other tells first beside its opposite: "freed the
    three whom they had seized".
    """
    told = [f for s in other for f in s.frames if not f.nominal][:1]
    there = [f for s in one for f in s.frames if not f.nominal]
    return any(
        _of_one_event(mine, frame)
        and mine.predicate not in EMPTY
        and mine.negated == frame.negated
        for mine in told
        for frame in there
    )


def _of_one_event(one: Frame, other: Frame) -> bool:
    if near(one.predicate, other.predicate):
        return True
    return related(one.lemma, other.lemma, verbs=True) in ONE_WORD


def _conflict(comparison: FacetComparison) -> FacetComparison:
    assert comparison.a and comparison.b, "only what both print is of two times"
    one, other = comparison.a.text, comparison.b.text
    how = f"“{one}” and “{other}” cannot both hold, and nothing tells when they did"
    return replace(comparison, level=Level.CONFLICT, reason=how)
