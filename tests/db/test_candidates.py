"""The candidate store: one suite, two implementations."""

from __future__ import annotations

from math import log

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.linkage.shortlist import Sketch
from claims.models import BlockKey, Statement
from claims.store.candidates import CAP_PER_KEY, CandidateStore
from claims.store.sketches import MOST_OF_ARTICLE
from tests import factories
from tests.factories import NOON, UserFactory, digest

pytestmark = pytest.mark.django_db

STORE = CandidateStore()
WEEK = 3 << 48


def statements(number: int) -> list[int]:
    """Ids, oldest first, of printed statements of one article."""
    version = factories.ArticleVersionFactory(text="words")
    rows = Statement.objects.bulk_create(
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
    )
    return [row.pk for row in rows]


def find(keys: list[int], *, limit: int = 10, exclude: int | None = None) -> list[int]:
    ranked = STORE.candidates(keys, exclude_article=exclude, limit=limit)
    return [statement for statement, _ in ranked]


def test_rare_keys_count_more_than_common_ones() -> None:
    a, b, c, *crowd = statements(40)
    rare, common = WEEK | 1, WEEK | 2
    STORE.write_keys([(rare, a), (common, b)] + [(common, pk) for pk in crowd])
    STORE.write_keys([(WEEK | 3, c)])
    ranked = STORE.candidates([rare, common], exclude_article=None, limit=3)
    assert ranked[0] == (a, pytest.approx(1 / log(2 + 1)))
    assert [pk for pk, _ in ranked[1:]] == [crowd[-1], crowd[-2]]
    assert ranked[1][1] == pytest.approx(1 / log(2 + 38))


def test_shared_keys_add_up() -> None:
    a, b = statements(2)
    STORE.write_keys([(1, a), (2, a), (2, b), (3, b), (4, b)])
    ranked = dict(STORE.candidates([1, 2, 9], exclude_article=None, limit=5))
    assert ranked == {
        a: pytest.approx(1 / log(3) + 1 / log(4)),
        b: pytest.approx(1 / log(4)),
    }


def test_only_the_newest_rows_of_a_key_are_read() -> None:
    ids = statements(CAP_PER_KEY + 50)
    STORE.write_keys((WEEK, pk) for pk in ids)
    STORE.write_keys([(WEEK + 1, ids[0])])
    found = find([WEEK], limit=1000)
    assert found == ids[:49:-1]
    assert len(found) == CAP_PER_KEY
    assert ids[0] in find([WEEK, WEEK + 1], limit=1000)


def test_big_keys() -> None:
    (a,) = statements(1)
    top = 2**63 - 1
    STORE.write_keys([(top, a), (0, a)])
    assert find([top]) == find([0]) == [a]
    assert find([top - 1]) == []


def test_who_is_not_to_be_seen_is_not_found() -> None:
    seen, orphaned, retired, hidden, withdrawn = (
        factories.StatementFactory() for _ in range(5)
    )
    STORE.write_keys((1, row.pk) for row in Statement.objects.all())
    Statement.objects.filter(pk=orphaned.pk).update(state="orphaned")
    Statement.objects.filter(pk=retired.pk).update(state="retired")
    Statement.objects.filter(pk=hidden.pk).update(hidden_by=UserFactory())
    type(withdrawn.article).objects.filter(pk=withdrawn.article.pk).update(
        withdrawn_at=NOON, withdrawn_reason="why"
    )
    assert find([1]) == [seen.pk]
    assert find([1], exclude=seen.article.pk) == []


def test_they_lose_their_place_to_others() -> None:
    first, *gone = statements(7)
    STORE.write_keys((1, pk) for pk in [first, *gone])
    Statement.objects.filter(pk__in=gone[2:]).update(state="orphaned")
    assert find([1], limit=3) == [gone[1], gone[0], first]


def test_keys_are_written_once_and_taken_away() -> None:
    a, b = statements(2)
    STORE.write_keys([(1, a), (1, a), (2, a)])
    STORE.write_keys([(1, a), (1, b)])
    assert BlockKey.objects.count() == 3
    STORE.delete_keys([a])
    assert list(BlockKey.objects.values_list("key", "statement_id")) == [(1, b)]
    STORE.delete_keys([])
    STORE.write_keys([])
    assert BlockKey.objects.count() == 1


def test_a_key_may_outlive_its_statement() -> None:
    STORE.write_keys([(1, 10**12)])
    assert find([1]) == []


@pytest.mark.parametrize("keys", [[], [77]])
def test_nothing_found(keys: list[int]) -> None:
    assert find(keys) == []


def test_the_newest_week_is_the_latest_under_which_anything_is_filed() -> None:
    assert STORE.newest_week() == 0
    STORE.write_keys([(7, 1)])
    assert STORE.newest_week() == 0
    STORE.write_keys([(WEEK | 5, 1), (2 << 48, 1)])
    assert STORE.newest_week() == 3


def test_a_sketch_is_the_words_of_a_statement_and_its_article() -> None:
    row = factories.StatementFactory(
        quote="Mills close", frames={"lemmas": ["mill"], "events": ["stop"]}
    )
    bare = factories.StatementFactory(frames={})
    assert STORE.sketches([row.pk, 10**12]) == [
        Sketch(row.pk, row.article_id, "Mills close", ("mill",), ("stop",))
    ]
    [sketch] = STORE.sketches([bare.pk])
    assert sketch.lemmas == ()
    assert STORE.sketches([]) == []


def test_the_first_statements_of_each_article_are_its_siblings() -> None:
    long, short = statements(MOST_OF_ARTICLE + 5), statements(2)
    Statement.objects.filter(pk=short[0]).update(state="orphaned")
    Statement.objects.filter(pk=long[-1]).update(start=0, end=1)
    Statement.objects.filter(pk__in=long[:-1]).update(start=2, end=3)
    articles = {Statement.objects.get(pk=pk).article_id for pk in (long[0], short[0])}
    with CaptureQueriesContext(connection) as queries:
        found = {sketch.id for sketch in STORE.siblings(articles)}
    assert len(queries) == 1
    assert found == {long[-1], *long[: MOST_OF_ARTICLE - 1], short[1]}
    assert STORE.siblings([]) == []


def test_what_was_withdrawn_has_no_siblings() -> None:
    row = factories.StatementFactory()
    assert [s.id for s in STORE.siblings([row.article_id])] == [row.pk]
    type(row.article).objects.filter(pk=row.article_id).update(
        withdrawn_at=NOON, withdrawn_reason="why"
    )
    assert STORE.siblings([row.article_id]) == []


@pytest.mark.parametrize("number", [1, 1200])
def test_queries_do_not_grow_with_keys(number: int) -> None:
    ids = statements(3)
    STORE.write_keys((key, pk) for pk in ids for key in range(number))
    with CaptureQueriesContext(connection) as queries:
        found = STORE.candidates_many(
            [list(range(number)), [0], [10**9], []], excluded=[()] * 4, limit=2
        )
    assert len(queries) == 2
    assert [[pk for pk, _ in ranked] for ranked in found] == [
        [ids[2], ids[1]],
        [ids[2], ids[1]],
        [],
        [],
    ]


def test_each_probe_leaves_out_its_own_articles() -> None:
    a, b, c = (factories.StatementFactory() for _ in range(3))
    STORE.write_keys((1, row.pk) for row in (a, b, c))
    found = STORE.candidates_many(
        [[1], [1], [1]],
        excluded=[(), (a.article_id,), (a.article_id, c.article_id)],
        limit=5,
    )
    assert [[pk for pk, _ in ranked] for ranked in found] == [
        [c.pk, b.pk, a.pk],
        [c.pk, b.pk],
        [b.pk],
    ]


def test_a_probe_may_stand_before_later_statements() -> None:
    a, b, c, d = statements(4)
    STORE.write_keys([(1, a), (1, b), (1, c), (2, b), (2, d), (3, d)])
    found, none = STORE.candidates_many(
        [[1, 2, 3], [3]], excluded=[(), ()], limit=5, upto=[b, c]
    )
    assert found == [
        (b, pytest.approx(1 / log(4) + 1 / log(3))),
        (a, pytest.approx(1 / log(4))),
    ]
    assert none == []
