"""Two people told as other relatives; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_kin import other_relatives

POET = (
    "Poet Ada Morel was the daughter of the composer Tomas Brandt, who came from Kell."
)
BROTHERS = "The film stars Ivo Brandt and his younger brother Jan Olt as two sailors."
NEPHEW = "Ivo Brandt, who owns the bank of Kell, is a nephew of Lena Voss."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (POET, "Tomas Brandt was the husband of Ada Morel.", "husband", "daughter"),
        (POET, "Ada Morel was a sister of Tomas Brandt.", "sister", "daughter"),
        (POET, "Ada Morel was the mother of Tomas Brandt.", "mother", "daughter"),
        (BROTHERS, "Jan Olt is the older brother of Ivo Brandt.", "brother", "brother"),
        (BROTHERS, "Ivo Brandt is the father of Jan Olt.", "father", "brother"),
        (NEPHEW, "Ivo Brandt is the son of Lena Voss.", "son", "nephew"),
    ],
)
def test_other_relatives(looked, passage, claim, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, other_relatives)
    assert (comparison.kind, comparison.level) == (Kind.TITLE, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        (POET, "Tomas Brandt was the father of Ada Morel."),
        (POET, "Ada Morel was a child of Tomas Brandt."),
        (POET, "Tomas Brandt was the husband of Lena Voss."),
        (
            "Ada Morel is not the aunt of Jan Olt.",
            "Ada Morel is the mother of Jan Olt.",
        ),
        (BROTHERS, "Ivo Brandt is a brother of Jan Olt."),
        (BROTHERS, "Ivo Brandt is the elder brother of Jan Olt."),
        (NEPHEW, "Lena Voss is the aunt of Ivo Brandt."),
        (NEPHEW, "Ivo Brandt is a friend of Lena Voss."),
    ],
)
def test_no_other_relatives(looked, passage, claim):
    assert not looked(passage, claim, other_relatives)
