"""Places for a rating: how many, for how long, who has one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from claims.models import Claim, Rating, RatingSlot
from claims.services.conflict import ConflictError
from claims.services.review import claim_rate
from claims.services.slots import (
    MOST_SLOTS,
    SLOT_MINUTES,
    slot_add,
    slot_extend,
    slot_release,
    slot_take,
)
from factcheck.operations.models import AuditEntry, User
from factcheck.operations.roles import Role
from tests import factories as f

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture
def claim() -> Claim:
    return f.ClaimFactory()


def person(role: Role | None = Role.EDITOR) -> User:
    return f.UserFactory(role=role)


def holders(claim: Claim) -> list[tuple[int, int, int]]:
    return list(
        RatingSlot.objects.filter(claim=claim).values_list("round", "slot", "editor")
    )


def expire(editor: User) -> None:
    rows = RatingSlot.objects.filter(editor=editor)
    rows.update(expires_at=timezone.now() - MINUTE)


def test_a_place_is_held_for_a_time(claim: Claim) -> None:
    editor = person()
    slot = slot_take(actor=editor, claim=claim, request_id="r1")
    assert holders(claim) == [(1, 1, editor.pk)]
    left = slot.expires_at - timezone.now()
    assert timedelta(minutes=SLOT_MINUTES) - MINUTE < left
    assert left <= timedelta(minutes=SLOT_MINUTES)
    entry = AuditEntry.objects.get()
    assert (entry.verb, entry.actor, entry.target_id) == (
        "slot.take",
        editor,
        str(claim.pk),
    )
    assert (entry.after, entry.request_id) == ({"round": 1, "slot": 1}, "r1")


def test_an_editor_holds_one_place_however_often_asked(claim: Claim) -> None:
    editor = person()
    first = slot_take(actor=editor, claim=claim)
    RatingSlot.objects.update(expires_at=timezone.now() + MINUTE)
    again = slot_take(actor=editor, claim=claim)
    assert (again.pk, holders(claim)) == (first.pk, [(1, 1, editor.pk)])
    assert again.expires_at > timezone.now() + 2 * MINUTE
    assert AuditEntry.objects.count() == 1


def test_no_more_places_than_the_claim_has(claim: Claim) -> None:
    first, second, third = person(), person(), person()
    slot_take(actor=first, claim=claim)
    claim_rate(actor=second, claim=claim, value=5)
    with pytest.raises(ConflictError, match="No place") as refused:
        slot_take(actor=third, claim=claim)
    held = RatingSlot.objects.get(editor=first)
    assert refused.value.current == {
        "slots": [
            {
                "slot": 1,
                "editor": first.username,
                "until": held.expires_at.isoformat(),
            },
            {"slot": 2, "editor": second.username, "until": None},
        ]
    }
    with pytest.raises(ConflictError, match="No place"):
        claim_rate(actor=third, claim=claim, value=5)
    assert not Rating.objects.filter(editor=third).exists()


def test_an_expired_place_is_taken_over(claim: Claim) -> None:
    first, second, third = person(), person(), person()
    slot_take(actor=first, claim=claim)
    slot_take(actor=second, claim=claim)
    expire(second)
    slot_take(actor=third, claim=claim)
    assert holders(claim) == [(1, 1, first.pk), (1, 2, third.pk)]
    with pytest.raises(ConflictError):
        slot_take(actor=second, claim=claim)


def test_ones_own_expired_place_is_still_ones_own(claim: Claim) -> None:
    first, second = person(), person()
    slot_take(actor=first, claim=claim)
    slot_take(actor=second, claim=claim)
    expire(first)
    claim_rate(actor=first, claim=claim, value=5)
    assert RatingSlot.objects.get(editor=first).expires_at is None


@pytest.mark.parametrize("opened", ["by taking it", "by rating"])
def test_a_saved_rating_holds_its_place_for_good(claim: Claim, opened: str) -> None:
    editor = person()
    if opened == "by taking it":
        slot_take(actor=editor, claim=claim)
    claim_rate(actor=editor, claim=claim, value=4)
    claim_rate(actor=editor, claim=claim, value=5)
    assert holders(claim) == [(1, 1, editor.pk)]
    assert slot_take(actor=editor, claim=claim).expires_at is None
    assert not slot_release(actor=editor, claim=claim)
    assert holders(claim) == [(1, 1, editor.pk)]


def test_another_round_has_new_places(claim: Claim) -> None:
    first, second, third = person(), person(), person()
    claim_rate(actor=first, claim=claim, value=4)
    claim_rate(actor=second, claim=claim, value=4)
    Claim.objects.filter(pk=claim.pk).update(round=2)
    slot_take(actor=third, claim=claim)
    slot_take(actor=first, claim=claim)
    assert holders(claim)[2:] == [(2, 1, third.pk), (2, 2, first.pk)]


def test_a_place_given_back_is_free(claim: Claim) -> None:
    first, second, third = person(), person(), person()
    slot_take(actor=first, claim=claim)
    slot_take(actor=second, claim=claim)
    assert slot_release(actor=first, claim=claim)
    assert not slot_release(actor=first, claim=claim)
    slot_take(actor=third, claim=claim)
    assert holders(claim) == [(1, 1, third.pk), (1, 2, second.pk)]
    entry = AuditEntry.objects.get(verb="slot.release")
    assert entry.before == {"round": 1, "slot": 1}


def test_who_has_seen_the_others_needs_no_place(claim: Claim) -> None:
    senior = person(Role.SENIOR_EDITOR)
    claim_rate(actor=person(), claim=claim, value=4)
    claim_rate(actor=person(), claim=claim, value=4)
    rating = claim_rate(actor=senior, claim=claim, value=5)
    assert not rating.blind
    assert senior.pk not in {editor for *_, editor in holders(claim)}


def test_a_senior_editor_who_comes_first_is_blind_like_any(claim: Claim) -> None:
    senior = person(Role.SENIOR_EDITOR)
    assert claim_rate(actor=senior, claim=claim, value=5).blind
    assert holders(claim) == [(1, 1, senior.pk)]


def test_typing_holds_a_place_longer(claim: Claim) -> None:
    first, second = person(), person()
    slot_take(actor=first, claim=claim)
    RatingSlot.objects.update(expires_at=timezone.now() + MINUTE)
    slot_extend(actor=second, claim=claim)
    assert RatingSlot.objects.get().expires_at < timezone.now() + 2 * MINUTE
    slot_extend(actor=first, claim=claim)
    assert RatingSlot.objects.get().expires_at > timezone.now() + 2 * MINUTE


def test_typing_brings_no_expired_place_back(claim: Claim) -> None:
    editor = person()
    slot_take(actor=editor, claim=claim)
    expire(editor)
    slot_extend(actor=editor, claim=claim)
    assert RatingSlot.objects.get().expires_at < timezone.now()


def test_a_senior_editor_adds_a_place(claim: Claim) -> None:
    senior = person(Role.SENIOR_EDITOR)
    for value in (4, 5):
        claim_rate(actor=person(), claim=claim, value=value)
    slot_add(actor=senior, claim=claim, slots=2)
    entry = AuditEntry.objects.get(verb="slot.add")
    assert (entry.before, entry.after) == ({"slots": 2}, {"slots": 3})
    claim_rate(actor=person(), claim=claim, value=5)
    assert len(holders(claim)) == 3


@pytest.mark.parametrize(("there", "seen"), [(3, 2), (MOST_SLOTS, MOST_SLOTS)])
def test_a_place_too_many(claim: Claim, there: int, seen: int) -> None:
    Claim.objects.filter(pk=claim.pk).update(slots=there)
    with pytest.raises(ConflictError) as refused:
        slot_add(actor=person(Role.SENIOR_EDITOR), claim=claim, slots=seen)
    assert refused.value.current == {"slots": there}
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize(
    ("act", "role"),
    [
        (slot_take, None),
        (slot_take, Role.READER),
        (slot_release, Role.READER),
        (lambda **who: slot_add(slots=2, **who), Role.EDITOR),
        (lambda **who: slot_add(slots=2, **who), Role.CURATOR),
    ],
    ids=["take: none", "take", "release", "add: editor", "add: curator"],
)
def test_who_may_not(
    claim: Claim, act: Callable[..., object], role: Role | None
) -> None:
    with pytest.raises(PermissionDenied):
        act(actor=person(role), claim=claim)
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("state", ["adjudicated", "published", "withdrawn"])
def test_a_decided_claim_is_not_rated(claim: Claim, state: str) -> None:
    Claim.objects.filter(pk=claim.pk).update(state=state)
    for act in (
        lambda: slot_take(actor=person(), claim=claim),
        lambda: claim_rate(actor=person(), claim=claim, value=5),
        lambda: slot_add(actor=person(Role.SENIOR_EDITOR), claim=claim, slots=2),
    ):
        with pytest.raises(ConflictError) as refused:
            act()
        assert refused.value.current == {"state": state, "round": 1}
    assert Claim.objects.get(pk=claim.pk).touched_at is None


def test_a_disputed_claim_still_is(claim: Claim) -> None:
    Claim.objects.filter(pk=claim.pk).update(state="disputed")
    assert claim_rate(actor=person(), claim=claim, value=5).blind
