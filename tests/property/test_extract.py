"""What holds of the statements of any text, however odd."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.fold import fold
from claims.facets.types import StatementRecord
from claims.services.compare import Text, compare_texts
from tests.property.strategies import days, hostile, sentences, texts, torn

EXAMPLES = 60
articles = st.lists(st.one_of(sentences, torn, hostile, texts), max_size=4).map(
    "\n\n".join
)


def check_spans(record: StatementRecord, text: str) -> None:
    assert 0 <= record.start < record.end <= len(text)
    assert text[record.start : record.end] == record.text
    size = len(record.text)
    for facet in record.facets:
        assert 0 <= facet.start <= facet.end <= size
        assert record.text[facet.start : facet.end] == facet.text
        assert 0 <= facet.frame < max(1, len(record.frames))
    for number, frame in enumerate(record.frames):
        assert frame.index == number
        assert 0 <= frame.start < frame.end <= size
        for argument in frame.arguments:
            assert 0 <= argument.start <= argument.end <= size
    for hop in record.hops:
        assert 0 <= hop.start <= hop.end <= size
        assert 0 <= hop.source_start <= hop.source_end <= size


@settings(max_examples=EXAMPLES)
@given(text=articles, day=st.none() | days)
def test_spans_lie_inside_the_quote_and_the_quote_inside_the_text(engine, text, day):
    last = 0
    for record in engine.extract(text, published=day, all_sentences=True):
        check_spans(record, text)
        assert record.start >= last
        last = record.end


@settings(max_examples=EXAMPLES)
@given(text=hostile, title=texts, day=st.none() | days)
def test_no_text_breaks_extraction(engine, text, title, day):
    found = engine.extract(text, published=day, title=title)
    kept = engine.extract(text, published=day, title=title, all_sentences=True)
    assert {(r.start, r.end) for r in found} <= {
        (s, e) for r in kept for s in (r.start,) for e in (r.end,)
    }


@settings(max_examples=EXAMPLES)
@given(a=hostile, b=hostile, day=st.none() | days)
def test_no_text_breaks_comparison(engine, a, b, day):
    [decision] = compare_texts([(Text(a, day), Text(b, day))], engine=engine)
    for comparison in decision.comparisons:
        for facet, text in ((comparison.a, a), (comparison.b, b)):
            if facet is not None:
                assert text[facet.start : facet.end] == facet.text


@settings(max_examples=EXAMPLES)
@given(text=hostile, day=st.none() | days)
def test_keys_fit_the_column(engine, text, day):
    for record in engine.extract(text, published=day, all_sentences=True):
        filed, probed = engine.block_keys(record), engine.probe_keys(record)
        # a statement finds its like; names filed alone are for those without a date
        assert not filed or filed & probed
        assert day is not None or filed <= probed
        assert all(0 <= key < 2**63 for key in filed | probed)


@settings(max_examples=EXAMPLES)
@given(text=texts)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


@settings(max_examples=30)
@given(text=articles, day=days)
def test_reading_twice_reads_the_same(engine, text, day):
    assert engine.extract(text, published=day) == engine.extract(text, published=day)


@settings(max_examples=30)
@given(several=st.lists(st.tuples(articles, st.none() | days), max_size=4))
def test_parsed_together_or_alone_is_the_same(engine, several):
    together = list(engine.extract_many(several, all_sentences=True))
    alone = [
        engine.extract(text, published=day, all_sentences=True) for text, day in several
    ]
    assert together == alone
