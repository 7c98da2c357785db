"""Another place than the sentence's; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_places import placed

LAKE = "The lake of Tarvin lies within Chile, near the border of Argentina."
SINGER = "Ada Morel was born in Lyon and moved to Hamburg at the age of nine."
FIRM = "The brewer Tervo is based in Prague and has a mill in Dresden."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (LAKE, "The lake is located in Argentina.", "Argentina", "Chile"),
        (SINGER, "Ada Morel was born in Hamburg.", "Hamburg", "Lyon"),
        (FIRM, "Tervo is based in Dresden.", "Dresden", "Prague"),
    ],
)
def test_placed(looked, passage, claim, mine, theirs):
    [(comparison, _)] = looked(passage, claim, placed)
    assert (comparison.kind, comparison.level) == (Kind.PLACE, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        # The one lies in the other, or is the same.
        (SINGER, "Ada Morel was born in France."),
        (FIRM, "Tervo is based in Prague."),
        # Another thing, or what one can do in many places.
        (LAKE, "The border lies in Peru."),
        (SINGER, "Ada Morel died in Hamburg."),
        ("Ada Morel was buried in Lyon.", "Ada Morel died in Hamburg."),
        (FIRM, "Tervo has a mill in Hamburg."),
        ("Ada Morel sang in Lyon.", "Ada Morel sang in Hamburg."),
        # Nobody knows where that is.
        (SINGER, "Ada Morel was born in Ostrelmark."),
    ],
)
def test_not_placed(looked, passage, claim):
    assert looked(passage, claim, placed) == []
