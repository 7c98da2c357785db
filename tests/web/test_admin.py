"""Every table that people work with is in the admin, for whom, and at what cost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.models import (
    Assignment,
    AttributionHop,
    BlockKey,
    Claim,
    ClaimFacet,
    ClaimMember,
    ClaimOutlet,
    Comment,
    FacetComparison,
    Follow,
    Link,
    Name,
    NameApart,
    NameVariant,
    Origin,
    OutsideVerdict,
    ProcessingRun,
    Rating,
    RatingDraft,
    RatingSlot,
    SavedSearch,
    Statement,
    StatementFacet,
    Verdict,
)
from factcheck.operations.models import (
    AuditEntry,
    IdempotencyKey,
    Job,
    JobChunk,
    Notification,
    Token,
    User,
    Webhook,
    WebhookDelivery,
)
from factcheck.operations.roles import Role
from factcheck.operations.tokens import token_create
from sources.models import (
    Article,
    ArticleVersion,
    Outlet,
    OutletAlias,
    PublisherFamily,
)
from tests.factories import (
    AuditEntryFactory,
    DeliveryFactory,
    FacetFactory,
    HopFactory,
    LinkFactory,
    NameApartFactory,
    NameFactory,
    NameVariantFactory,
    OriginFactory,
    OutletAliasFactory,
    ProcessingRunFactory,
    PublisherFamilyFactory,
    RatingFactory,
    UserFactory,
    VerdictFactory,
)
from tests.web.newsroom import Newsroom, a_claim, a_statement, an_article

# Rows that are shown under the row that they belong to.
UNDER_ANOTHER = {
    AttributionHop,
    ClaimMember,
    FacetComparison,
    NameVariant,
    OutletAlias,
    StatementFacet,
}
# Derived, and written anew whenever it is asked for.
DERIVED = {BlockKey, ClaimFacet, ClaimOutlet}
# People's own, or blind, or of the moment: shown on their pages to whom they concern.
OF_THE_DESK = {
    Assignment,
    Comment,
    Follow,
    IdempotencyKey,
    JobChunk,
    Notification,
    OutsideVerdict,
    RatingDraft,
    RatingSlot,
    SavedSearch,
}
READ_ONLY = [
    ArticleVersion,
    AuditEntry,
    Group,
    Job,
    Link,
    ProcessingRun,
    Rating,
    Statement,
    Verdict,
    WebhookDelivery,
    AccessLog,
]
CHANGED = [Article, Claim, Name, Origin, Outlet, PublisherFamily, User, Webhook]
ADDED = [Name, NameApart, Outlet, PublisherFamily, User]
ALL = [*READ_ONLY, *CHANGED, NameApart, Token, AccessAttempt]


def address(model: type[Model], what: str, *args: object) -> str:
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{what}", args=args)


@pytest.fixture
def root(newsroom: Newsroom, client: Client) -> Client:
    """Who may do everything that anybody may."""
    user = UserFactory(is_staff=True, is_superuser=True)
    client.force_login(user)
    fill(newsroom, user)
    return client


def fill(newsroom: Newsroom, user: User) -> None:
    """A row of everything that the newsroom has not."""
    outlet = newsroom.tide.outlet
    OutletAliasFactory(outlet=outlet)
    Outlet.objects.filter(pk=outlet.pk).update(family=PublisherFamilyFactory())
    NameVariantFactory(name=NameFactory(merged_into=NameFactory()))
    NameApartFactory(low=NameFactory(), high=NameFactory(), editor=user)
    ProcessingRunFactory(version=newsroom.tide.current_version)
    RatingFactory(editor=user, claim=newsroom.call)
    VerdictFactory(editor=user, claim=newsroom.call)
    AuditEntryFactory(actor=user)
    token_create(user=user, name="script", scopes=["read"])
    OriginFactory()
    Job.objects.create(kind="import", key="a", requested_by=user)
    DeliveryFactory(webhook__owner=user)
    AccessAttempt.objects.create(username="ada", failures_since_start=3)
    AccessLog.objects.create(username="ada")


def test_every_table_is_there() -> None:
    ours = {
        model
        for label in ("operations", "sources", "claims")
        for model in apps.get_app_config(label).get_models()
    }
    shown = set(admin.site._registry)
    assert shown == (ours - UNDER_ANOTHER - DERIVED - OF_THE_DESK) | {
        Group,
        AccessAttempt,
        AccessLog,
    }
    assert set(ALL) == shown


@pytest.mark.parametrize("model", ALL)
def test_every_list_is_searched_and_filtered(model: type[Model], root: Client) -> None:
    table = admin.site.get_model_admin(model)
    assert table.search_fields
    rows = model._default_manager.count()
    assert rows
    path = address(model, "changelist")
    assert root.get(path).status_code == 200
    found = root.get(path, {"q": "nowhere to be found"})
    assert found.context["cl"].result_count == 0
    page = root.get(path).content.decode()
    links = set(re.findall(r'href="(\?[^"]+)"', page))
    for query in sorted(links)[:40]:
        answer = root.get(path + query.replace("&amp;", "&"))
        assert answer.status_code == 200, query


@pytest.mark.parametrize("model", [m for m in ALL if m is not Group])
def test_every_list_has_filters(model: type[Model]) -> None:
    assert admin.site.get_model_admin(model).list_filter or model is PublisherFamily


@pytest.mark.parametrize("model", ALL)
def test_every_row_is_shown(model: type[Model], root: Client) -> None:
    for row in model._default_manager.all()[:5]:
        answer = root.get(address(model, "change", row.pk))
        assert answer.status_code == 200, row
        past = root.get(address(model, "history", row.pk), follow=True)
        assert past.status_code == 200


@pytest.mark.parametrize("model", ALL)
def test_what_is_read_only(model: type[Model], root: Client) -> None:
    row = model._default_manager.first()
    assert row is not None
    may_add = root.get(address(model, "add")).status_code == 200
    assert may_add == (model in ADDED)
    page = root.get(address(model, "change", row.pk)).content.decode()
    assert ('name="_save"' in page) == (model in CHANGED)
    if model in READ_ONLY:
        assert root.post(address(model, "change", row.pk), {}).status_code == 403
        assert root.post(address(model, "delete", row.pk), {}).status_code == 403


FREED = {Token, AccessAttempt, NameApart}


@pytest.mark.parametrize("model", [m for m in ALL if m not in FREED])
def test_nothing_that_others_point_at_is_deleted(
    model: type[Model], root: Client
) -> None:
    row = model._default_manager.first()
    assert row is not None
    confirmed = {"post": "yes"}
    answer = root.post(address(model, "delete", row.pk), confirmed)
    # An outlet is refused with what belongs to it; any other table has no such page.
    assert answer.status_code == (200 if model is Outlet else 403)
    chosen = {"action": "delete_selected", "_selected_action": row.pk, **confirmed}
    root.post(address(model, "changelist"), chosen)
    assert model._default_manager.filter(pk=row.pk).exists()


def more(number: int) -> None:
    """Further rows of whatever a list draws more than one table for."""
    for each in range(number):
        name = f"Dock Mail {number}-{each}"
        article = an_article(name, "Tides", 3, "The tide was high on Friday.")
        Outlet.objects.filter(pk=article.outlet_id).update(
            family=PublisherFamilyFactory()
        )
        statement = a_statement(
            article, "The tide was high on Friday.", origin=OriginFactory()
        )
        FacetFactory(statement=statement, name=NameFactory())
        HopFactory(statement=statement)
        claim = a_claim("The tide was high", [statement], merged_into=None)
        NameFactory(merged_into=NameFactory())
        NameApartFactory(low=NameFactory(), high=NameFactory())
        ProcessingRunFactory(version=article.current_version)
        me = User.objects.get(is_superuser=True)
        RatingFactory(claim=claim, editor=me)
        VerdictFactory(claim=claim, editor=me)
        AuditEntryFactory(actor=UserFactory(role=Role.EDITOR))
        token_create(user=UserFactory(), name="x", scopes=["read"])
        AccessAttempt.objects.create(username=name, failures_since_start=1)
        AccessLog.objects.create(username=name)
        LinkFactory(low=statement)
        Job.objects.create(kind=f"kind {each}", key=name, requested_by=me)
        DeliveryFactory(event=f"event {each}")


def cost(client: Client, path: str) -> int:
    assert client.get(path).status_code == 200  # content types are looked up once
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", ALL)
def test_a_list_costs_the_same_however_long(model: type[Model], root: Client) -> None:
    more(2)  # a filter that has only one value is not drawn
    path = address(model, "changelist")
    before, rows = cost(root, path), model._default_manager.count()
    more(5)
    assert model is Group or model._default_manager.count() > rows
    assert cost(root, path) == before


def test_the_rows_under_a_row_cost_the_same(root: Client) -> None:
    statement = Statement.objects.filter(facets__isnull=False).first()
    assert statement is not None
    path = address(Statement, "change", statement.pk)
    before = cost(root, path)
    for start in range(5):
        FacetFactory(statement=statement, start=start, end=30, name=NameFactory())
        HopFactory(statement=statement, position=start + 5)
    assert cost(root, path) == before


@pytest.mark.parametrize(
    ("role", "staff", "status"),
    [
        (Role.EDITOR, 0, 302),
        (Role.CURATOR, 0, 302),
        (Role.CURATOR, 1, 200),
        (Role.ADMINISTRATOR, 1, 200),
    ],
)
def test_who_gets_in(
    role: Role,
    staff: int,
    status: int,
    client: Client,
    db: None,
) -> None:
    client.force_login(UserFactory(role=role, is_staff=bool(staff)))
    assert client.get("/admin/").status_code == status


@pytest.mark.parametrize(
    ("role", "changes", "cannot"),
    [
        (Role.CURATOR, {Outlet, PublisherFamily, Name, Origin, Article, Claim}, {User}),
        (Role.ADMINISTRATOR, {User, Outlet, Name}, set()),
        (Role.SENIOR_EDITOR, {Claim, Article}, {Outlet, Name, Origin, User}),
    ],
)
def test_what_a_role_may_change(
    role: Role, changes: set[Any], cannot: set[Any], newsroom: Newsroom, client: Client
) -> None:
    user = UserFactory(role=role, is_staff=True)
    fill(newsroom, user)
    client.force_login(user)
    for model in changes | cannot:
        row = model._default_manager.first()
        answer = client.get(address(model, "change", row.pk))
        may = answer.status_code == 200 and b'name="_save"' in answer.content
        assert may == (model in changes), model


@pytest.mark.parametrize("model", ALL)
def test_pages_keep_to_the_strict_policy(model: type[Model], root: Client) -> None:
    row = model._default_manager.first()
    assert row is not None
    for path in (address(model, "changelist"), address(model, "change", row.pk)):
        page = root.get(path).content.decode()
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page)
        assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*json)[^>]*>", page)
        assert not re.search(r'(src|href)="https?://', page)
