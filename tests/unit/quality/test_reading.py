"""Each text of a set is read once, and everybody gets its statements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claims.engine import Engine, load_engine
from claims.quality import reading
from claims.quality.reading import Reader

DAY = date(2031, 3, 12)
A, B = ("Orla Venn called.", DAY), ("A ferry sank.", None)


@pytest.fixture
def parsed(monkeypatch):
    """The items that the engine was asked to parse."""
    asked = []

    def extract_many(self, items, *, all_sentences=False, ties=False):
        for item in items:
            asked.append(item)
            yield [f"statements of {item[0]}"]

    monkeypatch.setattr(Engine, "extract_many", extract_many)
    return asked


def a_reader(told=lambda read, of: None):
    return Reader(nlp=None, config=None, version="", scorer=None, tell=told)


@pytest.mark.parametrize(
    "items",
    [[], [A], [A, A], [A, B, A], [A, B, B, A, A], [A, (A[0], None), A]],
)
def test_the_same_answers_each_text_parsed_once(parsed, items):
    found = list(a_reader().extract_many(items))
    assert found == [[f"statements of {text}"] for text, _ in items]
    assert parsed == list(dict.fromkeys(items))


def test_progress_is_told(parsed, monkeypatch):
    monkeypatch.setattr(reading, "TOLD_EVERY", 2)
    told = []
    items = [(str(n % 5), None) for n in range(10)]
    list(a_reader(lambda *seen: told.append(seen)).extract_many(items))
    assert told == [(2, 5), (4, 5)]


def test_it_reads_as_the_engine_does():
    engine = load_engine()
    reader = Reader.of(engine, lambda read, of: None)
    items = [A, B, A]
    assert list(reader.extract_many(items)) == list(engine.extract_many(items))
    assert reader.version == engine.version


def test_it_hears_the_scorer_of_the_engine():
    engine = replace(load_engine(), scorer=object())
    assert Reader.of(engine, lambda read, of: None).scorer is engine.scorer
