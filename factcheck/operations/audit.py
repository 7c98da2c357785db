"""`audit`: the row that every write leaves, in the transaction of the write itself."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from factcheck.operations.models import AuditEntry, Token, User

# Written as the actor's name when no person acts: an import from the shell, a job.
SYSTEM = "system"


class OutsideTransactionError(RuntimeError):
    """An entry was about to be written that could outlive the act it tells of."""


def audit(
    *,
    actor: User | None,
    verb: str,
    target: models.Model,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    reason: str = "",
    parent: AuditEntry | None = None,
    undoes: AuditEntry | None = None,
    token: Token | None = None,
    request_id: str = "",
) -> AuditEntry:
    """Write who did what to `target`. Called inside the transaction of the act.

    verb     "object.act", as "claim.rate", "link.decide"
    before, after  JSON-ready values of the columns that the act changed
    Raises OutsideTransactionError when no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransactionError(verb)
    return AuditEntry.objects.create(
        actor=actor,
        actor_name=actor.get_username() if actor else SYSTEM,
        token_key=token.token_key if token else "",
        request_id=request_id,
        parent=parent,
        verb=verb,
        target_type=target._meta.label_lower,
        target_id=target.token_key if isinstance(target, Token) else str(target.pk),
        before=before or {},
        after=after or {},
        reason=reason,
        undoes=undoes,
    )
