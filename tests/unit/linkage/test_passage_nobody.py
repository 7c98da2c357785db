"""None of what the sentence tells, a deed that it denies, an exception; a negative has
the words of a positive.
"""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_nobody import denied_deed, excepted, nobody

QUAKE = (
    "An earthquake shook the isle of Kell on Monday but caused neither casualties nor "
    "damage."
)
STUDY = "The study of 400 men found no link between wine and gout, the doctors said."
POLICE = "Police arrested the banker Ivo Brandt at the station of Kell on Sunday."
TREATY = (
    "The treaty was ratified by all the states except Lethia, where voters fought it."
)


@pytest.mark.parametrize(
    ("passage", "claim", "look", "mine", "theirs"),
    [
        (QUAKE, "Six were hurt by a quake in Kell.", nobody, "hurt", "casualties"),
        (STUDY, "The study showed that wine causes gout.", nobody, "causes", "link"),
        (POLICE, "Ivo Brandt has never been arrested.", denied_deed, "arrested",
         "arrested"),
        (TREATY, "Lethia ratified the treaty.", excepted, "ratified", "Lethia"),
    ],
)  # fmt: skip
def test_conflict(looked, passage, claim, look, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, look)
    assert (comparison.kind, comparison.level) == (Kind.POLARITY, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim", "look"),
    [
        (QUAKE, "An earthquake shook Kell.", nobody),
        (QUAKE, "A storm killed three sailors near Tervo and Selm.", nobody),
        ("The quake caused no damage but two injuries.", "Two were hurt.", nobody),
        (STUDY, "The study showed no link between wine and gout.", nobody),
        (POLICE, "Ivo Brandt was arrested.", denied_deed),
        (POLICE, "Jan Olt has never been arrested.", denied_deed),
        ("Police may arrest Ivo Brandt.", "Ivo Brandt was not arrested.", denied_deed),
        (TREATY, "All the states ratified the treaty.", excepted),
        (TREATY, "Lethia held a vote.", excepted),
    ],
)
def test_no_conflict(looked, passage, claim, look):
    assert not looked(passage, claim, look)
