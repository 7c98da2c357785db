"""The tables of sources refuse what cannot be."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from sources.models import Article, ArticleVersion, Outlet, OutletAlias
from tests import factories
from tests.factories import DAY, NOON

pytestmark = pytest.mark.django_db

GOOD_ARTICLES = [
    {"published_precision": "none", "published_date": None},
    {"published_precision": "day", "published_date": DAY},
    {"published_precision": "month", "published_date": DAY},
    {"published_precision": "minute", "published_date": DAY, "published_at": NOON},
    {"utc_offset_minutes": -720},
    {"utc_offset_minutes": 840},
    {"utc_offset_minutes": None},
    {"withdrawn_at": NOON, "withdrawn_reason": "printed by another outlet"},
    {"published_by": "editor"},
    {"url_hash": None},
]
BAD_ARTICLES = [
    ("no external id", {"external_id": ""}),
    ("precision without a date", {"published_date": None}),
    ("date of unknown precision", {"published_precision": "none"}),
    ("minute without a moment", {"published_precision": "minute"}),
    ("unknown precision", {"published_precision": "week"}),
    ("unknown source of the date", {"published_by": "guess"}),
    ("offset too low", {"utc_offset_minutes": -800}),
    ("offset too high", {"utc_offset_minutes": 1000}),
    ("withdrawn without a reason", {"withdrawn_at": NOON}),
]


@pytest.mark.parametrize("values", GOOD_ARTICLES, ids=str)
def test_article_is_kept(values: dict) -> None:
    article = factories.ArticleFactory(**values)
    article.refresh_from_db()
    assert {key: getattr(article, key) for key in values} == values


@pytest.mark.parametrize(
    ("what", "values"), BAD_ARTICLES, ids=[w for w, _ in BAD_ARTICLES]
)
def test_article_is_refused(what: str, values: dict) -> None:
    factories.ArticleFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ArticleFactory(**values)


def test_article_is_not_its_own_copy() -> None:
    article = factories.ArticleFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(copy_of=article)
    other = factories.ArticleFactory(copy_of=article)
    assert list(article.copies.all()) == [other]


@pytest.mark.parametrize(
    ("make", "values"),
    [
        (factories.PublisherFamilyFactory, {"name": "Meridian"}),
        (factories.OutletFactory, {"slug": "dockside"}),
        (factories.OutletAliasFactory, {"kind": "domain", "value": "dockside.test"}),
        (factories.ArticleFactory, {"external_id": "one"}),
        (factories.ArticleFactory, {"url_hash": "a" * 64}),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_only_once(make: type, values: dict) -> None:
    make(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


def test_alias_of_another_kind_may_look_the_same() -> None:
    factories.OutletAliasFactory(kind="name", value="dockside.test")
    factories.OutletAliasFactory(kind="domain", value="dockside.test")
    assert OutletAlias.objects.count() == 2


@pytest.mark.parametrize("values", [{"kind": "nickname"}, {"value": ""}], ids=str)
def test_alias_is_refused(values: dict) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.OutletAliasFactory(**values)


def test_outlet_without_a_name_is_refused() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.OutletFactory(name="")


@pytest.mark.parametrize("values", [{"number": 0}, {"text": ""}], ids=str)
def test_version_is_refused(values: dict) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ArticleVersionFactory(**values)


def test_version_numbers_count_in_their_article() -> None:
    first = factories.ArticleVersionFactory()
    factories.ArticleVersionFactory(number=first.number)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ArticleVersionFactory(article=first.article, number=first.number)
    assert ArticleVersion.objects.count() == 2


def test_what_has_articles_is_not_deleted() -> None:
    family = factories.PublisherFamilyFactory()
    outlet = factories.OutletFactory(family=family)
    article = factories.ArticleVersionFactory(article__outlet=outlet).article
    for row in (family, outlet, article):
        with pytest.raises(ProtectedError):
            row.delete()
    assert Outlet.objects.count() == 1
