"""The places for a rating in a round: who takes one, gives it back, adds one.

So that nobody rates what enough others are rating already. There are Claim.slots of
them; each editor holds at most one. A place taken to rate is held for a time and then
free for the next who asks; a saved rating holds it for good. Unique constraints and
conditional UPDATEs decide who was first, so of two who ask for the last place at once
exactly one has it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, RatingSlot
from claims.permissions import may_adjudicate, may_rate, require
from claims.services.conflict import ConflictError
from factcheck.operations.audit import audit

if TYPE_CHECKING:
    from datetime import datetime

    from factcheck.operations.models import Token, User

# How long a place is held without a sign of its editor. Reading a claim of a dozen
# statements and wording a rationale takes some minutes, with a phone call in between
# half an hour; longer, and who went home keeps a colleague out. Typing extends it.
SLOT_MINUTES = 30
# More raters than a desk has; a bound, so that the number cannot run away.
MOST_SLOTS = 20
# The claims that still want ratings; a decided one is rated again when it is reopened.
RATEABLE = (Claim.State.OPEN, Claim.State.DISPUTED)


def held_until() -> datetime:
    """When a place that is taken, or shows life, now will be free again."""
    return timezone.now() + timedelta(minutes=SLOT_MINUTES)


def claim_to_rate(pk: int) -> Claim:
    """The claim as it is now. Raises ConflictError when nobody may rate it any more."""
    claim = Claim.objects.get(pk=pk)
    if claim.merged_into_id is not None:
        raise ConflictError(
            _("This claim was merged into another."),
            {"merged_into": claim.merged_into_id},
        )
    if claim.state not in RATEABLE:
        raise ConflictError(
            _("This claim is decided. A senior editor can open it again."),
            {"state": claim.state, "round": claim.round},
        )
    return claim


@transaction.atomic
def slot_take(
    *, actor: User, claim: Claim, token: Token | None = None, request_id: str = ""
) -> RatingSlot:
    """Take a place to rate the claim, or hold one's own longer.

    Raises PermissionDenied; ConflictError when the claim is not to be rated, or when no
    place is free: `current` then says who holds them and until when.
    """
    require(may_rate, actor)
    claim = claim_to_rate(claim.pk)
    had = RatingSlot.objects.filter(claim=claim, round=claim.round, editor=actor)
    known = had.exists()
    slot = slot_hold(actor=actor, claim=claim, expires_at=held_until())
    if not known:
        audit(
            actor=actor,
            verb="slot.take",
            target=claim,
            after={"round": slot.round, "slot": slot.slot},
            token=token,
            request_id=request_id,
        )
    return slot


def slot_hold(*, actor: User, claim: Claim, expires_at: datetime | None) -> RatingSlot:
    """The actor's place in the claim's round, taken if need be; None = for good.

    For services, inside their transaction: neither checks a permission nor writes an
    entry. A place that is held for good stays so. Raises ConflictError.
    """
    slots = RatingSlot.objects.filter(claim=claim, round=claim.round)
    own = slots.filter(editor=actor)
    own.filter(expires_at__isnull=False).update(expires_at=expires_at)
    held = own.first()
    if held is None:
        held = _take_unused(actor, claim, expires_at) or _take_over(
            actor, claim, expires_at
        )
    # In another window the same editor may have been quicker.
    held = held or own.first()
    if held is None:
        raise ConflictError(_("No place to rate this claim is free."), _taken(claim))
    return held


def _take_unused(
    actor: User, claim: Claim, expires_at: datetime | None
) -> RatingSlot | None:
    used = set(
        RatingSlot.objects.filter(claim=claim, round=claim.round).values_list(
            "slot", flat=True
        )
    )
    for number in range(1, claim.slots + 1):
        if number in used:
            continue
        try:
            with transaction.atomic():
                return RatingSlot.objects.create(
                    claim=claim,
                    round=claim.round,
                    slot=number,
                    editor=actor,
                    expires_at=expires_at,
                )
        except IntegrityError:
            continue
    return None


def _take_over(
    actor: User, claim: Claim, expires_at: datetime | None
) -> RatingSlot | None:
    over = RatingSlot.objects.filter(
        claim=claim, round=claim.round, expires_at__lte=timezone.now()
    )
    for slot in over.order_by("expires_at", "pk"):
        # As it was seen: if its editor is back, or somebody was quicker, it is not.
        as_seen = RatingSlot.objects.filter(
            pk=slot.pk, editor=slot.editor_id, expires_at=slot.expires_at
        )
        try:
            with transaction.atomic():
                taken = as_seen.update(editor=actor, expires_at=expires_at)
        except IntegrityError:
            return None
        if taken:
            return RatingSlot.objects.get(pk=slot.pk)
    return None


def _taken(claim: Claim) -> dict[str, Any]:
    """Who holds the places: names and times, never what they think."""
    slots = RatingSlot.objects.filter(claim=claim, round=claim.round)
    return {
        "slots": [
            {
                "slot": slot.slot,
                "editor": slot.editor.get_username(),
                "until": slot.expires_at.isoformat() if slot.expires_at else None,
            }
            for slot in slots.select_related("editor").order_by("slot")
        ]
    }


def slot_extend(*, actor: User, claim: Claim) -> None:
    """A sign of life: a place that is still held is held longer. Writes no entry."""
    RatingSlot.objects.filter(
        claim=claim, editor=actor, expires_at__gt=timezone.now()
    ).update(expires_at=held_until())


@transaction.atomic
def slot_release(
    *, actor: User, claim: Claim, token: Token | None = None, request_id: str = ""
) -> bool:
    """Give one's place back; whether there was one. That of a saved rating stays."""
    require(may_rate, actor)
    slots = RatingSlot.objects.filter(
        claim=claim, round=claim.round, editor=actor, expires_at__isnull=False
    )
    number = slots.values_list("slot", flat=True).first()
    if number is None or not slots.delete()[0]:
        return False
    audit(
        actor=actor,
        verb="slot.release",
        target=claim,
        before={"round": claim.round, "slot": number},
        token=token,
        request_id=request_id,
    )
    return True


@transaction.atomic
def slot_add(
    *,
    actor: User,
    claim: Claim,
    slots: int,
    token: Token | None = None,
    request_id: str = "",
) -> None:
    """One more place in every round of the claim, by a senior editor.

    slots  how many the actor saw. Raises PermissionDenied; ConflictError when there are
    more or less by now, or MOST_SLOTS already.
    """
    require(may_adjudicate, actor)
    claim = claim_to_rate(claim.pk)
    as_seen = Claim.objects.filter(pk=claim.pk, slots=slots, slots__lt=MOST_SLOTS)
    if not as_seen.update(slots=slots + 1):
        raise ConflictError(
            _("The number of places has changed meanwhile."), {"slots": claim.slots}
        )
    audit(
        actor=actor,
        verb="slot.add",
        target=claim,
        before={"slots": slots},
        after={"slots": slots + 1},
        token=token,
        request_id=request_id,
    )
