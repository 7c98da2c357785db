"""`/settings/tokens/`: made and shown once, listed without its text, revoked."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from factcheck.operations.models import AuditEntry, Token, User
from factcheck.operations.roles import Role
from factcheck.operations.tokens import token_create
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

ASKED = {"name": "desk plug-in", "scopes": ["read", "review"], "days": "30"}
CLEAR = re.compile(r'id="clear" readonly value="(\w+)"')


@pytest.fixture
def ada(client: Client) -> User:
    user = UserFactory(role=Role.EDITOR)
    client.force_login(user)
    return user


def page(client: Client) -> str:
    return client.get("/settings/tokens/").content.decode()


def test_a_token_is_made_shown_once_and_works(client: Client, ada: User) -> None:
    answer = client.post("/settings/tokens/", ASKED)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    clear = CLEAR.search(answer.content.decode())[1]
    token = Token.objects.get()
    assert (token.user, token.name) == (ada, "desk plug-in")
    assert token.scopes == ["read", "review"]
    assert round((token.expiry - token.created) / timedelta(days=1)) == 30
    shown = page(client)
    assert clear not in shown
    assert token.token_key in shown
    assert "never used" in shown
    program = Client(headers={"Authorization": f"Bearer {clear}"})
    assert program.get("/api/v1/outlets/").status_code == 200
    assert "last used" in page(client)
    assert AuditEntry.objects.filter(verb="token.create").count() == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": " "}, "This field is required."),
        ({"name": "x" * 101}, "at most 100 characters"),
        ({"scopes": []}, "Choose at least one."),
        ({"scopes": ["everything"]}, "Select a valid choice."),
        ({"days": "10000"}, "Select a valid choice."),
    ],
)
def test_what_is_no_token(
    changes: dict[str, Any], said: str, client: Client, ada: User
) -> None:
    answer = client.post("/settings/tokens/", {**ASKED, **changes})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Token.objects.exists()


def test_revoking(client: Client, ada: User) -> None:
    token, clear = token_create(user=ada, name="old script", scopes=["read"])
    answer = client.post(f"/settings/tokens/{token.token_key}/revoke/", follow=True)
    assert "old script is revoked." in answer.content.decode()
    assert not Token.objects.exists()
    program = Client(headers={"Authorization": f"Bearer {clear}"})
    assert program.get("/api/v1/outlets/").status_code == 401
    again = client.post(f"/settings/tokens/{token.token_key}/revoke/")
    assert again.status_code == 404


def test_anothers_token_is_not_there(client: Client, ada: User) -> None:
    token, _clear = token_create(user=UserFactory(), name="theirs", scopes=["read"])
    assert "theirs" not in page(client)
    path = f"/settings/tokens/{token.token_key}/revoke/"
    assert client.post(path).status_code == 404
    assert Token.objects.exists()


def test_who_is_nobody_is_sent_to_the_login(client: Client, settings: Any) -> None:
    settings.PUBLIC_READ = True
    answer = client.get("/settings/tokens/")
    assert answer.headers["Location"].startswith("/login/")


def test_the_settings_lead_there(client: Client, ada: User) -> None:
    assert 'href="/settings/tokens/"' in client.get("/settings/").content.decode()
