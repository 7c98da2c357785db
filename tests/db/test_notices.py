"""Following, and what is told to whom: never more than a page would show."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from claims.models import Claim, Follow
from claims.selectors.notices import (
    COUNTED,
    claims_held_back,
    notices,
    notices_visible_to,
    unread_number,
)
from claims.services.assign import claim_assign
from claims.services.comments import claim_comment
from claims.services.following import (
    claim_follow,
    claim_unfollow,
    conflicts_before,
    tell_followers,
    tell_new_conflicts,
    tell_senior_editors,
)
from claims.services.review import claim_rate, link_decide
from claims.views.notices import words
from factcheck.operations.audit import OutsideTransactionError, audit
from factcheck.operations.models import AuditEntry, Notification, User
from factcheck.operations.notices import notices_read, notify
from factcheck.operations.roles import Role
from tests.factories import (
    AuditEntryFactory,
    ClaimFactory,
    LinkFactory,
    MemberFactory,
    UserFactory,
    VerdictFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return UserFactory(username="oda", role=Role.EDITOR)


@pytest.fixture
def other() -> User:
    return UserFactory(username="nils", role=Role.EDITOR)


@pytest.fixture
def claim() -> Claim:
    return ClaimFactory()


def told(user: User) -> list[str]:
    return [
        each.entry.verb for each in notices_visible_to(user).select_related("entry")
    ]


@pytest.mark.parametrize("role", [None, *Role])
def test_who_may_follow(role: Role | None, claim: Claim) -> None:
    user = UserFactory(role=role)
    if role in {None, Role.READER}:
        for act in (claim_follow, claim_unfollow):
            with pytest.raises(PermissionDenied):
                act(actor=user, claim=claim)
        return
    assert claim_follow(actor=user, claim=claim)
    assert not claim_follow(actor=user, claim=claim)
    assert claim_unfollow(actor=user, claim=claim)
    assert not claim_unfollow(actor=user, claim=claim)
    assert not Follow.objects.exists()


def test_who_follows_no_longer_hears_nothing(editor: User, claim: Claim) -> None:
    claim_follow(actor=editor, claim=claim)
    claim_unfollow(actor=editor, claim=claim)
    entry = audit(actor=None, verb="claim.conflict", target=claim)
    assert tell_followers(entry=entry, claims=[claim.pk]) == 0


def test_followers_of_many_claims_are_told_once(
    editor: User, other: User, claim: Claim, django_assert_max_num_queries
) -> None:
    second = ClaimFactory()
    for each in (claim, second):
        claim_follow(actor=editor, claim=each)
        claim_follow(actor=other, claim=each)
    entry = audit(actor=other, verb="link.decide", target=claim)
    with django_assert_max_num_queries(3):
        assert tell_followers(entry=entry, claims=[claim.pk, second.pk]) == 1
    assert tell_followers(entry=entry, claims=[claim.pk]) == 1  # again: no second row
    assert list(Notification.objects.values_list("user_id", flat=True)) == [editor.pk]


def test_who_is_not_told(editor: User, claim: Claim) -> None:
    gone = UserFactory(is_active=False)
    entry = audit(actor=editor, verb="claim.rename", target=claim)
    assert notify(entry=entry, users=[editor.pk, gone.pk, 0]) == 0
    assert not Notification.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_is_told_outside_the_transaction_of_the_act(other: User) -> None:
    entry = AuditEntryFactory()
    with pytest.raises(OutsideTransactionError):
        notify(entry=entry, users=[other.pk])
    with transaction.atomic():
        assert notify(entry=entry, users=[other.pk]) == 1


def test_senior_editors_are_told(editor: User, claim: Claim) -> None:
    seniors = {
        UserFactory(role=role).pk for role in (Role.SENIOR_EDITOR, Role.ADMINISTRATOR)
    }
    UserFactory(role=Role.CURATOR)
    entry = audit(actor=editor, verb="claim.dispute", target=claim, after={"round": 1})
    tell_senior_editors(entry=entry)
    assert set(Notification.objects.values_list("user_id", flat=True)) == seniors


def test_a_new_conflict_is_told_to_followers_alone(editor: User, claim: Claim) -> None:
    claim_follow(actor=editor, claim=claim)
    ignored = ClaimFactory()
    before = conflicts_before([claim.pk, ignored.pk])
    assert before == {claim.pk: 0, ignored.pk: 0}
    assert tell_new_conflicts(before) == 0
    Claim.objects.update(conflicts=2)
    assert tell_new_conflicts(before) == 2
    for entry, about in zip(
        AuditEntry.objects.order_by("pk"), (claim, ignored), strict=True
    ):
        assert (entry.verb, entry.actor, entry.target_id) == (
            "claim.conflict",
            None,
            str(about.pk),
        )
        assert (entry.before, entry.after) == ({"conflicts": 0}, {"conflicts": 2})
    assert told(editor) == ["claim.conflict"]
    assert tell_new_conflicts(conflicts_before([claim.pk])) == 0


def test_a_mention_is_held_back_until_the_reader_has_rated(
    editor: User, other: User, claim: Claim
) -> None:
    for body in ("@nils, the day?", "@nils, and the place?"):
        claim_comment(actor=editor, claim=claim, body=body)
    assert told(other) == []
    # Two comments are one line: their number is blind as well.
    assert claims_held_back(other) == [claim]
    assert unread_number(other) == 1
    claim_rate(actor=other, claim=claim, value=5)
    assert told(other) == ["claim.comment", "claim.comment"]
    assert claims_held_back(other) == []
    assert unread_number(other) == 2


def test_who_merely_follows_does_not_hear_that_something_is_held_back(
    editor: User, other: User, claim: Claim
) -> None:
    claim_follow(actor=other, claim=claim)
    entry = audit(actor=editor, verb="claim.dispute", target=claim, after={"round": 1})
    tell_followers(entry=entry, claims=[claim.pk])
    assert Notification.objects.filter(user=other).count() == 1
    assert (told(other), claims_held_back(other), unread_number(other)) == ([], [], 0)
    claim_rate(actor=other, claim=claim, value=4)
    assert told(other) == ["claim.dispute"]


def test_a_senior_editor_is_told_at_once(editor: User, claim: Claim) -> None:
    senior = UserFactory(username="sia", role=Role.SENIOR_EDITOR)
    claim_comment(actor=editor, claim=claim, body="@sia please decide")
    assert told(senior) == ["claim.comment"]
    assert claims_held_back(senior) == []


def test_read_one_and_all(editor: User, other: User, claim: Claim) -> None:
    for _ in range(3):
        entry = audit(actor=editor, verb="claim.rename", target=claim)
        notify(entry=entry, users=[other.pk])
    entry = audit(actor=None, verb="claim.rename", target=claim)
    notify(entry=entry, users=[editor.pk])
    first = Notification.objects.filter(user=other).first()
    foreign = Notification.objects.get(user=editor)
    seen = notices_visible_to(other)
    assert notices_read(notices=seen.filter(pk=first.pk)) == 1
    assert notices_read(notices=seen.filter(pk=first.pk)) == 0
    assert notices_read(notices=seen.filter(pk=foreign.pk)) == 0
    assert unread_number(other) == 2
    assert notices_read(notices=seen) == 2
    assert (unread_number(other), unread_number(editor)) == (0, 1)


def test_what_is_held_back_is_not_read(editor: User, other: User, claim: Claim) -> None:
    claim_comment(actor=editor, claim=claim, body=f"@{other.username} please look")
    assert notices_read(notices=notices_visible_to(other)) == 0
    assert unread_number(other) == 1
    claim_rate(actor=other, claim=claim, value=4)
    assert (told(other), unread_number(other)) == (["claim.comment"], 1)


def test_the_number_stops(editor: User, other: User) -> None:
    entries = AuditEntryFactory.create_batch(COUNTED + 5)
    Notification.objects.bulk_create(
        [Notification(user=other, entry=entry) for entry in entries]
    )
    assert unread_number(other) == COUNTED + 1


def test_each_notice_knows_its_claim(
    editor: User, other: User, claim: Claim, django_assert_max_num_queries
) -> None:
    link = LinkFactory()
    for statement in (link.low, link.high):
        MemberFactory(claim=claim, statement=statement)
    lost = LinkFactory()
    for target in (claim, link, lost, editor):
        entry = audit(actor=editor, verb="some.act", target=target)
        notify(entry=entry, users=[other.pk])
    rows = list(notices_visible_to(other).select_related("entry"))
    with django_assert_max_num_queries(4):
        found = notices(rows, other)
    assert [each.claim for each in found] == [None, None, claim, claim]
    assert {each.why for each in found} == {"followed"}


def test_acts_begin_following_and_tell(editor: User, other: User, claim: Claim) -> None:
    claim_rate(actor=other, claim=claim, value=5)
    assert Follow.objects.filter(user=other, claim=claim).exists()
    link = LinkFactory()
    for statement in (link.low, link.high):
        MemberFactory(claim=claim, statement=statement)
    link_decide(actor=editor, link=link, state="confirmed", revision=link.revision)
    assert told(other) == ["link.decide"]


def test_who_is_assigned_follows_and_is_asked_by_name(
    editor: User, other: User, claim: Claim
) -> None:
    claim_assign(actor=editor, claim=claim, editor=other)
    assert list(Follow.objects.values_list("user_id", flat=True)) == [other.pk]
    rows = notices_visible_to(other).select_related("entry")
    (notice,) = notices(rows, other)
    assert (notice.entry.verb, notice.why) == ("claim.assign", "asked")
    assert unread_number(editor) == 0


@pytest.mark.parametrize(
    ("given", "decided", "why"),
    [
        (5, 2, "overruled"),
        (2, 2, "followed"),
        (None, 2, "followed"),
        (5, None, "followed"),
    ],
)
def test_who_is_overruled_is_told_so(
    editor: User,
    other: User,
    claim: Claim,
    given: int | None,
    decided: int | None,
    why: str,
) -> None:
    claim_rate(actor=other, claim=claim, value=given, rationale="As printed.")
    verdict = VerdictFactory(claim=claim, editor=editor, value=decided)
    after = {"verdict": verdict.pk, "round": 1}
    entry = audit(actor=editor, verb="claim.adjudicate", target=claim, after=after)
    tell_followers(entry=entry, claims=[claim.pk])
    rows = notices_visible_to(other).select_related("entry")
    (notice,) = notices(rows, other)
    assert notice.why == why
    assert ("overruled" in words(notice)) == (why == "overruled")
