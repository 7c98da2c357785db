"""Texts letter by letter."""

import numpy as np
import pytest

from claims.linkage import spelling
from claims.linkage.spelling import Letters, spellings


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Halden", "halden", 1),
        ("Halden bridge", "Halden  bridge", 1),
        ("Halden", "Ostrava", 0),
        ("", "Halden", 0),
        ("", "", 0),
    ],
)
def test_spelling_of_equals_and_of_strangers(a, b, expected):
    assert spellings(a, [b]) == [expected]
    assert spellings(b, [a]) == [expected]


def test_a_letter_more_is_nearly_the_same_spelling():
    added, exchanged = spellings("Dolberg", ["Dolbergh", "Dorberg"])
    assert added > exchanged > 0


TEXTS = ["Halden", "", "Ostrava", "Old Halden"]


@pytest.mark.parametrize(
    ("text", "rows", "shared", "of_fewer"),
    [
        ("Halden", [0, 1, 2, 3], [5, 0, 0, 5], [1, 0, 0, 1]),
        ("Halden", [3, 0, 3], [5, 5, 5], [1, 1, 1]),
        ("Halden", [1], [0], [0]),
        ("Old Halden", [1, 3, 0], [0, 9, 5], [0, 1, 1]),
        ("", [0, 1], [0, 0], [0, 0]),
        ("Quendorf Halden", [0, 2], [5, 0], [1, 0]),  # letters that none of them has
    ],
)
def test_grams_in_common_with_each_of_several(text, rows, shared, of_fewer):
    letters = Letters(TEXTS)
    for _ in range(2):  # a text leaves nothing behind
        both = letters.in_common(text, np.array(rows))
        assert both.shared.tolist() == shared
        assert both.of_fewer.tolist() == of_fewer
        others = [TEXTS[row] for row in rows]
        assert both.of_both.tolist() == spellings(text, others)
        letters.in_common("Ostrava Halden", np.array(rows))


def test_nothing_is_spelled_like_nothing():
    assert spellings("Halden", []) == []


def test_numbering_the_grams_anew_changes_nothing(monkeypatch):
    before = spellings("Dolberg", ["Dolbergh", "Dorberg"])
    monkeypatch.setattr(spelling, "MOST_GRAMS", 0)
    assert spellings("Dolberg", ["Dolbergh", "Dorberg"]) == before
