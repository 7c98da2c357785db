"""Who is asked to rate, by when, and how that ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims.models import Assignment, Claim
from claims.services.assign import assignment_take_back, claim_assign
from claims.services.conflict import ConflictError
from claims.services.review import claim_rate
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return f.ClaimFactory()


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def other() -> User:
    return f.UserFactory(role=Role.EDITOR)


def test_an_assignment_touches_the_claim_and_leaves_an_entry(
    claim: Claim, editor: User, other: User
) -> None:
    due = timezone.localdate() + timedelta(days=2)
    made = claim_assign(
        actor=editor, claim=claim, editor=other, due=due, request_id="r1"
    )
    claim.refresh_from_db()
    assert (made.editor, made.by_whom, made.due, made.done_at) == (
        other,
        editor,
        due,
        None,
    )
    assert claim.touched_at == made.at
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.target_id, entry.request_id) == (
        "claim.assign",
        str(claim.pk),
        "r1",
    )
    assert entry.after == {
        "assignment": made.pk,
        "editor": other.username,
        "due": due.isoformat(),
        "open": True,
    }


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not_assign(claim: Claim, editor: User, role: Role | None) -> None:
    with pytest.raises(PermissionDenied):
        claim_assign(actor=f.UserFactory(role=role), claim=claim, editor=editor)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize(
    "columns",
    [
        {"role": Role.READER},
        {"role": None},
        {"role": Role.EDITOR, "is_active": False},
    ],
)
def test_who_cannot_be_asked(
    claim: Claim, editor: User, columns: dict[str, object]
) -> None:
    asked = f.UserFactory(**columns)
    with pytest.raises(ValidationError) as error:
        claim_assign(actor=editor, claim=claim, editor=asked)
    assert list(error.value.message_dict) == ["editor"]


def test_a_day_that_is_over_is_no_date_to_be_done_by(
    claim: Claim, editor: User
) -> None:
    today = timezone.localdate()
    with pytest.raises(ValidationError) as error:
        claim_assign(
            actor=editor, claim=claim, editor=editor, due=today - timedelta(days=1)
        )
    assert list(error.value.message_dict) == ["due"]
    assert claim_assign(actor=editor, claim=claim, editor=editor, due=today).due


@pytest.mark.parametrize(
    "state", [Claim.State.ADJUDICATED, Claim.State.PUBLISHED, Claim.State.WITHDRAWN]
)
def test_a_closed_claim_is_assigned_to_nobody(
    claim: Claim, editor: User, state: str
) -> None:
    Claim.objects.filter(pk=claim.pk).update(state=state)
    with pytest.raises(ConflictError) as error:
        claim_assign(actor=editor, claim=claim, editor=editor)
    assert error.value.current == {"state": state, "merged_into": None}


def test_nobody_is_asked_twice(claim: Claim, editor: User, other: User) -> None:
    first = claim_assign(actor=editor, claim=claim, editor=other)
    with pytest.raises(ConflictError) as error:
        claim_assign(actor=other, claim=claim, editor=other)
    assert error.value.current["assignment"] == first.pk
    assert AuditEntry.objects.count() == 1
    claim_assign(actor=other, claim=claim, editor=editor)
    assert Assignment.objects.count() == 2


@pytest.mark.parametrize("who", ["asked", "asking", "senior"])
def test_who_may_take_back(claim: Claim, editor: User, other: User, who: str) -> None:
    made = claim_assign(actor=editor, claim=claim, editor=other)
    senior = f.UserFactory(role=Role.SENIOR_EDITOR)
    actor = {"asked": other, "asking": editor, "senior": senior}[who]
    assert assignment_take_back(actor=actor, assignment=made).done_at
    entry = AuditEntry.objects.first()
    assert (entry.verb, entry.before["open"], entry.after["open"]) == (
        "claim.unassign",
        True,
        False,
    )
    claim_assign(actor=editor, claim=claim, editor=other)


@pytest.mark.parametrize("role", [Role.EDITOR, Role.READER, Role.CURATOR])
def test_who_may_not_take_back(claim: Claim, editor: User, role: Role) -> None:
    made = claim_assign(actor=editor, claim=claim, editor=editor)
    with pytest.raises(PermissionDenied):
        assignment_take_back(actor=f.UserFactory(role=role), assignment=made)
    made.refresh_from_db()
    assert made.done_at is None


def test_what_is_done_is_not_taken_back(
    claim: Claim, editor: User, other: User
) -> None:
    made = claim_assign(actor=editor, claim=claim, editor=other)
    assignment_take_back(actor=other, assignment=made)
    done_at = Assignment.objects.get().done_at
    with pytest.raises(ConflictError):
        assignment_take_back(actor=editor, assignment=made)
    assert Assignment.objects.get().done_at == done_at


def test_rating_is_what_was_asked_for(claim: Claim, editor: User, other: User) -> None:
    mine = claim_assign(actor=editor, claim=claim, editor=editor)
    theirs = claim_assign(actor=editor, claim=claim, editor=other)
    elsewhere = claim_assign(actor=editor, claim=f.ClaimFactory(), editor=editor)
    claim_rate(actor=editor, claim=claim, value=4)
    mine.refresh_from_db()
    assert mine.done_at is not None
    still_open = Assignment.objects.filter(done_at=None)
    assert set(still_open) == {theirs, elsewhere}
    entry = AuditEntry.objects.get(verb="claim.assignment_done")
    assert entry.actor == editor
    assert entry.before["assignment"] == mine.pk
    claim_rate(actor=editor, claim=claim, value=5)
    assert AuditEntry.objects.filter(verb="claim.assignment_done").count() == 1
