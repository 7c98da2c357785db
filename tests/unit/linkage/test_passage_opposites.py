"""The opposite told of the same; a negative has the words of a positive."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_opposites import opposed

BISHOP = "Bishop Ivo Brandt was an opponent of the junta and wrote for a paper in Kell."
COURT = "The court of Sand upheld the conviction of Ada Morel for fraud in March."
SAILOR = "The sailor Jan Olt was rescued from the wreck by fishermen of Kell."
FREED = "The singer Ada Morel was freed in Kell on Monday and met her sons."
PRICES = "Grain prices in Kell fell on Monday, and so did those of wool."
VIRUS = "The unconfirmed case of the fever in Kell worries the doctors of Selm."
BRIDGE = "The bridge of Kell was closed to lorries in May, when cracks were found."
VIEW = "The judges agreed in May that the law of Sand was unlawful."


@pytest.mark.parametrize(
    ("passage", "claim", "mine", "theirs"),
    [
        (BISHOP, "Brandt was a supporter of the junta.", "supporter", "opponent"),
        (COURT, "The court overturned the conviction.", "overturned", "upheld"),
        (SAILOR, "Jan Olt was killed by fishermen.", "killed", "rescued"),
        (SAILOR, "Jan Olt died.", "died", "rescued"),
        (FREED, "Ada Morel was killed by her captors.", "killed", "freed"),
        (PRICES, "Grain prices rose.", "rose", "fell"),
        (VIRUS, "A case of the fever was confirmed.", "confirmed", "unconfirmed"),
        (BRIDGE, "The bridge is open.", "open", "closed"),
    ],
)
def test_opposed(looked, passage, claim, mine, theirs):
    [(comparison, _), *_] = looked(passage, claim, opposed)
    assert (comparison.kind, comparison.level) == (Kind.POLARITY, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        # Of somebody or something else.
        (BISHOP, "Brandt was a supporter of the paper."),
        (BISHOP, "Lena Voss was a supporter of the junta."),
        (COURT, "The court overturned the appeal."),
        ("The senate of Sand upheld the ban.", "The court overturned the ban."),
        (SAILOR, "The fishermen died."),
        (PRICES, "Wages in Kell rose."),
        # The passage has the word itself too.
        (
            "The court of Sand upheld the conviction that another had overturned.",
            "The court overturned the conviction.",
        ),
        # The opposite is denied, planned for a case, or only thought.
        (
            "The court of Sand did not uphold the conviction.",
            "The court overturned the conviction.",
        ),
        (
            "The court of Sand may uphold the conviction.",
            "The court overturned the conviction.",
        ),
        (VIEW, "The judges rejected the law."),
        # No opposites.
        (COURT, "The court announced the conviction."),
    ],
)
def test_not_opposed(looked, passage, claim):
    assert looked(passage, claim, opposed) == []
