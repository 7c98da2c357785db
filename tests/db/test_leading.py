"""What people keep on a claim is found on the one that took its statements."""

from __future__ import annotations

from datetime import date

import pytest

from claims.models import Assignment, Claim, Follow, RatingDraft
from claims.services.assign import assignment_take_back, claim_assign
from claims.services.curation import claim_merge
from claims.services.drafts import draft_save
from claims.services.following import claim_follow, claim_unfollow
from claims.services.undo import entry_undo
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f
from tests.db.curating import claim_with
from tests.db.fakes import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def other() -> User:
    return f.UserFactory(role=Role.EDITOR)


@pytest.fixture
def claims() -> tuple[Claim, Claim]:
    for line in ("Mill closed 40", "Mill shut 40", "Quay opened 7", "Quay opened 9"):
        publish(line)
    return claim_with("Mill closed 40"), claim_with("Quay opened 7")


def merge(actor: User, claims: tuple[Claim, Claim]) -> AuditEntry:
    claim_merge(actor=actor, claim=claims[0], other=claims[1])
    return AuditEntry.objects.filter(verb="claim.merge").latest("pk")


def on(claim: Claim, user: User) -> tuple[bool, bool]:
    """Whether the user follows the claim, and is asked to rate it."""
    asked = Assignment.objects.filter(claim=claim, editor=user, done_at=None)
    return Follow.objects.filter(claim=claim, user=user).exists(), asked.exists()


def test_followers_and_assignments_go_along(
    editor: User, other: User, claims: tuple[Claim, Claim]
) -> None:
    stays, goes = claims
    day = date(2099, 1, 1)
    asked = claim_assign(actor=editor, claim=goes, editor=other, due=day)
    claim_follow(actor=editor, claim=goes)
    merge(editor, claims)
    assert on(stays, other) == (True, True)
    assert on(stays, editor) == (True, False)
    now = Assignment.objects.get(claim=stays)
    assert (now.by_whom, now.due, now.at) == (editor, day, asked.at)


def test_nobody_is_asked_twice(
    editor: User, other: User, claims: tuple[Claim, Claim]
) -> None:
    for claim in claims:
        claim_assign(actor=editor, claim=claim, editor=other)
    merge(editor, claims)
    assert Assignment.objects.filter(claim=claims[0]).count() == 1


def test_what_was_left_is_there_when_a_merge_is_taken_back(
    editor: User, other: User, claims: tuple[Claim, Claim]
) -> None:
    _stays, goes = claims
    claim_assign(actor=editor, claim=goes, editor=other)
    draft_save(actor=other, claim=goes, value="2", rationale="Two sums.")
    entry_undo(actor=editor, entry=merge(editor, claims))
    assert on(goes, other) == (True, True)
    assert RatingDraft.objects.get(claim=goes).rationale == "Two sums."


def test_who_follows_no_longer_is_left_alone_by_the_next_merge(
    editor: User, other: User, claims: tuple[Claim, Claim]
) -> None:
    stays, goes = claims
    old = f.ClaimFactory()
    claim_follow(actor=other, claim=old)
    asked = claim_assign(actor=editor, claim=old, editor=other)
    merge(editor, (goes, old))
    assert on(goes, other) == (True, True)
    claim_unfollow(actor=other, claim=goes)
    copied = Assignment.objects.get(claim=goes)
    assert copied.pk != asked.pk
    assignment_take_back(actor=editor, assignment=copied)
    merge(editor, claims)
    assert on(stays, other) == (False, False)


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        (("", ""), ("2", "Two sums.")),
        (("4", "One sum."), ("4", "One sum.\n\nTwo sums.")),
        (("4", ""), ("4", "Two sums.")),
        (("4", "Two sums. Or three."), ("4", "Two sums. Or three.")),
    ],
)
def test_a_draft_is_found_on_the_claim_that_stays(
    other: User,
    claims: tuple[Claim, Claim],
    there: tuple[str, str],
    kept: tuple[str, str],
) -> None:
    for claim, (value, rationale) in zip(
        claims, (there, ("2", "Two sums.")), strict=True
    ):
        draft_save(actor=other, claim=claim, value=value, rationale=rationale)
    merge(other, claims)
    draft = RatingDraft.objects.get(claim=claims[0])
    assert (draft.value, draft.rationale) == kept
