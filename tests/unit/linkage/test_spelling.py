"""Texts letter by letter."""

import pytest

from claims.linkage import spelling
from claims.linkage.spelling import in_common, size, spellings


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


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([], []),
        ([""], [(0, 0)]),
        (["Halden", "", "Ostrava", "Old Halden"], [(5, 5), (0, 0), (0, 6), (5, 9)]),
    ],
)
def test_grams_in_common_with_each_of_several(others, expected):
    assert size("Halden") == 5
    assert in_common("Halden", others) == expected


def test_numbering_the_grams_anew_changes_nothing(monkeypatch):
    before = spellings("Dolberg", ["Dolbergh", "Dorberg"])
    monkeypatch.setattr(spelling, "MOST_GRAMS", 0)
    assert spellings("Dolberg", ["Dolbergh", "Dorberg"]) == before
