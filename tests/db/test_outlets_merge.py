"""Outlets made one, articles moved: what follows, and taking it back."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import AttributionHop, Claim
from claims.services.conflict import ConflictError
from claims.services.outlets import articles_move, outlet_merge
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from sources.models import Article, Outlet, OutletAlias
from tests import factories as f
from tests.web.newsroom import Newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator() -> User:
    return f.UserFactory(role=Role.CURATOR)


def outlets_of(claim: Claim) -> int:
    return Claim.objects.get(pk=claim.pk).outlets


def test_one_outlet_of_two_and_back(newsroom: Newsroom, curator: User) -> None:
    tide = newsroom.tide.outlet
    other = Outlet.objects.exclude(pk=tide.pk).filter(articles__isnull=False).first()
    assert other is not None
    moved = set(other.articles.values_list("pk", flat=True))
    alias = OutletAlias.objects.create(outlet=other, kind="name", value="the other")
    hop = f.HopFactory(cited_text="The Other", cited_outlet=other)
    before = outlets_of(newsroom.call)
    entry = outlet_merge(actor=curator, outlet=other, into=tide, reason="one desk")
    assert set(tide.articles.values_list("pk", flat=True)) >= moved
    assert OutletAlias.objects.get(pk=alias.pk).outlet == tide
    assert AttributionHop.objects.get(pk=hop.pk).cited_outlet == tide
    assert outlets_of(newsroom.call) == before - 1
    assert entry.children.count() == len(moved) + 1
    entry_undo(actor=curator, entry=entry)
    assert set(other.articles.values_list("pk", flat=True)) == moved
    assert AttributionHop.objects.get(pk=hop.pk).cited_outlet == other
    assert outlets_of(newsroom.call) == before


def test_articles_move(newsroom: Newsroom, curator: User) -> None:
    home = f.OutletFactory()
    article = newsroom.tide
    was = article.outlet
    moving = [article, *home.articles.all()]
    assert articles_move(actor=curator, articles=moving, into=home) == 1
    assert articles_move(actor=curator, articles=home.articles.all(), into=home) == 0
    entry = AuditEntry.objects.get(verb="article.move")
    assert (entry.before, entry.after) == ({"outlet": was.pk}, {"outlet": home.pk})
    entry_undo(actor=curator, entry=entry)
    assert Article.objects.get(pk=article.pk).outlet == was


def test_nothing_goes_back_to_an_outlet_that_is_gone(curator: User) -> None:
    article = f.ArticleFactory()
    was, home = article.outlet, f.OutletFactory()
    articles_move(actor=curator, articles=[article], into=home)
    was.delete()
    with pytest.raises(ConflictError, match="gone"):
        entry_undo(actor=curator, entry=AuditEntry.objects.get(verb="article.move"))


def test_refusals(curator: User) -> None:
    full, empty = f.ArticleFactory().outlet, f.OutletFactory()
    for outlet, into in ((full, full), (empty, full)):
        with pytest.raises(ValidationError):
            outlet_merge(actor=curator, outlet=outlet, into=into)
    editor = f.UserFactory(role=Role.EDITOR)
    with pytest.raises(PermissionDenied):
        outlet_merge(actor=editor, outlet=full, into=empty)
    with pytest.raises(PermissionDenied):
        articles_move(actor=editor, articles=full.articles.all(), into=empty)
    assert not AuditEntry.objects.exists()
