"""What the engine says of two short texts: relation, facet and level.

Every name and event is invented. Negative cases share as many words as positive ones.
"""

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.types import Relation

CORROBORATES, CONFLICTS = Relation.CORROBORATES, Relation.CONFLICTS

CALL = "President Orla Venn and Premier Tavi Rusk spoke by phone"


@pytest.mark.parametrize(
    ("a", "b", "relation", "kind", "level"),
    [
        (
            f"{CALL} on March 6.",
            "Orla Venn and Tavi Rusk held a phone call on March 7.",
            CONFLICTS,
            Kind.DATE,
            Level.CONFLICT,
        ),
        (
            f"{CALL} on March 6.",
            "Orla Venn held a phone call with Tavi Rusk last Thursday.",
            CORROBORATES,
            Kind.DATE,
            Level.AGREE,
        ),
        (
            "The phone call on Thursday between Orla Venn and Tavi Rusk was friendly.",
            "Orla Venn called Tavi Rusk on March 5.",
            CONFLICTS,
            Kind.DATE,
            Level.CONFLICT,
        ),
        (
            "Orla Venn spoke to Tavi Rusk by phone, four days before Monday.",
            f"{CALL} on March 6.",
            CORROBORATES,
            Kind.PERSON,
            Level.AGREE,
        ),
        # day and length of one call: neither changes from one day to the next
        (
            "Orla Venn, the president, spoke by telephone with Tavi Rusk on Thursday "
            "for an hour.",
            "Venn phoned Tavi Rusk on Friday for an hour and a half.",
            CONFLICTS,
            Kind.DURATION,
            Level.CONFLICT,
        ),
        (
            "The Halden bridge opened on 15 April.",
            "The Halden bridge opened in mid-April.",
            CORROBORATES,
            Kind.DATE,
            Level.REFINES,
        ),
        (
            "The Halden bridge opened in May.",
            "The Halden bridge opened in mid-April.",
            CONFLICTS,
            Kind.DATE,
            Level.CONFLICT,
        ),
        (
            "Orla Venn arrived in Halden yesterday.",
            "Orla Venn arrived in Halden on Tuesday.",
            CORROBORATES,
            Kind.DATE,
            Level.AGREE,
        ),
    ],
)
def test_dates(relate, a, b, relation, kind, level):
    check(relate(a, b), relation, kind, level)


@pytest.mark.parametrize(
    ("a", "b", "relation", "level"),
    [
        (
            "The phone call between Orla Venn and Tavi Rusk lasted one hour.",
            "The phone call of Orla Venn with Tavi Rusk lasted about one and a half"
            " hours.",
            CONFLICTS,
            Level.CONFLICT,
        ),
        (
            "The phone call between Orla Venn and Tavi Rusk lasted 90 minutes.",
            "Orla Venn and Tavi Rusk held a call that lasted one and a half hours.",
            CORROBORATES,
            Level.AGREE,
        ),
        (
            "The phone call between Orla Venn and Tavi Rusk lasted 85 minutes.",
            "The phone call between Orla Venn and Tavi Rusk lasted about 90 minutes.",
            CORROBORATES,
            Level.REFINES,
        ),
        (
            "Orla Venn and Tavi Rusk spoke by phone for an hour.",
            "Orla Venn and Tavi Rusk had a two-hour phone call.",
            CONFLICTS,
            Level.CONFLICT,
        ),
    ],
)
def test_durations(relate, a, b, relation, level):
    check(relate(a, b), relation, Kind.DURATION, level)


@pytest.mark.parametrize(
    ("a", "b", "relation", "level"),
    [
        (
            "Delvora lost $2.5 billion in the first quarter because of the ban.",
            "The ban meant a loss of $8 billion for Delvora in the first quarter.",
            CONFLICTS,
            Level.CONFLICT,
        ),
        (
            "Delvora had a loss of $2.5 billion in the first quarter.",
            "Delvora had a first-quarter loss of $2.5 billion.",
            CORROBORATES,
            Level.AGREE,
        ),
        (
            "Reporting first-quarter results, Delvora said its revenue would have been"
            " $8 billion higher without the ban.",
            "Delvora had a loss of $2.5 billion in the first quarter.",
            CONFLICTS,
            Level.CONFLICT,
        ),
        (
            "Delvora said its revenue in the first quarter would have been $3 billion"
            " higher without the ban.",
            "Delvora had a loss of $3 billion in the first quarter.",
            CORROBORATES,
            Level.AGREE,
        ),
        (
            "Delvora paid 400 million euros for Ostrik.",
            "Delvora paid about 700 million euros for Ostrik.",
            CONFLICTS,
            Level.CONFLICT,
        ),
        (
            "The flood did damage of $3.4 billion in Halden.",
            "The flood did damage of billions of dollars in Halden.",
            CORROBORATES,
            Level.REFINES,
        ),
    ],
)
def test_amounts(relate, a, b, relation, level):
    check(relate(a, b, "2031-06-02"), relation, Kind.AMOUNT, level)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Delvora lost $2.5 billion in the first quarter because of the ban.",
            "Delvora lost $8 billion in the second quarter because of the ban.",
        ),
        (
            "Delvora made a profit of $2.5 billion in the first quarter.",
            "Delvora had revenue of $8 billion in the first quarter.",
        ),
        (
            "Delvora lost $2.5 billion in 2029 because of the ban.",
            "Delvora lost $8 billion in 2030 because of the ban.",
        ),
    ],
)
def test_amounts_of_another_period_or_measure_do_not_compare(relate, a, b):
    decision = relate(a, b, "2031-06-02")
    assert decision.relation != CONFLICTS, decision.reason
    levels = {c.level for c in decision.comparisons if c.kind == Kind.AMOUNT}
    assert levels <= {Level.NOT_COMPARABLE}


def test_one_sentence_with_two_periods_takes_each_for_itself(relate):
    both = (
        "Delvora had a loss of $2.5 billion in the first quarter and a loss of $8"
        " billion in the second quarter."
    )
    one = "Delvora had a loss of $2.5 billion in the first quarter."
    other = "Delvora had a loss of $8 billion in the first quarter."
    check(relate(both, one), CORROBORATES, Kind.AMOUNT, Level.AGREE)
    check(relate(both, other), CONFLICTS, Kind.AMOUNT, Level.CONFLICT)


@pytest.mark.parametrize(
    ("a", "b", "relation", "kind", "level"),
    [
        (
            "About 90% of the voters in Halden backed the plan.",
            "Most of the voters in Halden backed the plan.",
            CORROBORATES,
            Kind.PERCENT,
            Level.REFINES,
        ),
        (
            "About 90% of the voters in Halden backed the plan.",
            "Only 60% of the voters in Halden backed the plan.",
            CONFLICTS,
            Kind.PERCENT,
            Level.CONFLICT,
        ),
        (
            "The fire at the Ostrik plant killed 12 workers.",
            "The fire at the Ostrik plant killed twelve workers.",
            CORROBORATES,
            Kind.COUNT,
            Level.AGREE,
        ),
        (
            "The fire at the Ostrik plant killed 12 workers.",
            "The fire at the Ostrik plant killed 21 workers.",
            CONFLICTS,
            Kind.COUNT,
            Level.CONFLICT,
        ),
        (
            "The fire at the Ostrik plant killed 32 workers.",
            "The fire at the Ostrik plant killed at least 30 workers.",
            CORROBORATES,
            Kind.COUNT,
            Level.REFINES,
        ),
        (
            "Lena Orrik won her third title in Halden.",
            "Lena Orrik won her fourth title in Halden.",
            CONFLICTS,
            Kind.ORDINAL,
            Level.CONFLICT,
        ),
    ],
)
def test_numbers(relate, a, b, relation, kind, level):
    check(relate(a, b), relation, kind, level)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (
            "Kavin Dolberg, the director of the Halden Trade Council, resigned.",
            "Kevin Dolberg, the director of the Halden Trade Council, resigned.",
            Kind.PERSON,
        ),
        (
            "Trade adviser Kavin Dolberg spoke of progress in the Halden talks.",
            "Trade adviser Kevin Dolberg spoke of progress in the Halden talks.",
            Kind.PERSON,
        ),
    ],
)
def test_naming_variants_corroborate(relate, a, b, kind):
    check(relate(a, b), CORROBORATES, kind, Level.NAMING_VARIANT)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The governor signed the water bill on Tuesday.",
            "The governor did not sign the water bill on Tuesday.",
        ),
        (
            "The parliament of Halden passed the pension reform.",
            "The parliament of Halden failed to pass the pension reform.",
        ),
        (
            "Delvora shared the data with the police.",
            "Delvora denied that it shared the data with the police.",
        ),
        (
            "The Delvoran government said it had agreed to a ceasefire.",
            "The Delvoran government denied that it had agreed to a ceasefire.",
        ),
        (
            "Ostrik Steel will keep its mill in Halden open.",
            "Ostrik Steel will close its mill in Halden.",
        ),
        (
            "The Supreme Court of Delvora upheld the ban on Monday.",
            "The Supreme Court of Delvora struck down the ban on Monday.",
        ),
        (
            "The union of Ostrik accepted the offer on Monday.",
            "The union of Ostrik rejected the offer on Monday.",
        ),
    ],
)
def test_denial_of_the_same_fact_conflicts(relate, a, b):
    check(relate(a, b), CONFLICTS, Kind.POLARITY, Level.CONFLICT)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The governor did not sign the water bill.",
            "The governor refused to sign the water bill.",
        ),
        (
            "The parliament of Halden failed to pass the pension reform.",
            "The parliament of Halden did not pass the pension reform.",
        ),
    ],
)
def test_two_denials_agree(relate, a, b):
    check(relate(a, b), CORROBORATES, Kind.POLARITY, Level.AGREE)


def check(decision, relation, kind, level):
    """The relation, and among its comparisons one of that kind with that level."""
    assert decision.relation == relation, decision.reason
    levels = {(c.kind, c.level) for c in decision.comparisons}
    assert (kind, level) in levels, decision.reason
