"""What editors do to claims: make, merge and split them, move statements.

Each act takes the claims it changes (membership.claims_hold), so that a second editor
waits and then sees what the first has done, and leaves an entry from which it can be
taken back. What an editor put into a claim, or out of it, the engine leaves there
(services.clusters).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import By, Claim, ClaimMember, Statement
from claims.permissions import may_edit_claim, require
from claims.selectors.verdicts import public_verdict
from claims.services.conflict import ConflictError
from claims.services.following import tell_followers
from claims.services.leading import claims_lead_on
from claims.services.membership import (
    claims_hold,
    members_put,
    membership,
    merged_into,
)
from claims.services.refresh import claim_refresh
from claims.services.settled import claims_settle
from claims.services.titles import checked_title
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User

Values = dict[str, Any]
IN, OUT = ClaimMember.State.IN.value, ClaimMember.State.OUT.value


@transaction.atomic
def claim_create(
    *,
    actor: User,
    statements: Collection[Statement],
    title: str = "",
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Claim:
    """Make a claim of the statements; they stay in the claims in which they are.

    Without a title the engine gives one. Raises PermissionDenied, ValidationError.
    """
    require(may_edit_claim, actor)
    title = checked_title(title)
    ids = _shown(statements)
    made = _made(title)
    before = _values([made.pk], ids, []) | {
        "merged_into": {str(made.pk): _home(ids, made)}
    }
    claims_hold([made.pk])
    members_put(made.pk, ids, IN)
    claim_refresh([made.pk])
    claims_settle(ids, [made.pk])
    audit(
        actor=actor,
        verb="claim.create",
        target=made,
        before=before,
        after=_values([made.pk], ids, [made.pk]),
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )
    return Claim.objects.get(pk=made.pk)


@transaction.atomic
def claim_merge(
    *,
    actor: User,
    claim: Claim,
    other: Claim,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Claim:
    """Make one claim of two: the lower id stays, the other leads on to it.

    Its statements move, by an editor's word; its ratings and verdicts stay with it.
    Raises PermissionDenied; ValidationError, also while readers see a card of the one
    that goes; ConflictError when one is merged already.
    """
    require(may_edit_claim, actor)
    if claim.pk == other.pk:
        raise ValidationError({"other": _("A claim cannot be merged with itself.")})
    stays, goes = sorted((claim, other), key=lambda each: each.pk)
    claims_hold([stays.pk, goes.pk])
    if public_verdict(goes.pk) is not None:
        raise ValidationError(
            {
                "other": _("Claim %(number)s is public: take its card back first.")
                % {"number": goes.pk}
            }
        )
    moving = _members(goes.pk)
    led = {
        goes.pk,
        *Claim.objects.filter(merged_into=goes).values_list("pk", flat=True),
    }
    kept_out = _kept_out(goes.pk, stays.pk)
    concerned = moving | kept_out
    before = _values([stays.pk, goes.pk], concerned, led)
    members_put(stays.pk, moving, IN)
    members_put(stays.pk, kept_out, OUT)
    ClaimMember.objects.filter(claim=goes, state=IN).delete()
    claims_lead_on(led, stays.pk)
    claims_settle(moving, [stays.pk, goes.pk])
    by: Values = {
        "actor": actor,
        "reason": reason.strip(),
        "token": token,
        "request_id": request_id,
    }
    entry = audit(
        verb="claim.merge",
        target=stays,
        before=before,
        after=_values([stays.pk, goes.pk], concerned, led),
        **by,
    )
    _tell(entry, goes, "merged_into", stays, **by)
    tell_followers(entry=entry, claims=[stays.pk, goes.pk])
    return Claim.objects.get(pk=stays.pk)


@transaction.atomic
def claim_split(
    *,
    actor: User,
    claim: Claim,
    statements: Collection[Statement],
    title: str = "",
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> Claim:
    """Make a claim of some statements of another, which keeps the rest; the new one.

    Raises PermissionDenied; ValidationError when nothing would move or stay;
    ConflictError when one of the statements is no longer in the claim.
    """
    require(may_edit_claim, actor)
    title = checked_title(title)
    ids = {row.pk for row in statements}
    claims_hold([claim.pk])
    inside = _members(claim.pk)
    _all_inside(ids, inside)
    if not ids or ids == inside:
        raise ValidationError(
            {"statements": _("Choose some of the statements, and leave some.")}
        )
    made = _made(title)
    before = _values([claim.pk, made.pk], ids, []) | {
        # Taken back, the new claim leads to the one that its statements came from.
        "merged_into": {str(made.pk): claim.pk}
    }
    claims_hold([made.pk])
    members_put(made.pk, ids, IN)
    members_put(claim.pk, ids, OUT)
    claims_settle(ids | inside, [claim.pk, made.pk])
    by: Values = {
        "actor": actor,
        "reason": reason.strip(),
        "token": token,
        "request_id": request_id,
    }
    entry = audit(
        verb="claim.split",
        target=claim,
        before=before,
        after=_values([claim.pk, made.pk], ids, [made.pk]),
        **by,
    )
    _tell(entry, made, "split_from", claim, **by)
    tell_followers(entry=entry, claims=[claim.pk])
    return Claim.objects.get(pk=made.pk)


@transaction.atomic
def statement_move(
    *,
    actor: User,
    statement: Statement,
    claim: Claim,
    to: Claim,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> None:
    """Put a statement of one claim into another, and keep it out of the first.

    Raises PermissionDenied; ValidationError for one and the same claim; ConflictError
    when the statement is no longer in it, or a claim was merged meanwhile.
    """
    require(may_edit_claim, actor)
    if claim.pk == to.pk:
        raise ValidationError({"to": _("The statement is in this claim already.")})
    claims_hold([claim.pk, to.pk])
    _take_out(
        actor,
        statement,
        claim,
        to,
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


@transaction.atomic
def statement_remove(
    *,
    actor: User,
    statement: Statement,
    claim: Claim,
    reason: str = "",
    token: Token | None = None,
    request_id: str = "",
) -> None:
    """Keep a statement out of a claim for good. Raises as statement_move."""
    require(may_edit_claim, actor)
    claims_hold([claim.pk])
    _take_out(
        actor,
        statement,
        claim,
        None,
        reason=reason.strip(),
        token=token,
        request_id=request_id,
    )


def _take_out(
    actor: User, statement: Statement, claim: Claim, to: Claim | None, **entry: Any
) -> None:
    inside = _members(claim.pk)
    _all_inside({statement.pk}, inside)
    claims = [claim.pk] if to is None else [claim.pk, to.pk]
    before = {"members": membership(claims, [statement.pk])}
    members_put(claim.pk, [statement.pk], OUT)
    if to is not None:
        members_put(to.pk, [statement.pk], IN)
    claims_settle(inside, claims)
    audit(
        actor=actor,
        verb="statement.remove" if to is None else "statement.move",
        target=statement,
        before=before,
        after={"members": membership(claims, [statement.pk])},
        **entry,
    )


def _tell(entry: AuditEntry, claim: Claim, what: str, other: Claim, **by: Any) -> None:
    """Leave an entry on the other claim of an act, so that its history has it, too."""
    audit(
        verb=f"claim.{what}",
        target=claim,
        before={what: None},
        after={what: other.pk},
        parent=entry,
        **by,
    )


def _values(
    claims: Collection[int], statements: Collection[int], led: Collection[int]
) -> Values:
    return {
        "members": membership(claims, statements),
        "merged_into": merged_into(led),
    }


def _members(claim_id: int) -> set[int]:
    rows = ClaimMember.objects.filter(claim=claim_id, state=IN)
    return set(rows.values_list("statement_id", flat=True))


def _kept_out(goes: int, stays: int) -> set[int]:
    """Whom an editor kept out of the claim that goes: they stay out of the other, too,
    unless they have a place there.
    """
    rows = ClaimMember.objects.filter(claim=goes, state=OUT)
    placed = ClaimMember.objects.filter(claim=stays).values("statement_id")
    barred = rows.exclude(statement_id__in=placed)
    return set(barred.values_list("statement_id", flat=True))


def _all_inside(wanted: set[int], inside: set[int]) -> None:
    if not wanted <= inside:
        raise ConflictError(
            _("A statement is no longer in this claim."), {"members": sorted(inside)}
        )


def _shown(statements: Collection[Statement]) -> set[int]:
    """The ids of statements that readers see. ValidationError when one is not."""
    ids = {row.pk for row in statements}
    shown = Statement.objects.filter(
        pk__in=ids, hidden_by=None, article__withdrawn_at=None
    ).count()
    if not ids or shown != len(ids):
        raise ValidationError({"statements": _("Choose statements that are shown.")})
    return ids


def _home(statements: set[int], made: Claim) -> int | None:
    """Where a claim made of the statements leads should it be taken back."""
    rows = ClaimMember.objects.filter(
        statement__in=statements, state=IN, claim__merged_into=None
    ).exclude(claim=made)
    return rows.order_by("claim_id").values_list("claim_id", flat=True).first()


def _made(title: str) -> Claim:
    by = By.EDITOR if title else By.ENGINE
    return Claim.objects.create(title=title, title_by=by)
