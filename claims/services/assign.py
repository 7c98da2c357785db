"""Who is asked to rate a claim, by when; until the rating, or until it is taken back.

An assignment is open once per claim and editor: the database refuses a second one, and
taking back is a conditional UPDATE, so two who act at once are told of each other.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Assignment, Claim
from claims.permissions import may_adjudicate, may_assign, may_rate, require
from claims.services.conflict import ConflictError
from claims.services.following import start_following
from factcheck.operations.audit import audit
from factcheck.operations.models import AuditEntry, Token, User
from factcheck.operations.notices import notify

ASSIGNABLE = (Claim.State.OPEN, Claim.State.DISPUTED)


@transaction.atomic
def claim_assign(
    *,
    actor: User,
    claim: Claim,
    editor: User,
    due: date | None = None,
    parent: AuditEntry | None = None,
    token: Token | None = None,
    request_id: str = "",
) -> Assignment:
    """Ask `editor`, who may be the actor, to rate the claim until the end of `due`.

    Raises PermissionDenied; ValidationError by field when the editor may not rate or
    the day is over; ConflictError when the claim was merged or closed, or when the
    editor has been asked already.
    """
    require(may_assign, actor)
    check_assignment(editor=editor, due=due)
    claim = Claim.objects.get(pk=claim.pk)
    if claim.merged_into_id is not None or claim.state not in ASSIGNABLE:
        raise ConflictError(
            _("This claim is not open any more."),
            {"state": claim.state, "merged_into": claim.merged_into_id},
        )
    try:
        with transaction.atomic():
            assignment = Assignment.objects.create(
                claim=claim, editor=editor, by_whom=actor, due=due
            )
    except IntegrityError as error:
        present = Assignment.objects.filter(claim=claim, editor=editor, done_at=None)
        raise ConflictError(
            _("This claim is assigned to %(editor)s already.")
            % {"editor": editor.get_username()},
            _state(present.first()),
        ) from error
    Claim.objects.filter(pk=claim.pk, touched_at=None).update(touched_at=assignment.at)
    entry = audit(
        actor=actor,
        verb="claim.assign",
        target=claim,
        after=_state(assignment),
        parent=parent,
        token=token,
        request_id=request_id,
    )
    start_following(user=editor, claim=claim)
    notify(entry=entry, users=[editor.pk])
    return assignment


def check_assignment(*, editor: User, due: date | None) -> None:
    """Raise ValidationError by field unless the editor can be asked to rate by then."""
    if not editor.is_active or not may_rate(editor):
        raise ValidationError(
            {
                "editor": _("%(editor)s may not rate.")
                % {"editor": editor.get_username()}
            }
        )
    if due is not None and due < timezone.localdate():
        raise ValidationError({"due": _("This day is over.")})


@transaction.atomic
def assignment_take_back(
    *,
    actor: User,
    assignment: Assignment,
    token: Token | None = None,
    request_id: str = "",
) -> Assignment:
    """End an open assignment without a rating.

    May be done by who was asked, by who asked, and by a senior editor. Raises
    PermissionDenied; ConflictError when it is not open any more.
    """
    require(may_assign, actor)
    concerned = actor.pk in (assignment.editor_id, assignment.by_whom_id)
    if not concerned and not may_adjudicate(actor):
        raise PermissionDenied(_("You may not take back what others have agreed on."))
    before = _state(assignment)
    if not _end(claim=assignment.claim, editor=assignment.editor):
        raise ConflictError(_("This assignment is not open any more."), before)
    assignment.refresh_from_db()
    audit(
        actor=actor,
        verb="claim.unassign",
        target=assignment.claim,
        before=before,
        after=_state(assignment),
        token=token,
        request_id=request_id,
    )
    return assignment


def assignments_done(
    *, claim: Claim, editor: User, token: Token | None = None, request_id: str = ""
) -> bool:
    """End what the editor was asked on this claim: it is rated. Called by claim_rate.

    Answers whether there was an assignment. Runs in the transaction of the rating.
    """
    found = Assignment.objects.filter(claim=claim, editor=editor, done_at=None).first()
    if found is None or not _end(claim=claim, editor=editor):
        return False
    audit(
        actor=editor,
        verb="claim.assignment_done",
        target=claim,
        before=_state(found),
        after={"round": claim.round},  # tells of a rating: blind like its entry
        token=token,
        request_id=request_id,
    )
    return True


def _end(*, claim: Claim, editor: User) -> int:
    """One statement decides who was first."""
    return Assignment.objects.filter(claim=claim, editor=editor, done_at=None).update(
        done_at=timezone.now()
    )


def _state(assignment: Assignment | None) -> dict[str, Any]:
    if assignment is None:
        return {}
    return {
        "assignment": assignment.pk,
        "editor": assignment.editor.get_username(),
        "due": assignment.due.isoformat() if assignment.due else None,
        "open": assignment.done_at is None,
    }
