"""Blind means blind in the admin, too; and its login is guarded like any other."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Rating
from claims.selectors.verdicts import Seen
from claims.services.publishing import claim_publish, claim_unpublish
from claims.services.review import claim_rate
from claims.services.verdicts import Decision, claim_adjudicate, claim_reopen
from factcheck.operations.models import User
from factcheck.operations.roles import Role
from tests.factories import AuditEntryFactory, UserFactory
from tests.web.newsroom import Newsroom

RATINGS = "/admin/claims/rating/"
AUDIT = "/admin/operations/auditentry/"


@pytest.fixture
def curator(newsroom: Newsroom) -> User:
    """Reads ratings and the audit, rates, and does not adjudicate."""
    return UserFactory(username="cleo", role=Role.CURATOR, is_staff=True)


@pytest.fixture
def theirs(newsroom: Newsroom) -> Rating:
    return claim_rate(
        actor=newsroom.other, claim=newsroom.call, value=1, rationale="Secret."
    )


def listed(client: Client, path: str) -> list[Any]:
    rows: list[Any] = list(client.get(path).context["cl"].result_list)
    return rows


def test_another_rating_is_not_there_before_ones_own(
    curator: User, theirs: Rating, client: Client
) -> None:
    client.force_login(curator)
    AuditEntryFactory(verb="link.decide", target_id="no number")
    assert listed(client, RATINGS) == []
    assert [row.verb for row in listed(client, AUDIT)] == ["link.decide"]
    assert "Secret" not in client.get(f"{AUDIT}?q=rate").content.decode()
    answer = client.get(f"{RATINGS}{theirs.pk}/change/")
    assert answer.status_code == 302  # "perhaps it was deleted"
    claim_rate(actor=curator, claim=theirs.claim, value=2, rationale="So it is.")
    assert {row.pk for row in listed(client, RATINGS)} >= {theirs.pk}
    assert [row.verb for row in listed(client, AUDIT)] == [
        "claim.rate",
        "link.decide",
        "claim.rate",
    ]


@pytest.mark.parametrize(
    "account", [{"role": Role.SENIOR_EDITOR}, {"is_superuser": True}], ids=str
)
def test_who_adjudicates_is_the_exception(
    theirs: Rating, client: Client, account: dict[str, Any]
) -> None:
    client.force_login(UserFactory(is_staff=True, **account))
    assert [row.pk for row in listed(client, RATINGS)] == [theirs.pk]
    assert [row.verb for row in listed(client, AUDIT)] == ["claim.rate"]


def test_another_round_is_blind_again(
    newsroom: Newsroom, curator: User, theirs: Rating, client: Client
) -> None:
    client.force_login(curator)
    claim_rate(actor=curator, claim=newsroom.call, value=2, rationale="So it is.")
    before = len(listed(client, AUDIT))
    Claim.objects.filter(pk=newsroom.call.pk).update(round=2)
    second = claim_rate(actor=newsroom.other, claim=newsroom.call, value=5)
    assert second.pk not in {row.pk for row in listed(client, RATINGS)}
    assert len(listed(client, AUDIT)) == before


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


def test_that_editors_differ_is_not_there_before_ones_own_rating(
    newsroom: Newsroom, curator: User, client: Client
) -> None:
    client.force_login(curator)
    Claim.objects.filter(pk=newsroom.call.pk).update(state="disputed")
    path = "/admin/claims/claim/"
    one = f"{path}{newsroom.call.pk}/change/"
    for address in (path, one):
        assert 'field-state_known">open' in client.get(address).content.decode() or (
            '<div class="readonly">open' in client.get(address).content.decode()
        )
    assert listed(client, f"{path}?state=disputed") == []
    claim_rate(actor=curator, claim=newsroom.call, value=5)
    assert [row.pk for row in listed(client, f"{path}?state=disputed")] == [
        newsroom.call.pk
    ]
    assert '<div class="readonly">disputed' in client.get(one).content.decode()


@pytest.mark.parametrize("judged", [False, True])
def test_what_was_published_or_decided_does_not_tell_that_editors_differ(
    newsroom: Newsroom, curator: User, client: Client, *, judged: bool
) -> None:
    claim = newsroom.call
    Claim.objects.filter(pk=claim.pk).update(state=Claim.State.DISPUTED)
    senior = UserFactory(role=Role.SENIOR_EDITOR)
    claim_publish(actor=senior, claim=claim, seen=Seen(1, 0))
    claim_unpublish(actor=senior, claim=claim, reason="Too early.")
    if judged:
        decision = Decision(reasons="Nobody knows.")
        claim_adjudicate(actor=senior, claim=claim, seen=Seen(1, 1), decision=decision)
        Claim.objects.filter(pk=claim.pk).update(state=Claim.State.DISPUTED)
    claim_reopen(actor=senior, claim=claim, round=1, reason="Once more.")
    client.force_login(curator)
    rows = listed(client, AUDIT)
    assert len(rows) == 3 + judged
    for row in rows:
        page = client.get(f"{AUDIT}{row.pk}/change/").content.decode()
        assert "&quot;state&quot;: &quot;open&quot;" in page
        assert "disputed" not in page
