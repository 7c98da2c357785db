"""A token lets a program act for a user, within its scopes and no further.

Only the hash is stored (knox): the clear text is shown once, when it is made.
"""

from __future__ import annotations

from django.db import models
from knox.models import AbstractAuthToken


class Token(AbstractAuthToken):
    """scopes: a list of the words in `tokens.SCOPES`. Deleted when it is revoked."""

    name = models.CharField(max_length=100, blank=True)
    scopes = models.JSONField(default=list, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name or 'token'} {self.token_key}…"
