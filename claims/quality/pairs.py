"""Labelled pairs: relation of two texts, and the facet that differs where it is told.

Columns a, b (texts), label corroborates | conflicts | updates | neutral; optional date
(publication day of both) and facet (a list of the facet kinds, or the kind of edit).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from claims.engine import Engine
from claims.facets.types import Kind, StatementRecord
from claims.linkage.decision import conflicts_of
from claims.linkage.types import Decision, Relation
from claims.quality.errors import pair_kind
from claims.quality.pair_errors import cause
from claims.quality.types import Measurement, Mistake, Score
from claims.services.compare import Text, compare_read, read_pairs

# Stands for the answer to a row that has no two texts: never right.
UNREADABLE = Decision(Relation.NONE, 0.0, "unreadable", "a text is missing")

# Kinds of edit in summary-edit data and the facet kinds that stand for them.
EDITS = {
    "antonym_swap": ("polarity",),
    "negation": ("polarity",),
    "negation_insertion_removal": ("polarity",),
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


@dataclass(frozen=True, slots=True)
class Answer:
    """A row with the relation expected, the engine's decision and what it read."""

    row: dict[str, Any]
    expected: Relation | None
    decision: Decision
    a: Sequence[StatementRecord] = ()
    b: Sequence[StatementRecord] = ()

    @property
    def given(self) -> Relation | None:
        """None for a row that cannot be asked."""
        return None if self.decision is UNREADABLE else self.decision.relation

    @property
    def called_conflict(self) -> bool:
        return self.decision.relation == Relation.CONFLICTS

    @property
    def edits(self) -> tuple[str, ...]:
        """Kinds of edit that made a conflict and belong to a facet."""
        named = self.row.get("facet") or ()
        wanted = self.expected == Relation.CONFLICTS
        return tuple(name for name in named if wanted and name in EDITS)


def reads(row: dict[str, Any]) -> bool:
    """Whether a row is of this kind."""
    return {"a", "b", "label"} <= row.keys() and isinstance(row["a"], str)


def measure(rows: Sequence[dict[str, Any]], engine: Engine) -> Measurement:
    """Relation by relation, macro-F1, false conflicts, and conflicts by facet."""
    answers = _answers(rows, engine)
    scores = [_score(each, answers) for each in _present(answers)]
    scores.append(Score("macro-F1", value=sum(s.f1 for s in scores) / len(scores)))
    for label in ("corroborates", "neutral"):
        scores += _false_conflicts(label, answers)
    scores += _by_facet(answers)
    scores += _by_edit(answers)
    return Measurement(len(rows), tuple(scores), tuple(_mistakes(answers, engine)))


def _relation(label: object) -> Relation | None:
    """What a label stands for; None for one that nobody can give as an answer."""
    if label in ("neutral", "none"):
        return Relation.NONE
    return next((each for each in Relation if each == label), None)


def _text(row: dict[str, Any], key: str) -> Text:
    day = row.get("date") or ""
    published = date.fromisoformat(day[:10]) if day[:4].isdigit() else None
    return Text(row[key], published)


def _answers(rows: Sequence[dict[str, Any]], engine: Engine) -> list[Answer]:
    """The engine's answer to every row; UNREADABLE to one that cannot be asked."""
    pairs = [
        (_text(row, "a"), _text(row, "b")) if _has_texts(row) else None for row in rows
    ]
    read = read_pairs((pair for pair in pairs if pair), engine=engine)
    answers = []
    for row, pair in zip(rows, pairs, strict=True):
        expected = _relation(row.get("label"))
        if pair is None:
            answers.append(Answer(row, expected, UNREADABLE))
        else:
            a, b = next(read)
            decision = compare_read(a, b, engine=engine)
            answers.append(Answer(row, expected, decision, a, b))
    return answers


def _has_texts(row: dict[str, Any]) -> bool:
    return isinstance(row.get("a"), str) and isinstance(row.get("b"), str)


def _present(answers: Iterable[Answer]) -> list[Relation]:
    found = {answer.expected for answer in answers}
    return [each for each in Relation if each in found]


def _score(of: Relation, answers: Iterable[Answer]) -> Score:
    pairs = Counter((a.expected == of, a.given == of) for a in answers)
    return Score(
        of, right=pairs[True, True], wrong=pairs[False, True], missed=pairs[True, False]
    )


def _share(of: str, hits: Sequence[bool]) -> list[Score]:
    if not hits:
        return []
    return [Score(of, value=sum(hits) / len(hits), asked=len(hits))]


def _false_conflicts(label: str, answers: Iterable[Answer]) -> list[Score]:
    called = [a.called_conflict for a in answers if a.row.get("label") == label]
    return _share(f"{label} called conflicts", called)


def _by_facet(answers: Iterable[Answer]) -> Iterator[Score]:
    """Of the conflicts called on a kind of facet: the share that is one."""
    called: dict[str, list[bool]] = defaultdict(list)
    for answer in answers:
        if answer.called_conflict:
            for kind in {c.kind for c in conflicts_of(answer.decision)}:
                called[kind].append(answer.expected == Relation.CONFLICTS)
    for kind in Kind:
        yield from _share(f"right of conflicts on {kind}", called[kind])


def _by_edit(answers: Sequence[Answer]) -> Iterator[Score]:
    """By kind of edit the conflicts found; of all found, those on a facet edited."""
    edited = [a for a in answers if a.edits]
    for name in EDITS:
        called = [a.called_conflict for a in edited if name in a.edits]
        yield from _share(f"conflicts found of {name}", called)
    found = [a for a in edited if a.called_conflict]
    for name in EDITS:
        right = [_right_facet(a) for a in found if name in a.edits]
        yield from _share(f"right facet of {name}", right)
    right = [_right_facet(a) for a in found]
    yield from _share("right facet of found conflicts", right)


def _right_facet(answer: Answer) -> bool:
    kinds = {kind for name in answer.edits for kind in EDITS[name]}
    return any(c.kind in kinds for c in conflicts_of(answer.decision))


def _mistakes(answers: Iterable[Answer], engine: Engine) -> Iterator[Mistake]:
    for answer in answers:
        if answer.given == answer.expected and answer.given is not None:
            continue
        expected = str(answer.expected or answer.row.get("label"))
        given = answer.given or answer.decision.rule
        if answer.given is None or answer.expected is None:
            kind = UNREADABLE.rule
        else:
            why = cause(answer.a, answer.b, answer.decision, engine)
            kind = pair_kind(expected, given, why)
        yield Mistake(
            str(answer.row.get("id", "")),
            expected,
            str(given),
            answer.decision.score + answer.called_conflict,
            answer.decision.reason,
            kind,
        )
