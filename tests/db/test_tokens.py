"""Tokens: shown once, limited by scopes and time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.operations.models import AuditEntry, Token
from factcheck.operations.tokens import (
    USE_NOTED_EVERY,
    ScopeError,
    token_allows,
    token_create,
    token_used,
)
from tests.factories import NOON, UserFactory

pytestmark = pytest.mark.django_db


def test_a_token_is_made_with_its_entry() -> None:
    user, actor = UserFactory(), UserFactory()
    token, clear = token_create(
        user=user,
        name="desk plug-in",
        scopes=["ingest", "read"],
        life=timedelta(days=7),
        actor=actor,
    )
    token = Token.objects.get(pk=token.pk)
    assert (token.user, token.name) == (user, "desk plug-in")
    assert token.scopes == ["read", "ingest"]
    assert timedelta(days=6) < token.expiry - timezone.now() <= timedelta(days=7)
    assert clear.startswith(token.token_key)
    assert clear not in str(Token.objects.values().get())
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.actor, entry.target_id) == (
        "token.create",
        actor,
        token.token_key,
    )
    assert clear not in str(entry.after)


@pytest.mark.parametrize("scopes", [[], ["write"], ["read", "everything"]])
def test_scopes_that_are_refused(scopes: list[str]) -> None:
    with pytest.raises(ScopeError):
        token_create(user=UserFactory(), name="x", scopes=scopes)
    assert not Token.objects.exists()


def test_no_scope_implies_another() -> None:
    token, _ = token_create(user=UserFactory(), name="x", scopes=["review"])
    assert token_allows(token, "review")
    assert not token_allows(token, "read")


def test_use_is_noted_now_and_then() -> None:
    token, _ = token_create(user=UserFactory(), name="x", scopes=["read"])
    noted = []
    for after in (timedelta(0), timedelta(seconds=9), USE_NOTED_EVERY):
        token_used(token=token, at=NOON + after)
        noted.append(Token.objects.get().last_used_at - NOON)
    assert noted == [timedelta(0), timedelta(0), USE_NOTED_EVERY]
