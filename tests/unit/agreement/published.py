"""Worked examples from the literature, as their authors print them."""

from __future__ import annotations

N = None

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", part C: four
# observers, twelve units, ratings missing.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
    (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
)
KRIPPENDORFF = tuple(zip(*OBSERVERS, strict=True))

# Fleiss 1971, "Measuring nominal scale agreement among many raters", table 1: thirty
# patients, six raters, five diagnoses.
PATIENTS = """
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
"""

# The example of many textbooks: ten items, fourteen raters, five categories.
TEN_ITEMS = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)

# Cohen 1960, "A coefficient of agreement for nominal scales", table 1: counts of 200.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))

# Agresti 1990, "Categorical data analysis", p. 367: 91 couples, four ordered answers.
COUPLES = ((7, 7, 2, 3), (2, 8, 3, 7), (1, 5, 4, 9), (2, 8, 9, 14))


def items(counts: tuple[int, ...] | str) -> list[int]:
    """The ratings of an item whose counts per category are given."""
    return [place for place, count in enumerate(counts) for _ in range(int(count))]


def pairs(table: tuple[tuple[int, ...], ...]) -> list[tuple[int, int]]:
    """The items of a table of two raters: row by the one, column by the other."""
    return [
        (row, column)
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        for _ in range(count)
    ]
