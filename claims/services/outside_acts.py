"""What editors do with verdicts from elsewhere: place them, take them off, undo it.

Each act is a conditional UPDATE on the revision as it was seen; what an editor said
about the place of a verdict, also that it has none, the engine leaves.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import By, Claim, OutsideVerdict
from claims.permissions import may_curate, may_decide, require
from claims.selectors.outside import with_home
from claims.services.conflict import ConflictError
from claims.services.touch import claims_let_go, claims_take_up
from claims.store.locks import lock_linking
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

Values = dict[str, Any]


@transaction.atomic
def outside_attach(
    *,
    actor: User,
    verdict: OutsideVerdict,
    claim: Claim,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> OutsideVerdict:
    """Say that the verdict is about the claim; the claim is touched by it.

    verdict  as the editor saw it. Raises PermissionDenied; ConflictError when it has
    changed since or stands there by an editor's word already, or the claim was merged.
    """
    require(may_decide, actor)
    lock_linking()
    there = Claim.objects.filter(pk=claim.pk, merged_into=None).update(
        touched_at=Coalesce(F("touched_at"), timezone.now())
    )
    if not there:
        now = Claim.objects.filter(pk=claim.pk).first()
        raise ConflictError(
            _("This claim was merged into another."),
            {"merged_into": now.merged_into_id if now else None},
        )
    was = _home(verdict.pk)
    if was == claim.pk and verdict.matched_by == By.EDITOR:
        raise ConflictError(
            _("It stands with this claim already."), outside_state(verdict)
        )
    return _placed(
        verdict,
        "attach",
        {"claim_id": claim.pk, "statement_id": None, "matched_by": By.EDITOR.value},
        left=was,
        actor=actor,
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


@transaction.atomic
def outside_detach(
    *,
    actor: User,
    verdict: OutsideVerdict,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> OutsideVerdict:
    """Say that the verdict is about none of our claims; it is kept, and waits for one.

    Raises PermissionDenied; ConflictError when it stands with none, or has changed.
    """
    require(may_decide, actor)
    lock_linking()
    was = _home(verdict.pk)
    if was is None:
        raise ConflictError(_("It stands with no claim."), outside_state(verdict))
    return _placed(
        verdict,
        "detach",
        {"claim_id": None, "statement_id": None, "matched_by": By.EDITOR.value},
        left=was,
        actor=actor,
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


@transaction.atomic
def outside_remove(
    *,
    actor: User,
    verdict: OutsideVerdict,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> OutsideVerdict:
    """Take a verdict out of sight for good: it is wrong, or no verdict at all.

    Sent in again it stays out. Raises PermissionDenied; ConflictError.
    """
    require(may_curate, actor)
    lock_linking()
    return _placed(
        verdict,
        "remove",
        {"removed_at": timezone.now()},
        left=_home(verdict.pk),
        actor=actor,
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


def outside_state(verdict: OutsideVerdict | None) -> Values:
    """Where the verdict stands, as an entry holds it; {} when it is gone."""
    if verdict is None:
        return {}
    return {
        "claim": verdict.claim_id,
        "statement": verdict.statement_id,
        "matched_by": verdict.matched_by,
        "removed": verdict.removed_at is not None,
        "revision": verdict.revision,
    }


def outside_present(entry: AuditEntry) -> Values:
    """The verdict that the entry is about, as it is now."""
    lock_linking()
    return outside_state(OutsideVerdict.objects.filter(pk=entry.target_id).first())


def outside_restore(entry: AuditEntry, now: Values) -> OutsideVerdict:
    """Write back where it stood before the entry."""
    before = entry.before
    row = OutsideVerdict.objects.get(pk=entry.target_id)
    left = _home(row.pk)
    removed = row.removed_at or timezone.now() if before["removed"] else None
    now_row = _written(
        row,
        {
            "claim_id": before["claim"],
            "statement_id": before["statement"],
            "matched_by": before["matched_by"],
            "removed_at": removed,
        },
    )
    _settle(left, _home(row.pk))
    return now_row


def _placed(
    verdict: OutsideVerdict, act: str, values: Values, *, left: int | None, **by: Any
) -> OutsideVerdict:
    before = outside_state(verdict)
    row = _written(verdict, values)
    _settle(left, _home(row.pk))
    audit(
        verb=f"outsideverdict.{act}",
        target=row,
        before=before,
        after=outside_state(row),
        **by,
    )
    return row


def _written(verdict: OutsideVerdict, values: Values) -> OutsideVerdict:
    """One statement decides who was first. Raises ConflictError."""
    changed = OutsideVerdict.objects.filter(
        pk=verdict.pk, revision=verdict.revision
    ).update(revision=F("revision") + 1, **values)
    now = OutsideVerdict.objects.filter(pk=verdict.pk).first()
    if not changed or now is None:
        raise ConflictError(_("It has changed meanwhile."), outside_state(now))
    return now


def _home(pk: int) -> int | None:
    row = with_home(OutsideVerdict.objects.filter(pk=pk)).first()
    return row.home if row else None


def _settle(*claims: int | None) -> None:
    """Claims on which an editor's work hangs by it, or no longer."""
    concerned = {claim for claim in claims if claim is not None}
    claims_let_go(concerned)
    claims_take_up(concerned)
