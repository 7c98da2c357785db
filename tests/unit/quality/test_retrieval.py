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


MANY = [("a", "The Halden bridge was opened on day 1.", [1])] + [
    (f"d{n}", f"The Halden bridge was opened on day {n}.", [1]) for n in range(2, 22)
]


def test_recall_is_measured_against_what_ten_matches_could_hold():
    queries, scores = figures(*MANY)
    assert queries == 21
    assert scores["recall@10"] == 1


def test_a_headline_without_a_full_stop_is_a_sentence_of_its_own():
    headline = ("a", "Orla Venn opens Halden bridge", [1])
    queries, scores = figures(headline, TEXTS[0], TEXTS[1])
    assert queries == 3
    assert scores == {"MAP": 1, "recall@10": 1}


def test_strangers_before_a_partner_lower_the_figures():
    twin = ("e", "Orla Venn opened the Halden bridge on a Monday.", [9])
    _, alone = figures(*TEXTS[:2])
    _, crowded = figures(*TEXTS[:2], twin)
    assert crowded["MAP"] < alone["MAP"] == 1


def test_only_the_newest_of_a_block_are_looked_at():
    engine = load_engine()
    text = "The Halden bridge closed."
    [read] = engine.extract(text, all_sentences=True)
    many = [replace(read, start=n, article=f"a{n}") for n in range(CAP_PER_KEY + 5)]
    store = MemoryCandidates(many, engine)
    found = store.candidates(read, limit=CAP_PER_KEY + 5)
    assert len(found) == CAP_PER_KEY
    assert 0 not in found and len(many) - 1 in found


def test_the_shelf_numbers_statements_and_articles_in_their_order():
    engine = load_engine()
    read = [
        replace(record, article=doc)
        for doc, text, _ in TEXTS
        for record in engine.extract(f"{text}\n\nSnow fell.", all_sentences=True)
    ]
    shelf = MemoryCandidates(read, engine)
    assert [shelf.number_of(doc) for doc in "abcde"] == [0, 1, 2, 3, 4]
    assert [s.id for s in shelf.siblings({1, 4})] == [2, 3, 8, 9]
    assert [(s.article, s.text) for s in shelf.sketches([4])] == [(2, TEXTS[2][1])]
    assert shelf.records([4])[4].record is read[4]
    [found] = shelf.candidates_many(
        [engine.probe_keys(read[0])], excluded=[{0}], limit=9
    )
    assert 2 in dict(found) and not {0, 1} & dict(found).keys()


def test_an_empty_shelf_has_no_newest_week():
    assert MemoryCandidates([], load_engine()).newest_week() == 0
