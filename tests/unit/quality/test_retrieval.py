"""Does the search put a statement's partners first? Figures of made-up rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.engine import load_engine
from claims.quality import retrieval
from claims.quality.memory import CAP_PER_KEY, MemoryCandidates

TEXTS = (
    ("a", "Orla Venn opened the Halden bridge on Monday.", [1]),
    ("b", "The Halden bridge was opened by Orla Venn.", [1]),
    ("c", "A ferry ran aground off Norway in thick fog.", [2]),
    ("d", "In fog off Norway a ferry had run aground.", [2]),
    ("e", "Copper cost more than ever before.", [3]),
)


def rows(*texts):
    return [
        {"id": n, "doc": doc, "topic": 1, "text": text, "chains": chains}
        for n, (doc, text, chains) in enumerate(texts)
    ]


def figures(*texts):
    measured = retrieval.measure(rows(*texts), load_engine())
    return measured.rows, {s.of: s.value for s in measured.scores}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"chains": [], "doc": "a", "text": "x"}, True),
        ({"chains": [], "text": "x"}, False),
        ({"a": "x", "b": "y", "label": "neutral"}, False),
    ],
)
def test_which_rows_are_for_retrieval(row, expected):
    assert retrieval.reads(row) is expected


def test_partners_come_first():
    queries, scores = figures(*TEXTS)
    assert queries == 4
    assert scores == {"MAP": 1, "recall@10": 1}


def test_a_partner_without_a_shared_word_is_not_found():
    _, scores = figures(("a", TEXTS[0][1], [1]), ("b", TEXTS[4][1], [1]))
    assert scores == {"MAP": 0, "recall@10": 0}


def test_without_partners_there_is_nothing_to_find():
    queries, scores = figures(("a", TEXTS[0][1], [1]), ("a", TEXTS[1][1], [1]))
    assert queries == 0
    assert scores == {"MAP": 0, "recall@10": 0}


def test_only_the_newest_of_a_block_are_looked_at():
    engine = load_engine()
    text = "The Halden bridge closed."
    [read] = engine.extract(text, all_sentences=True)
    many = [replace(read, start=n) for n in range(CAP_PER_KEY + 5)]
    store = MemoryCandidates(many, engine)
    found = store.candidates(read, limit=CAP_PER_KEY + 5)
    assert len(found) == CAP_PER_KEY
    assert 0 not in found and len(many) - 1 in found
