"""A newsroom's own judge beside the decision table. PURE.

A scorer sees pairs that the table has decided and may decide some otherwise. What it
says is adopted only where an editor can follow it: a conflict names a facet that both
print, a corroboration holds no conflict. All else is refused, and the table's decision
stays. docs/adding-a-scorer.md has a worked example.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol, TypeGuard

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.decision import (
    MOST_NAMED,
    TELLING,
    backwards,
    mirrored,
    turned,
)
from claims.linkage.kinds import AGREEING
from claims.linkage.reason import render
from claims.linkage.types import Decision, FacetComparison, Relation

# Two statements and what the table says of them.
Told = tuple[StatementRecord, StatementRecord, Decision]

# With version, as it stands in rules and ENGINE_VERSION: at most 40 characters, since
# the columns that keep these hold 100 and 120.
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")

# Characters of a scorer's own words that a reason keeps.
MOST_WORDS = 200

# What has to be among the levels of a relation, and what must not.
WANTED = {
    Relation.CORROBORATES: frozenset(AGREEING),
    Relation.CONFLICTS: frozenset({Level.CONFLICT}),
    Relation.UPDATES: frozenset({Level.UPDATED}),
}
BARRED = {
    Relation.CORROBORATES: frozenset({Level.CONFLICT, Level.UPDATED}),
    Relation.CONFLICTS: frozenset[Level](),
    Relation.UPDATES: frozenset({Level.CONFLICT}),
}

# A reason is parsed by its quotes and brackets.
PLAIN = str.maketrans("“”[]", '""()')


class Scorer(Protocol):
    """What SCORER names makes one of these when it is called without arguments.

    name   with its version, NAME: another name, and every article is judged anew
    judge  one answer a pair, in order; None keeps the table's decision. Of an answer
           relation, score, comparisons and direction count, and reason is its own
           words; the rule is set here
    """

    name: str

    def judge(self, pairs: Sequence[Told]) -> Sequence[Decision | None]: ...


def in_order(told: Told) -> Told:
    """The pair in the order in which the table compares, whichever was given.

    So an answer never hangs on which of the two statements is asked about.
    """
    a, b, table = told
    return (b, a, mirrored(table)) if backwards(a, b) else told


def adopted(name: str, told: Told, answer: object) -> Decision:
    """What holds for a pair after the answer to in_order(told).

    Raises ValueError for an answer that is no decision or explains nothing.
    """
    a, b, table = told
    if answer is None:
        return table
    if not _is_decision(answer):
        raise ValueError("neither a Decision nor None, or with wrong types in it")
    asked = in_order(told)
    if _same(answer, asked[2]):
        return table
    _check(asked, answer)
    own = "" if answer.reason == asked[2].reason else answer.reason
    if backwards(a, b):
        answer = turned(answer)
    return _worded(f"scorer:{name}", table, answer, own)


def _is_decision(answer: object) -> TypeGuard[Decision]:
    return (
        isinstance(answer, Decision)
        and isinstance(answer.relation, Relation)
        and isinstance(answer.score, float | int)
        and isinstance(answer.direction, int)
        and isinstance(answer.reason, str)
        and isinstance(answer.comparisons, tuple)
        and all(_is_comparison(each) for each in answer.comparisons)
    )


def _is_comparison(each: object) -> bool:
    return (
        isinstance(each, FacetComparison)
        and isinstance(each.kind, Kind)
        and isinstance(each.level, Level)
        and isinstance(each.a, Facet | None)
        and isinstance(each.b, Facet | None)
        and all(_is_text(words) for words in (each.role, each.reason))
        and all(_is_text(f.text) and _is_text(f.value) for f in (each.a, each.b) if f)
    )


def _is_text(words: object) -> bool:
    return isinstance(words, str) and "\0" not in words  # PostgreSQL keeps no NUL


def _check(asked: Told, answer: Decision) -> None:
    a, b, table = asked
    if not 0 <= answer.score <= 1:
        raise ValueError(f"score {answer.score} is not from 0 to 1")
    if answer.direction not in (-1, 0, 1):
        raise ValueError(f"direction {answer.direction} is none of -1, 0, 1")
    for each in answer.comparisons:
        if each not in table.comparisons and not (
            _inside(each.a, a) and _inside(each.b, b)
        ):
            raise ValueError(f"{each.kind}: a span outside of its statement")
    if answer.relation == Relation.NONE or _same(
        replace(answer, score=table.score), table
    ):
        return
    both = {c.level for c in answer.comparisons if c.a and c.b}
    if not both & WANTED[answer.relation]:
        raise ValueError(f"{answer.relation} without a facet of both that says so")
    if barred := {c.level for c in answer.comparisons} & BARRED[answer.relation]:
        raise ValueError(f"{answer.relation} beside a facet in {min(barred)}")


def _inside(facet: Facet | None, statement: StatementRecord) -> bool:
    return facet is None or 0 <= facet.start < facet.end <= len(statement.text)


def _same(answer: Decision, table: Decision) -> bool:
    return answer == replace(table, rule=answer.rule, reason=answer.reason)


def _worded(rule: str, table: Decision, answer: Decision, own: str) -> Decision:
    """The answer as a decision: facets first, then its words, then the table's word.

    Where no relation is left the facets are those that the table went by.
    """
    none = answer.relation == Relation.NONE
    ordered = tuple(sorted(answer.comparisons, key=lambda c: TELLING.index(c.level)))
    facets = (table.comparisons if none else ordered)[:MOST_NAMED]
    said = f"the table had said {table.relation} by {table.rule}"
    if own := _plain(own):
        said = f"{own}; {said}"
    return Decision(
        relation=answer.relation,
        score=0.0 if none else answer.score,
        rule=rule,
        reason=render(rule, facets, note=said),
        comparisons=() if none else ordered,
        direction=answer.direction if answer.relation == Relation.UPDATES else 0,
    )


def _plain(words: str) -> str:
    printable = "".join(c if c.isprintable() else " " for c in words.translate(PLAIN))
    return " ".join(printable.split())[:MOST_WORDS]
