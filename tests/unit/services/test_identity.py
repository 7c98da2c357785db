"""Which stored row is which sentence: same words, never likeness."""

from __future__ import annotations

import pytest

from claims.extraction.fold import fold
from claims.facets.types import StatementRecord
from claims.services.identity import (
    CONTEXT_CHARACTERS,
    Known,
    Place,
    match,
    sentences,
    words_hash,
)

FAR = "x" * CONTEXT_CHARACTERS


def lines(text: str) -> list[StatementRecord]:
    """Every line in capitals is a sentence; others are only context."""
    records, at = [], 0
    for line in text.split("\n"):
        if line.isupper():
            records.append(StatementRecord(text=line, start=at, end=at + len(line)))
        at += len(line) + 1
    return records


def known(text: str, *, here: bool) -> list[Known]:
    folded = fold(text)
    return [
        Known(
            statement_id=number,
            words=words_hash(record.text),
            place=Place(folded, record.start, record.end),
            here=here,
        )
        for number, record in enumerate(lines(text), start=1)
    ]


# old text, new text, the ids that the new text's sentences get (0 = a new row)
NEXT_VERSION = [
    ("same text", "A\nB", "A\nB", [1, 2]),
    ("moved down", "A\nB", f"{FAR}\n{FAR}\nA\nB", [1, 2]),
    ("other order", "A\nB", "B\nA", [2, 1]),
    ("one more", "A\nB", "A\nC\nB", [1, 0, 2]),
    ("one less", "A\nB\nC", "A\nC", [1, 3]),
    ("one letter differs", "THE MILL SHUT", "THE MILLS SHUT", [0]),
    ("repeated, same text around", f"A\n{FAR}\nA", f"A\n{FAR}\nA", [1, 2]),
    ("first repetition gone", f"q\nA\n{FAR}b\nA\nz", f"{FAR}b\nA\nz", [2]),
    ("last repetition gone", f"q\nA\ny{FAR}\nA\nz", f"q\nA\ny{FAR}", [1]),
    ("repeated, nothing the same", f"A\n{FAR}\nA", f"q\nA\ny{FAR}", [0]),
    ("became repeated, one known side", "q\nA", f"q\nA\n{FAR}z\nA\ny", [1, 0]),
    ("became repeated, no known side", f"{FAR}\nA\n{FAR}", "q\nA\ny\nA\nz", [0, 0]),
]


@pytest.mark.parametrize(
    ("what", "old", "new", "ids"), NEXT_VERSION, ids=[row[0] for row in NEXT_VERSION]
)
def test_next_version(what: str, old: str, new: str, ids: list[int]) -> None:
    found = sentences(lines(new), text=new)
    matched = match(known(old, here=False), found)
    assert [matched.get(index, 0) for index in range(len(found))] == ids


SAME_TEXT = [
    ("read again", "A\nB\nA", "A\nB\nA", [1, 2, 3]),
    ("one not cut any more", "A\nB", "A\nb", [1]),
    ("the other of two equal ones", f"A\n{FAR}\n{FAR}\na", f"a\n{FAR}\n{FAR}\nA", [0]),
]


@pytest.mark.parametrize(
    ("what", "old", "new", "ids"), SAME_TEXT, ids=[row[0] for row in SAME_TEXT]
)
def test_same_text(what: str, old: str, new: str, ids: list[int]) -> None:
    found = sentences(lines(new), text=new)
    matched = match(known(old, here=True), found)
    assert [matched.get(index, 0) for index in range(len(found))] == ids


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("He said “no”.", 'He said "no".', True),
        ("40\u00a0per cent", "40 per cent", True),
        ("a 2019–2020 plan", "a 2019-2020 plan", True),
        ("It’s", "It's", True),
        ("the plan", "The plan", False),
        ("the plan", "the plan.", False),
        ("the plan", "the  plan", False),
    ],
)
def test_words_are_folded_one_for_one(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (words_hash(one) == words_hash(other)) is same


def test_no_row_and_no_sentence_twice() -> None:
    text = "A\nA\nA"
    found = sentences(lines(text) + lines(text), text=text)
    assert len(found) == 3
    matched = match(known(text, here=False), found)
    assert sorted(matched) == [0, 1, 2]
    assert sorted(matched.values()) == [1, 2, 3]
