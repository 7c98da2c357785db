"""What needs a look: found, counted, led to what solves it, gone when solved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.engine import load_engine
from claims.models import By, ProcessingRun, Statement, StatementFacet
from claims.selectors import attention as module
from claims.selectors.attention import attention
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.corrected import THURSDAY, correct, publish
from tests.web.newsroom import a_person

QUERIES = 30
ADDRESS = "/needs-a-look/"


@pytest.fixture
def curator(db, client):
    person = a_person("Cora Lind", Role.CURATOR)
    client.force_login(person)
    return person


def test_a_date_without_a_day(client, curator):
    row = publish(THURSDAY, day=None)
    look = attention()
    assert [each.text for each in look.dates.rows] == ["Thursday"]
    assert [each.pk for each in look.undated.rows] == [row.article_id]
    start = THURSDAY.index("Thursday")
    page = client.get(ADDRESS).content.decode()
    key = f"date-{start}-{start + 8}"
    assert f"/statements/{row.pk}/?correct={key}#f-{key}" in page
    assert f'href="/articles/{row.article_id}/"' in page
    correct(row, "Thursday", "6 March 2031", actor=curator)
    assert attention().dates.count == 0


@pytest.mark.parametrize("words", ["recently", "every Monday"])
def test_what_never_has_a_day(words, curator):
    publish(f"The council of Ostrava Bay voted {words} on the harbour mill.", day=None)
    assert attention().dates.count == 0


def test_statements_that_are_gone(client, curator):
    text = "The mill at Quay closed on Monday. Nobody spoke."
    version = f.ArticleVersionFactory(text=text)
    now = f.StatementFactory(
        version=version, quote=text[:34], start=0, end=34, words_hash="a"
    )
    gone = f.StatementFactory(
        version=version, quote=text, start=0, end=len(text), state="retired"
    )
    old = f.StatementFactory(state="orphaned")
    look = attention().gone
    assert [(each.statement, each.instead) for each in look.rows] == [
        (old, ()),
        (gone, (now,)),
    ]
    page = client.get(ADDRESS).content.decode()
    assert f"/statements/{gone.pk}/" in page
    Statement.objects.update(hidden_by=curator)
    assert attention().gone.count == 0


def test_outlets_that_nobody_knows(client, curator):
    curator.is_staff = True
    curator.save()
    f.HopFactory(cited_text="Selm Post")
    f.HopFactory(cited_text="Selm Post")
    f.HopFactory(cited_text="Bay Courier")
    f.HopFactory(cited_text="Quay Times", cited_outlet=f.OutletFactory())
    look = attention().outlets
    assert look.count == 2
    assert [(each.name, each.statements) for each in look.rows] == [
        ("Selm Post", 2),
        ("Bay Courier", 1),
    ]
    page = client.get(ADDRESS).content.decode()
    assert 'href="/admin/sources/outlet/"' in page


def test_texts_that_were_not_read(client, curator):
    failed, stuck, begun, unread = (f.ArticleVersionFactory() for _ in range(4))
    f.ProcessingRunFactory(version=failed, error="ValueError: no")
    long_ago = timezone.now() - timedelta(hours=1)
    f.ProcessingRunFactory(version=stuck, started_at=long_ago)
    f.ProcessingRunFactory(version=begun)
    look = attention()
    assert {run.version for run in look.runs.rows} == {failed, stuck}
    assert [version.pk for version in look.unread.rows] == [unread.pk]
    assert "ValueError: no" in client.get(ADDRESS).content.decode()
    client.post(f"/articles/{unread.article_id}/read/")
    run = ProcessingRun.objects.get(version=unread)
    assert run.finished_at is not None
    assert run.engine_version == load_engine().version
    assert attention().unread.count == 0


def test_what_cannot_be_read_says_so(client, curator, monkeypatch):
    version = f.ArticleVersionFactory()

    def refuse(*_: object, **__: object) -> None:
        raise ValueError("no such letter")

    monkeypatch.setattr("claims.views.attention.process_version", refuse)
    answer = client.post(f"/articles/{version.article_id}/read/", follow=True)
    assert "It could not be read: ValueError" in answer.content.decode()


def test_only_a_present_text_is_read(client, curator):
    article = f.ArticleFactory()
    assert client.post(f"/articles/{article.pk}/read/").status_code == 404


def a_chain(*pairs: tuple[int, int], number: int) -> tuple[object, list[Statement]]:
    """A claim of statements that are linked in these pairs."""
    claim = f.ClaimFactory(priority=3)
    rows = [f.StatementFactory() for _ in range(number)]
    for row in rows:
        f.MemberFactory(claim=claim, statement=row)
    for low, high in pairs:
        f.LinkFactory(low=rows[low], high=rows[high])
    return claim, rows


TRIANGLE = ((0, 1), (1, 2), (0, 2))


@pytest.mark.parametrize(
    ("pairs", "number", "parts"),
    [
        ((*TRIANGLE, (2, 3), (3, 4), (4, 5), (3, 5)), 6, (3, 3)),
        ((*TRIANGLE, (2, 3), (3, 4)), 5, (3, 2)),
        ((*TRIANGLE, (2, 3)), 4, None),
        ((*TRIANGLE, (2, 3), (3, 0)), 4, None),
        (((0, 1), (1, 2), (2, 3), (0, 3)), 4, None),
        (((0, 1),), 2, None),
    ],
    ids=["two", "tail", "leaf", "closed", "ring", "pair"],
)
def test_claims_that_one_link_holds(client, curator, pairs, number, parts):
    claim, _ = a_chain(*pairs, number=number)
    rows = attention().held.rows
    assert [(held.claim, held.parts) for held in rows] == (
        [(claim, parts)] if parts else []
    )
    if parts:
        page = client.get(ADDRESS).content.decode()
        assert f"/claims/{claim.pk}/#link-{rows[0].link.pk}" in page


def test_a_rejected_link_holds_nothing(curator):
    _, rows = a_chain(*TRIANGLE, (2, 3), (3, 4), (4, 5), (3, 5), number=6)
    link = rows[2].links_as_low.get(high=rows[3])
    link.state, link.by = "rejected", By.EDITOR
    link.save()
    assert attention().held.count == 0


def test_claims_that_are_too_large(curator, monkeypatch):
    monkeypatch.setattr(module, "MOST_STATEMENTS", 3)
    a_chain(number=3)
    claim, _ = a_chain(number=4)
    look = attention().oversize
    assert [(each.pk, each.number) for each in look.rows] == [(claim.pk, 4)]


def test_nothing_does(client, curator):
    assert attention().count == 0
    assert "Nothing does." in client.get(ADDRESS).content.decode()


def test_a_withdrawn_article_needs_none(curator):
    row = publish(THURSDAY, day=None)
    row.article.withdrawn_at = timezone.now()
    row.article.withdrawn_reason = "a double"
    row.article.save()
    assert StatementFacet.objects.filter(date_from=None, kind="date").exists()
    assert attention().count == 0


@pytest.mark.parametrize("number", [1, 25])
def test_queries_do_not_grow(client, curator, number, django_assert_max_num_queries):
    for _ in range(number):
        row = f.StatementFactory(state="retired")
        f.FacetFactory(statement=f.StatementFactory(), kind="date")
        f.HopFactory(statement=row, cited_text=f"Selm Post {row.pk}")
        f.ProcessingRunFactory(version=row.version, error="no")
        f.ArticleFactory(published_date=None, published_precision="none")
    with django_assert_max_num_queries(QUERIES):
        client.get(ADDRESS)
