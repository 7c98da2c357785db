"""What a passage says in the place of a sentence that it has the words of.

Every name is invented; a negative has the words of a positive.
"""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.passage_signs import first_sign

LAWYER = (
    "The young lawyer Ada Morel, who grew up in Kell, asked the painter Jan Olt on "
    "Monday to leave the port of Sand."
)
UNION = (
    "Tomas Brandt, the treasurer of the union of Selm, told the manager of the harbour "
    "that the dockers would not wait."
)
MUSEUM = (
    "The new museum of ships near Tervo was opened in Maresk on Friday, after the old "
    "one had burned down."
)
NAVY = (
    "The navy of Ostrel pays 40 million crowns for the repair of its submarines, the "
    "third of which sank last year."
)
HERD = "The herd grazes on 300 hectares and has nine bison, the wardens said on Monday."
BRIDGE = (
    "The bridge of Kell, which was built by monks, burned on 6 May 1921 when a barge "
    "full of oil hit it."
)
MEDAL = (
    "The writer declined the Morel Medal in 1962, and said that the money should go to "
    "the library. He never read the letter."
)
STRIKER = (
    "The Doln striker Ivo Brandt, a novelist and critic, was sent off by a referee in "
    "the final of the cup."
)
TEACHER = (
    "Ivo Brandt, a teacher and a standard bearer of the Green League of Kell, has "
    "authored a book on ships, and 1,100 individuals of Kell bought it in 70 AD."
)
ATTACK = "An attack on 6 May 1921 killed two monks of Kell and burned the old bridge."
COURT = "The court of Sand rejected the appeal of the mayor and cancelled the hearing."
TITLE, COUNT, DATE, POLARITY = Kind.TITLE, Kind.COUNT, Kind.DATE, Kind.POLARITY


@pytest.mark.parametrize(
    ("passage", "claim", "rule", "kind", "mine", "theirs"),
    [
        (LAWYER, "Ada Morel is a painter.", "describes", TITLE, "painter", "lawyer"),
        (
            UNION,
            "Tomas Brandt is the manager of the harbour.",
            "describes",
            TITLE,
            "manager of the harbour",
            "treasurer of the union of Selm",
        ),
        (
            STRIKER,
            "Ivo Brandt is a referee.",
            "describes",
            TITLE,
            "referee",
            "Doln striker",
        ),
        (
            MUSEUM,
            "Tervo was opened in Maresk.",
            "tells_of_part",
            Kind.ORGANISATION,
            "Tervo",
            "museum",
        ),
        (NAVY, "Ostrel has 40 submarines.", "counts_others", COUNT, "40", "40"),
        (HERD, "The herd has 300 bison.", "counts_others", COUNT, "300", "300"),
        (
            BRIDGE,
            "The bridge of Kell was built on 6 May 1921.",
            "dates_another",
            DATE,
            "6 May 1921",
            "6 May 1921",
        ),
        (
            MEDAL,
            "The writer received the Morel Medal.",
            "refuses",
            POLARITY,
            "Morel Medal",
            "Morel Medal",
        ),
        (
            COURT,
            "The court held a hearing.",
            "refuses",
            POLARITY,
            "hearing",
            "hearing",
        ),
        (
            COURT,
            "The court accepted the appeal.",
            "refuses",
            POLARITY,
            "appeal",
            "appeal",
        ),
        (MEDAL, "The writer read the letter.", "refuses", POLARITY, "read", "read"),
    ],
)
def test_a_sign(read_chosen, passage, claim, rule, kind, mine, theirs):
    statements, [one] = read_chosen(passage), read_chosen(claim)
    found = first_sign(one, statements, 1.0)
    assert found is not None
    assert found.rule == f"passage_{rule}"
    comparison = found.comparison
    assert (comparison.kind, comparison.level) == (kind, Level.CONFLICT)
    assert (comparison.a.text, comparison.b.text) == (mine, theirs)
    assert found.statement in statements
    for facet, text in ((comparison.a, one.text), (comparison.b, found.statement.text)):
        assert text[facet.start : facet.end] == facet.text
    assert comparison.reason


@pytest.mark.parametrize(
    ("passage", "claim"),
    [
        # The passage says so.
        (LAWYER, "Ada Morel is a lawyer."),
        (LAWYER, "Jan Olt is a painter."),
        (MUSEUM, "The museum was opened in Maresk."),
        (HERD, "The herd has nine bison."),
        (HERD, "The herd has 9 bison."),
        (BRIDGE, "The bridge of Kell burned on 6 May 1921."),
        (BRIDGE, "The bridge burned in 1921."),
        (MEDAL, "The writer declined the Morel Medal."),
        # What was turned down was made and heard, what was called off announced.
        (COURT, "The mayor made an appeal."),
        (COURT, "The court heard the appeal."),
        (COURT, "The court announced a hearing."),
        (ATTACK, "Two monks of Kell were killed on 6 May 1921."),
        # What it calls him is a kind of it, or stands beside it; anybody may be one.
        (STRIKER, "Ivo Brandt is an author."),
        (STRIKER, "Ivo Brandt is a critic."),
        (STRIKER, "Ivo Brandt is a celebrity."),
        # He did what such a one does, or is something else of that body.
        (TEACHER, "Ivo Brandt is the author of a book."),
        (TEACHER, "Ivo Brandt is a follower of the Green League."),
        # The number is a year, a pronoun, or counts them by another word.
        (TEACHER, "Kell has 70 ships."),
        (TEACHER, "Kell has 1,100 readers."),
        (ATTACK, "One bridge burned."),
        # What it calls him is of the same body.
        (UNION, "Tomas Brandt is a member of the union of Selm."),
        # Nothing is said of it, or of somebody else.
        (
            "A map of 40 walks near Kell, for children.",
            "Forty children walk near Kell.",
        ),
        (LAWYER, "Ada Morel met a painter."),
        (UNION, "Lena Voss is the manager of the harbour."),
        (NAVY, "The navy of Ostrel has submarines."),
        (BRIDGE, "The bridge of Kell was built in 1890."),
        # The sentence denies.
        (LAWYER, "Ada Morel is not a painter."),
        (MEDAL, "The writer did not receive the Morel Medal."),
    ],
)
def test_no_sign(read_chosen, passage, claim):
    [one] = read_chosen(claim)
    assert first_sign(one, read_chosen(passage), 1.0) is None


def test_a_day_of_something_else_needs_most_of_the_sentence(read_chosen):
    [claim] = read_chosen("The bridge of Kell was built on 6 May 1921.")
    passage = read_chosen(BRIDGE)
    assert first_sign(claim, passage, 0.8) is not None
    assert first_sign(claim, passage, 0.7) is None


def test_statements_that_nobody_chose_have_no_ties(read):
    assert first_sign(read("Ada Morel is a painter."), [read(LAWYER)], 1.0) is None
