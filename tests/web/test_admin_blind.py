"""Blind means blind in the admin, too; and its login is guarded like any other."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Rating
from claims.services.review import claim_rate
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.factories import AuditEntryFactory, UserFactory
from tests.web.newsroom import Newsroom

RATINGS = "/admin/claims/rating/"
AUDIT = "/admin/operations/auditentry/"


@pytest.fixture
def senior(newsroom: Newsroom) -> User:
    return UserFactory(username="sia", role=Role.SENIOR_EDITOR, is_staff=True)


@pytest.fixture
def theirs(newsroom: Newsroom) -> Rating:
    return claim_rate(
        actor=newsroom.other, claim=newsroom.call, value=1, rationale="Secret."
    )


def listed(client: Client, path: str) -> list[Any]:
    rows: list[Any] = list(client.get(path).context["cl"].result_list)
    return rows


def test_another_rating_is_not_there_before_ones_own(
    senior: User, theirs: Rating, client: Client
) -> None:
    client.force_login(senior)
    AuditEntryFactory(verb="link.decide", target_id="no number")
    assert listed(client, RATINGS) == []
    assert [row.verb for row in listed(client, AUDIT)] == ["link.decide"]
    answer = client.get(f"{RATINGS}{theirs.pk}/change/")
    assert answer.status_code == 302  # "perhaps it was deleted"
    claim_rate(actor=senior, claim=theirs.claim, value=5)
    assert {row.pk for row in listed(client, RATINGS)} >= {theirs.pk}
    assert [row.verb for row in listed(client, AUDIT)] == [
        "claim.rate",
        "link.decide",
        "claim.rate",
    ]


def test_a_superuser_is_no_exception(theirs: Rating, client: Client) -> None:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    assert listed(client, RATINGS) == []
    assert listed(client, AUDIT) == []
    assert "Secret" not in client.get(f"{AUDIT}?q=rate").content.decode()


def test_another_round_is_blind_again(
    newsroom: Newsroom, senior: User, theirs: Rating, client: Client
) -> None:
    client.force_login(senior)
    claim_rate(actor=senior, claim=newsroom.call, value=5)
    Claim.objects.filter(pk=newsroom.call.pk).update(round=2)
    second = claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    assert second.pk not in {row.pk for row in listed(client, RATINGS)}
    assert len(listed(client, AUDIT)) == 2


def test_guessing_at_the_admins_login_is_stopped(client: Client, db: None) -> None:
    user = UserFactory(is_staff=True)
    path = reverse("admin:login")
    guess = {"username": user.username, "password": "guess"}
    statuses = [
        client.post(path, guess).status_code
        for _ in range(settings.AXES_FAILURE_LIMIT + 1)
    ]
    assert statuses[0] == 200
    assert statuses[-1] == 429
