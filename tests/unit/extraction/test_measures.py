"""Of what a quantity is, and for which period."""

from datetime import date

import pytest

from claims.extraction.measures import measure_name
from claims.extraction.statements import extract
from claims.facets.types import Kind

DAY = date(2031, 6, 2)
QUANTITIES = (Kind.AMOUNT, Kind.PERCENT, Kind.COUNT)


@pytest.fixture(scope="module")
def read(nlp):
    def one(text):
        [found] = extract(nlp, text, published=DAY, all_sentences=True)
        return found

    return one


def measures(record):
    return [f.measure for f in record.facets if f.kind in QUANTITIES]


def periods(record):
    """{printed quantity: (its period, whether implied)} by frame."""
    found = {}
    for value in record.facets:
        if value.kind not in QUANTITIES:
            continue
        found[value.text] = [
            (f.value, f.implied)
            for f in record.facets
            if f.role == "period" and f.frame == value.frame
        ]
    return found


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Delvora had a loss of $3 billion.", "loss"),
        ("Delvora lost $3 billion.", "loss"),
        ("Delvora posted a $3 billion loss.", "loss"),
        ("Delvora reported revenue of $3 billion.", "revenue"),
        ("Revenue rose to $3 billion.", "revenue"),
        ("Sales were $3 billion.", "revenue"),
        ("Delvora made a profit of $3 billion.", "profit"),
        ("Delvora was fined $3 billion.", "fine"),
        ("Delvora invested $3 billion in Halden.", "invest"),
        ("Delvora spent $3 billion on chips.", "cost"),
        ("Delvora paid $3 billion for Ostrik.", "price"),
        ("Delvora bought Ostrik for $3 billion.", "price"),
        ("Damage from the storm ran into billions of dollars.", "damage"),
        ("The storm did damage of $3 billion.", "damage"),
        ("The bank raised its rate to 5%.", "rate"),
        ("The bank lifted its rate to 5%.", "rate"),
        ("The bank cut its rate by 5%.", "rate change"),
        ("The rate was cut to 5%.", "rate"),
        ("Inflation slowed to 5%.", "inflate"),
        ("Inflation eased to 5%.", "inflate"),
        ("The inflation rate eased to 5%.", "inflate"),
        ("The bank left its rate unchanged at 5%.", "rate"),
        ("The bank held its rate at 5%.", "rate"),
        ("Delvora's economy grew 5%.", "economy change"),
        ("Delvora's economy grew at 5%.", "economy change"),
        ("Delvora's gross domestic product rose 5%.", "economy change"),
        ("The quake measured 6.1.", "magnitude"),
        ("The quake had a magnitude of 6.1.", "magnitude"),
        ("Some 90% of the voters backed it.", "voter"),
        ("It was backed by most of the voters.", "voter"),
        ("Delvora makes 90% of the country's supply of salt.", "salt"),
        ("Revenue would have been $3 billion higher without the ban.", "loss"),
    ],
)
def test_one_measure_has_one_name(read, text, measure):
    assert measures(read(text)) == [measure]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Delvora had a loss of $3 billion.", "Delvora had a profit of $3 billion."),
        ("Revenue rose to $3 billion.", "Profit rose to $3 billion."),
        ("Revenue rose to $3 billion.", "Revenue rose by $3 billion."),
        ("Revenue is $3 billion higher.", "Revenue would have been $3 billion higher."),
        ("The rate rose to 5%.", "The rate rose by 5%."),
        ("Unemployment fell to 5%.", "Inflation fell to 5%."),
    ],
)
def test_other_measures_have_other_names(read, one, other):
    [first], [second] = measures(read(one)), measures(read(other))
    assert first != second


def test_a_price_of_each_keeps_its_rate(read):
    assert measures(read("Shares cost $70 a share.")) == ["per share"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Delvora lost $3 billion in the first quarter.",
            {"$3 billion": [("2031-Q1", False)]},
        ),
        (
            "Delvora had a first-quarter loss of $3 billion.",
            {"$3 billion": [("2031-Q1", False)]},
        ),
        (
            "Delvora had a loss of $3 billion in the first quarter and a loss of $8"
            " billion in the second quarter.",
            {"$3 billion": [("2031-Q1", False)], "$8 billion": [("2031-Q2", False)]},
        ),
        (
            "Reporting first-quarter results, Delvora said revenue would have been $8"
            " billion higher without the ban.",
            {"$8 billion": [("2031-Q1", True)]},
        ),
        ("Delvora lost $3 billion in 2030.", {"$3 billion": [("2030", False)]}),
        ("The rate fell to 5% in May.", {"5%": [("2031-05", False)]}),
        ("Delvora paid $3 billion for Ostrik in May.", {"$3 billion": []}),
        ("Delvora lost $3 billion on Monday.", {"$3 billion": []}),
        ("Delvora lost $3 billion.", {"$3 billion": []}),
    ],
)
def test_the_period_of_a_quantity(read, text, expected):
    assert periods(read(text)) == expected


def test_a_period_of_its_own_beats_the_results_it_was_told_with(read):
    record = read(
        "Reporting first-quarter results, Delvora said it would lose $8 billion in the"
        " second quarter."
    )
    assert periods(record) == {"$8 billion": [("2031-Q2", False)]}


@pytest.mark.parametrize(
    ("word", "pos", "name"),
    [
        ("loss", "NOUN", "loss"),
        ("lose", "VERB", "loss"),
        ("shortfall", "NOUN", "loss"),
        ("turnover", "NOUN", "revenue"),
        ("salary", "NOUN", "pay"),
        ("giraffe", "NOUN", "giraffe"),
    ],
)
def test_names_of_measures(word, pos, name):
    assert measure_name(word, pos) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Delvora spent $3 million on roads, $2 million on schools and $1 million on"
            " parks.",
            ["cost", "cost", "cost"],
        ),
        (
            "Delvora paid $300 million for the mill and $20 million for the land.",
            ["price", "price"],
        ),
        (
            "Net income was $40 million, compared with $35 million a year earlier.",
            ["profit", "profit"],
        ),
        (
            "Revenue rose to $8 billion from $7 billion.",
            ["revenue", "revenue"],
        ),
        # each has its own
        (
            "Delvora had a loss of $2 million and a profit of $3 million.",
            ["loss", "profit"],
        ),
        (
            "Revenue rose to $8 billion and the loss was $2 billion.",
            ["revenue", "loss"],
        ),
        (
            "Prices rose 4 percent and wages fell 2 percent.",
            ["price change", "pay change"],
        ),
        ("Delvora lost $2 million, or 4 percent of sales.", ["loss", "revenue"]),
    ],
)  # fmt: skip
def test_two_in_one_sentence(read, text, expected):
    assert measures(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales were $5 million in March and $7 million in April.",
         {"2031-03", "2031-04"}),
        # one month for two sums is the period of neither
        ("Delvora paid $5 million and got $7 million in March.", set()),
    ],
)  # fmt: skip
def test_months_in_step_with_sums_are_their_periods(read, text, expected):
    found = periods(read(text)).values()
    assert {value for values in found for value, _ in values} == expected


def test_a_quantity_far_behind_is_of_the_same_measure(read):
    """Only the words right before the second one say that it is set beside another."""
    roads = " and ".join(f"road {number}" for number in range(40))
    text = f"Delvora lost $2 million on {roads}, compared with $3 million before."
    assert measures(read(text)) == ["loss", "loss"]


@pytest.mark.parametrize(
    ("text", "names", "roles"),
    [
        ("The fare was cut by $3 to $8.", ["fare change", "fare"], ["by", "to"]),
        ("The fare rose $3 to $8.", ["fare change", "fare"], ["value", "to"]),
        ("The fare rose to $8.", ["fare"], ["to"]),
        ("The fare rose by $8.", ["fare change"], ["by"]),
        (
            "The dividend fell by 3 million to 8 million euros.",
            ["dividend change", "dividend"],
            ["by", "to"],
        ),
    ],
)
def test_what_a_change_led_to_is_no_change(read, text, names, roles):
    record = read(text)
    assert measures(record) == names
    assert [f.role for f in record.facets if f.kind in QUANTITIES] == roles
