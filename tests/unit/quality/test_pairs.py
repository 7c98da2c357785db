"""Scoring labelled pairs, with an engine whose answers the rows themselves give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.config import DEFAULT_CONFIG, LinkageConfig
from claims.linkage.types import Decision, FacetComparison, Relation
from claims.quality import pairs


@dataclass
class Answering:
    """Reads a text as one statement; the text of a is the answer: "conflicts date"."""

    days: list
    config: LinkageConfig = DEFAULT_CONFIG
    scorer: None = None

    def extract_many(self, items, *, all_sentences, ties):
        for text, day in items:
            self.days.append(day)
            yield [StatementRecord(text, end=len(text), published=day)]

    def relate(self, a, b):
        relation, _, kind = a.text.partition(" ")
        facet = Facet(Kind(kind or "date"), 0, 1, a.text[:1], a.text[:1])
        level = Level.CONFLICT if relation == "conflicts" else Level.AGREE
        comparison = FacetComparison(facet.kind, "", level, facet, facet)
        found = () if relation == "none" else (comparison,)
        return Decision(Relation(relation), 0.5, "rule", "reason", found)

    def relate_many(self, pairs):
        return [self.relate(a, b) for a, b in pairs]


def measure(*rows, **more):
    engine = Answering([])
    labelled = [
        {"id": f"r{n}", "a": answer, "b": "x", "label": label} | more
        for n, (answer, label) in enumerate(rows)
    ]
    return pairs.measure(labelled, engine), engine


def figures(measurement):
    return {
        s.of: s.value if s.value is not None else (s.right, s.wrong, s.missed)
        for s in measurement.scores
    }


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"a": "x", "b": "y", "label": "conflicts"}, True),
        ({"a": "x", "b": "y", "label": "neutral", "date": "2031"}, True),
        ({"a": {"text": "x"}, "b": "y", "label": "neutral"}, False),
        ({"a": "x", "b": "y"}, False),
        ({}, False),
    ],
)
def test_which_rows_are_pairs(row, expected):
    assert pairs.reads(row) is expected


def test_every_row_counts_by_relation():
    found, _ = measure(
        ("conflicts", "conflicts"),
        ("none", "conflicts"),
        ("conflicts", "neutral"),
        ("none", "neutral"),
        ("corroborates", "corroborates"),
    )
    assert found.rows == 5
    scores = figures(found)
    assert scores["conflicts"] == (1, 1, 1)
    assert scores["none"] == (1, 1, 1)
    assert scores["corroborates"] == (1, 0, 0)
    assert scores["macro-F1"] == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert scores["neutral called conflicts"] == 0.5
    assert scores["corroborates called conflicts"] == 0


def test_mistakes_are_listed_with_what_was_said():
    found, _ = measure(("conflicts", "neutral"), ("none", "neutral"))
    [mistake] = found.mistakes
    assert (mistake.id, mistake.expected, mistake.got) == ("r0", "none", "conflicts")
    assert mistake.reason == "reason"


@pytest.mark.parametrize(
    ("label", "answer", "edit", "share"),
    [
        ("conflicts", "conflicts polarity", ["negation"], 1),
        ("conflicts", "conflicts date", ["negation"], 0),
        ("conflicts", "conflicts person", ["entity_modification"], 1),
        ("conflicts", "conflicts polarity", ["entity_modification"], 0),
    ],
)
def test_the_facet_of_a_found_conflict(label, answer, edit, share):
    found, _ = measure((answer, label), facet=edit)
    assert figures(found)["right facet of found conflicts"] == share


@pytest.mark.parametrize(
    ("answers", "found", "right"),
    [
        (["conflicts polarity", "none"], 0.5, 1),
        (["conflicts date", "conflicts polarity"], 1, 0.5),
        (["none", "corroborates"], 0, None),
    ],
)
def test_conflicts_by_the_kind_of_edit(answers, found, right):
    rows = [(answer, "conflicts") for answer in answers]
    scores = figures(measure(*rows, facet=["antonym_swap"])[0])
    assert scores["conflicts found of antonym_swap"] == found
    assert scores.get("right facet of antonym_swap") == right
    assert "conflicts found of negation" not in scores


def test_an_edit_of_a_pair_that_agrees_is_no_conflict_to_find():
    found, _ = measure(("none", "corroborates"), facet=["antonym_swap"])
    assert "conflicts found of antonym_swap" not in figures(found)


def test_what_conflicts_called_on_a_facet_are_worth():
    found, _ = measure(
        ("conflicts date", "conflicts"),
        ("conflicts date", "neutral"),
        ("conflicts amount", "corroborates"),
        ("none", "conflicts"),
    )
    scores = figures(found)
    assert scores["right of conflicts on date"] == 0.5
    assert scores["right of conflicts on amount"] == 0
    assert "right of conflicts on count" not in scores
    asked = {s.of: s.asked for s in found.scores}
    assert asked["right of conflicts on date"] == 2


@pytest.mark.parametrize(
    ("answer", "label", "kind"),
    [
        ("conflicts date", "neutral", "none>conflicts: when"),
        ("conflicts percent", "corroborates", "corroborates>conflicts: quantity"),
        ("conflicts person", "neutral", "none>conflicts: name"),
        ("corroborates", "conflicts", "conflicts>corroborates: rule"),
        ("none", "conflicts", "conflicts>none: unaligned"),
    ],
)
def test_the_kind_of_a_mistake(answer, label, kind):
    found, _ = measure((answer, label))
    assert [m.kind for m in found.mistakes] == [kind]


@pytest.mark.parametrize("edit", [["hallucinated_fact_insertion"], [], None])
def test_an_edit_without_a_facet_counts_for_none(edit):
    found, _ = measure(("conflicts date", "conflicts"), facet=edit)
    assert "right facet of found conflicts" not in figures(found)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2031-03-12", date(2031, 3, 12)),
        ("2031-03-12T10:00:00Z", date(2031, 3, 12)),
        ("", None),
        (None, None),
        ("unknown", None),
    ],
)
def test_the_day_of_both_texts(given, day):
    _, engine = measure(("none", "neutral"), date=given)
    assert engine.days == [day, day]


@pytest.mark.parametrize("label", ["conflicts", "neutral", "perhaps", None])
def test_a_row_without_two_texts_is_wrong_whatever_its_label(label):
    rows = [
        {"id": "good", "a": "none", "b": "x", "label": "neutral"},
        {"id": "bad", "a": "none", "b": None, "label": label},
    ]
    found = pairs.measure(rows, Answering([]))
    assert found.rows == 2
    assert [(m.id, m.kind) for m in found.mistakes] == [("bad", "unreadable")]
    assert figures(found)["none"] == (1, 0, 1 if label == "neutral" else 0)


def test_an_unknown_label_is_never_answered():
    found, _ = measure(("none", "perhaps"), ("none", "neutral"))
    assert [m.expected for m in found.mistakes] == ["perhaps"]
    assert figures(found)["none"] == (1, 1, 0)
