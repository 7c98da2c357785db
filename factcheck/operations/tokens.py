"""Tokens: made once with a name, scopes and an end; their use is noted.

What a token may do is the intersection of its scopes and its user's permissions.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from factcheck.operations.models import AuditEntry, Token, User

READ = "read"
INGEST = "ingest"
REVIEW = "review"
CURATE = "curate"
SCOPES = (READ, INGEST, REVIEW, CURATE)

# How long a token lives when nobody says otherwise: a season of unattended scripts,
# short enough that a forgotten one dies by itself.
DEFAULT_LIFE = timedelta(days=90)
# And at most: whoever still needs it after a year is asked once whether that is so.
LONGEST_LIFE = timedelta(days=366)

NAME_CHARACTERS = 100  # what the column holds

# `last_used_at` is written at most once in this time, so that reading costs no write.
USE_NOTED_EVERY = timedelta(minutes=1)


class ScopeError(ValueError):
    """A scope that nobody knows, or none at all."""


def token_create(
    *,
    user: User,
    name: str,
    scopes: list[str],
    life: timedelta | None = DEFAULT_LIFE,
    actor: User | None = None,
) -> tuple[Token, str]:
    """Make a token for `user`; the second value is its clear text, shown only now.

    Raises ScopeError for an unknown scope or for none; no scope implies another.
    """
    unknown = set(scopes) - set(SCOPES)
    if unknown or not scopes:
        raise ScopeError(", ".join(sorted(unknown)) or "no scope given")
    chosen = [scope for scope in SCOPES if scope in scopes]
    maker = actor or user
    with transaction.atomic():
        token, clear = Token.objects.create(
            user=user, expiry=life, name=name, scopes=chosen
        )
        AuditEntry.objects.create(
            actor=maker,
            actor_name=maker.get_username(),
            verb="token.create",
            target_type=Token._meta.label_lower,
            target_id=token.token_key,
            after={"name": name, "scopes": chosen, "user": user.get_username()},
        )
    return token, clear


def token_revoke(*, token: Token, actor: User, reason: str = "") -> None:
    """Delete the token: from now on it is unknown."""
    with transaction.atomic():
        AuditEntry.objects.create(
            actor=actor,
            actor_name=actor.get_username(),
            verb="token.revoke",
            target_type=Token._meta.label_lower,
            target_id=token.token_key,
            before={
                "name": token.name,
                "scopes": token.scopes,
                "user": token.user.get_username(),
            },
            reason=reason,
        )
        token.delete()


def live_tokens(user: User) -> QuerySet[Token]:
    """The tokens of a person that still work, oldest first."""
    live = Q(expiry__isnull=True) | Q(expiry__gt=timezone.now())
    return Token.objects.filter(live, user=user).order_by("created", "digest")


def token_allows(token: Token, scope: str) -> bool:
    """Whether the token bears the scope."""
    return scope in token.scopes


def token_used(*, token: Token, at: datetime) -> None:
    """Note that the token was used, at most once a minute."""
    last = token.last_used_at
    if last is not None and at - last < USE_NOTED_EVERY:
        return
    Token.objects.filter(pk=token.pk).update(last_used_at=at)
    token.last_used_at = at
