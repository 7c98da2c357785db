"""What a scorer may say, what is refused, and how its word is told."""

from dataclasses import replace

import pytest

from claims.facets.types import Facet, Kind, Level, StatementRecord
from claims.linkage.decision import NOTHING
from claims.linkage.reason import parse
from claims.linkage.scorer import MOST_WORDS, NAME, adopted, in_order
from claims.linkage.types import Decision, FacetComparison, Relation

A = StatementRecord("A mill in Ulvik shut on 5 May.")
B = StatementRecord("The mill in Ulvik shut on 6 May.")
FIFTH = Facet(Kind.DATE, 24, 29, "5 May", "2031-05-05", role="event")
SIXTH = Facet(Kind.DATE, 26, 31, "6 May", "2031-05-06", role="event")
ULVIK = Facet(Kind.PLACE, 10, 15, "Ulvik", "ulvik")


def compared(level, a=FIFTH, b=SIXTH, reason=""):
    return FacetComparison(Kind.DATE, "event", level, a, b, reason)


def decision(relation, *comparisons, **values):
    reason = f"as compared (rule {values.get('rule', 'row')})"
    given = {"score": 0.4, "rule": "row", "reason": reason} | values
    return Decision(Relation(relation), comparisons=comparisons, **given)


CONFLICT = compared(Level.CONFLICT)
AGREE = compared(Level.AGREE)
REFINES = compared(Level.REFINES)
VARIANT = compared(Level.NAMING_VARIANT)
UPDATED = compared(Level.UPDATED)
APART = compared(Level.NOT_COMPARABLE)
SILENT = compared(Level.UNKNOWN, b=None)
HALF = compared(Level.CONFLICT, b=None)

CONFLICTS = decision("conflicts", CONFLICT, rule="value_conflict")
WORDED = decision("corroborates", APART, rule="much_shared")


@pytest.mark.parametrize("table", [NOTHING, CONFLICTS, WORDED])
@pytest.mark.parametrize(
    ("relation", "comparisons", "levels"),
    [
        ("conflicts", [CONFLICT], ["conflict"]),
        ("conflicts", [AGREE, CONFLICT], ["conflict", "agree"]),
        ("corroborates", [AGREE], ["agree"]),
        ("corroborates", [APART, SILENT, REFINES], ["refines", "not_comparable"]),
        ("corroborates", [VARIANT], ["naming_variant"]),
        ("updates", [AGREE, UPDATED], ["updated", "agree"]),
    ],
)
def test_what_names_its_facets_is_adopted(table, relation, comparisons, levels):
    answer = decision(relation, *comparisons, score=0.7, reason="read twice")
    found = adopted("toy-1", (A, B, table), answer)
    assert (found.relation, found.score, found.rule) == (relation, 0.7, "scorer:toy-1")
    rule, parts = parse(found.reason)
    assert rule == found.rule
    assert [part.level for part in parts][: len(levels)] == levels
    assert {c.level for c in found.comparisons} == {c.level for c in comparisons}
    said = f"read twice; the table had said {table.relation} by {table.rule} (rule"
    assert said in found.reason


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (decision("conflicts"), "without a facet"),
        (decision("conflicts", AGREE), "without a facet"),
        (decision("conflicts", HALF), "without a facet"),
        (decision("corroborates"), "without a facet"),
        (decision("corroborates", SILENT), "without a facet"),
        (decision("corroborates", APART), "without a facet"),
        (decision("corroborates", AGREE, CONFLICT), "in conflict"),
        (decision("corroborates", AGREE, UPDATED), "in updated"),
        (decision("updates", AGREE), "without a facet"),
        (decision("updates", UPDATED, CONFLICT), "in conflict"),
        (decision("corroborates", AGREE, score=1.01), "score"),
        (decision("corroborates", AGREE, score=-0.1), "score"),
        (decision("corroborates", AGREE, score=float("nan")), "score"),
        (decision("updates", UPDATED, direction=2), "direction"),
        (decision("conflicts", compared(Level.CONFLICT, FIFTH, ULVIK)), None),
        (
            decision("conflicts", compared(Level.CONFLICT, replace(FIFTH, end=99))),
            "span",
        ),
        (
            decision("conflicts", compared(Level.CONFLICT, replace(FIFTH, start=-1))),
            "span",
        ),
        (
            decision("conflicts", compared(Level.CONFLICT, replace(FIFTH, start=29))),
            "span",
        ),
        ("conflicts", "neither"),
        (Relation.CONFLICTS, "neither"),
        (0.93, "neither"),
        ((Relation.CONFLICTS, 0.9), "neither"),
        (replace(CONFLICTS, relation="conflicts"), "neither"),
        (replace(CONFLICTS, score="high"), "neither"),
        (replace(CONFLICTS, reason=None), "neither"),
        (replace(CONFLICTS, direction=None), "neither"),
        (replace(CONFLICTS, comparisons=[CONFLICT]), "neither"),
        (replace(CONFLICTS, comparisons=("date",)), "neither"),
        (replace(CONFLICTS, comparisons=(replace(CONFLICT, kind="when"),)), "neither"),
        (replace(CONFLICTS, comparisons=(replace(CONFLICT, level="big"),)), "neither"),
        (replace(CONFLICTS, comparisons=(replace(CONFLICT, a="5 May"),)), "neither"),
        (replace(CONFLICTS, comparisons=(replace(CONFLICT, role="\0"),)), "neither"),
    ],
)
def test_what_explains_nothing_is_refused(answer, why):
    if why is None:  # kinds may be mixed: an editor sees both words
        assert adopted("toy-1", (A, B, NOTHING), answer).relation == "conflicts"
        return
    with pytest.raises(ValueError, match=why):
        adopted("toy-1", (A, B, NOTHING), answer)


@pytest.mark.parametrize("table", [NOTHING, CONFLICTS, WORDED])
@pytest.mark.parametrize("same", [None, "table", "reworded"])
def test_who_changes_nothing_leaves_the_rule_of_the_table(table, same):
    answers = {"table": table, "reworded": replace(table, rule="x", reason="y")}
    assert adopted("toy-1", (A, B, table), answers.get(same)) is table


def test_a_score_alone_may_change():
    found = adopted("toy-1", (A, B, WORDED), replace(WORDED, score=0.9))
    assert (found.relation, found.score) == (WORDED.relation, 0.9)
    assert found.comparisons == WORDED.comparisons
    assert found.rule == "scorer:toy-1"


def test_no_link_tells_what_the_table_went_by():
    answer = replace(CONFLICTS, relation=Relation.NONE, score=0.9)
    found = adopted("toy-1", (A, B, CONFLICTS), answer)
    assert (found.relation, found.score, found.comparisons) == ("none", 0.0, ())
    assert found.reason == (
        "date: “5 May” [2031-05-05] conflict “6 May” [2031-05-06];"
        " the table had said conflicts by value_conflict (rule scorer:toy-1)"
    )


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("opposed\n at  0.93", "opposed at 0.93; the"),
        ("date: “a” [b] agree “c” [d]", 'date: "a" (b) agree "c" (d); the'),
        ("bell\a and\0nul", "bell and nul; the"),
        ("ends (rule other)", "ends (rule other); the"),
        ("w" * 900, "; " + "w" * MOST_WORDS + "; the"),
        ("", "]; the"),
        (" \n", "]; the"),
    ],
)
def test_its_words_do_not_break_a_reason(words, kept):
    answer = decision("corroborates", AGREE, reason=words)
    found = adopted("toy-1", (A, B, CONFLICTS), answer)
    rule, parts = parse(found.reason)
    assert (rule, len(parts)) == ("scorer:toy-1", 1)
    assert kept in found.reason


@pytest.mark.parametrize("swapped", [False, True])
def test_the_order_of_asking_does_not_matter(swapped):
    """A scorer that goes by the first of a pair gets the same first."""
    table = decision("updates", UPDATED, rule="state_changed", direction=1)
    other = replace(
        table, comparisons=(compared(Level.UPDATED, SIXTH, FIFTH),), direction=-1
    )
    told = (B, A, other) if swapped else (A, B, table)
    first, second, asked = in_order(told)
    assert (first, second) == (A, B)
    assert (asked.comparisons, asked.direction) == ((UPDATED,), 1)
    found = adopted("toy-1", told, replace(asked, score=0.8))
    assert found.direction == (-1 if swapped else 1)
    assert (found.comparisons[0].a == SIXTH) is swapped
    assert ("“6 May” [2031-05-06] updated “5 May”" in found.reason) is swapped
    assert adopted("toy-1", told, asked) is told[2]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("toy-1", True),
        ("org.nli_base-2.0.1", True),
        ("7b", True),
        ("x" * 40, True),
        ("x" * 41, False),
        ("", False),
        ("Toy", False),
        ("toy 1", False),
        ("toy)", False),
        ("-toy", False),
        ("toy\n", False),
        ("töy", False),
    ],
)
def test_names(name, fits):
    assert (NAME.fullmatch(name) is not None) is fits
