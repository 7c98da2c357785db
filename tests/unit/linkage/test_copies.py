"""What two near-copies disagree on, by the place of the words."""

from datetime import date

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.config import DEFAULT_CONFIG
from claims.linkage.copies import copy_conflicts
from claims.linkage.edits import changes
from tests.unit.linkage.made import day, facet, frame, money, person, record


def conflicts(a, b):
    edits = changes(a.text, b.text, near_copy=DEFAULT_CONFIG.near_copy).edits
    found = copy_conflicts(a, b, edits, DEFAULT_CONFIG)
    assert all(c.level == Level.CONFLICT and c.reason for c in found)
    return [c.kind for c in found]


def printed(template, value, make, **values):
    """A record whose one value is printed where the template has its mark."""
    start = template.index("%")
    return record(
        template.replace("%", value), make(value, text=value, start=start, **values)
    )


def copies(template, one, other, make):
    return printed(template, one, make), printed(template, other, make)


PRICE = "The town of Halden paid % for its new fire engine."
WHEN = "The town of Halden bought its fire engine on %."
WHO = "The town of Halden was visited by % on a rainy day."


def sum_of(value, **place):
    return money(int(value[1:].split()[0]), **place)


def date_of(value, **place):
    return day(date(2031, 3, int(value.split()[1])), **place)


def person_of(value, **place):
    return person(value.lower(), **place)


@pytest.mark.parametrize(
    ("template", "one", "other", "make", "kinds"),
    [
        (PRICE, "$3 million", "$8 million", sum_of, [Kind.AMOUNT]),
        (PRICE, "$3 million", "$3 million", sum_of, []),
        (WHEN, "March 5", "March 6", date_of, [Kind.DATE]),
        (WHEN, "March 5", "March 5", date_of, []),
        (WHO, "Orla Venn", "Tavi Rusk", person_of, [Kind.PERSON]),
        (WHO, "Kavin Dolberg", "Kevin Dolberg", person_of, []),
        (WHO, "Orla Venn", "Venn", person_of, []),
    ],
)
def test_two_values_in_one_place(template, one, other, make, kinds):
    a, b = copies(template, one, other, make)
    assert conflicts(a, b) == kinds
    assert conflicts(b, a) == kinds


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        (
            "The council did approve the plan for the old quay.",
            "The council did not approve the plan for the old quay.",
            [Kind.POLARITY],
        ),
        (
            "The council did not approve the plan for the large quay.",
            "The council did not approve the plan for the small quay.",
            [Kind.POLARITY],
        ),
        (
            "Prices rise in the shops of the old town.",
            "Prices fall in the shops of the old town.",
            [Kind.POLARITY],
        ),
        (
            "The council did approve the plan for the old quay.",
            "The council did approve the plan for the long quay.",
            [],
        ),
        (
            "Prices rise in the shops of the old town.",
            "Prices climb in the shops of the old town.",
            [],
        ),
    ],
)
def test_negations_and_opposites(a, b, kinds):
    assert conflicts(record(a), record(b)) == kinds


def test_freely_worded_sentences_are_no_copies():
    a = printed(PRICE, "$3 million", sum_of)
    text = "A fire engine cost the people of Halden $8 million."
    b = record(text, money(8, text="$8 million", start=text.index("$")))
    assert conflicts(a, b) == []


def test_a_name_that_both_print_is_no_difference():
    text = "The town of Halden was visited by Orla Venn with Tavi Rusk."
    other = "The town of Halden was visited by Tavi Rusk with Orla Venn."
    records = [
        record(
            words,
            *(
                person(name.lower(), text=name, start=words.index(name))
                for name in ("Orla Venn", "Tavi Rusk")
            ),
        )
        for words in (text, other)
    ]
    assert conflicts(*records) == []


def test_another_period_is_another_fact():
    one, other = (
        printed(
            "The town of Halden lost money in % on its old fire engine.",
            value,
            lambda v, **place: facet(Kind.DATE, v, role="period", **place),
        )
        for value in ("2029", "2030")
    )
    assert conflicts(one, other) == []


def test_a_plan_in_the_place_of_a_fact_is_no_difference():
    text = "The town of Halden paid % for its new fire engine."
    a, b = copies(text, "$3 million", "$8 million", sum_of)
    told = record(a.text, *a.facets, frame("pay"))
    planned = record(b.text, *b.facets, frame("pay", modality="planned"))
    assert conflicts(told, record(b.text, *b.facets, frame("pay"))) == [Kind.AMOUNT]
    assert conflicts(told, planned) == []
