"""A number that is of something else; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_numbers import of_another

SALE = (
    "To pay a tax bill of 40 million crowns that Ostrel had sent, Maresk was sold "
    "for 9 million crowns."
)
TOWNS = "Kell has 900 bakers, while the port that lies beside it has 40 bakers."


@pytest.mark.parametrize(
    ("passage", "claim", "kind", "text"),
    [
        (SALE, "Maresk cost 40 million crowns.", Kind.AMOUNT, "40 million crowns"),
        (TOWNS, "Kell has 40 bakers.", Kind.COUNT, "40"),
    ],
)
def test_of_another(looked, passage, claim, kind, text):
    [(comparison, _)] = looked(passage, claim, of_another)
    assert (comparison.kind, comparison.level) == (kind, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (text, text)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (SALE, "Maresk was sold for 9 million crowns."),
        (SALE, "Maresk cost 50 million crowns."),
        (SALE, "Ostrel sent a bill of 40 million crowns."),
        (TOWNS, "Kell has 900 bakers."),
        # There is no other, or it counts other things.
        ("The port beside Kell has 40 bakers.", "Kell has 40 bakers."),
        ("Kell has 9 cats, the port has 40 bakers.", "Kell has 40 bakers."),
        # The sentence gives both.
        (TOWNS, "Kell has 900 bakers, the port 40 bakers."),
    ],
)
def test_not_of_another(looked, passage, claim):
    assert looked(passage, claim, of_another) == []
