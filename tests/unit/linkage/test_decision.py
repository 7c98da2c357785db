"""Each row of the decision table: when it holds, when not, and what comes first."""

from dataclasses import replace

import pytest

from claims.facets.types import Kind, Level, Modality
from claims.linkage.alignment import Aligned
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.decision import NOTHING, TABLE, conflicts_of, decide, relate
from claims.linkage.pair import Pair
from claims.linkage.profile import profile
from claims.linkage.reason import in_common, parse
from claims.linkage.types import FacetComparison, Relation
from claims.linkage.values import SAME_PERIOD
from tests.unit.linkage.made import (
    DAY,
    argument,
    day,
    facet,
    frame,
    money,
    person,
    record,
)

VENN, RUSK, ORRIK = (person(f"{name} x") for name in ("orla", "tavi", "lena"))
SUED = frame(
    "sue",
    argument("agent", "orla", names=("person:orla x",)),
    argument("patient", "tavi", names=("person:tavi x",)),
)


def compared(level, value=VENN, *, reason=""):
    return FacetComparison(value.kind, value.role, level, value, value, reason)


def pair(*comparisons, wording=0.0, evidence=0.0, frames=(), **values):
    """A pair that shares so much of its wording and compares so."""
    one = profile(record("x"))
    return Pair(
        a=one,
        b=one,
        cover_a=wording,
        cover_b=wording,
        evidence=evidence,
        frames=tuple(frames),
        same={},
        comparisons=comparisons,
        **values,
    )


def event(strength=1.0, evidence=3.0, frame=SUED, other=None, **values):
    return Aligned(frame, other or frame, strength, evidence, **values)


def rule(given):
    return decide(given, DEFAULT_CONFIG).rule


AGREED = compared(Level.AGREE)
AMOUNT = compared(Level.AGREE, money(3))
DENIED = replace(SUED, negated=True)
PLANNED = replace(SUED, modality=Modality.PLANNED)
ALIKE = {"wording": 0.9, "evidence": 2.0}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # value_conflict
        (pair(compared(Level.CONFLICT)), "value_conflict"),
        (pair(compared(Level.CONFLICT), AGREED, **ALIKE), "value_conflict"),
        (pair(compared(Level.CONFLICT), compared(Level.UPDATED)), "value_conflict"),
        # state_changed
        (pair(compared(Level.UPDATED)), "state_changed"),
        (pair(compared(Level.UPDATED), AGREED, **ALIKE), "state_changed"),
        # same_wording
        (pair(AGREED, **ALIKE), "same_wording"),
        (pair(compared(Level.REFINES), **ALIKE), "same_wording"),
        (pair(compared(Level.NAMING_VARIANT), **ALIKE), "same_wording"),
        (pair(AGREED, wording=0.75, evidence=0.9), "no_link"),
        (pair(AGREED, wording=0.3, evidence=2.0), "no_link"),
        # much_shared
        (pair(compared(Level.UNKNOWN), **ALIKE), "much_shared"),
        (pair(**ALIKE), "much_shared"),
        (pair(compared(Level.AGREE, facet(Kind.PLACE, "x")), **ALIKE), "much_shared"),
        (pair(wording=0.65, evidence=1.6), "much_shared"),
        (pair(wording=0.85, evidence=0.6), "much_shared"),
        (pair(wording=0.65, evidence=1.4), "no_link"),
        (pair(wording=0.55, evidence=1.6), "no_link"),
        (pair(wording=0.75, evidence=0.6), "no_link"),
        (pair(filled_otherwise=True, **ALIKE), "no_link"),
        # same_value
        (
            pair(compared(Level.AGREE, money(3), reason=f"{SAME_PERIOD}: Q1")),
            "same_value",
        ),
        (pair(compared(Level.AGREE, money(3))), "no_link"),
        (
            pair(compared(Level.NOT_COMPARABLE, money(3), reason=SAME_PERIOD)),
            "no_link",
        ),
        # same_event
        (pair(AGREED, wording=0.5, frames=[event()]), "same_event"),
        (pair(AGREED, wording=0.2, frames=[event()]), "no_link"),
        (pair(AGREED, wording=0.5, frames=[event(0.6, 1.0)]), "no_link"),
        (pair(AGREED, wording=0.5, frames=[event(opposed=True)]), "no_link"),
        (
            pair(AGREED, wording=0.5, frames=[event(frame=frame("say"))]),
            "no_link",
        ),
        (pair(AGREED, wording=0.5, frames=[event(clashes=1)]), "no_link"),
        (pair(AMOUNT, frames=[event(clashes=1)]), "same_event"),
        (pair(AMOUNT, frames=[event(opposed=True)]), "no_link"),
        (pair(AMOUNT, frames=[event(other=DENIED)]), "no_link"),
        (pair(AMOUNT, frames=[event(other=DENIED, opposed=True)]), "same_event"),
        (pair(AMOUNT, frames=[event(other=PLANNED)]), "no_link"),
        # same_things
        (
            pair(
                *(compared(Level.AGREE, each) for each in (VENN, RUSK, ORRIK)),
                wording=0.5,
                evidence=2.5,
            ),
            "same_things",
        ),
        (
            pair(
                *(compared(Level.AGREE, each) for each in (VENN, RUSK)),
                wording=0.5,
                evidence=2.5,
            ),
            "no_link",
        ),
        # nothing
        (pair(), "no_link"),
        (pair(compared(Level.UNKNOWN)), "no_link"),
        (pair(compared(Level.NOT_COMPARABLE)), "no_link"),
    ],
)
def test_the_rows_of_the_table(given, expected):
    assert rule(given) == expected


@pytest.mark.parametrize(
    "other",
    [
        pair(AGREED, renamed=True, **ALIKE),
        pair(AGREED, compared(Level.NOT_COMPARABLE, money(3)), **ALIKE),
        pair(AGREED, filled_otherwise=True, **ALIKE),
        pair(AGREED, frames=[event(other_agents=True, clashes=1)], **ALIKE),
        pair(AGREED, frames=[event(opposed=True)], **ALIKE),
        pair(AGREED, frames=[event(other=DENIED)], **ALIKE),
        pair(AGREED, frames=[event(other=PLANNED)], **ALIKE),
    ],
)
def test_what_is_of_other_things_corroborates_nothing(other):
    assert rule(other) == "no_link"
    plain = other._replace(
        renamed=False, filled_otherwise=False, frames=(), comparisons=(AGREED,)
    )
    assert rule(plain) == "same_wording"


def test_what_is_of_other_things_can_still_contradict():
    assert rule(pair(compared(Level.CONFLICT), renamed=True)) == "value_conflict"


def test_the_table_is_in_the_order_that_its_text_says():
    relations = [row.relation for row in TABLE]
    first = relations.index(Relation.CORROBORATES)
    assert set(relations[first:]) == {Relation.CORROBORATES}
    assert relations[:first] == [Relation.CONFLICTS, Relation.UPDATES]
    assert len({row.name for row in TABLE}) == len(TABLE)


def test_nothing_has_no_score_and_no_comparisons():
    assert decide(pair(AGREED), DEFAULT_CONFIG) == NOTHING
    assert (NOTHING.score, NOTHING.comparisons) == (0.0, ())
    assert parse(NOTHING.reason) == ("no_link", ())


def test_the_reason_names_the_telling_facets_first():
    amount, when = compared(Level.CONFLICT, money(3)), compared(Level.UNKNOWN, VENN)
    decision = decide(pair(when, AGREED, amount, **ALIKE), DEFAULT_CONFIG)
    found, parts = parse(decision.reason)
    assert found == decision.rule == "value_conflict"
    assert [part.level for part in parts] == [
        Level.CONFLICT,
        Level.AGREE,
        Level.UNKNOWN,
    ]
    assert conflicts_of(decision) == [amount]
    assert decision.comparisons[0] == amount


CALL = frame("phone_call", lemma="ring")


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (record("Bergamot rind."), record("Rind and bergamot."), ("bergamot", "rind")),
        # What each tells in a word of its own goes by the kind of event, and last.
        (
            record("Pilot rang.", CALL),
            record("Pilot phoned.", CALL),
            ("pilot", "phone call"),
        ),
        (record("Bergamot tariff."), record("Tariff only."), ("tariff",)),
        # A name is a facet.
        (record("Bergamot x.", VENN), record("x bergamot", VENN), ("bergamot",)),
    ],
)
@pytest.mark.parametrize("facets", [(), (compared(Level.NOT_COMPARABLE),)])
def test_where_words_relate_the_reason_names_those_that_both_print(a, b, words, facets):
    for one, other in ((a, b), (b, a)):
        given = pair(*facets, **ALIKE)._replace(a=profile(one), b=profile(other))
        decision = decide(given, DEFAULT_CONFIG)
        assert decision.rule == "much_shared"
        assert in_common(decision.reason) == words
        assert len(parse(decision.reason)[1]) == len(facets)


@pytest.mark.parametrize(
    ("poorer", "richer", "agreeing", "expected"),
    [
        ((money(3),), (), (), "no_link"),
        ((), (money(3),), (), "much_shared"),
        ((money(3),), (money(3),), (money(3),), "much_shared"),
        ((money(3), money(5, start=9)), (money(3),), (money(3),), "no_link"),
        ((facet(Kind.DURATION, "60 s"),), (), (), "no_link"),
        # Days and names may be left out.
        ((day(DAY),), (), (), "much_shared"),
        ((VENN,), (), (), "much_shared"),
    ],
)
def test_a_number_that_only_the_poorer_gives(poorer, richer, agreeing, expected):
    """A number in common agrees as a facet, here in a frame that is not aligned."""
    sides = {
        "a": profile(record("x", *poorer)),
        "b": profile(record("x y", *richer)),
    }
    shared = {"cover_a": 0.85, "cover_b": 0.3, "evidence": 0.6}
    given = pair(*(compared(Level.AGREE, each) for each in agreeing))
    assert rule(given._replace(**sides, **shared)) == expected
    turned = {"a": sides["b"], "b": sides["a"], "cover_a": 0.3, "cover_b": 0.85}
    assert rule(given._replace(evidence=0.6, **turned)) == expected


def test_words_in_common_are_named_both_ways():
    a = record("Quince, bergamot, rind and loess.", lemmas=("quince", "rind", "loess"))
    b = record("Loess, rind and quince again.", lemmas=("loess", "rind", "quince"))
    there, back = relate(a, b), relate(b, a)
    assert there.rule == "much_shared"
    assert there.reason == back.reason
    assert set(in_common(there.reason)) == {"quince", "rind", "loess"}


def test_more_shared_words_and_agreement_give_a_higher_score():
    little = decide(pair(AGREED, wording=0.75, evidence=2), DEFAULT_CONFIG)
    more = decide(
        pair(AGREED, wording=0.9, evidence=2, frames=[event()]), DEFAULT_CONFIG
    )
    assert 0 < little.score < more.score <= 1


def test_relating_is_the_same_both_ways():
    a = record(
        "Orla sued Tavi on 5 March.",
        SUED,
        VENN,
        RUSK,
        day(record("x").published, role="event"),
    )
    b = record("Tavi was sued by Orla.", SUED, VENN, RUSK)
    there, back = relate(a, b), relate(b, a)
    assert there.relation == back.relation == Relation.CORROBORATES
    assert there.score == back.score
    assert [(c.a, c.b) for c in there.comparisons] == [
        (c.b, c.a) for c in back.comparisons
    ]
