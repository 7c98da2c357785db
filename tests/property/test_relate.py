"""What holds of the relation of any two statements."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.facets.types import Facet
from claims.linkage.comparison import compared, worth_comparing
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.decision import decide
from claims.linkage.pair import side_by_side
from claims.linkage.reason import parse
from claims.linkage.types import Decision, FacetComparison, Relation
from tests.property.strategies import days, sentences

EXAMPLES = 60
pairs = st.tuples(sentences, days, sentences, days)


def read(engine, pair):
    """The first statements of both texts, in one parse."""
    a, day_a, b, day_b = pair
    one, other = engine.extract_many([(a, day_a), (b, day_b)], all_sentences=True)
    return one[0], other[0]


def swapped(comparison: FacetComparison) -> tuple:
    return (comparison.kind, comparison.level, comparison.b, comparison.a)


def as_told(comparison: FacetComparison) -> tuple:
    return (comparison.kind, comparison.level, comparison.a, comparison.b)


def place(entry: tuple) -> tuple:
    kind, level, a, b = entry
    return (kind, level, *(_span(a)), *(_span(b)))


def _span(facet: Facet | None) -> tuple[int, int]:
    return (-1, -1) if facet is None else (facet.start, facet.end)


@settings(max_examples=EXAMPLES)
@given(pair=pairs)
def test_relate_is_symmetric(engine, pair):
    a, b = read(engine, pair)
    there, back = engine.relate(a, b), engine.relate(b, a)
    assert there.relation == back.relation
    assert there.rule == back.rule
    assert there.score == back.score
    assert there.direction == -back.direction
    assert sorted(map(place, map(as_told, there.comparisons))) == sorted(
        map(place, map(swapped, back.comparisons))
    )


@settings(max_examples=EXAMPLES)
@given(sentence=sentences, day=days)
def test_a_statement_never_contradicts_itself(engine, sentence, day):
    [a] = engine.extract(sentence, published=day, all_sentences=True)
    decision = engine.relate(a, a)
    assert decision.relation in (Relation.CORROBORATES, Relation.NONE), decision.reason
    assert decision.direction == 0


@settings(max_examples=EXAMPLES)
@given(pair=pairs)
def test_a_reason_parses_back_and_names_its_facets(engine, pair):
    decision = engine.relate(*read(engine, pair))
    rule, parts = parse(decision.reason)
    assert rule == decision.rule
    if decision.relation == Relation.NONE:
        assert parts == ()
        return
    assert parts
    told = {(c.kind, c.level) for c in decision.comparisons}
    assert {(part.kind, part.level) for part in parts} <= told
    for part in parts:
        assert printed(part.a, decision, 0) and printed(part.b, decision, 1)


def printed(words: str, decision: Decision, side: int) -> bool:
    """Whether a side of some comparison is printed so (quotes made plain)."""
    facets = [(c.a, c.b)[side] for c in decision.comparisons]
    plain = {"" if f is None else f.text.translate(PLAIN) for f in facets}
    return words in plain


PLAIN = str.maketrans("“”", '""')


@settings(max_examples=30)
@given(pair=pairs)
def test_the_same_input_gives_the_same_output(engine, pair):
    first, second = read(engine, pair), read(engine, pair)
    assert first == second
    assert engine.relate(*first) == engine.relate(*second)


@settings(max_examples=EXAMPLES)
@given(pair=pairs)
def test_spans_of_comparisons_are_the_words(engine, pair):
    a, b = read(engine, pair)
    for comparison in engine.relate(a, b).comparisons:
        for facet, record in ((comparison.a, a), (comparison.b, b)):
            if facet is not None:
                assert record.text[facet.start : facet.end] == facet.text


@settings(max_examples=EXAMPLES)
@given(pair=pairs)
def test_scores_and_directions_keep_their_range(engine, pair):
    decision = engine.relate(*read(engine, pair))
    assert 0 <= decision.score <= 1
    assert decision.direction in (-1, 0, 1)
    if decision.relation != Relation.UPDATES:
        assert decision.direction == 0


@settings(max_examples=EXAMPLES)
@given(texts=st.lists(st.tuples(sentences, days), min_size=2, max_size=8))
def test_what_is_given_up_early_is_unrelated(engine, texts):
    read_all = engine.extract_many(texts, all_sentences=True)
    for a, b in combinations([records[0] for records in read_all], 2):
        pair = side_by_side(a, b, DEFAULT_CONFIG)
        if not worth_comparing(pair, DEFAULT_CONFIG):
            decision = decide(compared(pair, DEFAULT_CONFIG), DEFAULT_CONFIG)
            assert decision.relation == Relation.NONE, (a.text, b.text)
