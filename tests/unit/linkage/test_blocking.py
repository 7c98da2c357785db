"""Block keys: who meets whom, and what a key looks like."""

from datetime import date, timedelta

import pytest

from claims.facets.types import Facet, Kind, StatementRecord
from claims.linkage.blocking import (
    FIRST_WEEK,
    HASH_BITS,
    NEWEST_WEEKS,
    UNDATED,
    block_keys,
    bucket_of,
    probe_keys,
    week_bucket,
)

DAY = date(2031, 3, 12)


def record(*lemmas, day=DAY, names=(), people=()):
    named = [(Kind.ORGANISATION, name) for name in names]
    named += [(Kind.PERSON, name) for name in people]
    facets = tuple(Facet(kind, 0, len(n), n, n.lower()) for kind, n in named)
    return StatementRecord("words", published=day, lemmas=lemmas, facets=facets)


def meet(a, b):
    return bool(probe_keys(a) & block_keys(b))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (record("ferry", "capsize"), record("ferry", "sink"), True),
        (record("ferry"), record("ferry", day=DAY + timedelta(days=7)), True),
        (record("ferry"), record("ferry", day=DAY + timedelta(days=30)), False),
        (record("ferry"), record("tram"), False),
        # a common word is no key
        (record("year", "time"), record("year", "time"), False),
        # two names meet at any distance in time, one name does not
        (
            record("x", names=("Orvex", "Palune")),
            record("y", names=("Palune", "Orvex"), day=DAY + timedelta(days=90)),
            True,
        ),
        (
            record("x", names=("Orvex",)),
            record("y", names=("Orvex",), day=DAY + timedelta(days=90)),
            False,
        ),
        # undated statements meet each other and those of any day
        (record("ferry", day=None), record("ferry", day=None), True),
        (record("ferry", day=None), record("ferry"), True),
        (record("ferry", day=None), record("tram"), False),
        (record("x", day=None, names=("Orvex",)), record("y", names=("Orvex",)), True),
        # one event by two names; the sound of a surname
        (record("talks"), record("meeting"), True),
        (record("x", people=("Ada Dally",)), record("y", people=("Ida Daley",)), True),
        (record("x", people=("Ada Dally",)), record("y", people=("Ada Rusk",)), False),
    ],
)
def test_who_meets(a, b, expected):
    assert meet(a, b) is expected
    assert meet(b, a) is expected


COMMON_LAST = (
    "ferry",
    "capsize",
    "harbour",
    "granite",
    "marzipan",
    "viaduct",
    "police",
)


def test_only_the_rarest_words_of_a_dated_statement_are_filed_without_a_date():
    dated = record(*COMMON_LAST)
    for word, expected in [("viaduct", True), ("police", False)]:
        assert meet(record(word, day=None), dated) is expected
        assert meet(record(word, day=None), record(*COMMON_LAST, day=None))


@pytest.mark.parametrize(
    ("weeks_ago", "expected"),
    [(0, True), (NEWEST_WEEKS - 1, True), (NEWEST_WEEKS, False), (-1, False)],
)
def test_a_text_without_a_date_is_looked_for_in_the_newest_weeks(weeks_ago, expected):
    newest = week_bucket(DAY)
    probed = probe_keys(record("police", day=None), newest)
    day = DAY - timedelta(weeks=weeks_ago)
    # more words that are rarer: the common one is not filed without a date
    filed = block_keys(record(*COMMON_LAST, day=day))
    assert bool(probed & filed) is expected


@pytest.mark.parametrize("newest", [UNDATED, FIRST_WEEK, FIRST_WEEK + 1])
def test_no_weeks_before_the_first_are_probed(newest):
    probed = probe_keys(record("ferry", day=None), newest)
    assert {bucket_of(key) for key in probed} <= {
        UNDATED,
        *range(FIRST_WEEK, newest + 1),
    }


def test_a_name_is_not_paired_with_itself():
    alone = record("x", people=("Ada Dally",), names=("Orvex",))
    twice = record("x", people=("Ada Dally", "Ida Daley"), names=("Orvex",))
    pairs = [
        len(block_keys(each)) - len(block_keys(other))
        for each, other in ((alone, record("x", people=("Ada Dally",))), (twice, alone))
    ]
    # a week key, a key alone and a pair for the second name; nothing for the same sound
    assert pairs == [3, 0]


def test_a_key_is_a_positive_bigint_with_its_week_in_front():
    for key in block_keys(record("ferry", "capsize", names=("Orvex", "Palune"))):
        assert 0 <= key < 2**63
        assert key >> HASH_BITS in (UNDATED, week_bucket(DAY))


def test_keys_stay_few_when_a_statement_lists_many_names():
    names = tuple(f"Firm{n}" for n in range(30))
    assert len(block_keys(record("x", names=names))) <= 30 + 15 + 3 + 2
