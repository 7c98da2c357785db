"""`audit`: the row that every write leaves, in the transaction of the write itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction

from factcheck.operations.models import AuditEntry, Token, User

# Written as the actor's name when no person acts: an import from the shell, a job.
SYSTEM = "system"
ROWS_A_QUERY = 500


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


@dataclass(frozen=True, slots=True)
class Act:
    """What was done to one of many objects at once, by nobody: the engine."""

    target: models.Model
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


def audit_many(*, verb: str, acts: Iterable[Act]) -> list[AuditEntry]:
    """Write one entry an object in one query; for what the engine does in bulk.

    Raises OutsideTransactionError when no transaction is open.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransactionError(verb)
    return AuditEntry.objects.bulk_create(
        [
            AuditEntry(
                actor_name=SYSTEM,
                verb=verb,
                target_type=act.target._meta.label_lower,
                target_id=str(act.target.pk),
                before=act.before,
                after=act.after,
            )
            for act in acts
        ],
        batch_size=ROWS_A_QUERY,
    )
