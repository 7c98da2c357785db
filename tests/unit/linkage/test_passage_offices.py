"""An office that somebody else holds; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_offices import held_by_another

TALKS = (
    "Finance Minister Ivo Brandt told reporters after talks with Prime Minister Ada "
    "Morel that Romania would keep its tax."
)
NEPHEW = "Jan Rahl is a nephew of the Lebanese president, Emil Rahl, and advised both."
PAST = (
    "Ivo Brandt, a former mayor of Kell, met the mayor of Kell, Ada Morel, on Monday."
)


@pytest.mark.parametrize(
    ("passage", "claim", "theirs"),
    [
        (TALKS, "Ivo Brandt is the prime minister of Romania.", "Ada Morel"),
        (NEPHEW, "Jan Rahl is the president of Lebanon.", "Emil Rahl"),
    ],
)
def test_held_by_another(looked, passage, claim, theirs):
    [(comparison, _), *_] = looked(passage, claim, held_by_another)
    assert (comparison.kind, comparison.level) == (Kind.PERSON, Level.CONFLICT)
    assert theirs in comparison.b.text


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (TALKS, "Ada Morel is the prime minister of Romania."),
        (TALKS, "Ivo Brandt is the finance minister of Romania."),
        (TALKS, "Ivo Brandt is a minister of Romania."),
        (NEPHEW, "Emil Rahl is the president of Lebanon."),
        # Who held it before.
        (PAST, "Ivo Brandt is the mayor of Kell."),
        (NEPHEW, "Jan Rahl was the president of Lebanon."),
    ],
)
def test_not_held_by_another(looked, passage, claim):
    assert not looked(passage, claim, held_by_another)
