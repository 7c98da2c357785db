"""Checking a draft costs the same whatever the table holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.engine import load_engine
from claims.models import BlockKey, Statement
from claims.services.check import check_draft
from claims.store.candidates import CAP_PER_KEY, NO_BLOCKS, CandidateStore
from tests import factories
from tests.factories import digest

pytestmark = pytest.mark.django_db

DAY = factories.DAY
ONE = "President Orla Venn called Premier Tavi Rusk on March 6."
SEVERAL = f"{ONE} The phone call lasted an hour. They spoke of copper and of grain."
MANY, FEW = 20_000, 2_000


def stored(number: int, keys: list[int]) -> None:
    """Statements that were never parsed, each filed under some of the keys."""
    version = factories.ArticleVersionFactory(text="words")
    rows = Statement.objects.bulk_create(
        (
            Statement(
                article=version.article,
                version=version,
                first_version=version,
                words_hash=digest(f"{version.pk} {n}"),
                quote="words",
                start=0,
                end=5,
                engine_version="t",
            )
            for n in range(number)
        ),
        batch_size=1000,
    )
    CandidateStore().write_keys(
        (keys[(n + step) % len(keys)], row.pk)
        for n, row in enumerate(rows)
        for step in range(3)
    )


def probed(text: str) -> list[int]:
    engine = load_engine()
    read = engine.extract(text, published=DAY, all_sentences=True)
    return sorted({key for record in read for key in engine.probe_keys(record)})


@contextmanager
def counting_key_rows() -> Iterator[list[int]]:
    """The rows that each query on the keys returns; nothing else may look at them."""
    counted: list[int] = []

    def count(execute, sql, params, many, context):
        result = execute(sql, params, many, context)
        if "claims_blockkey" in sql and not counting:
            counting.append(True)
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM ({sql}) AS rows_read", params)
                counted.append(cursor.fetchone()[0])
            counting.pop()
        return result

    counting: list[bool] = []
    with connection.execute_wrapper(count):
        yield counted


def queries(text: str, **how) -> int:
    how = {"published": DAY, "limit": 10} | how
    with CaptureQueriesContext(connection) as captured:
        check_draft(engine=load_engine(), text=text, **how)
    return len(captured)


def test_rows_read_are_bounded_by_the_keys_and_queries_by_nothing_stored():
    keys = probed(SEVERAL)
    stored(FEW, keys)
    few = queries(SEVERAL)
    stored(MANY - FEW, keys)
    assert Statement.objects.count() == MANY
    assert BlockKey.objects.count() == 3 * MANY
    with counting_key_rows() as counted:
        check_draft(engine=load_engine(), text=SEVERAL, published=DAY, limit=10)
    assert 0 < sum(counted) <= len(keys) * CAP_PER_KEY
    assert queries(SEVERAL) == few


def test_the_number_of_queries_does_not_depend_on_the_number_of_sentences():
    stored(500, probed(SEVERAL))
    assert queries(SEVERAL) == queries(ONE)
    assert queries(ONE) > 0


@pytest.mark.parametrize("day", [DAY, None])
def test_nor_on_the_draft_s_date_or_own_article_or_the_matches_shown(day):
    stored(500, probed(SEVERAL))
    article = Statement.objects.first().article_id
    few = queries(ONE, published=day)
    assert few - queries(ONE) == (0 if day else 1)  # which week is the newest
    assert queries(SEVERAL, published=day, exclude_article=article) <= few
    assert queries(SEVERAL, published=day, limit=300, all_matches=True) == few


def test_every_stored_candidate_comes_through_the_candidate_store(monkeypatch):
    stored(50, probed(ONE))
    monkeypatch.setattr(CandidateStore, "_newest", lambda store, keys: NO_BLOCKS)
    checked = check_draft(
        engine=load_engine(), text=ONE, published=DAY, limit=10, all_matches=True
    )
    assert [each.matches for each in checked] == [()]
