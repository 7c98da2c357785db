"""Block keys: who meets whom, and what a key looks like."""

from datetime import date, timedelta

import pytest

from claims.facets.types import Facet, Kind, StatementRecord
from claims.linkage.blocking import (
    HASH_BITS,
    UNDATED,
    block_keys,
    probe_keys,
    week_bucket,
)

DAY = date(2031, 3, 12)


def record(*lemmas, day=DAY, names=()):
    facets = tuple(
        Facet(Kind.ORGANISATION, 0, len(name), name, name.lower()) for name in names
    )
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
        # undated statements meet each other
        (record("ferry", day=None), record("ferry", day=None), True),
        (record("ferry", day=None), record("ferry"), False),
    ],
)
def test_who_meets(a, b, expected):
    assert meet(a, b) is expected
    assert meet(b, a) is expected


def test_who_asks_without_a_date_finds_dated_statements_by_a_single_name():
    asked, dated = (
        record("x", day=None, names=("Orvex",)),
        record("y", names=("Orvex",)),
    )
    assert meet(asked, dated)
    assert not meet(dated, asked)


def test_a_key_is_a_positive_bigint_with_its_week_in_front():
    for key in block_keys(record("ferry", "capsize", names=("Orvex", "Palune"))):
        assert 0 <= key < 2**63
        assert key >> HASH_BITS in (UNDATED, week_bucket(DAY))


def test_keys_stay_few_when_a_statement_lists_many_names():
    names = tuple(f"Firm{n}" for n in range(30))
    assert len(block_keys(record("x", names=names))) <= 30 + 15 + 3 + 1
