"""Two short texts of which neither is wrong: a later state, a plan, another event.

Every name and event is invented. Negative cases share as many words as positive ones.
"""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation

CALL = "President Orla Venn and Premier Tavi Rusk spoke by phone"


@pytest.mark.parametrize(
    ("a", "day_a", "b", "day_b", "direction"),
    [
        (
            "Halden banned exports of the Zeta chip in April.",
            "2031-04-14",
            "Halden allowed exports of the Zeta chip again in July.",
            "2031-07-21",
            1,
        ),
        (
            "Halden allowed exports of the Zeta chip again in July.",
            "2031-07-21",
            "Halden banned exports of the Zeta chip in April.",
            "2031-04-14",
            -1,
        ),
        (
            "Delvora suspended its flights to Halden.",
            "2031-03-04",
            "Delvora resumed its flights to Halden.",
            "2031-03-12",
            1,
        ),
        (
            "Delvora sells raw milk in Halden.",
            "2031-02-03",
            "Delvora no longer sells raw milk in Halden.",
            "2031-08-04",
            1,
        ),
    ],
)
def test_a_later_state_updates(relate, a, day_a, b, day_b, direction):
    decision = relate(a, b, day_a, day_b)
    assert decision.relation == Relation.UPDATES, decision.reason
    found = {(c.kind, c.level) for c in decision.comparisons}
    assert (Kind.POLARITY, Level.UPDATED) in found
    assert decision.direction == direction


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Ostrik plans to close its mill in Halden in June.",
            "Ostrik closed its mill in Halden in July.",
        ),
        (
            "The governor may not sign the water bill.",
            "The governor signed the water bill.",
        ),
        (
            "Lawmakers urged the governor to sign the water bill.",
            "The governor did not sign the water bill.",
        ),
        (
            "Delvora expects to sell 80,000 cars this year.",
            "Delvora sold 61,000 cars this year.",
        ),
    ],
)
def test_a_plan_is_no_contradiction_of_what_was_done(relate, a, b):
    decision = relate(a, b)
    assert decision.relation != Relation.CONFLICTS, decision.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            f"{CALL} on March 6.",
            "President Orla Venn and Premier Tavi Rusk met in Geneva on May 19.",
        ),
        (
            "The mayor of Halden opened a library on March 6.",
            "The mayor of Ostrava Bay opened a swimming pool on March 7.",
        ),
        (
            "A fire at a bakery in Halden injured three people on Sunday.",
            "A fire at a chemical plant in Ostrava Bay injured nine people on Sunday.",
        ),
        (
            "The court in Halden sentenced a former banker to four years in prison.",
            "The court in Ostrava Bay sentenced a former footballer to six years in"
            " prison.",
        ),
        (
            "Delvora will build a plant in Halden for 2 billion euros.",
            "Ostrik will buy 20 jets for 3 billion euros.",
        ),
        (
            "Four miners died when a shaft collapsed at the Redgill pit.",
            "Twelve miners died when a shaft collapsed at the Ashmoor pit.",
        ),
        (
            "Lena Orrik beat Ada Quist in two hours.",
            "Lena Orrik beat Ines Pirell in three hours.",
        ),
        (
            "The museum in Halden received 90,000 visitors in May.",
            "The zoo in Halden received 40,000 visitors in May.",
        ),
        (
            "Delvora employs 14,000 people worldwide.",
            "Delvora employs 900 people in Halden.",
        ),
        (
            "Parliament passed a law on drone flights by 210 votes to 98.",
            "Parliament passed a law on organ donation by 240 votes to 61.",
        ),
        (
            "Unemployment in Halden fell to 4.1% in May.",
            "Inflation in Halden fell to 2.3% in May.",
        ),
        (
            "Heavy winds delayed the start of the regatta by two hours.",
            "A software fault delayed trading at the exchange by one hour.",
        ),
        (
            "The trial of three activists began in Halden on Wednesday.",
            "The festival of three rivers began in Halden on Wednesday.",
        ),
        (
            "Halden lifted its ban on plastic bags.",
            "Ostrava Bay banned fishing in the Selm estuary.",
        ),
        ("The price of bread doubled within a year.", "The trial was postponed."),
        ("Rain fell on Halden on Monday.", "Snow fell on Ostrava Bay on Friday."),
    ],
)
def test_other_events_with_the_same_words_are_not_linked(relate, a, b):
    decision = relate(a, b)
    assert decision.relation == Relation.NONE, decision.reason
