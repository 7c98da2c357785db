"""Many links or claims in one request: an answer for each, as the pages do it."""

from __future__ import annotations

from typing import Any

import pytest

from claims.models import Assignment, Claim, Link
from claims.services.bulk import MOST_CLAIMS, suggested_links
from claims.services.review import link_decide
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests.api.asking import Api, complaints, refused, token_for
from tests.db.fakes import publish
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LINKS, CLAIMS = "links/bulk-decide/", "claims/bulk-decide/"
ASSIGN = "claims/bulk-assign/"


@pytest.fixture
def ada(db: None) -> User:
    user: User = UserFactory(username="ada", role=Role.EDITOR)
    return user


@pytest.fixture
def api(ada: User) -> Api:
    return Api(token_for(ada, "read", "review"))


@pytest.fixture
def claims() -> list[Claim]:
    """One claim of one link, one of three."""
    for text in ("Mill closed 40", "Mill closed 60"):
        publish(text)
    for text in ("Quay open 1", "Quay open 2", "Quay open 3"):
        publish(text)
    return list(Claim.objects.order_by("pk"))


def seen(links: list[Link]) -> list[dict[str, int]]:
    return [{"id": link.pk, "revision": link.revision} for link in links]


def outcomes(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.content
    return [row["outcome"] for row in answer.json()["results"]]


def links_of(claim: Claim) -> list[dict[str, int]]:
    found = suggested_links([claim.pk])[claim.pk]
    return [{"id": pk, "revision": revision} for pk, revision in found.items()]


def test_links_each_for_itself(api: Api, ada: User, claims: list[Claim]) -> None:
    links = list(Link.objects.order_by("pk"))
    body = {"state": "confirmed", "reason": "Read.", "links": seen(links)}
    link_decide(
        actor=UserFactory(role=Role.EDITOR),
        link=links[1],
        state="rejected",
        revision=links[1].revision,
    )
    body["links"] += [{"id": 999_999, "revision": 0}]
    answer = api.post(LINKS, body)
    assert outcomes(answer) == ["done", "changed", "done", "done", "changed"]
    told = answer.json()
    assert told["counts"] == {"done": 3, "changed": 2}
    rows = [(row["link"], row["revision"]) for row in told["results"]]
    now = Link.objects.in_bulk()
    expected = [(link.pk, now[link.pk].revision) for link in links]
    assert rows == [*expected, (999_999, None)]
    assert all(row["reason"] for row in told["results"] if row["outcome"] == "changed")
    assert Link.objects.get(pk=links[1].pk).state == "rejected"
    parent = AuditEntry.objects.get(pk=told["change"])
    assert (parent.verb, parent.actor, parent.reason) == (
        "bulk.confirm_links",
        ada,
        "Read.",
    )
    under = AuditEntry.objects.filter(parent=parent)
    assert set(under.values_list("verb", flat=True)) == {"link.decide"}
    assert under.count() == 3
    assert all(under.values_list("token_key", flat=True))
    assert parent.token_key


def test_what_is_so_already_is_left_alone(api: Api, claims: list[Claim]) -> None:
    body = {"state": "rejected", "links": seen(list(Link.objects.all()))}
    api.post(LINKS, body)
    body["links"] = seen(list(Link.objects.all()))
    before = AuditEntry.objects.filter(verb="link.decide").count()
    assert set(outcomes(api.post(LINKS, body))) == {"nothing"}
    assert AuditEntry.objects.filter(verb="link.decide").count() == before


def test_claims_as_a_whole(api: Api, claims: list[Claim]) -> None:
    one, three = claims
    stale = links_of(three)
    decided = Link.objects.get(pk=stale[0]["id"])
    link_decide(
        actor=UserFactory(role=Role.EDITOR),
        link=decided,
        state="unsure",
        revision=decided.revision,
    )
    rows = [{"id": three.pk, "links": stale}, {"id": one.pk, "links": links_of(one)}]
    answer = api.post(CLAIMS, {"state": "confirmed", "claims": rows})
    assert outcomes(answer) == ["changed", "done"]
    assert [row["number"] for row in answer.json()["results"]] == [0, 1]
    assert Link.objects.filter(state="confirmed").count() == 1
    again = {"state": "confirmed", "claims": [{"id": three.pk}, {"id": one.pk}]}
    assert outcomes(api.post(CLAIMS, again)) == ["done", "nothing"]
    assert Link.objects.filter(state="confirmed").count() == 3


def test_assigning(api: Api, claims: list[Claim]) -> None:
    eve = UserFactory(username="eve", role=Role.EDITOR)
    body = {"claims": [claim.pk for claim in claims], "editor": "eve"}
    assert outcomes(api.post(ASSIGN, body)) == ["done", "done"]
    assert Assignment.objects.filter(editor=eve, done_at=None).count() == 2
    assert outcomes(api.post(ASSIGN, body)) == ["changed", "changed"]
    body["editor"] = "nobody"
    assert set(complaints(api.post(ASSIGN, body))) == {"editor"}


@pytest.mark.parametrize(
    ("path", "body", "wrong"),
    [
        (LINKS, {"state": "confirmed"}, "links"),
        (LINKS, {"state": "confirmed", "links": []}, "links"),
        (LINKS, {"state": "unsure", "links": [{"id": 1, "revision": 0}]}, "state"),
        (LINKS, {"state": "confirmed", "links": [{"id": 1}]}, "links.0.revision"),
        (LINKS, {"state": "confirmed", "links": [7]}, "links.0.non_field_errors"),
        (CLAIMS, {"state": "confirmed", "claims": [{"id": 9**9}]}, "claim"),
        (CLAIMS, {"state": "confirmed", "claims": [{"id": 1, "x": 1}]}, "claims.0.x"),
        (
            CLAIMS,
            {"state": "confirmed", "claims": [{"id": 1}, {"id": 2, "links": []}]},
            "claims",
        ),
        (ASSIGN, {"claims": [1] * (MOST_CLAIMS + 1), "editor": "ada"}, "claims"),
        (ASSIGN, {"claims": [9**9], "editor": "ada"}, "claim"),
        (ASSIGN, {"claims": [1], "editor": "ada", "due": "2001-01-01"}, "due"),
    ],
)
def test_what_is_refused(api: Api, path: str, body: dict[str, Any], wrong: str) -> None:
    assert wrong in complaints(api.post(path, body))
    assert not AuditEntry.objects.filter(verb__startswith="bulk").exists()


def test_it_is_done_once(api: Api, claims: list[Claim]) -> None:
    body = {"state": "confirmed", "links": seen(list(Link.objects.all()))}
    first, second = (
        api.post(LINKS, body, **{"Idempotency-Key": "k"}) for _ in range(2)
    )
    assert first.json() == second.json()
    assert AuditEntry.objects.filter(verb="bulk.confirm_links").count() == 1


@pytest.mark.parametrize("path", [LINKS, CLAIMS, ASSIGN])
def test_who_may_not(path: str, claims: list[Claim]) -> None:
    reader = Api(token_for(UserFactory(role=Role.READER), "read", "review"))
    refused(reader.post(path, {}), 403)
    refused(Api(token_for(UserFactory(role=Role.EDITOR), "read")).post(path, {}), 403)
