"""Tokens: made with a password, shown once, revoked, never made by a token."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from factcheck.operations.models import AuditEntry, Token, User
from factcheck.operations.roles import Role
from factcheck.operations.tokens import token_create
from tests.api.asking import Api, complaints, password_of, refused, token_for
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ASKED = {"name": "desk plug-in", "scopes": ["read", "ingest"]}


@pytest.fixture
def ada() -> User:
    return UserFactory(username="ada", role=Role.EDITOR)


@pytest.fixture
def by_password(ada: User) -> Api:
    return Api(**password_of(ada))


def test_a_token_is_made_and_works(by_password: Api, ada: User) -> None:
    answer = by_password.post("tokens/", {**ASKED, "days": 7})
    assert answer.status_code == 201
    row = answer.json()
    assert (row["name"], row["scopes"]) == ("desk plug-in", ["read", "ingest"])
    left = datetime.fromisoformat(row["expires_at"]) - timezone.now()
    assert timedelta(days=6) < left <= timedelta(days=7)
    assert row["token"].startswith(row["key"])
    assert Api(row["token"]).get("claims/").status_code == 200
    assert Token.objects.get().last_used_at is not None
    entry = AuditEntry.objects.get(verb="token.create")
    assert (entry.actor, entry.target_id) == (ada, row["key"])


def test_its_clear_text_is_shown_once(by_password: Api) -> None:
    clear = by_password.post("tokens/", ASKED).json()["token"]
    listed = by_password.get("tokens/").content.decode()
    assert "desk plug-in" in listed
    assert clear not in listed
    assert clear not in by_password.get(f"tokens/{clear[:15]}/").content.decode()


def test_a_session_makes_one_too(ada: User) -> None:
    api = Api()
    api.client.force_login(ada)
    assert api.post("tokens/", ASKED).status_code == 201


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["write"]}, "scopes.0"),
        ({"scopes": "read"}, "scopes"),
        ({"scopes": ["read"] * 5}, "scopes"),
        ({"days": 0}, "days"),
        ({"days": 367}, "days"),
        ({"days": 10**12}, "days"),
        ({"days": "long"}, "days"),
    ],
)
def test_what_is_no_token(
    changes: dict[str, Any], field: str, by_password: Api
) -> None:
    assert set(complaints(by_password.post("tokens/", ASKED | changes))) == {field}
    assert not Token.objects.exists()


def test_a_token_makes_no_token(ada: User) -> None:
    api = Api(token_for(ada, "read", "ingest", "review", "curate"))
    for answer in (api.get("tokens/"), api.post("tokens/", ASKED)):
        refused(answer, 401)
        assert answer.headers["WWW-Authenticate"].startswith("Basic")
    assert Token.objects.count() == 1


def test_revoking(by_password: Api, ada: User) -> None:
    clear = token_for(ada, "read")
    path = f"tokens/{clear[:15]}/"
    assert by_password.delete(path).status_code == 204
    refused(Api(clear).get("claims/"), 401)
    refused(by_password.delete(path), 404)
    entry = AuditEntry.objects.get(verb="token.revoke")
    assert (entry.actor, entry.target_id) == (ada, clear[:15])
    assert entry.before["scopes"] == ["read"]


def test_anothers_tokens_are_not_there(by_password: Api) -> None:
    clear = token_for(UserFactory(), "read")
    assert by_password.rows("tokens/") == []
    refused(by_password.get(f"tokens/{clear[:15]}/"), 404)
    refused(by_password.delete(f"tokens/{clear[:15]}/"), 404)
    assert Token.objects.count() == 1


def test_a_token_past_its_end_is_not_listed(by_password: Api, ada: User) -> None:
    token_for(ada, "read")
    Token.objects.update(expiry=timezone.now())
    assert by_password.rows("tokens/") == []


@pytest.mark.parametrize(
    "header",
    [
        "Basic",
        "Basic x",
        "Basic eA==",
        "Basic " + "YTpi" * 2_000,
        "Basic \xff",
        "Basic YQBhOmI=",
        "Bearer x",
    ],
)
def test_what_is_no_password(header: str, ada: User) -> None:
    refused(Api(Authorization=header).get("tokens/"), 401)


def test_somebody_who_left(ada: User) -> None:
    User.objects.update(is_active=False)
    refused(Api(**password_of(ada)).get("tokens/"), 401)


def test_guessing_is_stopped(ada: User) -> None:
    guess = Api(**password_of(ada, "guess"))
    answers = [guess.get("tokens/") for _ in range(settings.AXES_FAILURE_LIMIT)]
    for answer in answers[:-1]:
        assert refused(answer, 401)["detail"] == "Wrong name or password."
    assert refused(answers[-1], 429)["code"] == "throttled"
    right = Api(**password_of(ada))
    refused(right.get("tokens/"), 429)
    login = {"username": ada.username, "password": "correct horse battery"}
    assert right.client.post("/login/", login).status_code == 429


def test_a_locked_out_person_keeps_their_tokens(ada: User) -> None:
    clear = token_for(ada, "read")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        Api(**password_of(ada, "guess")).get("tokens/")
    assert Api(clear).get("claims/").status_code == 200


@pytest.mark.parametrize("public_read", [True, False])
def test_tokens_are_never_public(public_read: bool, settings: Any) -> None:  # noqa: FBT001
    settings.PUBLIC_READ = public_read
    refused(Api().get("tokens/"), 401)


def test_the_list_is_one_as_all_others(by_password: Api, ada: User) -> None:
    for name in ("desk plug-in", "night script", "night mail"):
        token_create(user=ada, name=name, scopes=["read"])
    told = by_password.get("tokens/", q="NIGHT", page_size=1, fields="name").json()
    assert told["results"] == [{"name": "night script"}]
    digests = Token.objects.values_list("digest", flat=True)
    written = told["next"].split("cursor=")[1].split(".")[0]
    bare = base64.urlsafe_b64decode(f"{written}===")
    assert not [digest for digest in digests if digest.encode() in bare]
    rest = by_password.client.get(told["next"]).json()["results"]
    assert rest == [{"name": "night mail"}]
    assert set(complaints(by_password.get("tokens/", scope="read"))) == {"scope"}
