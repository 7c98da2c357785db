"""Two statements about "the company" are one fact only of one company."""

from datetime import date

import pytest

from claims.linkage.decision import relate

DAY = date(2031, 3, 12)
LOST = "The company reported a net loss of ${} million for the first quarter."
ITS = "Its operating loss was ${} million in 2030."
ARRESTED = "The governor was arrested on {}."
KILLED = "The fire killed {} people, police said."

VENNTEX = "Venntex Group opened a plant in Sweden. "
HARROW = "Harrow Ltd closed a port in Kenya. "
TWO = "Venntex Group sued Harrow Ltd in May. "
OTHER_TWO = "Ostlin Inc sued Brandt Ltd in May. "
QUIST = "Governor Ada Quist spoke in Lagos. "
ORRIK = "Governor Lena Orrik spoke in Kano. "
SEOUL = "A fire broke out in a hotel in Seoul. "
LAGOS = "A fire broke out in a market in Lagos. "


@pytest.fixture(scope="module")
def related(engine):
    """The relation of the last sentences of two articles."""

    def of(one, other):
        a, b = (
            engine.extract(text, published=DAY, all_sentences=True)[-1]
            for text in (one, other)
        )
        decision, turned = relate(a, b), relate(b, a)
        assert decision.relation == turned.relation
        return decision

    return of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (VENNTEX + LOST.format(310), HARROW + LOST.format(40)),
        (VENNTEX + LOST.format(310), HARROW + LOST.format(310)),
        (VENNTEX + ITS.format(310), HARROW + ITS.format(120)),
        (VENNTEX + LOST.format(310), "Harrow Ltd reported a net loss of $40 million."),
        (QUIST + ARRESTED.format("Monday"), ORRIK + ARRESTED.format("Tuesday")),
        (SEOUL + KILLED.format(40), LAGOS + KILLED.format(90)),
        # Open on both sides, and none of the names may be meant on both.
        (TWO + LOST.format(310), OTHER_TWO + LOST.format(40)),
        (TWO + LOST.format(310), OTHER_TWO + LOST.format(310)),
        # Open on one side.
        (TWO + LOST.format(310), "Ostlin Inc closed a port. " + LOST.format(40)),
    ],
)
def test_of_others(related, one, other):
    assert related(one, other).relation == "none"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (VENNTEX + LOST.format(310), VENNTEX + LOST.format(40), "conflicts"),
        (VENNTEX + LOST.format(310), VENNTEX + LOST.format(310), "corroborates"),
        (
            VENNTEX + LOST.format(310),
            "Venntex reported a net loss of $40 million for the first quarter.",
            "conflicts",
        ),
        (VENNTEX + ITS.format(310), VENNTEX + ITS.format(120), "conflicts"),
        (
            QUIST + ARRESTED.format("Monday"),
            QUIST + ARRESTED.format("Tuesday"),
            "conflicts",
        ),
        (SEOUL + KILLED.format(40), SEOUL + KILLED.format(90), "conflicts"),
        # Open on both sides, but it may be one.
        (TWO + LOST.format(310), TWO + LOST.format(40), "conflicts"),
        # Nothing is known of either.
        (LOST.format(310), LOST.format(40), "conflicts"),
    ],
)
def test_of_one(related, one, other, relation):
    assert related(one, other).relation == relation


def test_the_reason_tells_whom_the_words_stand_for(related):
    decision = related(
        VENNTEX + LOST.format(310),
        "Venntex reported a net loss of $40 million for the first quarter.",
    )
    assert (
        "“The company” [venntex, implied] agree “Venntex” [venntex]" in decision.reason
    )
