"""Which facets of two statements are held against each other at all."""

from dataclasses import replace

import pytest

from claims.facets.types import Kind, Level
from claims.linkage.comparison import compare
from claims.linkage.config import DEFAULT_CONFIG


@pytest.fixture(scope="module")
def levels(read):
    """{(kind, printed a, printed b): level} of two texts."""

    def found(a, b, day="2031-06-02"):
        pair = compare(read(a, day), read(b, day), DEFAULT_CONFIG)
        return {
            (c.kind, c.a.text if c.a else "", c.b.text if c.b else ""): c.level
            for c in pair.comparisons
        }

    return found


DAY = "2031-06-02"
FEW = "The blast in Halden killed 9 soldiers and wounded 30 people."
MANY = "The blast in Halden killed 12 soldiers and wounded 30 people."


def test_each_value_is_compared_within_its_own_event(levels):
    found = levels(FEW, MANY)
    assert found[Kind.COUNT, "9", "12"] == Level.CONFLICT
    assert found[Kind.COUNT, "30", "30"] == Level.AGREE
    assert (Kind.COUNT, "9", "30") not in found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Orla Venn met Tavi Rusk on March 5.",
            "The ministry said on March 7 that Orla Venn met Tavi Rusk.",
        ),
        (
            "Orla Venn met Tavi Rusk on March 5.",
            "Lena Orrik resigned on March 7.",
        ),
        (
            "Orla Venn met Tavi Rusk on March 5 and flew home on March 7.",
            "Orla Venn flew home on March 7.",
        ),
    ],
)
def test_dates_of_other_events_are_not_compared(levels, a, b):
    dates = {k: v for k, v in levels(a, b).items() if k[0] == Kind.DATE}
    assert Level.CONFLICT not in dates.values(), dates


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Orla Venn met Tavi Rusk.", "Tavi Rusk met Orla Venn.", Level.AGREE),
        (
            "Adviser Kavin Dolberg resigned.",
            "Adviser Kevin Dolberg resigned.",
            Level.NAMING_VARIANT,
        ),
    ],
)
def test_names_that_both_print(levels, a, b, level):
    people = {v for k, v in levels(a, b).items() if k[0] == Kind.PERSON}
    assert level in people
    assert Level.CONFLICT not in people


def test_no_pair_of_places_is_judged_twice(read):
    pair = compare(read(FEW), read(MANY), DEFAULT_CONFIG)
    places = [
        (c.kind, c.a.start if c.a else -1, c.b.start if c.b else -1)
        for c in pair.comparisons
    ]
    assert len(places) == len(set(places))


def test_every_comparison_says_why(read):
    for comparison in compare(read(FEW), read(MANY), DEFAULT_CONFIG).comparisons:
        assert comparison.reason


def test_shares_are_shares(read):
    pair = compare(read(FEW), read(MANY), DEFAULT_CONFIG)
    assert 0 < pair.least <= pair.most <= 1
    alone = compare(read(FEW), read("Snow fell."), DEFAULT_CONFIG)
    assert (alone.least, alone.most, alone.comparisons) == (0, 0, ())


def test_a_total_is_not_compared_with_a_part(levels):
    found = levels(
        "Delvora employs 14,000 people worldwide.",
        "Delvora employs 900 people in Halden.",
    )
    assert Level.CONFLICT not in found.values()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "“It is great news for the workers,” Halden Steel's Orla Venn said.",
            "Orla Venn of Halden Steel declined to comment on the order.",
        ),
        (
            "The council twice passed the bans, but Orla Venn vetoed the bans.",
            "The council passed the bans twice, and Orla Venn vetoed the bans.",
        ),
    ],
)
def test_two_acts_that_each_side_may_tell_do_not_contradict(levels, a, b):
    for found in (levels(a, b), levels(b, a)):
        acts = [level for key, level in found.items() if key[0] == Kind.POLARITY]
        assert Level.CONFLICT not in acts, found


def test_two_sums_that_both_sides_print_are_of_two_things(levels):
    quarter = "30 cents a share in the third quarter of 2031"
    a = f"Analysts expect a profit of {quarter} and $1.31 for the fiscal year."
    b = f"Analysts expected a profit of {quarter} and $1.31 a share for all of it."
    assert Level.CONFLICT not in levels(a, b).values()
    assert Level.CONFLICT in levels(a, b.replace("30 cents", "38 cents")).values()


SHIP = (
    "The Dorrin cargo ship that carries 300 cars caught fire off the {} coast on "
    "Monday, and the crew of {} left it in boats that a ferry from Halden had sent."
)


def conflicts_of(levels, a, b):
    found = levels(a, b)
    return {kind for (kind, _, _), level in found.items() if level == Level.CONFLICT}


def test_a_name_and_a_number_of_a_long_account_are_two_faults_in_it(levels):
    found = conflicts_of(
        levels, SHIP.format("Dutch", "19 people"), SHIP.format("French", "25 people")
    )
    assert found >= {Kind.PLACE, Kind.COUNT}


def test_a_name_and_a_number_of_a_short_one_are_another_event(levels):
    short = "The ship caught fire off the {} coast and {} people left it."
    assert not conflicts_of(
        levels, short.format("Dutch", 19), short.format("French", 25)
    )


def test_a_short_copy_in_a_text_of_the_same_account_is_no_pattern(read):
    one = read("Halden opened its mill to Dutch carters, and to Dorrin Line.", DAY)
    other = read("Halden opened its mill to French carters, and to Tesk Line.", DAY)
    found = {
        whole: [
            c.level
            for c in compare(
                one, other, replace(DEFAULT_CONFIG, one_account=whole)
            ).comparisons
        ]
        for whole in (True, False)
    }
    assert Level.CONFLICT in found[True]
    assert Level.CONFLICT not in found[False]


def test_in_one_place_two_lengths_differ_though_their_events_are_worded_apart(levels):
    text = "Shares of Dorrin Steel fell on Monday for the first time in two {} as a {}"
    text += " of the works near the old harbour of Halden hurt its sales."
    found = conflicts_of(
        levels, text.format("months", "strike"), text.format("years", "fire")
    )
    assert Kind.DURATION in found or Kind.POLARITY in found
