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


HIDDEN_COLUMNS = [
    "claims/claim/?touched_at__isnull=False",
    "claims/claim/?stale__exact=1",
    "claims/claim/?stale=1",
    "claims/claim/?state__exact=disputed",
    "claims/claim/?state__in=disputed",
    "claims/claim/?ratings__isnull=False",
    "claims/claim/?ratings=1",
    "claims/claim/?comments__isnull=False",
    "claims/claim/?merged_into__touched_at__isnull=False",
    "claims/verdict/?reasons__contains=a",
    "operations/webhook/?secret__startswith=whsec_",
    "operations/token/?digest__startswith=0",
    "operations/user/?password__startswith=pbkdf2",
]
SHOWN_COLUMNS = [
    "claims/claim/?state=open&title_by=engine&merged_into__isempty=1",
    "claims/claim/?last_reported__gte=2031-03-01&q=call",
    "claims/statement/?article__outlet__id__exact=1&hidden_by__isempty=1",
    "claims/nameapart/?low__kind__exact=person",
    "sources/article/?published_date__year=2031&published_date__month=3",
    "sources/article/?outlet__id__exact=1&withdrawn_at__isempty=1",
    "operations/user/?groups__id__exact=1&is_active__exact=1",
    "operations/job/?created_at__gte=2031-03-01T00:00:00Z&state__exact=done",
]


@pytest.mark.parametrize("address", HIDDEN_COLUMNS)
def test_what_a_list_does_not_show_it_cannot_be_asked_for(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    """Django takes every column in the address, that of a secret as well."""
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    assert client.get(f"/admin/{address}").status_code == 400


@pytest.mark.parametrize("address", SHOWN_COLUMNS)
def test_the_filters_of_a_list_go_on_working(
    newsroom: Newsroom, client: Client, address: str
) -> None:
    client.force_login(UserFactory(is_staff=True, is_superuser=True))
    answer = client.get(f"/admin/{address}")
    assert answer.status_code == 200
    assert answer.context["cl"].get_filters_params()
