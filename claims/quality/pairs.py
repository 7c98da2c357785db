"""Labelled pairs: relation of two texts, and the facet that differs where it is told.

Columns a, b (texts), label corroborates | conflicts | updates | neutral; optional date
(publication day of both) and facet (a list of the facet kinds, or the kind of edit).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from claims.engine import Engine
from claims.linkage.decision import conflicts_of
from claims.linkage.types import Decision, Relation
from claims.quality.types import Measurement, Mistake, Score
from claims.services.compare import Text, compare_texts

RELATIONS = (Relation.CORROBORATES, Relation.CONFLICTS, Relation.NONE)

# Stands for the answer to a row that has no two texts: never right.
UNREADABLE = Decision(Relation.NONE, 0.0, "unreadable", "a text is missing")

# Kinds of edit in summary-edit data and the facet kinds that stand for them.
EDITS = {
    "antonym_swap": ("polarity",),
    "negation": ("polarity",),
    "entity_modification": (
        "person",
        "organisation",
        "place",
        "product",
        "date",
        "amount",
        "count",
    ),
}


def reads(row: dict[str, Any]) -> bool:
    """Whether a row is of this kind."""
    return {"a", "b", "label"} <= row.keys() and isinstance(row["a"], str)


def _relation(label: object) -> Relation | None:
    """What a label stands for; None for one that nobody can give as an answer."""
    if label in ("neutral", "none"):
        return Relation.NONE
    return next((each for each in Relation if each == label), None)


def _text(row: dict[str, Any], key: str) -> Text:
    day = row.get("date") or ""
    published = date.fromisoformat(day[:10]) if day[:4].isdigit() else None
    return Text(row[key], published)


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """Relation by relation, macro-F1, false conflicts, and conflicts by facet."""
    decisions = _decisions(rows, engine)
    expected = [_relation(row.get("label")) for row in rows]
    scores = [_score(each, expected, decisions) for each in _present(expected)]
    scores.append(Score("macro-F1", value=sum(s.f1 for s in scores) / len(scores)))
    for label in ("corroborates", "neutral"):
        scores += _false_conflicts(label, rows, decisions)
    scores += _by_facet(rows, expected, decisions)
    return Measurement(
        len(rows), tuple(scores), tuple(_mistakes(rows, expected, decisions))
    )


def _decisions(rows: Sequence[dict[str, Any]], engine: Engine) -> list[Decision]:
    """The engine's answer to every row; UNREADABLE to one that cannot be asked."""
    asked = [
        number
        for number, row in enumerate(rows)
        if isinstance(row.get("a"), str) and isinstance(row.get("b"), str)
    ]
    pairs = ((_text(rows[n], "a"), _text(rows[n], "b")) for n in asked)
    answers = dict(zip(asked, compare_texts(pairs, engine=engine), strict=True))
    return [answers.get(number, UNREADABLE) for number in range(len(rows))]


def _present(expected: Iterable[Relation | None]) -> list[Relation]:
    found = set(expected)
    return [each for each in Relation if each in found]


def _score(
    of: Relation, expected: Sequence[Relation | None], decisions: Sequence[Decision]
) -> Score:
    pairs = Counter(
        (e == of, d is not UNREADABLE and d.relation == of)
        for e, d in zip(expected, decisions, strict=True)
    )
    return Score(
        of, right=pairs[True, True], wrong=pairs[False, True], missed=pairs[True, False]
    )


def _false_conflicts(
    label: str, rows: Sequence[dict[str, Any]], decisions: Sequence[Decision]
) -> list[Score]:
    asked = [d for r, d in zip(rows, decisions, strict=True) if r.get("label") == label]
    if not asked:
        return []
    called = sum(d.relation == Relation.CONFLICTS for d in asked)
    return [Score(f"{label} called conflicts", value=called / len(asked))]


def _by_facet(
    rows: Sequence[dict[str, Any]],
    expected: Sequence[Relation | None],
    decisions: Sequence[Decision],
) -> list[Score]:
    """Among conflicts found: share whose facet is one of those that the edit
    changed.
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for row, relation, decision in zip(rows, expected, decisions, strict=True):
        kinds = [kind for f in row.get("facet") or () for kind in EDITS.get(f, ())]
        if relation != Relation.CONFLICTS or not kinds:
            continue
        if decision.relation != Relation.CONFLICTS:
            continue
        name = "+".join(sorted(row["facet"]))
        asked[name] += 1
        right[name] += any(c.kind in kinds for c in conflicts_of(decision))
    lines = [Score(f"facet of {n}", value=right[n] / asked[n]) for n in sorted(asked)]
    if asked:
        share = sum(right.values()) / sum(asked.values())
        lines.append(Score("right facet of found conflicts", value=share))
    return lines


def _mistakes(
    rows: Sequence[dict[str, Any]],
    expected: Sequence[Relation | None],
    decisions: Sequence[Decision],
) -> Iterable[Mistake]:
    for row, relation, decision in zip(rows, expected, decisions, strict=True):
        if decision.relation != relation or decision is UNREADABLE:
            yield Mistake(
                str(row.get("id", "")),
                str(relation or row.get("label")),
                decision.rule if decision is UNREADABLE else str(decision.relation),
                decision.score + (decision.relation == Relation.CONFLICTS),
                decision.reason,
            )
