"""What a passage denies of a sentence, and what it does not."""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.passage_denials import denial


@pytest.mark.parametrize(
    ("passage", "claim", "words"),
    [
        # Denied in the passage: the predicate, its object, by a verb that undoes it.
        (
            "Divers never reached the wreck of the trawler off Sandholm, a boat said.",
            "Divers reached the wreck.",
            ("reached", "reached"),
        ),
        (
            "The council of Pell, tired of delays, refused to sell the old dairy.",
            "The council of Pell sold the dairy.",
            ("sold", "sell"),
        ),
        # Denied in the sentence.
        (
            "The union of nurses accepted the offer of the clinics on Tuesday night.",
            "The nurses did not accept the offer.",
            ("accept", "accepted"),
        ),
        # An opposite.
        (
            "Rents in the port of Varnholm, long the highest, fell again in spring.",
            "Rents in Varnholm rose in spring.",
            ("rose", "fell"),
        ),
        # To sell and to buy, of one who does it; what a noun tells.
        (
            "Petra Holm sold the painting of the lighthouse to a museum in Brest.",
            "Petra Holm bought the painting.",
            ("bought", "sold"),
        ),
        (
            "Ardwick took a lucky victory over Selm, who had two players sent off.",
            "Ardwick lost to Selm.",
            ("lost", "victory"),
        ),
        (
            "A museum in Brest bought the painting of the lighthouse from Petra Holm.",
            "Petra Holm sold the painting.",
            None,
        ),
        (
            "The victory of Ardwick over Selm, who had a player sent off, was lucky.",
            "Selm lost to Ardwick.",
            None,
        ),
        # Told as it is, in both.
        (
            "Divers reached the wreck of the trawler off Sandholm, the navy said.",
            "Divers reached the wreck.",
            None,
        ),
        # Denied twice, or in both.
        (
            "The union of nurses did not accept the offer of the clinics on Tuesday.",
            "The nurses did not accept the offer.",
            None,
        ),
        # Of something else.
        (
            "Divers reached the wreck off Sandholm, but the storm did not ease.",
            "Divers reached the wreck.",
            None,
        ),
        # Only mentioned by what is denied.
        (
            "No harm came of the sale of the dairy by the council of Pell.",
            "The council of Pell sold the dairy.",
            None,
        ),
        # A guess against a fact.
        (
            "Rents in Varnholm might fall in spring, the owners of houses fear.",
            "Rents in Varnholm rose in spring.",
            None,
        ),
    ],
)
def test_what_is_denied(read, passage, claim, words):
    found = denial(read(claim), [read(passage)], DEFAULT_CONFIG)
    if words is None:
        assert found is None
        return
    assert found is not None
    comparison = found.comparison
    assert (comparison.kind, comparison.level) == (Kind.POLARITY, Level.CONFLICT)
    assert comparison.a and comparison.b
    assert claim[comparison.a.start : comparison.a.end] == words[0]
    assert passage[comparison.b.start : comparison.b.end] == words[1]
    assert found.statement.text == passage


def test_another_sentence_of_the_passage_may_affirm_it(read):
    claim = read("Divers reached the wreck.")
    denied = read("The divers of the navy did not reach the wreck.")
    told = read("A second team of divers reached the wreck.")
    assert denial(claim, [denied], DEFAULT_CONFIG) is not None
    assert denial(claim, [denied, told], DEFAULT_CONFIG) is None


def test_a_state_of_another_time_is_not_denied(read):
    later = read("The nurses did not accept the offer.", "2031-06-12")
    passage = read("The union of nurses accepted the offer of the clinics.")
    assert denial(later, [passage], DEFAULT_CONFIG) is None
