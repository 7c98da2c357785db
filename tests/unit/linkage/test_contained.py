"""What a short sentence is to a longer text that was chosen for it.

Every name and event is invented. A negative shares as many words as a positive.
"""

from dataclasses import replace

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.contained import contained, held_against_passage
from claims.linkage.decision import NOTHING
from claims.linkage.passages import relate_passages
from claims.linkage.reason import in_common, parse
from claims.linkage.types import Decision, Relation
from tests.unit.linkage.conftest import DAY

BLAST = "The blast at the old mill killed 14 guards and wounded 60 shoppers."
RIVER = (
    "The mayor of Ostrel said on Monday that engineers had found no crack in the old "
    "river bridge, which forty lorries cross on an ordinary day."
)
FIRE = (
    "A fire at the paper mill of Kalden killed four workers and injured 19 late on "
    "Friday, and the road to the coast was closed for three hours."
)
PORT = (
    "Police in the port of Selm said on Monday they had arrested three men who are "
    "thought to have stolen two bronze statues from the park of the city museum."
)
RAID = (
    "Customs officers in the port of Selm said on Monday that they had opened forty "
    "crates that are thought to hold bronze statues from the park of a museum."
)
FLIGHT = (
    "The airline Tervo, which flies to 30 towns, will open a line to Maresk in May if "
    "its pilots agree to fly at night."
)
MATCH = (
    "Ostrel came away with a narrow victory over Kell on Sunday, although two of its "
    "best players had been injured in the week."
)
UNION = (
    "Tomas Brandt, the treasurer of the union of Selm, told the manager of the harbour "
    "on Monday that the dockers would not wait."
)


@pytest.fixture(scope="module")
def held(engine, read_chosen):
    """The decision on two texts as POST /compare makes it, before and after."""

    def both(a, b):
        read = [read_chosen(text) for text in (a, b)]
        first = relate_passages(*read, engine.relate_many)
        return first, held_against_passage(*read, first, engine.config)

    return both


@pytest.mark.parametrize(
    ("passage", "claim", "rule"),
    [
        (RIVER, "The engineers found a deep crack.", "passage_denies"),
        (FIRE, "Nineteen workers were killed at the mill.", "passage_differs"),
        (PORT, "Police in Selm arrested three men.", "passage_tells"),
        (MATCH, "Ostrel lost to Kell.", "passage_turns"),
        (UNION, "Tomas Brandt is the manager of the harbour.", "passage_describes"),
        (UNION, "Tomas Brandt is the treasurer of the union.", "same_wording"),
        # Seen already from statement to statement.
        (RIVER, "Engineers found a crack in the river bridge.", "value_conflict"),
        (RIVER, "Lorries cross the old river bridge.", "same_wording"),
        # Nothing is said: other things, told with some of the words.
        (RIVER, "The mayor of Ostrel paid for a new school.", "no_link"),
        (FIRE, "The workers of Kalden went on strike.", "no_link"),
        # Another number of the same thing, one that the passage does not give.
        (FIRE, "The road was closed for 50 workers.", "no_link"),
        # The number is there one of the wounded.
        (BLAST, "The blast killed 60 shoppers.", "no_link"),
        (BLAST, "The blast wounded 60 shoppers.", "same_wording"),
        # A plan is not the fact.
        (FLIGHT, "Tervo opened a line to Maresk.", "no_link"),
        (FLIGHT, "Tervo's pilots agreed to fly at night.", "no_link"),
        # Denied by the sentence alone, and not told otherwise.
        (RAID, "Officers in Selm were not late.", "no_link"),
    ],
)
def test_rule(held, passage, claim, rule):
    assert held(passage, claim)[1].rule == rule
    assert held(claim, passage)[1].rule == rule


@pytest.mark.parametrize("turned", [False, True])
def test_a_conflict_shows_both_values_where_they_stand(held, turned):
    texts = (FIRE, "Nineteen workers were killed at the mill.")
    texts = texts[::-1] if turned else texts
    _, decision = held(*texts)
    assert decision.relation == Relation.CONFLICTS
    first = decision.comparisons[0]
    assert (first.kind, first.level) == (Kind.COUNT, Level.CONFLICT)
    for facet, text in zip((first.a, first.b), texts, strict=True):
        assert text[facet.start : facet.end] == facet.text
    rule, parts = parse(decision.reason)
    assert (rule, parts[0].kind) == (decision.rule, Kind.COUNT)


def test_what_only_the_words_tell_names_the_rarest(held):
    _, decision = held(PORT, "Police in Selm arrested three men.")
    assert decision.comparisons == ()
    assert set(in_common(decision.reason)) == {"selm", "arrest", "police"}
    assert 0 < decision.score <= 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The road was closed.", FIRE, True),
        (FIRE, "The road was closed.", True),
        # As long as each other, or both long.
        ("The road was closed.", "The bridge was opened.", False),
        (FIRE, RIVER, False),
        # Several sentences, no word in common, nothing.
        ("The road was closed. A ferry sank.", FIRE, False),
        ("Tax rises.", FIRE, False),
        ("", FIRE, False),
    ],
)
def test_what_is_a_sentence_and_its_passage(engine, a, b, expected):
    read = [engine.extract(text, published=DAY, all_sentences=True) for text in (a, b)]
    found = contained(*read, DEFAULT_CONFIG)
    assert (found is not None) == expected


@pytest.mark.parametrize("relation", [Relation.CONFLICTS, Relation.UPDATES])
def test_what_the_statements_contradict_or_update_stays(engine, relation):
    read = [
        engine.extract(text, published=DAY, all_sentences=True)
        for text in (FIRE, "Nineteen workers were killed at the mill.")
    ]
    decision = Decision(relation, 0.5, "made", "made (rule made)")
    assert held_against_passage(*read, decision, engine.config) is decision


@pytest.mark.parametrize(
    ("passage", "claim", "planned"),
    [
        (FLIGHT, "The airline Tervo opens a line to Maresk.", True),
        (FLIGHT, "The airline Tervo will open a line to Maresk.", False),
        (FLIGHT, "The airline Tervo flies to towns.", False),
        (FIRE, "A fire killed workers at the mill.", False),
        ("The mill may be shut by the fire at the port.", "Fire shut the mill.", True),
    ],
)
def test_an_agreement_on_what_is_only_planned_is_a_conflict(
    engine, passage, claim, planned
):
    decision = replace(NOTHING, relation=Relation.CORROBORATES, rule="made")
    read = [
        engine.extract(text, published=DAY, all_sentences=True)
        for text in (passage, claim)
    ]
    found = held_against_passage(*read, decision, engine.config)
    if not planned:
        assert found == decision
        return
    assert (found.relation, found.rule) == (Relation.CONFLICTS, "passage_plans")
    first = found.comparisons[0]
    assert (first.kind, first.level) == (Kind.MODALITY, Level.CONFLICT)
    # Where nothing agrees a plan is no link: it is not the fact, and denies none.
    assert held_against_passage(*read, NOTHING, engine.config) == NOTHING


def test_an_agreement_is_turned_by_a_conflict_alone(engine):
    decision = replace(NOTHING, relation=Relation.CORROBORATES, rule="made")
    for claim, rule in (
        ("Nineteen workers were killed at the mill.", "passage_differs"),
        ("The road to the coast was closed.", "made"),
    ):
        read = [
            engine.extract(text, published=DAY, all_sentences=True)
            for text in (FIRE, claim)
        ]
        found = held_against_passage(*read, decision, engine.config)
        assert found.rule == rule
